"""The report of a period: plan against what was done, violations, sanctions, what was put right.

Every number is the count, or the sum, of the very rows that its address opens.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from advertising.models import Inspection, Payment, Penalty, Remedy, Sanction, Target, Violation
from advertising.reports import departments
from cityweb.core.models import Organisation, User

MOST_ROWS = 2000
Row = tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """The days of a report, both ends count, and the department where it is about one alone."""

    first: date
    last: date
    department: Organisation | None = None

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last

    @property
    def words(self) -> str:
        return f"Từ ngày {self.first:%d/%m/%Y} đến hết ngày {self.last:%d/%m/%Y}"


@dataclass(frozen=True)
class Figure:
    """One line: its name, the rows it counts, and what is added up where it is a sum."""

    key: str
    title: str
    group: str
    rows: Callable[[User, Span], QuerySet[Any]]
    amount: str = ""

    def value(self, user: User, span: Span) -> int:
        rows = self.rows(user, span)
        return sum(rows.values_list(self.amount, flat=True)) if self.amount else rows.count()


HEADER = ("Cuộc kiểm tra", "Website", "Đối tượng", "Nội dung", "Ngày", "Số tiền (đồng)")


def figures() -> list[Figure]:
    """Return every line of the report, violations by act where there is one."""
    acts = Penalty.objects.filter(pk__in=Violation.objects.values("penalty"))
    return [*_FIXED[:8], *map(_by_act, acts), *_FIXED[8:]]


def named(key: str) -> Figure | None:
    return next((one for one in figures() if one.key == key), None)


def rows_of(figure: Figure, user: User, span: Span) -> list[Any]:
    """Return the rows behind a figure; at most `MOST_ROWS`."""
    return list(figure.rows(user, span)[:MOST_ROWS])


def lines(figure: Figure, user: User, span: Span) -> list[Row]:
    """Return the rows of a figure as a table."""
    return [line(row) for row in rows_of(figure, user, span)]


def address_of(row: Any) -> str:
    """Return where the case behind a row of a figure is."""
    if isinstance(row, Target):
        return reverse("advertising_desk:plan", args=[row.plan_id])
    if isinstance(row, Inspection):
        return reverse("advertising_desk:inspection", args=[row.pk])
    key = row.pk if isinstance(row, Violation) else row.violation_id
    return reverse("advertising_desk:violation", args=[key])


def this_year(today: date) -> Span:
    return Span(date(today.year, 1, 1), today)


def _seen(user: User, span: Span) -> QuerySet[Inspection]:
    rows = Inspection.objects.visible_to(user)
    return departments.taking_part(rows, span.department) if span.department else rows


def _opened(user: User, span: Span) -> QuerySet[Any]:
    rows = _seen(user, span).filter(created_at__date__range=span.days)
    return rows.select_related("site", "inspected")


def _targets(user: User, span: Span) -> QuerySet[Any]:
    rows = Target.objects.filter(plan__approved_on__range=span.days)
    if span.department:
        rows = rows.filter(inspection__in=_seen(user, span))
    return rows.select_related("site__operator", "plan")


def _begun_targets(user: User, span: Span) -> QuerySet[Any]:
    """Keep the targets that an inspection was opened for, which this person may see."""
    return _targets(user, span).filter(inspection__in=_seen(user, span))


def _done_targets(user: User, span: Span) -> QuerySet[Any]:
    return _begun_targets(user, span).filter(inspection__minutes__isnull=False)


def _of_plan(user: User, span: Span) -> QuerySet[Any]:
    return _opened(user, span).exclude(target=None)


def _minuted(user: User, span: Span) -> QuerySet[Any]:
    rows = _seen(user, span).filter(minutes__issued_on__range=span.days)
    return rows.select_related("site", "inspected", "minutes")


def _closed(user: User, span: Span) -> QuerySet[Any]:
    rows = _seen(user, span).filter(closed_at__date__range=span.days)
    return rows.select_related("site", "inspected")


def _violations(user: User, span: Span) -> QuerySet[Any]:
    rows = Violation.objects.filter(inspection__in=_seen(user, span))
    rows = rows.filter(created_at__date__range=span.days)
    return rows.select_related("inspection", "site", "offender", "penalty")


def _sanctions(user: User, span: Span) -> QuerySet[Any]:
    rows = Sanction.objects.filter(
        violation__inspection__in=_seen(user, span), issued_on__range=span.days
    )
    return rows.exclude(violation__standing="cancelled").select_related(*_BELOW)


def _payments(user: User, span: Span) -> QuerySet[Any]:
    rows = Payment.objects.filter(violation__inspection__in=_seen(user, span))
    return rows.filter(paid_on__range=span.days).select_related(*_BELOW)


def _put_right(user: User, span: Span) -> QuerySet[Any]:
    rows = Remedy.objects.filter(violation__inspection__in=_seen(user, span))
    return rows.filter(done_on__range=span.days).select_related(*_BELOW)


def _not_put_right(user: User, span: Span) -> QuerySet[Any]:
    """Return what was due in the span or before and is not done."""
    rows = Remedy.objects.filter(violation__inspection__in=_seen(user, span), done_on=None)
    return rows.filter(due_on__lte=span.last).select_related(*_BELOW)


def _by_act(act: Penalty) -> Figure:
    def rows(user: User, span: Span) -> QuerySet[Any]:
        return _violations(user, span).filter(penalty=act)

    return Figure(f"hanh-vi-{act.code}", f"{act.code}. {act.text}", "Vi phạm", rows)


# What is counted beside each department.
COLUMNS = ("da-lap", "bien-ban", "da-xong", "vi-pham", "xu-phat", "da-khac-phuc")
_BELOW = ("violation__inspection", "violation__site", "violation__offender", "violation__penalty")
_CHECKS, _FINES = "Kế hoạch và kiểm tra", "Xử phạt, khắc phục"
_FIXED: Sequence[Figure] = (
    Figure("ke-hoach", "Website trong kế hoạch được duyệt", _CHECKS, _targets),
    Figure("ke-hoach-da-mo", "Trong đó đã lập cuộc kiểm tra", _CHECKS, _begun_targets),
    Figure("ke-hoach-da-xong", "Trong đó đã có biên bản", _CHECKS, _done_targets),
    Figure("da-lap", "Cuộc kiểm tra đã lập", _CHECKS, _opened),
    Figure("theo-ke-hoach", "Trong đó theo kế hoạch", _CHECKS, _of_plan),
    Figure("bien-ban", "Đã lập biên bản kiểm tra", _CHECKS, _minuted),
    Figure("da-xong", "Đã kết thúc", _CHECKS, _closed),
    Figure("vi-pham", "Vụ vi phạm", "Vi phạm", _violations),
    Figure("xu-phat", "Quyết định xử phạt", _FINES, _sanctions),
    Figure("tien-phat", "Tổng tiền phạt (đồng)", _FINES, _sanctions, "amount_vnd"),
    Figure("da-nop", "Tiền phạt đã nộp (đồng)", _FINES, _payments, "amount_vnd"),
    Figure("da-khac-phuc", "Biện pháp đã khắc phục", _FINES, _put_right),
    Figure("chua-khac-phuc", "Biện pháp quá hạn chưa khắc phục", _FINES, _not_put_right),
)


def line(row: Any) -> Row:
    """Return one row of any figure under the common header."""
    if isinstance(row, Target):
        on = row.plan.approved_on
        return (str(row.plan), row.site.domain, str(row.site.operator), row.get_way_display(),
                _day(on), "")  # fmt: skip
    if isinstance(row, Inspection):
        words = f"{row.get_kind_display()}, {row.get_stage_display().lower()}"
        on = timezone.localdate(row.created_at)
        return row.code, row.site.domain, str(row.inspected), words, _day(on), ""
    violation = row if isinstance(row, Violation) else row.violation
    start = (violation.inspection.code, violation.site.domain, str(violation.offender))
    if isinstance(row, Violation):
        return *start, row.penalty.text, _day(row.committed_on), ""
    if isinstance(row, Remedy):
        return *start, row.text, _day(row.done_on or row.due_on), ""
    if isinstance(row, Payment):
        return *start, f"Chứng từ {row.receipt}", _day(row.paid_on), str(row.amount_vnd)
    return *start, violation.penalty.text, _day(row.issued_on), str(row.amount_vnd)


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""
