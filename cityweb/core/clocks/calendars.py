"""Changes of the calendar, which move open clocks: seen before, written down after."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cityweb.core import audit, workdays
from cityweb.core.clocks import recounting
from cityweb.core.clocks.forecasting import Days, Report, forecast
from cityweb.core.errors import Refused
from cityweb.core.models import CalendarDay, Recount, Role, User
from cityweb.core.workdays.importing import FIELDS, Difference, Row, compare, with_year

# Enough to see what a change means; all of them are counted when it is made.
MOST_PREVIEWED = 2_000
VERBS = {"core.calendar_replaced": "Nhập lịch làm việc của một năm"}


@dataclass(frozen=True)
class Preview:
    """What importing a year would do: to its rows, and to the open clocks."""

    difference: Difference
    report: Report


def preview(year: int, rows: Sequence[Row]) -> Preview:
    """Return what `replace_year` would do; nothing is written."""
    difference = compare(year, rows)
    if difference.is_empty:
        return Preview(difference, Report())
    calendar = with_year(workdays.calendar(), year, rows)
    return Preview(difference, forecast(calendar, touched(difference.days), most=MOST_PREVIEWED))


def touched(days: Collection[date]) -> Days:
    """Return the span in which counts may change when these days, all of one year, change.

    It is the whole year where only these days decide whether the year counts as announced.
    """
    first, last = min(days), max(days)
    confirmed = CalendarDay.objects.filter(date__year=first.year, is_confirmed=True)
    if confirmed.exclude(date__in=days).exists():
        return first, last
    return date(first.year, 1, 1), date(first.year, 12, 31)


@transaction.atomic
def replace_year(year: int, rows: Sequence[Row], *, administrator: User) -> Recount:
    """Make these the rows of the year, and let the open clocks that this touches be counted anew.

    Raises `Refused("not-administrator")`, `Refused("nothing-changes")`.
    """
    if not administrator.has_role(Role.ADMINISTRATOR):
        raise Refused("not-administrator", "Chỉ quản trị hệ thống được nhập lịch làm việc.")
    workdays.take_over()
    difference = compare(year, rows)
    if difference.is_empty:
        raise Refused("nothing-changes", "Lịch của năm này đã đúng như bảng nhập vào.")
    CalendarDay.objects.filter(date__in=[row.date for row in difference.removed]).delete()
    CalendarDay.objects.bulk_create(
        [_day(row) for row in [*difference.added, *(after for _, after in difference.changed)]],
        update_conflicts=True,
        unique_fields=["date"],
        update_fields=FIELDS,
    )
    audit.record(
        actor=administrator,
        verb="core.calendar_replaced",
        target=None,
        year=year,
        added=[str(row.date) for row in difference.added],
        changed=[str(after.date) for _, after in difference.changed],
        removed=[str(row.date) for row in difference.removed],
    )
    return recounting.ask(actor=administrator, days=touched(difference.days))


def _day(row: Row) -> CalendarDay:
    return CalendarDay(date=row.date, **{name: getattr(row, name) for name in FIELDS})
