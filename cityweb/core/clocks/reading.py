"""What a clock says: its count explained, its colour, the clocks of a subject."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from cityweb.core import workdays
from cityweb.core.clocks import rules
from cityweb.core.models.clocks import Clock, ClockQuerySet, ClockSpan, end_of_day

Colour = Literal["late", "soon", "fine", "paused", "done"]


def of(subject: models.Model, name: str | None = None) -> ClockQuerySet:
    """Return the clocks of a subject, newest first; of one name where it is given."""
    kind = ContentType.objects.get_for_model(subject)
    clocks = Clock.objects.filter(subject_type=kind, subject_id=subject.pk).order_by("-id")
    return clocks if name is None else clocks.filter(name=name)


def colour(clock: Clock, now: datetime) -> Colour:
    """Return how urgent the clock is; the querysets `late`, `soon`, … of `Clock` agree with it."""
    if clock.state == Clock.State.STOPPED:
        return "done"
    if clock.is_late(now):
        return "late"
    if clock.state == Clock.State.PAUSED:
        return "paused"
    return "soon" if clock.due_at <= end_of_day(now) else "fine"


def explain(clock: Clock, calendar: workdays.Calendar | None = None) -> rules.Explanation:
    """Return the count of a clock, day by day, by the calendar of today or the one given.

    While the clock is paused nothing is due, unless it was over before the pause.
    """
    calendar = calendar or workdays.calendar(local(clock.received_at).date())
    return count(clock, pauses(clock.spans.all()), calendar)


def count(
    clock: Clock, paused: Sequence[rules.Pause], calendar: workdays.Calendar
) -> rules.Explanation:
    """Return the count of a clock with these pauses."""
    term = rules.Term(clock.amount, clock.unit, clock.mode, clock.cutoff)
    received = local(clock.received_at)
    return rules.explain(received=received, term=term, pauses=paused, calendar=calendar)


def pauses(spans: Iterable[ClockSpan]) -> list[rules.Pause]:
    """Return the pauses that a ledger tells of; the last one may be open."""
    found: list[rules.Pause] = []
    begin: datetime | None = None
    for span in sorted(spans, key=lambda span: span.pk):
        if span.kind == ClockSpan.Kind.PAUSED:
            begin = local(span.began_at)
        elif begin is not None:
            found.append(rules.Pause(begin, local(span.began_at)))
            begin = None
    return found if begin is None else [*found, rules.Pause(begin)]


def due(
    clock: Clock, paused: Sequence[rules.Pause], calendar: workdays.Calendar
) -> rules.Explanation:
    """Return the count that `due_at` stands for: without an open pause, as nobody knows its end."""
    closed = [pause for pause in paused if pause.end is not None]
    return count(clock, closed, calendar)


def local(moment: datetime) -> datetime:
    return timezone.localtime(moment, rules.LOCAL)
