"""A site's year as a drawing: a square a day, a column a week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from members.models import Verdict
from members.verdicts import yearly
from members.verdicts.levels import Level
from members.verdicts.yearly import Day, Span

SIDE, GAP, HEAD = 11, 2, 16
# Two names of months would stand on each other with fewer columns between.
FEWEST_COLUMNS = 3


@dataclass(frozen=True)
class Square:
    """One day with its place in the drawing."""

    day: Day
    x: int
    y: int

    @property
    def css(self) -> str:
        return f"is-{self.day.level.value}" if self.day.level else "is-none"

    @property
    def words(self) -> str:
        said = self.day.level.label if self.day.level else "chưa theo dõi"
        return f"{self.day.date:%d/%m/%Y}: {said}"


@dataclass(frozen=True)
class Year:
    """Everything the template draws."""

    squares: list[Square]
    months: list[tuple[int, str]]
    tally: list[tuple[Level, int]]
    width: int
    height: int


def year(verdicts: Sequence[Verdict], *, today: date) -> Year:
    """Return the drawing of the last year from every verdict that held in it."""
    spans = [
        Span(
            Level(one.level),
            timezone.localdate(one.since),
            timezone.localdate(one.until) if one.until else None,
        )
        for one in verdicts
    ]
    days = yearly.days(spans, today=today)
    return Year(
        squares=_squares(days),
        months=_months(days),
        tally=yearly.tally(days),
        width=(_column(days, days[-1]) + 1) * (SIDE + GAP),
        height=HEAD + 7 * (SIDE + GAP),
    )


def _squares(days: Sequence[Day]) -> list[Square]:
    return [
        Square(
            day,
            x=_column(days, day) * (SIDE + GAP),
            y=HEAD + day.date.weekday() * (SIDE + GAP),
        )
        for day in days
    ]


def _column(days: Sequence[Day], day: Day) -> int:
    monday = days[0].date - timedelta(days=days[0].date.weekday())
    return (day.date - monday).days // 7


def _months(days: Sequence[Day]) -> list[tuple[int, str]]:
    """Return where each month begins, and its name, the first only where it has room."""
    starts = [day for day in days if day.date.day == 1]
    return [
        (_column(days, day) * (SIDE + GAP), f"Th{day.date.month}")
        for day in starts
        if _column(days, days[-1]) - _column(days, day) >= FEWEST_COLUMNS
    ]
