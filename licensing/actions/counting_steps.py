"""Terms of steps counted anew: the calendar changed, or the office settled a term."""

from datetime import date

from django.utils import timezone

from cityweb.core import workdays
from licensing import step_terms
from licensing.models import Dossier


def count_steps_anew() -> int:
    """Give every open dossier the end of its step by the rows and the calendar of today.

    Returns how many changed. A dossier that moves meanwhile keeps what its move gave it. Safe to
    run twice.
    """
    rows = Dossier.objects.filter(state__in=step_terms.CODES, step_since__isnull=False)
    open_ones = list(rows.select_related("procedure").only(
        "state", "step_since", "step_due_at", "received_at", "procedure__code"
    ))  # fmt: skip
    earliest = min((timezone.localdate(one.step_since) for one in open_ones), default=date.max)
    if earliest == date.max:
        return 0
    book, calendar = step_terms.Book.read(), workdays.calendar(earliest)
    return sum(_count(one, book, calendar) for one in open_ones)


def _count(one: Dossier, book: step_terms.Book, calendar: workdays.Calendar) -> int:
    day = timezone.localdate(one.received_at)
    rule = step_terms.settled(one.state, one.procedure.code, day, book.find)
    due_at = step_terms.due(rule, one.step_since, calendar) if rule else None
    if due_at == one.step_due_at:
        return 0
    same = Dossier.objects.filter(pk=one.pk, state=one.state, step_since=one.step_since)
    return same.update(step_due_at=due_at)
