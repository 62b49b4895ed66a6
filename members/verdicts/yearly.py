"""How each day of a year was, from the verdicts that held on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from members.verdicts.levels import ORDER, Level

DAYS = 365


@dataclass(frozen=True)
class Span:
    """A verdict and the days it held on, both included; no last day while it still holds."""

    level: Level
    first: date
    last: date | None


@dataclass(frozen=True)
class Day:
    """One day; `level` is nothing where no verdict held."""

    date: date
    level: Level | None


def days(spans: Iterable[Span], *, today: date) -> list[Day]:
    """Return the last `DAYS` days up to today, each as bad as the worst verdict that held on it."""
    first = today - timedelta(days=DAYS - 1)
    worst: dict[date, Level] = {}
    for span in spans:
        day = max(span.first, first)
        end = min(span.last or today, today)
        while day <= end:
            worst[day] = max(worst.get(day, span.level), span.level, key=ORDER.__getitem__)
            day += timedelta(days=1)
    step = timedelta(days=1)
    return [Day(first + n * step, worst.get(first + n * step)) for n in range(DAYS)]


def tally(year: Sequence[Day]) -> list[tuple[Level, int]]:
    """Return how many days there were of each level, the worst first, empty ones left out."""
    counts = Counter(day.level for day in year)
    return [(level, counts[level]) for level in reversed(Level) if counts[level]]
