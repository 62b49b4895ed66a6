"""Measures one page: runs it, and puts together what the runs say of each advertisement."""

from __future__ import annotations

import asyncio
from statistics import median
from typing import Any

from advertising.behaviour import runs
from advertising.behaviour.measures import (
    Behaviour,
    Control,
    NonFixedAd,
    Sighting,
    delay_of,
    together,
)
from advertising.behaviour.visits import Survey
from cityweb.core.browsing import DESKTOP, Bounds, View, open_browser
from cityweb.core.browsing.options import MEBIBYTE
from cityweb.core.fetch import Rules

RUNS = 4
SECONDS = 110.0
_MOST_BYTES = 256 * MEBIBYTE


async def measure(
    url: str, *, view: View = DESKTOP, repeats: int = RUNS, rules: Rules | None = None
) -> tuple[Behaviour, dict[str, bytes]]:
    """Return how the advertisements of a page behave, and pictures of those over its content.

    Ends within two minutes. Raises `BrowserMissing` where there is no Chromium.
    """
    bounds = Bounds(seconds=SECONDS, most_bytes=_MOST_BYTES, opens_frames=True)
    async with asyncio.timeout(SECONDS + 8), open_browser(bounds, rules=rules) as browser:
        first, more, problems = await runs.all_runs(browser, url, view, runs=repeats)
    behaviour = Behaviour(
        url=url,
        view=view.name,
        runs=1 + len(more),
        over=[_ad(name, first, more) for name in first.facts],
        in_page=[_in_page(row) for row in first.flow],
        requests=first.requests,
        density=_density([*first.flow, *first.facts.values()], first.page),
        windows=first.windows,
        problems=problems,
    )
    return behaviour, first.pictures


def _ad(name: str, first: Survey, more: list[dict[str, Sighting]]) -> NonFixedAd:
    facts, seen = first.facts[name], first.seen.get(name)
    others = [run[name] for run in more if name in run]
    needed = first.clicks_needed.get(name)
    spans = [span for each in others if needed and (span := delay_of(each, needed))]
    all_seen = [*([seen] if seen else []), *others]
    lengths = [one["length"] for one in facts["media"] if one["length"]]
    leaves = facts["gone"] is not None and seen is not None
    return NonFixedAd(
        name=name,
        rules=facts["rules"],
        label=facts["label"],
        report=facts["report"],
        text=facts["text"],
        links=facts["links"],
        moves=facts["moves"],
        has_video=any(one["kind"] == "video" for one in facts["media"]),
        video_seconds=round(max(lengths), 1) if lengths else None,
        sounded=facts["sounded"],
        covers=round(facts["covers"], 3),
        appears_after=round(median(each.appeared for each in all_seen) / 1000, 2)
        if all_seen
        else 0.0,
        control=_control(facts),
        delay=together(spans),
        clicks_needed=needed,
        was_tried=name in first.clicks_needed,
        comes_back=name in first.came_back,
        opened_by_close=first.opened.get(name, 0),
        goes_after=round((facts["gone"] - seen.appeared) / 1000, 2) if leaves and seen else None,
    )


def _control(facts: dict[str, Any]) -> Control | None:
    control = facts["control"]
    if control is None:
        return None
    return Control(
        text=control["text"],
        width=round(control["box"]["width"], 1),
        height=round(control["box"]["height"], 1),
        contrast=facts.get("contrast"),
        covered=control["covered"],
        is_told=control["rank"] > 0,
    )


def _in_page(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("name", "rules", "label", "text", "links", "moves", "inText", "box", "top")
    return {key: row[key] for key in kept}


def _density(ads: list[dict[str, Any]], page: dict[str, float]) -> float:
    whole = page.get("width", 0) * page.get("height", 0)
    taken = sum(row["box"]["width"] * row["box"]["height"] for row in ads)
    return round(min(taken / whole, 1.0), 3) if whole else 0.0
