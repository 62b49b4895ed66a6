"""The calendar and the office's hours as the rows hold them."""

from datetime import date, time

from django.db import connection

from cityweb.core import law
from cityweb.core.models import CalendarDay
from cityweb.core.prepared import Prepared, Slot
from cityweb.core.workdays.rules import Calendar, Day, OfficeHours

HOURS = "OFFICE.HOURS"
CUTOFF = "OFFICE.RECEIPT.CUTOFF"
# As the Civil Code writes it; no `time` can hold it.
END_OF_DAY = "24:00"
# Any number that no other advisory lock of the portal uses.
_CALENDAR_LOCK = 5_240_301

_DAYS = Prepared(
    lambda: (
        CalendarDay.objects.filter(date__gte=Slot("first"), date__lte=Slot("last"))
        .order_by()
        .values_list("date", "kind", "note", "citation", "is_confirmed")
    )
)


def calendar(first: date = date.min, last: date = date.max) -> Calendar:
    """Return the calendar of the days from `first` to `last`, both included; one query.

    Rows of the whole years are loaded, because only they tell whether a year was announced.
    """
    rows = _DAYS.rows(first=date(first.year, 1, 1), last=date(last.year, 12, 31))
    return Calendar({day: Day(*facts) for day, *facts in rows}, first, last)


def office_hours(on: date) -> OfficeHours:
    """Return the office's hours in force on the day; `Refused("rule-unsettled")` where unknown."""
    spans = law.resolve(HOURS, on=on).value
    return OfficeHours(
        tuple((time.fromisoformat(begin), time.fromisoformat(end)) for begin, end in spans)
    )


def cutoff(on: date) -> time | None:
    """Return the hour after which a receipt counts as the next working day's, if there is one."""
    rule = law.find(CUTOFF, on=on)
    if rule is None or not rule.is_settled or rule.value == END_OF_DAY:
        return None
    return time.fromisoformat(rule.value)


def hold_still() -> None:
    """Keep the calendar as it is until the end of this transaction; others may hold it too.

    Whoever counts a term and writes it down holds it, so that no change slips in between.
    """
    _lock("pg_advisory_xact_lock_shared")


def take_over() -> None:
    """Wait until nobody holds the calendar, and keep it to oneself until the transaction ends."""
    _lock("pg_advisory_xact_lock")


def _lock(function: str) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("the calendar is held for the length of a transaction")
    with connection.cursor() as cursor:
        cursor.callproc(function, [_CALENDAR_LOCK])
