"""Asks while somebody waits for the answer: few addresses, and an end by the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from members.asking.asker import Answer, Asker, Errand

MOST_SECONDS = 14.0
MOST_WISHES = 3
TOO_LONG = "Website trả lời quá chậm, chưa hỏi xong trong thời gian chờ."


class HastyAsker(Asker):
    """An asker for a person who waits; what took too long says nothing about the site."""

    async def _ask(
        self, errands: Sequence[Errand], tell: Callable[[Errand, list[Answer]], None]
    ) -> tuple[dict[int, list[Answer]], str]:
        short = [replace(errand, wishes=errand.wishes[:MOST_WISHES]) for errand in errands]
        try:
            async with asyncio.timeout(MOST_SECONDS):
                return await super()._ask(short, tell)
        except TimeoutError:
            return {errand.site: [] for errand in errands}, TOO_LONG
