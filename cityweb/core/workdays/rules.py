"""A calendar as a plain value: which days are worked, and why. No database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from cityweb.core.models.calendar import WORKED, DayKind

DAY = timedelta(days=1)
SATURDAY = 5
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Day:
    """What the calendar holds about one day that differs from the default."""

    kind: str
    note: str = ""
    citation: str = ""
    is_confirmed: bool = True


@dataclass(frozen=True)
class Why:
    """The reason why a day is worked or not, in Vietnamese, with its source where there is one."""

    text: str
    citation: str = ""


@dataclass(frozen=True)
class Calendar:
    """Which days are worked between `first` and `last`; asking about others is an error.

    Monday to Friday are worked unless a row says otherwise.
    """

    days: Mapping[date, Day] = field(default_factory=dict)
    first: date = date.min
    last: date = date.max

    def is_working(self, day: date) -> bool:
        row = self._row(day)
        return row.kind in WORKED if row else day.weekday() < SATURDAY

    def why(self, day: date) -> Why:
        """Return why the day is worked or not."""
        if day not in self._reasons:
            self._reasons[day] = self._why(day)
        return self._reasons[day]

    @cached_property
    def _reasons(self) -> dict[date, Why]:
        # Counting thousands of clocks asks for the same days again and again.
        return {}

    def _why(self, day: date) -> Why:
        row = self._row(day)
        if row is None:
            name = WEEKDAYS[day.weekday()]
            is_worked = day.weekday() < SATURDAY
            return Why(f"Ngày làm việc ({name})" if is_worked else f"Nghỉ hằng tuần ({name})")
        text = f"{DayKind(row.kind).label}: {row.note}"
        return Why(text if row.is_confirmed else f"{text} (chưa đối chiếu văn bản)", row.citation)

    def is_provisional(self, first: date, last: date) -> bool:
        """Tell whether a count over these days may still change.

        It may where a year has no confirmed row yet, or an unconfirmed row lies between.
        """
        years = range(first.year, last.year + 1)
        return any(year not in self._announced for year in years) or any(
            first <= day <= last for day in self._unconfirmed
        )

    @cached_property
    def _announced(self) -> frozenset[int]:
        return frozenset(day.year for day, row in self.days.items() if row.is_confirmed)

    @cached_property
    def _unconfirmed(self) -> tuple[date, ...]:
        return tuple(day for day, row in self.days.items() if not row.is_confirmed)

    def next_working(self, day: date) -> date:
        """Return the day itself where it is worked, else the first worked day after it."""
        while not self.is_working(day):
            day += DAY
        return day

    def add(self, start: date, n: int) -> date:
        """Return the n-th worked day after `start`, which itself is not counted."""
        if n < 1:
            raise ValueError("a term counts at least one day")
        day = start
        while n:
            day += DAY
            n -= self.is_working(day)
        return day

    def _row(self, day: date) -> Day | None:
        if not self.first <= day <= self.last:
            raise LookupError(f"{day} is outside of this calendar")
        return self.days.get(day)


@dataclass(frozen=True)
class OfficeHours:
    """When the office may write to people: these spans of each worked day, ends not included."""

    spans: tuple[tuple[time, time], ...]

    def are_at(self, moment: datetime, calendar: Calendar) -> bool:
        """Tell whether the office is open at a moment given in its own time zone."""
        return calendar.is_working(moment.date()) and any(
            begin <= moment.time() < end for begin, end in self.spans
        )
