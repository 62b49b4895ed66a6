"""The browser's proxy, spoken to as the browser speaks; Chromium itself is in tests/advertising."""

import asyncio
import socket
import tempfile
from pathlib import Path

import pytest

from cityweb.core.browsing import Bounds, BrowserMissing, Recording, identity, launching
from cityweb.core.browsing.outside import Outside
from cityweb.core.browsing.proxy import Proxy
from cityweb.core.fetch import Limits, Rules

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n<p>a</"
SIZED = PAGE[:-1]


async def _site(answer=SIZED, *, keeps=True):
    async def serve(reader, writer):
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(answer)
                await writer.drain()
                if not keeps:
                    break
        except asyncio.IncompleteReadError:
            pass
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return server, server.sockets[0].getsockname()[1]


def ask(*lines, answer=SIZED, keeps=True, bounds=None):
    """Send raw requests through a proxy in front of one site; return the answers and the record."""

    async def run():
        site, port = await _site(answer, keeps=keeps)
        rules = Rules(frozenset({80, 443, port}), "test", frozenset({"mau.localhost"}))
        recording = Recording()
        with tempfile.TemporaryDirectory() as folder:
            key = identity.make(Path(folder))
        proxy = Proxy(
            Outside(recording, rules, Limits(dns_seconds=1)), recording, key, bounds or Bounds()
        )
        door = socket.create_server(("127.0.0.1", 0))
        await proxy.open(door)
        reader, writer = await asyncio.open_connection(*door.getsockname())
        said = b""
        for line in lines:
            writer.write(line.replace("PORT", str(port)).encode() + b"\r\n\r\n")
            await writer.drain()
            said += await asyncio.wait_for(_one(reader), 5)
        writer.close()
        await proxy.close()
        site.close()
        return said, recording

    return asyncio.run(run())


async def _one(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(row[15:]) for row in head.lower().split(b"\r\n") if row[:15] == b"content-length:"), 0
    )
    return head + await reader.read(length) if length else head


def test_what_a_page_is_sent_is_kept_as_it_came():
    said, recording = ask("GET http://mau.localhost:PORT/a?b=1 HTTP/1.1\r\nHost: mau.localhost")
    assert said.endswith(b"<p>a<")
    (exchange,) = recording.exchanges
    assert (exchange.status, exchange.body, exchange.address) == (200, b"<p>a<", "127.0.0.1")
    assert exchange.is_whole and not exchange.stopped
    assert recording.names == {"mau.localhost": ["127.0.0.1"]}


@pytest.mark.parametrize(
    "place",
    [
        *("10.0.0.1", "127.0.0.1:PORT", "169.254.169.254", "192.168.1.1", "100.64.0.1"),
        *("[::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "2130706433", "0x7f.1", "0"),
    ],
)
def test_nothing_that_is_not_public_is_reached(place):
    said, recording = ask(f"GET http://{place}/ HTTP/1.1\r\nHost: x")
    assert said.startswith(b"HTTP/1.1 502")
    assert recording.exchanges[0].code in {"off_limits", "bad_url"}
    assert not recording.exchanges[0].address


def test_a_web_socket_is_refused_because_it_cannot_be_kept():
    said, recording = ask(
        "GET http://mau.localhost:PORT/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket"
    )
    assert b" 502 " in said and "WebSocket" in recording.exchanges[0].stopped


def test_a_port_that_is_not_open_to_us_is_refused():
    _, recording = ask("GET http://mau.localhost:22/ HTTP/1.1\r\nHost: x")
    assert recording.exchanges[0].code == "port"


def test_a_kept_connection_that_the_site_closed_is_made_anew():
    _, recording = ask(
        *["GET http://mau.localhost:PORT/ HTTP/1.1\r\nHost: mau.localhost"] * 2, keeps=False
    )
    assert [each.status for each in recording.exchanges] == [200, 200]


def test_an_answer_without_end_is_cut_and_the_cut_is_noted():
    endless = b"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n" + b"x" * 300_000
    with pytest.raises(asyncio.IncompleteReadError):
        ask(
            "GET http://mau.localhost:PORT/ HTTP/1.1\r\nHost: x",
            "GET http://mau.localhost:PORT/ HTTP/1.1\r\nHost: x",
            answer=endless,
            bounds=Bounds(most_bytes_an_answer=100_000),
        )


def test_who_has_no_chromium_is_told_what_to_do(settings):
    settings.BROWSER_EXECUTABLE = "/nowhere/chromium"
    with pytest.raises(BrowserMissing, match="BROWSER_EXECUTABLE"):
        launching.executable()
