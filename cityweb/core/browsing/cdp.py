"""Speaks with Chromium over two pipes in its own protocol (Chrome DevTools Protocol)."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable
from typing import IO, Any

from cityweb.core.browsing.problems import BrowserGone, PageSilent

Facts = dict[str, Any]
Hearer = Callable[[Facts], None]

# A full page as a picture, in base64.
LONGEST_MESSAGE = 160 * 1024 * 1024


class Wire(asyncio.Protocol):
    """Both directions of the conversation; messages are JSON, each ended by a zero byte."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Facts]] = {}
        self._hearers: dict[tuple[str, str], list[Hearer]] = {}
        self._heard = bytearray()
        self._out: asyncio.WriteTransport | None = None
        self.is_cut = False

    async def open(self, reads: IO[bytes], writes: IO[bytes]) -> None:
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: self, reads)
        self._out, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, writes)

    def close(self) -> None:
        if self._out is not None and not self._out.is_closing():
            self._out.abort()
        self._out = None
        self.connection_lost(None)

    def data_received(self, data: bytes) -> None:
        self._heard += data
        if len(self._heard) > LONGEST_MESSAGE:
            return self.close()
        if b"\0" not in data:
            return None
        *messages, rest = self._heard.split(b"\0")
        self._heard = bytearray(rest)
        for message in messages:
            self._take(json.loads(message))
        return None

    def connection_lost(self, exc: BaseException | None) -> None:
        self.is_cut = True
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(BrowserGone("Chromium dừng giữa chừng."))
        self._waiting.clear()

    def hear(self, event: str, hearer: Hearer, *, session: str = "") -> None:
        """Call `hearer` with the facts of each such event of a session."""
        self._hearers.setdefault((session, event), []).append(hearer)

    async def ask(
        self, method: str, *, session: str = "", seconds: float = 10.0, **facts: Any
    ) -> Facts:
        """Return the answer to one command.

        Raises `PageSilent` when none comes in time, `BrowserGone` when none can come any more,
        and `ValueError` when the browser says that it cannot be done.
        """
        if self._out is None or self.is_cut:
            raise BrowserGone("Chromium đã dừng.")
        number = next(self._numbers)
        waiting = self._waiting[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": facts}
        if session:
            message["sessionId"] = session
        self._out.write(json.dumps(message).encode() + b"\0")
        try:
            async with asyncio.timeout(seconds):
                return await waiting
        except TimeoutError as problem:
            raise PageSilent(method) from problem
        finally:
            self._waiting.pop(number, None)

    def tell(self, method: str, *, session: str = "", **facts: Any) -> None:
        """Send a command whose answer nobody needs."""
        if self._out is not None and not self.is_cut:
            message = {"id": next(self._numbers), "method": method, "params": facts}
            if session:
                message["sessionId"] = session
            self._out.write(json.dumps(message).encode() + b"\0")

    def _take(self, message: Facts) -> None:
        if "id" in message:
            waiting = self._waiting.get(message["id"])
            if waiting is None or waiting.done():
                return
            if "error" in message:
                waiting.set_exception(ValueError(message["error"].get("message", "")))
            else:
                waiting.set_result(message["result"])
            return
        key = (message.get("sessionId", ""), message["method"])
        for hearer in self._hearers.get(key, []):
            with contextlib.suppress(KeyError):
                hearer(message["params"])
