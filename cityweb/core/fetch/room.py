"""Room for the bodies of many visits at once: most are small, and only a few may be large."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Self

from cityweb.core.fetch.visits import Clock

FREE_BYTES = 256 * 1024
LARGE_AT_ONCE = 16


class Room:
    """What all visits of one fetcher share: places for large bodies, and one turn at unpacking."""

    def __init__(self) -> None:
        self.large = asyncio.Semaphore(LARGE_AT_ONCE)
        # Unpackers run ahead of what is taken from them: two hundred at once would hold the loop up
        # and fill the memory, one by one they do neither.
        self.unpacking = asyncio.Lock()


class Body:
    """The body of one visit as it grows; used as `async with Body(room, clock) as body`."""

    def __init__(self, room: Room, clock: Clock) -> None:
        self._room = room
        self._clock = clock
        self._bytes = bytearray()
        self._is_large = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._is_large:
            self._room.large.release()
        # A traceback somewhere may outlive the visit; what it read must not.
        self._bytes = bytearray()

    async def take(self, pieces: Iterator[bytes]) -> None:
        """Add all `pieces`, waiting for a place before the body becomes large."""
        while True:
            async with self._room.unpacking:
                piece = next(pieces, None)
            if piece is None:
                return
            if not self._is_large and len(self._bytes) + len(piece) > FREE_BYTES:
                with self._clock.stopped():
                    await self._room.large.acquire()
                self._is_large = True
            self._bytes += piece

    def whole(self) -> bytes:
        return bytes(self._bytes)
