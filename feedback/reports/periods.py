"""The months of statistics: from one 25th to the next, or whatever day the office's rule names."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cityweb.core import law

RULE = "FB.STATISTICS.FIRST_DAY"
# No mailbox is older than the rules of portals that brought them.
EARLIEST = date(2011, 10, 1)
# Where the office has settled nothing: months of the calendar.
FIRST_OF_MONTH = 1


@dataclass(frozen=True)
class Period:
    """Days from `first` up to but not including `end`."""

    first: date
    end: date

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def start_at(self) -> datetime:
        return _midnight(self.first)

    @property
    def end_at(self) -> datetime:
        return _midnight(self.end)

    def look_at(self, now: datetime) -> datetime:
        """The moment that tells what is still open: the period's end, or `now` while it runs."""
        return min(now, self.end_at)

    @property
    def key(self) -> str:
        """The period in an address: the month it ends in."""
        return f"{self.last:%Y-%m}"

    def __str__(self) -> str:
        return f"{self.first:%d/%m/%Y} – {self.last:%d/%m/%Y}"


def period_of(day: date, *, first_day: int) -> Period:
    """Return the period that `day` falls in."""
    begins = day if day.day >= first_day else _month_before(day)
    first = begins.replace(day=first_day)
    return Period(first, _month_after(first))


def recent(today: date, *, count: int = 12) -> list[Period]:
    """Return the last periods, newest first, the one that runs now included."""
    first_day = _first_day(today)
    found = [period_of(today, first_day=first_day)]
    while len(found) < count:
        found.append(period_of(found[-1].first - timedelta(days=1), first_day=first_day))
    return found


def named(key: str, *, today: date) -> Period | None:
    """Return the period with this key, if it has begun and is not from before the mailboxes."""
    try:
        first = datetime.strptime(key, "%Y-%m").date()
    except ValueError:
        return None
    found = period_of(first, first_day=_first_day(today))
    return found if found.key == key and found.first <= today and first >= EARLIEST else None


def _first_day(today: date) -> int:
    rule = law.find(RULE, on=today)
    return int(rule.value) if rule and rule.is_settled else FIRST_OF_MONTH


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=day.day)
