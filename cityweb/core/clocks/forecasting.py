"""What a calendar means for the open clocks: who moves, from when to when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet

from cityweb.core import audit, workdays
from cityweb.core.clocks import reading
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.clocks.storing import save_counts
from cityweb.core.models import AuditEntry, Clock, User

VERBS = {"core.clocks_reforecast": "Tính lại các thời hạn theo lịch"}
BATCH = 1000
# More lines than a person reads; each clock's own history has its change anyway.
LINES_KEPT = 500
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
    # Where it was written down.
    entry: AuditEntry | None = None


def forecast(calendar: workdays.Calendar, days: Days = EVERY_DAY) -> Report:
    """Return what would change by this calendar for the open clocks that `days` touch.

    Nothing is written.
    """
    report = Report()
    for batch in _batches(_touched(days)):
        _look(batch, calendar, report)
    return report


@transaction.atomic
def reforecast(*, actor: User | None, days: Days = EVERY_DAY) -> Report:
    """Count the open clocks that `days` touch by the calendar of now; write down what changed.

    Waits for everybody who counts by the old calendar, so that no clock keeps an old date.
    """
    workdays.take_over()
    calendar, report = workdays.calendar(), Report()
    for batch in _batches(_touched(days).select_for_update()):
        changed = _look(batch, calendar, report)
        for clock in changed:
            clock.next_mark_at = clock.received_at
        save_counts(changed)
    report.entry = audit.record(
        actor=actor,
        verb="core.clocks_reforecast",
        target=None,
        looked_at=report.looked_at,
        moved=len(report.moved),
        now_provisional=report.now_provisional,
        now_firm=report.now_firm,
        lines=[_line(move) for move in report.moved[:LINES_KEPT]],
    )
    return report


def _touched(days: Days) -> QuerySet[Clock]:
    """Keep the open clocks whose count passes one of the days; no other can change by them."""
    first, last = days
    clocks = Clock.objects.open()
    if first > date.min:
        clocks = clocks.filter(due_at__gte=datetime.combine(first, time.min, LOCAL))
    if last < date.max:
        clocks = clocks.filter(received_at__lte=datetime.combine(last, time.max, LOCAL))
    return clocks


def _batches(clocks: QuerySet[Clock]) -> Iterator[list[Clock]]:
    last = 0
    while batch := list(
        clocks.filter(pk__gt=last).order_by("pk").prefetch_related("spans")[:BATCH]
    ):
        yield batch
        last = batch[-1].pk


def _look(batch: list[Clock], calendar: workdays.Calendar, report: Report) -> list[Clock]:
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


def _line(move: Moved) -> dict[str, object]:
    kind = ContentType.objects.get_for_id(move.clock.subject_type_id)
    return {
        "clock": move.clock.pk,
        "subject": f"{kind.name} số {move.clock.subject_id}",
        "name": move.clock.name,
        "before": reading.local(move.before).isoformat(),
        "after": reading.local(move.after).isoformat(),
    }
