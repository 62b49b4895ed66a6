"""Counts what a site sends before any parser has spent much on it."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from cityweb.core.fetch import heads
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.visits import Visit

# Parsed in one go: a few milliseconds at the worst.
STEP = 16 * 1024
MOST_HINTS = 8
LONGEST_HEAD = 64 * 1024
# Marks of chunks and the like, over what a body may weigh.
SPARE = 256 * 1024


class GuardedHandler(ResponseHandler):
    """Ends a connection that sends endless headers, hints (1xx), answers or marks of chunks.

    aiohttp bounds single lines and their number; this bounds everything that it does not hand on,
    and gives it heads that it can read.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, visit: Visit, *, most_bytes: int) -> None:
        super().__init__(loop)
        self._visit = visit
        self._most = most_bytes + SPARE
        self._heard = 0
        self._hints = 0
        self._is_answered = False
        self._head = bytearray()
        self._left: int | None = None

    def data_received(self, data: bytes) -> None:
        # Without data the parser goes on with what it held back.
        for start in range(0, max(len(data), 1), STEP):
            piece = data[start : start + STEP]
            self._heard += len(piece)
            if self._heard > self._most:
                return self._visit.stop(Failure.TOO_LARGE)
            if self._is_answered:
                self._body_received(piece)
            else:
                self._head_received(piece)
            if self._visit.stopped:
                return None
        return None

    def _head_received(self, data: bytes) -> None:
        known = len(self._head)
        self._head += data if known else data.lstrip(b"\r\n")
        if not heads.may_be_answer(bytes(self._head[:5])):
            # Let the parser say what is wrong with it.
            return super().data_received(bytes(self._head))
        parts = heads.split(self._head, known=known)
        if parts:
            return self._head_ended(*parts)
        return self._visit.stop(Failure.HEADERS_TOO_LARGE) if known > LONGEST_HEAD else None

    def _head_ended(self, raw: bytes, rest: bytes) -> None:
        head = heads.mend(raw)
        self._head.clear()
        self._left = head.length if head else None
        super().data_received(head.content if head else raw + b"\r\n\r\n")
        if self._is_answered:
            self._body_received(rest)
        elif head and rest and not self._visit.stopped:
            # That was a hint; the answer follows.
            self._head_received(rest)

    def _body_received(self, data: bytes) -> None:
        """Hand on what belongs to the body: servers that count wrong send more than they said."""
        if data and self._left is not None:
            data, self._left = data[: self._left], max(self._left - len(data), 0)
            if not data:
                return
        super().data_received(data)

    def feed_data(self, data: Any, size: int = 0) -> None:
        if self._is_answered:
            # One question has one answer; what follows is never read.
            return
        code = data[0].code
        self._hints += 1
        self._is_answered = not 100 <= code < 200 or code == 101
        if self._hints > MOST_HINTS:
            self._visit.stop(Failure.HEADERS_TOO_LARGE)
        else:
            super().feed_data(data, size)

    def set_exception(self, exc: Any, *cause: Any) -> None:
        super().set_exception(exc, *cause)
        # A body that cannot be read any further would otherwise be waited for.
        if self._is_answered and not self._visit.stopped and isinstance(exc, HttpProcessingError):
            self._visit.stop(Failure.BAD_HTTP)

    def connection_lost(self, exc: BaseException | None) -> None:
        if isinstance(exc, ConnectionResetError) and not self._visit.stopped:
            self._visit.stopped = Fault(Failure.RESET)
        super().connection_lost(exc)
