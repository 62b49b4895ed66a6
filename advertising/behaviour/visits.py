"""One fresh opening of a page, and what the first of them found out."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from advertising.behaviour.measures import Sighting
from advertising.behaviour.spotting import Spotter, clip_of
from cityweb.core.browsing import Browser, Page
from cityweb.core.browsing.problems import PageSilent

# A drawn picture that changed so often moves; once or twice is a control coming up.
_MOVES = 3
_TELLING = (Path(__file__).parent / "telling.js").read_text("utf-8")


@dataclass(slots=True)
class Survey:
    """What the first run found out."""

    seen: dict[str, Sighting] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    clicks_needed: dict[str, int | None] = field(default_factory=dict)
    tried: dict[str, str] = field(default_factory=dict)
    """Where a click closed what had nothing to close it by its looks or name."""
    brought_by: str = ""
    """What readers do that what lies over the page came by; nothing where it came by itself."""
    came_back: set[str] = field(default_factory=set)
    """Closed, and there again soon after."""
    opened: dict[str, int] = field(default_factory=dict)
    """Windows that closing it opened."""
    flow: list[dict[str, Any]] = field(default_factory=list)
    page: dict[str, float] = field(default_factory=dict)
    requests: list[dict[str, str]] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Of each advertisement over the page, by name."""


class Visit:
    """One fresh opening of the page."""

    def __init__(self, browser: Browser, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self._spotter = Spotter(browser, page, url)
        self._known: set[int] = set()
        self._is_told = False
        self.facts: dict[str, dict[str, Any]] = {}
        self.judged: dict[str, Any] = {"flow": [], "page": {}}
        self._issued: list[str] = []
        self.drawn: dict[str, list[str]] = {}
        """What drawn advertisements looked like, look by look."""
        self.begun = asyncio.get_running_loop().time()

    async def prepare(self, tried: dict[str, str] | None = None) -> None:
        await self.page.before_each_document(_TELLING)
        await self._spotter.prepare(tried)

    async def state(self) -> list[dict[str, Any]]:
        """Return the advertisements over the page, those gone again among them."""
        rows = await self.page.see("cityweb.state()") or []
        if not self._is_told and {row["id"] for row in rows} - self._known:
            await self.judge()
            self._known |= {row["id"] for row in rows}
        return [row for row in rows if row["name"] in self.facts]

    async def early_state(self) -> list[dict[str, Any]]:
        """Return the same, and nothing where the page has no document yet."""
        try:
            return await self.state()
        except ValueError:
            return []

    def look_for(self, names: set[str]) -> None:
        """Look for these advertisements alone; nobody asks the lists again, which takes time."""
        self.facts, self._is_told = {name: {} for name in names}, True

    async def judge(self) -> None:
        """Ask the lists which of what is there are advertisements."""
        self.judged = await self._spotter.judge()
        for row in self.judged["over"]:
            if row["rules"] or row["label"]:
                self.facts[row["name"]] = row

    def click(self, row: dict[str, Any], spot: dict[str, Any] | None = None) -> None:
        """Click where its control is, or at another spot of it."""
        place = spot or row["control"]
        self._issued.append(row["name"])
        self.page.click(place["x"], place["y"])

    def opened_since(self, before: int) -> int:
        """Return how many windows opened, or pages this one became, since there were `before`."""
        return len(self.page.notes.windows) + len(self.page.documents()) - before

    async def watch_drawing(self, name: str) -> None:
        """Look whether what a page draws itself has changed since the last look."""
        with contextlib.suppress(PageSilent):
            picture = await self.picture(self.facts[name]["box"])
            self.drawn.setdefault(name, []).append(hashlib.sha256(picture).hexdigest())

    def is_moving(self, name: str) -> bool:
        looks = self.drawn.get(name, [])
        return sum(one != other for one, other in pairwise(looks)) >= _MOVES

    @property
    def has_left(self) -> bool:
        return len(self.page.documents()) > 1 + len(self.page.notes.redirects)

    async def sightings(self) -> dict[str, Sighting]:
        """Return what was seen of each advertisement, with the clicks made at it."""
        rows = await self.state()
        made, loaded = await self.page.see("[cityweb.clicks(), cityweb.loaded()]")
        found = {}
        for row in firsts(rows):
            mine = [
                one for one, name in zip(made, self._issued, strict=False) if name == row["name"]
            ]
            found[row["name"]] = Sighting(
                row["name"], row["appearedAt"], row["shownAt"], row["reachedAt"], row["goneAt"],
                row["sankAt"], [one["at"] for one in mine], row["grownAt"], row["unseenAt"],
                [one["done"] for one in mine], loaded,
            )  # fmt: skip
        return found

    async def spend(self, row: dict[str, Any]) -> None:
        """Let another control, where there is one, be pressed before the same again."""
        await self.page.see(f"cityweb.spend({int(row['id'])})")

    async def picture(self, box: dict[str, float]) -> bytes:
        """Return a picture of a part of the screen, wherever the page was scrolled to."""
        scrolled = await self.page.see("scrollY")
        return await self.page.picture(clip=clip_of(box | {"y": box["y"] + scrolled}), seconds=4)

    async def read_on(self) -> None:
        """Scroll on by most of a screen, as readers do."""
        with contextlib.suppress(ValueError):
            await self.page.see("cityweb.scroll()")

    async def row(self, name: str) -> dict[str, Any] | None:
        """Return the state of one advertisement; None where it was never seen."""
        return next((row for row in await self.state() if row["name"] == name), None)


def firsts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the first of each name: what came later in its place is another showing."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(row["name"], row)
    return list(found.values())


async def open_visit(browser: Browser, page: Page, url: str) -> Visit:
    """Open the page afresh and wait until it has loaded."""
    visit = Visit(browser, page, url)
    await visit.prepare()
    await page.go_to(url, seconds=8)
    return visit


async def begin_visit(
    browser: Browser, page: Page, url: str, names: set[str], tried: dict[str, str]
) -> Visit:
    """Open the page to look for `names` alone, from before it has loaded.

    `tried` says where controls without a name were found before.
    """
    visit = Visit(browser, page, url)
    visit.look_for(names)
    await visit.prepare(tried)
    await page.begin(url, seconds=8)
    return visit
