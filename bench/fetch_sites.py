"""The sites that `bench.fetch` asks, in a process of their own: `python -m bench.fetch_sites`.

Prints one line of JSON, {"kind": port}, and serves until its input ends.
"""

import asyncio
import contextlib
import gzip
import json
import socket
import struct
import sys

import brotli

from cityweb.core.fetch import Failure
from tests.core import fetch_world as world

LONG = 40
ZEROS = bytes(64 * 1024 * 1024)
SMALL = [b"<p>x"] * (LONG * 2)


def packed(name: bytes, body: bytes) -> bytes:
    return world.answer(body, head=world.OK + b"Content-Encoding: %b\r\n" % name)


def kinds() -> dict:
    """Return how each kind of site misbehaves, and what it must be called."""
    return {
        "hang": (world.slowly(held=LONG), Failure.NO_ANSWER),
        "drip": (world.slowly(world.OK + b"\r\n", *SMALL, every=0.5, held=LONG), Failure.TOO_SLOW),
        "endless": (world.endlessly(world.OK + b"\r\n", b"x" * 16_384), Failure.TOO_LARGE),
        "gzip bomb": (packed(b"gzip", gzip.compress(ZEROS, 6)), Failure.BOMB),
        "brotli bomb": (packed(b"br", brotli.compress(ZEROS, quality=3)), Failure.BOMB),
        "loop": (world.redirect("/"), Failure.REDIRECT_LOOP),
        "reset": (resetting, Failure.RESET),
        "endless headers": (
            world.endlessly(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000),
            Failure.HEADERS_TOO_LARGE,
        ),
        "cut short": (world.answer(length=5000), Failure.TRUNCATED),
    }


async def resetting(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    line = writer.get_extra_info("socket")
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def serve() -> None:
    async with contextlib.AsyncExitStack() as stack:
        ports = {}
        for kind, (reply, _) in kinds().items():
            ports[kind] = (await stack.enter_async_context(world.site(reply))).port
        print(json.dumps(ports), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
