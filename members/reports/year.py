"""A site's year as a drawing: a square a day, a column a week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from members.models import MemberSite, SiteDay, Verdict
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
    roll: SiteDay | None = None

    @property
    def css(self) -> str:
        return f"is-{self.day.level.value}" if self.day.level else "is-none"

    @property
    def words(self) -> str:
        said = self.day.level.label if self.day.level else "chưa theo dõi"
        return f"{self.day.date:%d/%m/%Y}: {said}{_visits(self.roll)}"


@dataclass(frozen=True)
class Year:
    """Everything the template draws."""

    squares: list[Square]
    months: list[tuple[int, str]]
    tally: list[tuple[Level, int]]
    width: int
    height: int


def rolled(site: MemberSite, *, today: date) -> list[SiteDay]:
    """Return the days of the last year that are rolled up, the oldest first."""
    since = today - timedelta(days=yearly.DAYS)
    return list(SiteDay.objects.filter(site=site, day__gt=since).order_by("day"))


def _visits(roll: SiteDay | None) -> str:
    """Return in words how the visits of a day went."""
    if roll is None or not sum(roll.asked):
        return ""
    hours = [hour for hour, failed in enumerate(roll.failed) if failed]
    when = f" (lúc {', '.join(map(str, hours))} giờ)" if hours else ""
    answered = [ms for ms in roll.answer_ms if ms]
    speed = f", trả lời sau {round(sum(answered) / len(answered))} ms" if answered else ""
    return f". Hỏi {sum(roll.asked)} lần, lỗi {sum(roll.failed)} lần{when}{speed}"


def year(rolls: Sequence[SiteDay], verdicts: Sequence[Verdict], *, today: date) -> Year:
    """Return the drawing of the last year from the days rolled up, and the verdicts since then."""
    spans = [Span(Level(one.level), one.day, one.day) for one in rolls if one.level]
    last = rolls[-1].day if rolls else date.min
    spans += [
        Span(
            Level(one.level),
            max(timezone.localdate(one.since), last + timedelta(days=1)),
            timezone.localdate(one.until) if one.until else None,
        )
        for one in verdicts
    ]
    days = yearly.days(spans, today=today)
    return Year(
        squares=_squares(days, {one.day: one for one in rolls}),
        months=_months(days),
        tally=yearly.tally(days),
        width=(_column(days, days[-1]) + 1) * (SIDE + GAP),
        height=HEAD + 7 * (SIDE + GAP),
    )


def _squares(days: Sequence[Day], rolls: Mapping[date, SiteDay]) -> list[Square]:
    return [
        Square(
            day,
            x=_column(days, day) * (SIDE + GAP),
            y=HEAD + day.date.weekday() * (SIDE + GAP),
            roll=rolls.get(day.date),
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
