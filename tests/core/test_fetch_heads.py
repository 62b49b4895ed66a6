"""Answers that browsers show are answers, however badly their heads are written."""

import asyncio
import time

import pytest

from cityweb.core.fetch import Failure, heads
from tests.core import fetch_world as world

HTML = world.HTML
KIND = b"Content-Type: text/html\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(HTML)
CHUNKED = b"Transfer-Encoding: chunked\r\n"
FIRST = b"HTTP/1.1 200 OK\r\n"
CHUNK = b"%x\r\n%b\r\n0\r\n\r\n" % (len(HTML), HTML)
GOOD = {
    "no reason": b"HTTP/1.1 200\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "bare line feeds": (FIRST + KIND + LENGTH + b"\r\n").replace(b"\r\n", b"\n") + HTML,
    "bytes of any kind": FIRST + b"X: \xff\xfe t\xc3\xa9\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "reason of any kind": b"HTTP/1.1 200 \xff\xc3\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "space before colon": FIRST + b"X-Powered-By : PHP\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "no colon": FIRST + b"Broken header\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "space in a name": FIRST + b"X Powered: PHP\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "a folded line": FIRST + b"X: a\r\n\tb\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "a control character": FIRST + b"X: a\x01b\x00\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "the length twice": FIRST + KIND + LENGTH + LENGTH + b"\r\n" + HTML,
    "the length in a list": FIRST + KIND + LENGTH[:-2] + b", %d\r\n\r\n" % len(HTML) + HTML,
    "chunks and a length": FIRST + KIND + b"Content-Length: 3\r\n" + CHUNKED + b"\r\n" + CHUNK,
    "identity": FIRST + KIND + b"Transfer-Encoding: identity\r\n" + LENGTH + b"\r\n" + HTML,
    "the old protocol": b"HTTP/1.0 200 OK\r\n" + KIND + b"\r\n" + HTML,
    "small letters": b"http/1.1 200 ok\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "another old one": b"ICY 200 OK\r\n" + KIND + LENGTH + b"\r\n" + HTML,
    "more than was said": FIRST + KIND + LENGTH + b"\r\n" + HTML + b"<!-- cached -->",
    "more after closing": FIRST + b"Connection: close\r\n" + KIND + LENGTH + b"\r\n" + HTML + b"x",
    "more after chunks": FIRST + KIND + CHUNKED + b"\r\n" + CHUNK + b"x",
    "lines before": b"\r\n\r\n" + FIRST + KIND + LENGTH + b"\r\n" + HTML,
    "a hint before": b"HTTP/1.1 103 Early\r\nLink: <x>\r\n\r\n" + world.answer(),
    "a long cookie": world.answer(head=FIRST + KIND + b"Set-Cookie: a=" + b"x" * 9000 + b"\r\n"),
    "many cookies": FIRST + b"Set-Cookie: a=b\r\n" * 110 + KIND + LENGTH + b"\r\n" + HTML,
}  # fmt: skip
BAD = {
    "two lengths": FIRST + KIND + LENGTH + b"Content-Length: 7\r\n\r\n" + HTML,
    "no head at all": HTML,
    "another protocol": b"HTTP/2 200\r\n\r\n",
    "a long number": b"HTTP/1.1 2000 OK\r\n\r\n",
    "a negative length": FIRST + b"Content-Length: -1\r\n\r\n",
    "line feeds in chunks": FIRST + KIND + CHUNKED + b"\r\n" + CHUNK.replace(b"\r\n", b"\n"),
}


def asked(answers, *, pieces=100_000):
    """Ask for every answer in turn, sent in pieces of so many bytes."""

    async def scenario():
        async def reply(_, writer):
            number = int(here.paths[-1][1:])
            whole = list(answers.values())[number]
            for at in range(0, len(whole), pieces):
                writer.write(whole[at : at + pieces])
                await writer.drain()
                await asyncio.sleep(0)

        async with world.site(reply) as here, world.fetching(here.port) as fetcher:
            base = f"http://site.test:{here.port}"
            return [await fetcher.fetch(f"{base}/{at}") for at in range(len(answers))]

    return dict(zip(answers, asyncio.run(scenario()), strict=True))


def test_badly_written_heads_are_read_as_browsers_read_them():
    results = asked(GOOD)
    assert {name: each.failure for name, each in results.items() if not each.is_ok} == {}
    assert {each.body for each in results.values()} == {HTML}


@pytest.mark.parametrize("pieces", [1, 13])
def test_heads_may_come_in_pieces(pieces):
    short = {name: each for name, each in GOOD.items() if len(each) < 400}
    results = asked(short, pieces=pieces)
    assert {name: each.failure for name, each in results.items() if not each.is_ok} == {}
    assert {each.body for each in results.values()} == {HTML}


def test_what_no_browser_reads_is_no_answer():
    results = asked(BAD)
    assert {each.failure for each in results.values()} == {Failure.BAD_HTTP}


def test_endless_folding_costs_little():
    folded = b"HTTP/1.1 200 OK\r\nX: y\r\n" + b" aaaaaaaaaaaaaaaaaaaa\r\n" * 2_500
    started = time.process_time()
    assert asked({"folded": folded + b"\r\n"})["folded"].failure is Failure.HEADERS_TOO_LARGE
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("start", "may"),
    [(b"", True), (b"HT", True), (b"http/1.1", True), (b"ICY ", True), (b"SSH-", False),
     (b"<html", False), (b"\x16\x03", False), (b"HTTQ", False)],
)  # fmt: skip
def test_a_beginning_tells_whether_it_may_be_an_answer(start, may):
    assert heads.may_be_answer(start) is may
