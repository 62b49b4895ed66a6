"""What is measured of an advertisement, and how runs are put together. Plain values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

# A click that closes shows within so long; what goes later goes by itself.
CLOSING_MS = 900.0
# What is heeded once an advertisement has come up is heeded within so long.
GROWN_MS = 250.0


@dataclass(slots=True)
class Sighting:
    """One advertisement over the page in one run; times in milliseconds of the page's clock."""

    name: str
    appeared: float
    shown: float | None
    """When something to close it first stood there, whether it could be reached or not."""
    reached: float | None
    """When that could first be reached by a click."""
    gone: float | None
    sank: float | None
    """When it began to go: closing may take its time."""
    clicks: list[float] = field(default_factory=list)
    grown: float | None = None
    """When it had come up whole, where it came up slowly."""

    @property
    def closing_click(self) -> int | None:
        """Return which click closed it, counted from 0; None where none did."""
        if self.gone is None:
            return None
        began = self.gone if self.sank is None else self.sank
        before = [at for at in self.clicks if at <= began]
        if not before or began - before[-1] > CLOSING_MS:
            return None
        return len(before) - 1


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds until an advertisement can be closed: the measure, and its sure bounds."""

    low: float
    best: float
    high: float
    runs: int


def delay_of(sighting: Sighting, clicks_needed: int) -> tuple[float, float] | None:
    """Return between which seconds after its appearance a run shows that it could be closed.

    Clicks are made one after the other from the moment that there is something to click; those
    that did nothing bound the time from below, the one that closed from above. A click at what was
    still coming up proves nothing: many a page heeds it only once that is done.
    """
    closing = sighting.closing_click
    if closing is None or sighting.reached is None:
        return None
    useful = max(closing - clicks_needed + 1, 0)
    start = sighting.appeared
    if useful == 0 or _was_coming_up(sighting, useful):
        exact = max(sighting.reached - start, 0.0) / 1000
        return exact, exact
    return (
        (sighting.clicks[useful - 1] - start) / 1000,
        (sighting.clicks[useful] - start) / 1000,
    )


def _was_coming_up(sighting: Sighting, useful: int) -> bool:
    """Tell whether it was clicked while it came up, and went as soon as it had."""
    grown = sighting.grown
    if grown is None or sighting.clicks[0] > grown:
        return False
    return sighting.clicks[useful] - grown <= GROWN_MS


def together(spans: list[tuple[float, float]]) -> Delay | None:
    """Put the runs together: narrower bounds win, and where runs disagree the middle decides."""
    if not spans:
        return None
    low, high = max(low for low, _ in spans), min(high for _, high in spans)
    if low > high:
        middles = [(low + high) / 2 for low, high in spans]
        best = median(middles)
        return Delay(min(low for low, _ in spans), best, max(high for _, high in spans), len(spans))
    return Delay(low, (low + high) / 2, high, len(spans))


@dataclass(slots=True)
class Control:
    """What an advertisement is closed with, as it looks."""

    text: str
    width: float
    height: float
    contrast: float | None
    covered: bool
    """Something else lies over it and takes the click."""
    is_told: bool = True
    """Its looks or its name say what it is; else it was found by clicking corners."""


@dataclass(slots=True)
class NonFixedAd:
    """An advertisement over the content, over all runs."""

    name: str
    rules: list[str]
    label: str
    report: str
    text: str
    links: list[str]
    moves: bool
    video_seconds: float | None
    has_video: bool
    sounded: bool
    covers: float
    appears_after: float
    control: Control | None
    delay: Delay | None
    clicks_needed: int | None
    """None where three clicks did not close it."""
    opened_by_close: int
    comes_back: bool
    """Closed by a click, it was there again soon after."""
    goes_after: float | None
    """Seconds after which it goes by itself; None where it stays."""
    was_tried: bool = True
    """Whether anybody came to close it: the page may lead elsewhere before."""

    @property
    def is_fake(self) -> bool:
        """Tell whether closing leads elsewhere, or does not close at all."""
        if not self.was_tried:
            return False
        has_control = self.control is not None
        is_honest = self.clicks_needed is not None and not self.comes_back
        return has_control and (self.opened_by_close > 0 or not is_honest)


@dataclass(slots=True)
class Behaviour:
    """Everything measured of one page in one view."""

    url: str
    view: str
    runs: int
    over: list[NonFixedAd]
    in_page: list[dict[str, Any]]
    requests: list[dict[str, str]]
    """Requests for advertisements: address, rule."""
    density: float
    """Part of the page, from 0 to 1, that advertisements in it and over it take."""
    windows: list[str]
    """Windows opened without anybody closing an advertisement."""
    problems: list[str]
