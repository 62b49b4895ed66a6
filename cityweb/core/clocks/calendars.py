"""Changes of the calendar, which move open clocks: seen before, written down after."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from cityweb.core import audit, workdays
from cityweb.core.clocks.forecasting import Report, forecast, reforecast
from cityweb.core.errors import Refused
from cityweb.core.models import CalendarDay, Role, User
from cityweb.core.workdays.importing import FIELDS, Difference, Row, compare, with_year

VERBS = {"core.calendar_replaced": "Nhập lịch làm việc của một năm"}


@dataclass(frozen=True)
class Preview:
    """What importing a year would do: to its rows, and to the open clocks."""

    difference: Difference
    report: Report


def preview(year: int, rows: Sequence[Row]) -> Preview:
    """Return what `replace_year` would do; nothing is written."""
    calendar = with_year(workdays.calendar(), year, rows)
    return Preview(compare(year, rows), forecast(calendar))


@transaction.atomic
def replace_year(year: int, rows: Sequence[Row], *, administrator: User) -> Report:
    """Make these the rows of the year and count every open clock anew.

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
    return reforecast(actor=administrator)


def _day(row: Row) -> CalendarDay:
    return CalendarDay(date=row.date, **{name: getattr(row, name) for name in FIELDS})
