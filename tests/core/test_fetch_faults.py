"""Every way a site can misbehave ends in time, costs little, and is called by its name."""

import asyncio
import contextlib
import errno
import gzip
import time
import zlib

import brotli
import pytest

from cityweb.core.fetch import Concern, Failure, Limits
from cityweb.core.fetch.decoding import Unpacker
from cityweb.core.fetch.failures import ADVICE, Fault
from tests.core import fetch_world as world
from tests.rows import first_of

KB = 1024


def squeezed(text, *, raw=False):
    squeezer = zlib.compressobj(wbits=-15 if raw else 15)
    return squeezer.compress(text) + squeezer.flush()


def encoded(name, body):
    return world.answer(body, head=world.OK + b"Content-Encoding: %b\r\n" % name.encode())


ZEROS = bytes(8 * 1024 * KB)
MISBEHAVIOURS = {
    # while waiting for an answer
    "hang": (world.slowly(), Failure.NO_ANSWER),
    "slow headers": (
        world.slowly(b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 50), Failure.NO_ANSWER,
    ),
    "endless hints": (
        world.endlessly(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50),
        Failure.HEADERS_TOO_LARGE,
    ),
    "endless chunk mark": (
        world.endlessly(world.OK + b"Transfer-Encoding: chunked\r\n\r\n5;", b"x" * 4096),
        Failure.TOO_LARGE,
    ),
    "answers without end": (world.endlessly(b"", world.answer(b"") * 50), Failure.EMPTY),
    "says nothing": (b"", Failure.CLOSED),
    "half a head": (b"HTTP/1.1 200 OK\r\nX: ", Failure.CLOSED),
    "reset": (world.resetting(), Failure.RESET),
    "not http": (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Failure.BAD_HTTP),
    "garbage": (b"\x16\x03\x01\x00\x00" * 20, Failure.BAD_HTTP),
    "odd number": (b"HTTP/1.1 abc OK\r\n\r\n", Failure.BAD_HTTP),
    "many headers": (world.answer(head=world.OK + b"X: y\r\n" * 500), Failure.HEADERS_TOO_LARGE),
    "long header": (
        world.answer(head=world.OK + b"X: " + b"y" * 20_000 + b"\r\n"), Failure.HEADERS_TOO_LARGE,
    ),
    "endless headers": (
        world.endlessly(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 100), Failure.HEADERS_TOO_LARGE,
    ),
    "endless header": (
        world.endlessly(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 1000), Failure.HEADERS_TOO_LARGE,
    ),
    # while the body comes
    "drip": (world.slowly(world.OK + b"\r\n", *[b"<p>x"] * 50), Failure.TOO_SLOW),
    "stall": (world.slowly(world.OK + b"Content-Length: 900\r\n\r\n<html>"), Failure.TOO_SLOW),
    "cut short": (world.answer(length=5000), Failure.TRUNCATED),
    "cut chunk": (
        world.OK + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<html>", Failure.TRUNCATED,
    ),
    "bad chunk": (
        world.OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<html>\r\n", Failure.BAD_HTTP,
    ),
    "reset in body": (
        world.resetting(world.OK + b"Content-Length: 900\r\n\r\n<html>"), Failure.RESET,
    ),
    "large": (world.answer(b"<html>" + b"x" * 270 * KB), Failure.TOO_LARGE),
    "said to be large": (world.answer(length=10**18), Failure.TOO_LARGE),
    "endless": (world.endlessly(world.OK + b"\r\n<html>", b"x" * 4096), Failure.TOO_LARGE),
    "endless chunks": (
        world.endlessly(
            world.OK + b"Transfer-Encoding: chunked\r\n\r\n", (b"8\r\n" + b"x" * 8 + b"\r\n") * 9
        ),
        Failure.TOO_LARGE,
    ),
    # packed bodies
    "gzip bomb": (encoded("gzip", gzip.compress(ZEROS)), Failure.BOMB),
    "deflate bomb": (encoded("deflate", squeezed(ZEROS)), Failure.BOMB),
    "raw deflate bomb": (encoded("deflate", squeezed(ZEROS, raw=True)), Failure.BOMB),
    "brotli bomb": (encoded("br", brotli.compress(ZEROS, quality=5)), Failure.BOMB),
    "nested bomb": (encoded("gzip, gzip", gzip.compress(gzip.compress(ZEROS))), Failure.BOMB),
    "many layers": (encoded("gzip, gzip, gzip", b""), Failure.BAD_ENCODING),
    "unknown packing": (encoded("exi", b"x"), Failure.BAD_ENCODING),
    "not packed": (encoded("gzip", world.HTML), Failure.BAD_ENCODING),
    "not brotli": (encoded("br", world.HTML), Failure.BAD_ENCODING),
    "packing cut short": (encoded("gzip", gzip.compress(world.HTML)[:-12]), Failure.BAD_ENCODING),
    "endless empty blocks": (
        world.endlessly(
            world.OK + b"Content-Encoding: deflate\r\n\r\n\x78\x9c", b"\x00\x00\x00\xff\xff" * 500
        ),
        Failure.TOO_LARGE,
    ),
    # answers
    "empty": (world.answer(b" \r\n\t "), Failure.EMPTY),
    "no content": (b"HTTP/1.1 204 No Content\r\n\r\n", Failure.EMPTY),
    "a picture": (
        world.answer(b"\x89PNG", head=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
        Failure.NOT_HTML,
    ),
    "nothing said, no page": (world.answer(b"{}", head=b"HTTP/1.1 200 OK\r\n"), Failure.NOT_HTML),
    "switching": (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
                  Failure.ODD_STATUS),
}  # fmt: skip
STATUSES = {
    300: Failure.ODD_STATUS, 400: Failure.CLIENT_ERROR, 401: Failure.UNAUTHORIZED,
    403: Failure.FORBIDDEN, 404: Failure.NOT_FOUND, 410: Failure.NOT_FOUND,
    418: Failure.CLIENT_ERROR, 429: Failure.RATE_LIMITED, 500: Failure.SERVER_ERROR,
    502: Failure.BAD_GATEWAY, 503: Failure.UNAVAILABLE, 504: Failure.GATEWAY_TIMEOUT,
    508: Failure.SERVER_ERROR, 600: Failure.ODD_STATUS,
}  # fmt: skip


# What must run out of time is given little; the others as much as a busy machine needs.
SLOW = {Failure.NO_ANSWER, Failure.TOO_SLOW}


@pytest.mark.parametrize(
    ("slow", "limits"),
    [pytest.param(True, world.HASTY, marks=pytest.mark.slow), (False, world.QUICK)],
    ids=["slow", "quick"],
)
def test_every_misbehaviour_is_called_by_its_name(slow, limits):
    expected = {n: each for n, (_, each) in MISBEHAVIOURS.items() if (each in SLOW) is slow}

    async def scenario():
        async with contextlib.AsyncExitStack() as stack:
            sites = [
                await stack.enter_async_context(world.site(MISBEHAVIOURS[name][0]))
                for name in expected
            ]
            ports = [each.port for each in sites]
            fetcher = await stack.enter_async_context(world.fetching(*ports, limits=limits))
            urls = [f"http://site.test:{port}/" for port in ports]
            return await asyncio.gather(*map(fetcher.fetch, urls))

    results = asyncio.run(scenario())
    assert {n: each.failure for n, each in zip(expected, results, strict=True)} == expected
    assert max(len(each.body) for each in results) <= limits.most_bytes


def test_statuses_are_told_apart():
    async def scenario():
        def reply(path):
            return b"HTTP/1.1 %b X\r\nContent-Length: 0\r\n\r\n" % path[1:].encode()

        async with world.site(reply) as here, world.fetching(here.port) as fetcher:
            base = f"http://site.test:{here.port}"
            return [await fetcher.fetch(f"{base}/{status}") for status in STATUSES]

    results = asyncio.run(scenario())
    assert [(each.status, each.failure) for each in results] == list(STATUSES.items())


def test_names_and_connections_that_fail_are_told_apart():
    async def scenario():
        zone = {"servfail_test": 2, "refused_test": 5, "empty_test": [], "silent_test": None}
        closed = world.closed_port()
        async with (
            world.names(**zone) as dns,
            world.fetching(closed, dns=dns, limits=world.HASTY) as fetcher,
        ):
            urls = {
                "http://nosuch.test/": Failure.DNS_MISSING,
                "http://empty.test/": Failure.DNS_EMPTY,
                "http://servfail.test/": Failure.DNS_FAILED,
                "http://refused.test/": Failure.DNS_FAILED,
                "http://silent.test/": Failure.DNS_TIMEOUT,
                f"http://site.test:{closed}/": Failure.CONNECT_REFUSED,
                "http://site.test:8080/": Failure.PORT,
            }
            results = await asyncio.gather(*map(fetcher.fetch, urls))
            return urls, results

    expected, results = asyncio.run(scenario())
    assert {each.url: each.failure for each in results} == expected
    assert all(each.reason and each.status is None for each in results)


def test_a_connection_that_nobody_takes_up_ends_in_time(monkeypatch):
    async def never(*_):
        await asyncio.sleep(5)

    async def scenario():
        monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", never, raising=False)
        async with world.fetching(80, limits=world.HASTY) as fetcher:
            return await fetcher.fetch("http://site.test/")

    assert asyncio.run(scenario()).failure is Failure.CONNECT_TIMEOUT


def test_a_name_server_of_ours_that_is_down_accuses_nobody():
    async def scenario():
        async with world.fetching(80, limits=world.HASTY) as fetcher:
            return await fetcher.fetch("http://khac.test/")

    assert asyncio.run(scenario()).failure in {Failure.OURS, Failure.DNS_TIMEOUT}


REFUSALS = [
    ({4: errno.EMFILE}, Failure.OURS),
    ({4: errno.ENETUNREACH}, Failure.OURS),
    ({4: errno.EPERM}, Failure.OURS),
    ({4: errno.EHOSTUNREACH}, Failure.UNREACHABLE),
    ({4: errno.ETIMEDOUT}, Failure.CONNECT_TIMEOUT),
    ({4: errno.ECONNREFUSED, 6: errno.ENETUNREACH}, Failure.CONNECT_REFUSED),
    ({4: errno.EHOSTUNREACH, 6: errno.ENETUNREACH}, Failure.UNREACHABLE),
    ({4: errno.ENETUNREACH, 6: errno.ECONNREFUSED}, Failure.CONNECT_REFUSED),
]


@pytest.mark.parametrize(("by_family", "failure"), REFUSALS)
def test_faults_of_this_machine_accuse_nobody(monkeypatch, by_family, failure):
    tried = []

    async def refuse(connection, address):
        tried.append(address[0])
        raise OSError(by_family[6 if ":" in address[0] else 4], "no")

    async def scenario():
        monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", refuse, raising=False)
        zone = {"both_test": [{4: "9.9.9.9", 6: "2620:fe::9"}[each] for each in by_family]}
        async with world.names(**zone) as dns, world.fetching(80, dns=dns) as fetcher:
            return await fetcher.fetch("http://both.test/")

    assert asyncio.run(scenario()).failure is failure
    assert len(tried) == len(by_family)
    assert (failure.concern is Concern.OURS) is (failure is Failure.OURS)


def test_a_fault_of_a_library_ends_one_visit_only(monkeypatch):
    def broken(*_, **__):
        raise IndexError

    monkeypatch.setattr("cityweb.core.fetch.fetcher.decoding.Unpacker", broken)
    assert world.ask_site(world.answer()).failure is Failure.BAD_HTTP


@pytest.mark.parametrize("failure", Failure)
def test_every_failure_says_whose_it_is_and_how_it_is_mended(failure):
    advice = ADVICE[failure]
    assert advice.fix.endswith(".")
    assert len(advice.fix) > 20
    assert failure.label[0].isupper()


@pytest.mark.parametrize(
    "name", ["gzip", "x-gzip", "GZIP", "deflate", "br", "gzip, br", "none", ""]
)
@pytest.mark.parametrize("step", first_of([7, 1, 100_000]))
def test_packed_pages_are_opened_whatever_the_pieces(name, step):
    page = b"".join(b"<p>%d tin m\xe1\xbb\x9bi" % number for number in range(3000))
    packers = {"gzip": gzip.compress, "deflate": squeezed, "br": brotli.compress}
    packed = page
    for layer in name.lower().replace("x-", "").split(", "):
        packed = packers.get(layer, bytes)(packed)
    unpacker = Unpacker(name, most=KB * KB)
    pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
    opened = b"".join(piece for part in pieces for piece in unpacker.feed(part))
    unpacker.finish()
    assert opened == page


def test_raw_deflate_and_members_in_a_row_are_opened():
    for name, packed in (
        ("deflate", squeezed(world.HTML * 900, raw=True)),
        ("gzip", gzip.compress(world.HTML * 400) + gzip.compress(world.HTML * 500)),
        ("gzip", gzip.compress(world.HTML * 900) + b"noise at the end"),
    ):
        unpacker = Unpacker(name, most=KB * KB)
        assert b"".join(unpacker.feed(packed)) == world.HTML * 900
        unpacker.finish()


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "gzip, gzip", "gzip, br"])
def test_a_bomb_costs_next_to_nothing(name):
    packers = {"gzip": gzip.compress, "deflate": squeezed}
    packed = ZEROS
    for layer in name.split(", "):
        packed = packers.get(layer, lambda text: brotli.compress(text, quality=5))(packed)
    started, seen = time.process_time(), 0
    with pytest.raises(Fault) as caught:
        for piece in Unpacker(name, most=Limits().most_bytes).feed(packed):
            seen += len(piece)
    assert caught.value.failure is Failure.BOMB
    assert seen <= 1024 * KB
    assert time.process_time() - started < 0.5
