"""Opens a page several times afresh, and clicks what closes its advertisements.

The first run waits until any lawful waiting time is long over, looks closely, and counts the
clicks it then takes. Each further run clicks from the first moment on, again and again: the clicks
that did nothing and the one that closed enclose the waiting time. All times are the page's own.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from advertising.behaviour import closing, contrasts, lists
from advertising.behaviour.bringing import PAUSE_SECONDS, bring, do
from advertising.behaviour.measures import Sighting, delay_of, together
from advertising.behaviour.spotting import hits
from advertising.behaviour.visits import Survey, Visit, begin_visit, firsts, open_visit
from cityweb.core.browsing import Browser, BrowserGone, View
from cityweb.core.browsing.problems import PageSilent

# Longer than any waiting time that the law knows, and than those met in the wild.
LATE_MS = 9200
# What has nothing to close it by then is watched longer: it may come later still.
LATER_MS = 15_500
QUIET_SECONDS, LONGEST_SECONDS = 8.5, 23.0
EAGER_SECONDS = 19.0
_BETWEEN_CLICKS, _PULSE = 0.08, 0.02
# What a click made fade is left to fade: another one would begin that anew.
_FADING_SECONDS = 1.0
# Bounds further apart than this are narrowed by so many more runs.
_WIDE_SECONDS, _FURTHER_RUNS = 0.15, 3
# What was closed and comes back within so long was not closed.
_RETURN_SECONDS = 2.5
_OTHER_SIZE = 12
# Gone this much before it goes by itself, something was closed.
_SOONER_MS = 400


async def survey(browser: Browser, url: str, view: View) -> Survey:
    """Watch until everything could long be closed, look closely, then close it."""
    result = Survey()
    async with browser.open_page(view) as page:
        visit = await open_visit(browser, page, url)
        await _watch(visit)
        if not await visit.state():
            result.brought_by = await bring(visit)
            if result.brought_by:
                visit.begun = asyncio.get_running_loop().time()
                await _watch(visit)
        result.windows = list(page.notes.windows)
        await visit.judge()
        for row in await visit.state():
            result.facts[row["name"]] = visit.facts[row["name"]] | {
                "covers": row["covers"],
                "sounded": row["sounded"],
                "control": row["control"] or row["hadControl"],
                "gone": row["goneAt"],
                "moves": visit.facts[row["name"]]["moves"] or visit.is_moving(row["name"]),
            }
            if row["goneAt"] is None:
                await _close_look(visit, row, result)
        result.flow, result.page = visit.judged["flow"], visit.judged["page"]
        result.requests = hits(page.notes.asked, url, lists.installed())
        result.seen = await visit.sightings()
        begun = float(await page.see("cityweb.now()"))
        await _close_all(visit, result)
        # What was seen so far stands, whatever the page does while corners are tried.
        with contextlib.suppress(PageSilent, ValueError):
            await closing.try_corners(visit, result)
            result.came_back = await _came_back(visit, result, begun)
    return result


async def _close_all(visit: Visit, result: Survey) -> None:
    """Close what is there, the topmost first; what goes with another took the same clicks."""
    clicks: int | None = None
    for row in reversed(await visit.state()):
        name = row["name"]
        if row["goneAt"] is not None or visit.has_left:
            continue
        current = await visit.row(name)
        if current is None or current["goneAt"] is not None:
            if clicks:
                result.clicks_needed[name], result.opened[name] = clicks, 0
            continue
        before, clicks = visit.opened_since(0), None
        # A page that leads elsewhere while it is asked does not answer.
        with contextlib.suppress(PageSilent, ValueError):
            clicks = await closing.close(visit, name)
        result.clicks_needed[name] = clicks
        result.opened[name] = visit.opened_since(before)


async def _came_back(visit: Visit, result: Survey, begun: float) -> set[str]:
    """Wait a little; return what was closed by clicks, since `begun`, and stands there again."""
    closed = {name for name, clicks in result.clicks_needed.items() if clicks}
    if visit.has_left or not closed:
        return set()
    await asyncio.sleep(_RETURN_SECONDS)
    rows = [] if visit.has_left else await visit.state()
    again = {row["name"] for row in rows if row["cameBackAt"] is not None}
    for row in rows:
        if row["goneAt"] is None and row["appearedAt"] > begun:
            again |= {
                name for name in closed if _is_same(visit.facts[row["name"]], result.facts[name])
            }
    return again & closed


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two showings are of one advertisement: what it says, and how large."""
    sides = ("width", "height")
    is_as_large = all(abs(one["box"][side] - other["box"][side]) < _OTHER_SIZE for side in sides)
    return is_as_large and one["text"] == other["text"] and one["links"] == other["links"]


async def _watch(visit: Visit) -> None:
    """Wait until each advertisement has been there long enough, and no new one comes."""
    now = asyncio.get_running_loop().time
    while now() - visit.begun < LONGEST_SECONDS:
        rows = await visit.state()
        clock = await visit.page.see("cityweb.now()")
        is_early = any(
            row["goneAt"] is None
            and clock - row["appearedAt"] < (LATE_MS if row["control"] else LATER_MS)
            for row in rows
        )
        if clock > QUIET_SECONDS * 1000 and not is_early:
            return
        for row in rows:
            if row["goneAt"] is None and visit.facts[row["name"]]["isDrawn"]:
                await visit.watch_drawing(row["name"])
        await asyncio.sleep(0.3)


async def _close_look(visit: Visit, row: dict[str, Any], result: Survey) -> None:
    """Keep a picture of an advertisement and measure how its control stands out."""
    try:
        box = result.facts[row["name"]]["box"]
        result.pictures[row["name"]] = await visit.picture(box)
        control = row["control"]
        if control:
            part = await visit.picture(control["box"])
            result.facts[row["name"]]["contrast"] = contrasts.of_picture(part)
    except (PageSilent, ValueError):
        return


async def eager(
    browser: Browser, url: str, view: View, names: set[str], first: Survey
) -> dict[str, Sighting]:
    """Click from the first moment on until all of `names` are closed; return what was seen."""
    now = asyncio.get_running_loop().time
    async with browser.open_page(view) as page:
        visit = await begin_visit(browser, page, url, names, first.tried)
        clicked: dict[str, float] = {}
        waited: dict[str, float] = {}
        acted = now()
        while now() - visit.begun < EAGER_SECONDS and not visit.has_left:
            rows = firsts([row for row in await visit.early_state() if row["name"] in names])
            if first.brought_by and not rows and now() >= acted + PAUSE_SECONDS:
                acted = now()
                await do(visit, first.brought_by)
            open_ones = [row for row in rows if row["goneAt"] is None]
            if len(rows) == len(names) and not open_ones:
                break
            for row in open_ones:
                name, control = row["name"], row["control"]
                is_due = now() - clicked.get(name, 0) >= _BETWEEN_CLICKS
                if row["isFading"] and name in clicked and waited.get(name, 0) < _FADING_SECONDS:
                    waited[name] = waited.get(name, 0) + _PULSE
                    continue
                if control and control["reached"] and is_due:
                    clicked[name] = now()
                    visit.click(row)
                    if (first.clicks_needed.get(name) or 1) > 1:
                        await visit.spend(row)
            await asyncio.sleep(_PULSE)
        if visit.has_left:
            return {}
        # What closes slowly is given time to be gone.
        await asyncio.sleep(0.3)
        return await visit.sightings()


def _is_wide(first: Survey, more: list[dict[str, Sighting]]) -> bool:
    """Tell whether the runs of a busy machine leave a waiting time too uncertain."""
    for name, needed in first.clicks_needed.items():
        spans = [delay_of(run[name], needed) for run in more if needed and name in run]
        delay = together([span for span in spans if span])
        if delay and delay.high - delay.low > _WIDE_SECONDS:
            return True
        if spans and all(span is None or span.is_late for span in spans):
            return True
    return False


def _went_early(first: Survey) -> set[str]:
    """Return what went by itself before anybody tried to close it, although it could be."""
    return {
        name
        for name, facts in first.facts.items()
        if facts["gone"] is not None and facts["control"] and name in first.seen
    }


def _closed_early(first: Survey, more: list[dict[str, Sighting]]) -> None:
    """Note for what went by itself whether clicks made it go sooner."""
    for name in _went_early(first):
        natural = first.facts[name]["gone"] - first.seen[name].appeared
        spans = [
            run[name].gone - run[name].appeared for run in more if name in run and run[name].gone
        ]
        if spans:
            has_closed = min(spans) < natural - _SOONER_MS
            first.clicks_needed[name] = 1 if has_closed else None


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
        names |= _went_early(first)
        for number in range(runs + _FURTHER_RUNS if names else 0):
            if number >= runs and not _is_wide(first, more):
                break
            more.append(await eager(browser, url, view, names, first))
        _closed_early(first, more)
    except (PageSilent, ValueError) as problem:
        problems.append(f"Trang không đáp ứng khi đo ({problem}).")
    except BrowserGone as problem:
        problems.append(str(problem))
    return first, more, problems
