"""Finds the advertisements of a page while it is captured: where they are, and by which rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from advertising.behaviour import lists, moving
from cityweb.core.browsing import Browser, Page

_HERE = Path(__file__).parent
_PARTS = ("words", "sight", "closing", "labels", "motion", "beat", "eye")
EYE = "\n".join((_HERE / f"{name}.js").read_text("utf-8") for name in _PARTS)


class Spotter:
    """Looks at one page with the eye; `prepare` comes before the page is opened."""

    def __init__(self, browser: Browser, page: Page, url: str) -> None:
        self._browser = browser
        self._page = page
        self._url = url

    async def prepare(self, tried: dict[str, str] | None = None) -> None:
        """Let the eye watch; `tried` says where controls without a name were found before."""
        known = f"globalThis.citywebTried = {json.dumps(tried)};" if tried else ""
        await self._page.watch_with(known + EYE)

    async def judge(self) -> dict[str, Any]:
        """Ask the lists which of what is there are advertisements; raises as `Page.see`."""
        there = await self._page.see("cityweb.classes()")
        found, asked = lists.installed(), self._page.notes.asked
        marks = {
            "selectors": [
                {"selector": mark.selector, "rule": mark.rule}
                for mark in found.marks(self._url, **there)
            ],
            "urls": {row["url"]: row["rule"] for row in hits(asked, self._url, found)},
            "moving": moving.addresses(self._browser.recording.exchanges),
        }
        marks["urls"] |= {url.partition("?")[0]: rule for url, rule in marks["urls"].items()}
        return dict(await self._page.see(f"cityweb.judge({json.dumps(marks)})"))

    async def spot(self) -> list[dict[str, Any]]:
        """Return the advertisements that are to be seen now, those over the page first."""
        judged = await self.judge()
        scrolled = await self._page.see("scrollY")
        found = []
        for row in judged["over"]:
            if (row["rules"] or row["label"]) and row["box"]["width"] * row["box"]["height"] > 0:
                row["box"]["y"] += scrolled
                found.append(_spot(row, is_over=True))
        for row in judged["flow"]:
            row["box"]["y"] = row["top"]
            found.append(_spot(row, is_over=False))
        return found


def _spot(row: dict[str, Any], *, is_over: bool) -> dict[str, Any]:
    kept = {key: row[key] for key in ("name", "rules", "label", "links", "box")}
    return kept | {"over_the_page": is_over}


def hits(asked: list[Any], url: str, found: lists.Lists) -> list[dict[str, str]]:
    """Return the requests that are for advertisements, with the rule that says so."""
    rows = []
    for one in asked:
        is_page = one.kind == "Document" and one.url.partition("#")[0] == url.partition("#")[0]
        rule = "" if is_page else found.rule_of(one.url, page=url, kind=one.kind)
        if rule:
            rows.append({"url": one.url, "rule": rule, "kind": one.kind})
    return rows


def clip_of(box: dict[str, float], *, beyond: bool = False) -> dict[str, float]:
    """Return a box as a picture takes it; nothing of it is negative or empty."""
    most = 4000 if beyond else 10_000
    return {
        "x": max(box["x"], 0),
        "y": max(box["y"], 0),
        "width": min(max(box["width"], 1), most),
        "height": min(max(box["height"], 1), most),
        "scale": 1,
    }
