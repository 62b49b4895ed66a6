"""How many points a site has for a period: what held on it, for how long, by a formula of rows.

Each respect (reach, news, …) has its points. Of the time that could be measured, well counts whole,
"to be looked at" in part, faulty not at all. What could not be measured, or was planned, is left
out; a respect of which nothing was measured is left out too, and its points go to the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from members.verdicts.levels import Level, Subject

WHOLE = 100
LEAST_MEASURED = 0.5
_MEASURED = {Level.OK, Level.NOTICE, Level.BAD}
Place = tuple[int | None, int | None]


@dataclass(frozen=True)
class Formula:
    """The points of each respect, how much of them "to be looked at" keeps, and the grades.

    `grades` are the least points of each grade but the last, the best first.
    """

    points: Mapping[Subject, int]
    notice_percent: int
    grades: tuple[int, ...] = (90, 75, 50)

    def share(self, level: Level) -> float:
        """Return what an hour at a level is worth."""
        return {Level.OK: 1.0, Level.NOTICE: self.notice_percent / 100}.get(level, 0.0)


@dataclass(frozen=True)
class Span:
    """A verdict while it held; `place` is the section or directive it was about."""

    verdict: int
    subject: Subject
    level: Level
    since: datetime
    until: datetime | None
    place: Place = (None, None)


@dataclass(frozen=True)
class Loss:
    """The points that one verdict cost, and for how long."""

    verdict: int
    level: Level
    points: float
    lasted: timedelta


@dataclass(frozen=True)
class Part:
    """One respect: the points it has in this score, those kept, and what cost the rest."""

    subject: Subject
    most: float
    got: float
    losses: tuple[Loss, ...]

    @property
    def was_faulty(self) -> bool:
        """Whether anything grave was found, were it for a moment."""
        return any(one.level == Level.BAD for one in self.losses)


@dataclass(frozen=True)
class Score:
    """The whole: out of `WHOLE`. `measured` is the share of the formula that could be measured."""

    parts: tuple[Part, ...]
    measured: float = 1.0

    @property
    def total(self) -> float | None:
        """The points; nothing where too little was measured to say anything of the site."""
        is_enough = self.parts and self.measured >= LEAST_MEASURED
        return sum(part.got for part in self.parts) if is_enough else None

    @property
    def was_faulty(self) -> bool:
        return any(part.was_faulty for part in self.parts)

    def part(self, subject: Subject) -> Part | None:
        return next((one for one in self.parts if one.subject == subject), None)


class Ending(IntEnum):
    """How a site stands when a period ends; the points of better days do not hide it."""

    FINE = 0
    FAULTY = 1
    UNMEASURED = 2


GRAVE = frozenset({Subject.AVAILABILITY, Subject.ABNORMALITY, Subject.TLS})
"""A fault in one of these keeps visitors out, or leads them astray."""


def ending(spans: Iterable[Span], *, end: datetime) -> Ending:
    """Tell whether a site ends a period out of order, or out of our reach."""
    given = list(spans)
    held = {
        (span.subject, span.level)
        for span in given
        if span.since < end and (span.until is None or span.until >= end)
    }
    if any((subject, Level.BAD) in held for subject in GRAVE):
        return Ending.FAULTY
    if (Subject.AVAILABILITY, Level.UNMEASURABLE) in held:
        return Ending.UNMEASURED
    was_read = any(span.subject == Subject.ABNORMALITY for span in given)
    if (Subject.AVAILABILITY, Level.NOTICE) in held and not was_read:
        # It has failed since we look, only not often enough yet to be called down.
        return Ending.UNMEASURED
    return Ending.FINE


GRADES = ("Tốt", "Khá", "Trung bình", "Yếu")
UNGRADED = "Chưa đủ dữ liệu"


def grade(total: float | None, formula: Formula, ending: Ending = Ending.FINE) -> str:
    """Return the grade of a score; who ends out of order is at best in the third, `GRADES[2]`."""
    if total is None or ending is Ending.UNMEASURED:
        return UNGRADED
    reached = (word for word, least in zip(GRADES, formula.grades, strict=False) if total >= least)
    word = next(reached, GRADES[len(formula.grades)])
    return GRADES[2] if ending is Ending.FAULTY and word in GRADES[:2] else word


def score(spans: Iterable[Span], formula: Formula, *, first: datetime, end: datetime) -> Score:
    """Return the score of one site from `first` to `end`; each point lost names its verdict."""
    held: dict[Subject, dict[Place, list[tuple[Span, timedelta]]]]
    held = defaultdict(lambda: defaultdict(list))
    for span in spans:
        lasted = min(span.until or end, end) - max(span.since, first)
        if lasted > timedelta(0) and span.level in _MEASURED:
            held[span.subject][span.place].append((span, lasted))
    measured = {one: held[one] for one in Subject if held.get(one) and formula.points.get(one)}
    given = sum(formula.points[subject] for subject in measured)
    return Score(
        tuple(
            _part(subject, places, formula, most=WHOLE * formula.points[subject] / given)
            for subject, places in measured.items()
        ),
        measured=given / sum(formula.points.values()),
    )


def _part(
    subject: Subject,
    places: Mapping[Place, Sequence[tuple[Span, timedelta]]],
    formula: Formula,
    *,
    most: float,
) -> Part:
    """Return one respect; its places (the site itself, sections, directives) count alike."""
    losses = []
    for rows in places.values():
        whole = sum((lasted for _, lasted in rows), timedelta(0))
        for span, lasted in rows:
            lost = most / len(places) * (1 - formula.share(span.level)) * (lasted / whole)
            if lost > 0:
                losses.append(Loss(span.verdict, span.level, lost, lasted))
    losses.sort(key=lambda one: -one.points)
    return Part(subject, most, max(most - sum(one.points for one in losses), 0.0), tuple(losses))
