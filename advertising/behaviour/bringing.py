"""Brings up what waits for readers to do something: to read on, or to turn to leave."""

from __future__ import annotations

import asyncio

from advertising.behaviour.visits import Visit

READING, LEAVING = "reading", "leaving"
# Where nothing lies over the page, it is read on for so many screens, and then left so often.
_TIMES = {READING: 3, LEAVING: 2}
PAUSE_SECONDS, _AFTERWARDS = 0.4, 1.5


async def bring(visit: Visit) -> str:
    """Do what readers do until something lies over the page; return what brought it."""
    for way, times in _TIMES.items():
        for number in range(times + 1):
            if number < times:
                await do(visit, way)
            await asyncio.sleep(PAUSE_SECONDS if number < times else _AFTERWARDS)
            if await visit.state():
                return way
        if way == READING:
            await visit.page.see("cityweb.scrollBack()")
    return ""


async def do(visit: Visit, way: str) -> None:
    """Read on by a screen, or turn to leave; whoever has no mouse leaves unseen."""
    if way == READING:
        await visit.read_on()
    elif not visit.page.view.is_mobile:
        middle = visit.page.view.width / 2
        visit.page.move(middle, 200)
        visit.page.move(middle, -5)
