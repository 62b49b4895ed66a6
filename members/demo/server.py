"""Plays all sample sites on loopback: one plain port, one with TLS, a host for each site."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Awaitable, Callable
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from members.demo import pages, plays, sample
from members.demo.certificates import Wardrobe
from members.demo.plays import Reply

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST_HEAD = 16 * 1024
PATIENCE_SECONDS = 20
RETRY_SECONDS = 5
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def play(port: int, folder: Path, *, say: Callable[[str], None]) -> None:
    """Answer for ever on `port` and the next; wait where another program has them."""
    dresser = _dresser(Wardrobe(folder))
    handler = _handler(port)
    while True:
        try:
            async with (
                await asyncio.start_server(handler, "127.0.0.1", port) as plain,
                await asyncio.start_server(handler, "127.0.0.1", port + 1, ssl=dresser) as secure,
            ):
                await asyncio.gather(plain.serve_forever(), secure.serve_forever())
        except OSError as problem:
            say(f"Không mở được cổng {port} cho website mẫu: {problem.strerror}. Thử lại.")
            await asyncio.sleep(RETRY_SECONDS)


def _dresser(wardrobe: Wardrobe) -> ssl.SSLContext:
    """Return a context that shows each host the certificate it plays with."""

    def dress(channel: ssl.SSLObject, name: str | None, _context: ssl.SSLContext) -> None:
        site = sample.sites().get((name or "").partition(".")[0])
        channel.context = wardrobe.context_for(site.play if site else "")

    wardrobe.usual.sni_callback = dress
    return wardrobe.usual


def _handler(port: int) -> Handler:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                await _send(writer, _reply(head[:LONGEST_HEAD].decode("latin-1"), port))
        writer.close()

    return answer


def _reply(head: str, port: int) -> Reply:
    request, *lines = head.split("\r\n")
    path = request.split(" ")[1].partition("?")[0]
    host = next((line[5:].strip() for line in lines if line.lower().startswith("host:")), "")
    code = host.partition(".")[0]
    site = sample.sites().get(code)
    if site is None or not host.partition(":")[0].endswith(sample.SUFFIX):
        return plays.elsewhere(code)
    made = plays.reply(
        site,
        path,
        home_url=site.home(port),
        now=datetime.now(CITY),
        visitor=next((line[11:] for line in lines if line.lower().startswith("user-agent:")), ""),
    )
    if path == "/":
        address = f"{settings.PORTAL_ORIGIN}{pages.CAMPAIGN}"
        made.body = pages.with_banner(made.body, code, address)
    made.headers = {name: text.format(port=port) for name, text in made.headers.items()}
    return made


async def _send(writer: asyncio.StreamWriter, reply: Reply) -> None:
    if reply.hangs:
        await asyncio.sleep(PATIENCE_SECONDS)
    await asyncio.sleep(reply.wait)
    body = reply.body.encode()
    facts = {"Content-Type": reply.kind, "Content-Length": str(len(body)), "Connection": "close"}
    lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in (facts | reply.headers).items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    await writer.drain()
