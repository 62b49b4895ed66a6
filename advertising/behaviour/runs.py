"""Opens a page several times afresh, and clicks what closes its advertisements.

The first run waits until any lawful waiting time is long over, looks closely, and counts the
clicks it then takes. Each further run clicks from the first moment on, again and again: the clicks
that did nothing and the one that closed enclose the waiting time. All times are the page's own.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from advertising.behaviour import contrasts, lists
from advertising.behaviour.measures import Sighting
from advertising.behaviour.spotting import Spotter, clip_of, hits
from cityweb.core.browsing import Browser, BrowserGone, Page, View
from cityweb.core.browsing.problems import PageSilent

# Longer than any waiting time that the law knows, and than those met in the wild.
LATE_MS = 9200
QUIET_SECONDS, LONGEST_SECONDS = 8.5, 19.0
EAGER_SECONDS = 16.0
_BETWEEN_CLICKS, _PULSE = 0.08, 0.02
_LATE_CLICKS = 3
_PATIENCE = 1.0
# What was closed and comes back within so long was not closed.
_RETURN_SECONDS = 2.5
_OPEN_SHADOWS = """(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    return attach.call(this, {...how, mode: "open"});
  };
})()"""


@dataclass(slots=True)
class Survey:
    """What the first run found out."""

    seen: dict[str, Sighting] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    clicks_needed: dict[str, int | None] = field(default_factory=dict)
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
        self.facts: dict[str, dict[str, Any]] = {}
        self.judged: dict[str, Any] = {"flow": [], "page": {}}
        self._issued: list[str] = []
        self.begun = asyncio.get_running_loop().time()

    async def prepare(self) -> None:
        await self.page.before_each_document(_OPEN_SHADOWS)
        await self._spotter.prepare()

    async def state(self) -> list[dict[str, Any]]:
        """Return the advertisements over the page, those gone again among them."""
        rows = await self.page.see("cityweb.state()") or []
        if {row["id"] for row in rows} - self._known:
            await self.judge()
            self._known |= {row["id"] for row in rows}
        return [row for row in rows if row["name"] in self.facts]

    async def judge(self) -> None:
        """Ask the lists which of what is there are advertisements."""
        self.judged = await self._spotter.judge()
        for row in self.judged["over"]:
            if row["rules"] or row["label"]:
                self.facts[row["name"]] = row

    def click(self, row: dict[str, Any]) -> None:
        """Click where its control is."""
        self._issued.append(row["name"])
        self.page.click(row["control"]["x"], row["control"]["y"])

    def opened_since(self, before: int) -> int:
        """Return how many windows opened, or pages this one became, since there were `before`."""
        return len(self.page.notes.windows) + len(self.page.documents()) - before

    @property
    def has_left(self) -> bool:
        return len(self.page.documents()) > 1 + len(self.page.notes.redirects)

    async def sightings(self) -> dict[str, Sighting]:
        """Return what was seen of each advertisement, with the clicks made at it."""
        rows = await self.state()
        made = [row["at"] for row in await self.page.see("cityweb.clicks()")]
        found = {}
        for row in rows:
            mine = [at for at, name in zip(made, self._issued, strict=False) if name == row["name"]]
            found[row["name"]] = Sighting(
                row["name"], row["appearedAt"], row["shownAt"], row["reachedAt"], row["goneAt"],
                row["sankAt"], mine,
            )  # fmt: skip
        return found


async def survey(browser: Browser, url: str, view: View) -> Survey:
    """Watch until everything could long be closed, look closely, then close it."""
    result = Survey()
    async with browser.open_page(view) as page:
        visit = await _open(browser, page, url)
        await _watch(visit)
        result.windows = list(page.notes.windows)
        await visit.judge()
        for row in await visit.state():
            result.facts[row["name"]] = visit.facts[row["name"]] | {
                "covers": row["covers"],
                "sounded": row["sounded"],
                "control": row["control"],
                "gone": row["goneAt"],
            }
            if row["goneAt"] is None:
                await _close_look(page, row, result)
        result.flow, result.page = visit.judged["flow"], visit.judged["page"]
        result.requests = hits(page.notes.asked, url, lists.installed())
        result.seen = await visit.sightings()
        for row in reversed(await visit.state()):
            if row["goneAt"] is None and not visit.has_left:
                before = visit.opened_since(0)
                result.clicks_needed[row["name"]] = await _close(visit, row["name"])
                result.opened[row["name"]] = visit.opened_since(before)
        result.came_back = await _came_back(visit, result)
    return result


async def _came_back(visit: Visit, result: Survey) -> set[str]:
    """Wait a little; return what was closed by clicks and stands there again."""
    if visit.has_left or not any(result.clicks_needed.values()):
        return set()
    await asyncio.sleep(_RETURN_SECONDS)
    rows = [] if visit.has_left else await visit.state()
    return {
        row["name"]
        for row in rows
        if row["cameBackAt"] is not None and result.clicks_needed.get(row["name"])
    }


async def _open(browser: Browser, page: Page, url: str) -> Visit:
    visit = Visit(browser, page, url)
    await visit.prepare()
    await page.go_to(url, seconds=8)
    return visit


async def _watch(visit: Visit) -> None:
    """Wait until each advertisement has been there long enough, and no new one comes."""
    now = asyncio.get_running_loop().time
    while now() - visit.begun < LONGEST_SECONDS:
        rows = await visit.state()
        clock = await visit.page.see("cityweb.now()")
        is_early = any(
            row["goneAt"] is None and clock - row["appearedAt"] < LATE_MS for row in rows
        )
        if clock > QUIET_SECONDS * 1000 and not is_early:
            return
        await asyncio.sleep(0.3)


async def _close_look(page: Page, row: dict[str, Any], result: Survey) -> None:
    """Keep a picture of an advertisement and measure how its control stands out."""
    try:
        box = result.facts[row["name"]]["box"]
        result.pictures[row["name"]] = await page.picture(clip=clip_of(box), seconds=4)
        control = row["control"]
        if control:
            part = await page.picture(clip=clip_of(control["box"]), seconds=4)
            result.facts[row["name"]]["contrast"] = contrasts.of_picture(part)
    except (PageSilent, ValueError):
        return


async def _close(visit: Visit, name: str) -> int | None:
    """Click its control, with patience after each click; return how many clicks it took."""
    now = asyncio.get_running_loop().time
    for number in range(1, _LATE_CLICKS + 1):
        row = await _row(visit, name)
        if row is None or row["goneAt"] is not None:
            return number - 1 or None
        if row["control"] is None:
            return None
        visit.click(row)
        due = now() + _PATIENCE
        while now() < due:
            await asyncio.sleep(0.05)
            if visit.has_left:
                return None
            row = await _row(visit, name)
            if row is None or row["goneAt"] is not None:
                return number
    return None


async def _row(visit: Visit, name: str) -> dict[str, Any] | None:
    return next((row for row in await visit.state() if row["name"] == name), None)


async def eager(browser: Browser, url: str, view: View, names: set[str]) -> dict[str, Sighting]:
    """Click from the first moment on until all of `names` are closed; return what was seen."""
    now = asyncio.get_running_loop().time
    async with browser.open_page(view) as page:
        visit = await _open(browser, page, url)
        visit.facts = {name: {} for name in names}
        clicked: dict[str, float] = {}
        while now() - visit.begun < EAGER_SECONDS and not visit.has_left:
            rows = [row for row in await visit.state() if row["name"] in names]
            open_ones = [row for row in rows if row["goneAt"] is None]
            if len(rows) == len(names) and not open_ones:
                break
            for row in open_ones:
                name, control = row["name"], row["control"]
                is_due = now() - clicked.get(name, 0) >= _BETWEEN_CLICKS
                if control and control["reached"] and is_due:
                    clicked[name] = now()
                    visit.click(row)
            await asyncio.sleep(_PULSE)
        if visit.has_left:
            return {}
        # What closes slowly is given time to be gone.
        await asyncio.sleep(0.3)
        return await visit.sightings()


async def all_runs(
    browser: Browser, url: str, view: View, *, runs: int
) -> tuple[Survey, list[dict[str, Sighting]], list[str]]:
    """Return the first run, the eager ones, and what went wrong."""
    problems: list[str] = []
    first, more = Survey(), []
    try:
        first = await survey(browser, url, view)
        # What three patient clicks did not close is not clicked a hundred times.
        names = {name for name, clicks in first.clicks_needed.items() if clicks}
        for _ in range(runs if names else 0):
            more.append(await eager(browser, url, view, names))
    except (PageSilent, ValueError) as problem:
        problems.append(f"Trang không đáp ứng khi đo ({problem}).")
    except BrowserGone as problem:
        problems.append(str(problem))
    return first, more, problems
