"""Answers for the zoo on one port of this machine."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from http import HTTPStatus

from advertising.demo.zoo import pages

SUFFIX = ".vuon-quang-cao.localhost"
HOST = f"bao-mau{SUFFIX}"
PATIENCE_SECONDS = 30
RETRY_SECONDS = 5
Find = Callable[[str], str | None]


def address(code: str, port: int) -> str:
    """Return where a page of the zoo is played."""
    return f"http://{HOST}:{port}/{code}/"


async def play(port: int, *, say: Callable[[str], None]) -> None:
    """Answer for ever; wait where another program has the port."""
    while True:
        try:
            async with await open_up(port) as server:
                await server.serve_forever()
        except OSError as problem:
            say(f"Không mở được cổng {port} cho vườn quảng cáo: {problem.strerror}. Thử lại.")
            await asyncio.sleep(RETRY_SECONDS)


async def open_up(port: int, find: Find = pages.find) -> asyncio.Server:
    """Start answering; pages that are not of the zoo may be found by `find`.

    Whoever plays the owner of a page takes its advertisement down at the gate, until the end.
    """
    removed: set[str] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            while True:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    head = await reader.readuntil(b"\r\n\r\n")
                    verb, address = head.decode("latin-1").split(" ")[:2]
                    path = address.partition("?")[0]
                    if verb == "POST" and path.startswith(pages.REMOVING):
                        removed.add(path.removeprefix(pages.REMOVING).strip("/"))
                    writer.write(_reply(path, find, removed))
                    await writer.drain()
        writer.close()

    return await asyncio.start_server(answer, "127.0.0.1", port)


def _reply(path: str, find: Find, removed: set[str]) -> bytes:
    status, kind, body = _found(path, find, removed)
    lines = [
        f"HTTP/1.1 {status.value} {status.phrase}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _found(path: str, find: Find, removed: set[str]) -> tuple[HTTPStatus, str, bytes]:
    html = "text/html; charset=utf-8"
    if path.startswith("/adserver/") and (made := pages.media(path.rpartition("/")[2])):
        return HTTPStatus.OK, *made
    if path == "/" or path.startswith(pages.REMOVING):
        return HTTPStatus.OK, html, pages.index(removed).encode()
    if path in {"/dich/", "/bao/"}:
        return HTTPStatus.OK, html, "<!doctype html><title>Trang đích</title><p>Đích.".encode()
    code = path.strip("/")
    found = pages.cleared(code) if code in removed else find(code)
    if found is None:
        return HTTPStatus.NOT_FOUND, html, b"<!doctype html><title>404</title>"
    return HTTPStatus.OK, html, found.encode()
