"""Counts what a site sends before any parser has spent much on it."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp.client_proto import ResponseHandler

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

    aiohttp bounds single lines and their number; this bounds everything that it does not hand on.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, visit: Visit, *, most_bytes: int) -> None:
        super().__init__(loop)
        self._visit = visit
        self._most = most_bytes + SPARE
        self._heard = 0
        self._hints = 0
        self._is_answered = False

    def data_received(self, data: bytes) -> None:
        # Without data the parser goes on with what it held back.
        for start in range(0, max(len(data), 1), STEP):
            piece = data[start : start + STEP]
            self._heard += len(piece)
            if self._heard > self._most:
                return self._stop(Failure.TOO_LARGE)
            if not self._is_answered and self._heard > LONGEST_HEAD + STEP:
                return self._stop(Failure.HEADERS_TOO_LARGE)
            super().data_received(piece)
            if self._visit.stopped:
                return None
        return None

    def feed_data(self, data: Any, size: int = 0) -> None:
        if self._is_answered:
            # One question has one answer; what follows is never read.
            return
        code = data[0].code
        self._hints += 1
        self._is_answered = not 100 <= code < 200 or code == 101
        if self._hints > MOST_HINTS:
            self._stop(Failure.HEADERS_TOO_LARGE)
        else:
            super().feed_data(data, size)

    def connection_lost(self, exc: BaseException | None) -> None:
        if isinstance(exc, ConnectionResetError) and not self._visit.stopped:
            self._visit.stopped = Fault(Failure.RESET)
        super().connection_lost(exc)

    def _stop(self, failure: Failure) -> None:
        self._visit.stopped = Fault(failure)
        self._visit.end()
