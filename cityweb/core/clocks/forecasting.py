"""What a calendar means for the open clocks: who moves, from when to when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import QuerySet

from cityweb.core import workdays
from cityweb.core.clocks import reading
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.models import Clock

BATCH = 1000
# From the first day to the last, both included.
Days = tuple[date, date]
EVERY_DAY: Days = (date.min, date.max)


@dataclass(frozen=True)
class Moved:
    """One clock with another due moment than before."""

    clock: Clock
    before: datetime
    after: datetime


@dataclass
class Report:
    """How many open clocks were looked at, which move, and which are (no longer) provisional."""

    looked_at: int = 0
    moved: list[Moved] = field(default_factory=list)
    now_provisional: int = 0
    now_firm: int = 0
    # How many the days touch; more than were looked at where somebody asked for some only.
    touched: int = 0


def forecast(calendar: workdays.Calendar, days: Days = EVERY_DAY, *, most: int) -> Report:
    """Return what would change by this calendar for the open clocks that `days` touch.

    Looks at no more than `most` of them, oldest first. Nothing is written.
    """
    clocks = touched(days)
    report = Report(touched=clocks.count())
    for batch in _batches(clocks):
        look(batch[: most - report.looked_at], calendar, report)
        if report.looked_at >= most:
            break
    return report


def touched(days: Days) -> QuerySet[Clock]:
    """Keep the open clocks whose count passes one of the days; no other can change by them."""
    first, last = days
    clocks = Clock.objects.open()
    if first > date.min:
        clocks = clocks.filter(due_at__gte=datetime.combine(first, time.min, LOCAL))
    if last < date.max:
        clocks = clocks.filter(received_at__lte=datetime.combine(last, time.max, LOCAL))
    return clocks


def look(batch: list[Clock], calendar: workdays.Calendar, report: Report) -> list[Clock]:
    """Set each clock's new dates, note in the report what changed, and return those that did."""
    changed = []
    for clock in batch:
        result = reading.due(clock, reading.pauses(clock.spans.all()), calendar)
        if result.due_at != clock.due_at:
            report.moved.append(Moved(clock, clock.due_at, result.due_at))
        if result.is_provisional != clock.is_provisional:
            report.now_provisional += result.is_provisional
            report.now_firm += not result.is_provisional
        if (result.due_at, result.is_provisional) != (clock.due_at, clock.is_provisional):
            clock.due_at, clock.is_provisional = result.due_at, result.is_provisional
            changed.append(clock)
    report.looked_at += len(batch)
    return changed


def _batches(clocks: QuerySet[Clock]) -> Iterator[list[Clock]]:
    last = 0
    while batch := list(
        clocks.filter(pk__gt=last).order_by("pk").prefetch_related("spans")[:BATCH]
    ):
        yield batch
        last = batch[-1].pk
