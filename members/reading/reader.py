"""Keeps the parsing child of one round: asks it page by page, and replaces it when it dies."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Any, Self

from members.abnormality.keywords import UNCHANGED, Changes
from members.reading.facts import Facts, Job, pack

logger = logging.getLogger(__name__)

# Start-up and one page; an honest page takes a hundredth of a second.
PATIENCE_SECONDS = 8
_ROOT = Path(__file__).parents[2]
_LONGEST_LINE = 16 * 1024 * 1024
UNREADABLE = Facts(is_unreadable=True)


class Reader:
    """Reads pages in a child process, one at a time; used as `async with Reader() as reader`."""

    def __init__(self, changes: Changes = UNCHANGED) -> None:
        self._changes = changes
        self._turn = asyncio.Lock()
        self._child: Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._end()

    async def read(self, job: Job) -> Facts:
        """Return the facts of one page; a page that kills or stalls the child is unreadable."""
        async with self._turn:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    said = await self._ask(job)
            except (TimeoutError, OSError, ValueError):
                logger.warning("a page could not be read: %s", job.kind)
                await self._end()
                return UNREADABLE
        return Facts.unpacked(said) if said else UNREADABLE

    async def _ask(self, job: Job) -> dict | None:
        if self._child is None:
            self._child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-B", "-m", "members.reading.child"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                cwd=_ROOT,
                env={"MALLOC_ARENA_MAX": "1", "LC_ALL": "C.UTF-8"},
                limit=_LONGEST_LINE,
            )
            if self._changes != UNCHANGED:
                await self._say({"changes": pack(self._changes)})
        return await self._say(job.packed())

    async def _say(self, line: dict[str, Any]) -> dict | None:
        self._child.stdin.write(json.dumps(line).encode() + b"\n")
        await self._child.stdin.drain()
        return json.loads(await self._child.stdout.readline())

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.returncode is None:
            child.kill()
            await child.wait()
