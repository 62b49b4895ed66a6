"""What is measured of an advertisement, and how runs are put together. Plain values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

# A click that closes shows within so long; what goes later goes by itself.
CLOSING_MS = 900.0
# What is heeded once an advertisement has come up is heeded within so long.
GROWN_MS = 250.0
# A first click so much after there was something to click says little of the time before.
LATE_CLICK_MS = 200.0


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
    """When the page first heard of each click."""
    grown: float | None = None
    """When it had come up whole, where it came up slowly."""
    unseen: float | None = None
    """When it was last seen missing before it appeared."""
    done: list[float] = field(default_factory=list)
    """When the page had heard the whole of each click."""
    loaded: list[float] = field(default_factory=list)
    """When the page had been read, and when it had loaded: many a script listens only then."""

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

    def heard(self, click: int) -> float:
        """Return when the page had heard the whole of a click, or closed before that."""
        whole = self.done[click] if click < len(self.done) else self.clicks[click]
        return whole if self.gone is None else max(min(whole, self.gone), self.clicks[click])


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds until an advertisement can be closed: the measure, and its sure bounds."""

    low: float
    best: float
    high: float
    runs: int


@dataclass(frozen=True, slots=True)
class Span:
    """Between which seconds after its appearance a run shows that something could be closed."""

    low: float
    high: float
    is_late: bool = False
    """The first click that proves anything closed, and came too late to tell of the time before."""

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def delay_of(sighting: Sighting, clicks_needed: int) -> Span | None:
    """Return what a run shows of the waiting time; None where it shows nothing.

    Clicks are made one after the other from the moment that there is something to click; those
    that did nothing bound the time from below, the one that closed from above. A click at what was
    still coming up proves nothing: many a page heeds it only once that is done. It appeared at some
    moment since it was last seen missing, which is long on a busy machine.
    """
    closing = sighting.closing_click
    if closing is None or sighting.reached is None:
        return None
    useful = max(closing - clicks_needed + 1, 0)
    start = sighting.appeared
    unsure = start - (start if sighting.unseen is None else min(sighting.unseen, start))
    is_early = useful > 0 and _was_early(sighting, useful)
    if useful == 0 or is_early or _was_coming_up(sighting, useful):
        exact = max(sighting.reached - start, 0.0) / 1000
        is_late = useful == 0 and sighting.clicks[0] - sighting.reached > LATE_CLICK_MS
        return Span(exact, exact, is_early or is_late)
    low = (sighting.clicks[useful - 1] - start) / 1000
    high = (sighting.heard(useful) - start) / 1000
    return Span(low, high + unsure / 1000)


def _was_coming_up(sighting: Sighting, useful: int) -> bool:
    """Tell whether it was clicked while it came up, and went as soon as it had."""
    return sighting.grown is not None and _heeds(sighting, useful, sighting.grown)


def _was_early(sighting: Sighting, useful: int) -> bool:
    """Tell whether it was clicked while the page loaded, and went as soon as that was done."""
    return any(_heeds(sighting, useful, moment) for moment in sighting.loaded)


def _heeds(sighting: Sighting, useful: int, moment: float) -> bool:
    """Tell whether clicks did nothing before a moment and closed it right after."""
    before, closing = sighting.clicks[0], sighting.clicks[useful]
    return before <= moment and closing - moment <= GROWN_MS


def together(spans: list[Span]) -> Delay | None:
    """Put the runs together: narrower bounds win; where runs disagree, what most of them say."""
    prompt = [span for span in spans if not span.is_late] or spans
    if not prompt:
        return None
    low, high = max(span.low for span in prompt), min(span.high for span in prompt)
    if low <= high:
        return Delay(low, (low + high) / 2, high, len(spans))
    best = _most_say(prompt)
    return Delay(
        min(span.low for span in prompt), best, max(span.high for span in prompt), len(spans)
    )


def _most_say(spans: list[Span]) -> float:
    """Return the middle of where most spans lie over one another; of several, the median's."""
    depths = {
        edge: sum(span.low <= edge <= span.high for span in spans)
        for span in spans
        for edge in (span.low, span.high)
    }
    if max(depths.values()) == 1:
        return median(span.middle for span in spans)
    edges = [edge for edge, depth in depths.items() if depth == max(depths.values())]
    return (min(edges) + max(edges)) / 2


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
