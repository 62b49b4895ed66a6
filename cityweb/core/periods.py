"""The months, quarters and years that scores and reports are about. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAMED = re.compile(r"(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?")


@dataclass(frozen=True)
class Period:
    """Days from `first` up to but not including `end`; `key` is how an address names them."""

    key: str
    label: str
    first: date
    end: date

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    def __str__(self) -> str:
        return self.label


def month(year: int, number: int) -> Period:
    """Return a month of the calendar."""
    return Period(
        f"{year}-{number:02}", f"Tháng {number}/{year}", date(year, number, 1), _next(year, number)
    )


def quarter(year: int, number: int) -> Period:
    """Return a quarter of the year."""
    begins = 3 * number - 2
    return Period(
        f"{year}-Q{number}",
        f"Quý {('I', 'II', 'III', 'IV')[number - 1]}/{year}",
        date(year, begins, 1),
        _next(year, begins + 2),
    )


def year(number: int) -> Period:
    """Return a whole year."""
    return Period(str(number), f"Năm {number}", date(number, 1, 1), date(number + 1, 1, 1))


def _next(of_year: int, number: int) -> date:
    return date(of_year + number // 12, number % 12 + 1, 1)


def named(key: str) -> Period | None:
    """Return the period that an address names, or nothing."""
    match = _NAMED.fullmatch(key)
    if match is None:
        return None
    number = int(match[1])
    if match[2]:
        return month(number, int(match[2]))
    return quarter(number, int(match[3])) if match[3] else year(number)


def recent(today: date, *, months: int = 12, quarters: int = 4, years: int = 0) -> list[Period]:
    """Return the last months, then quarters, then years, the running ones first."""
    found, day = [], today
    for _ in range(months):
        found.append(month(day.year, day.month))
        day = day.replace(day=1) - timedelta(days=1)
    day = today
    for _ in range(quarters):
        found.append(quarter(day.year, (day.month + 2) // 3))
        day = found[-1].first - timedelta(days=1)
    return [*found, *(year(today.year - back) for back in range(years))]


def last_whole_month(today: date) -> Period:
    """Return the month before the one that runs."""
    day = today.replace(day=1) - timedelta(days=1)
    return month(day.year, day.month)
