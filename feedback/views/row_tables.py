"""Lists of submissions as tables to take along, without anything that says who wrote."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse

from cityweb.core import exports
from cityweb.core.models import User
from feedback import actions, deadlines
from feedback.querysets import SubmissionQuerySet
from feedback.reports.queue import SHOWN

MOST_EXPORTED = 50_000
HEADER = (
    *("Mã tra cứu", "Hộp thư", "Lĩnh vực", "Địa bàn", "Loại", "Khẩn", "Trạng thái", "Kết quả"),
    *("Phụ trách", "Nhận lúc", "Hạn gần nhất", "Kết thúc lúc"),
)


def handed_out(user: User, kind: str, *, title: str, found: SubmissionQuerySet) -> HttpResponse:
    """Return the table of what was found, and write down who took it along.

    What is restricted is in no table, whoever asks. Raises `Http404` for another kind of file.
    """
    if kind not in (exports.CSV, exports.XLSX):
        raise Http404("no such kind of table")
    rows = found.filter(is_restricted=False).order_by("-received_at", "-pk")
    shown = list(
        rows.select_related("mailbox", "category", "unit", "assigned_to").only(*SHOWN)[
            : MOST_EXPORTED + 1
        ]
    )
    actions.note_export(actor=user, title=title, rows=min(len(shown), MOST_EXPORTED))
    return exports.table(kind, name="danh-sach-gop-y", header=HEADER, rows=_lines(shown))


def _lines(shown: list[Any]) -> Iterator[tuple[Any, ...]]:
    listed = shown[:MOST_EXPORTED]
    clocks = deadlines.next_by_submission(one.pk for one in listed if one.is_open)
    for one in listed:
        clock = clocks.get(one.pk)
        yield (
            *(one.code, one.mailbox.short_name, _name(one.category), _name(one.unit)),
            *(one.get_kind_display(), one.is_urgent, one.get_state_display()),
            one.get_outcome_display(),
            *(one.assigned_to.full_name if one.assigned_to else "", one.received_at),
            *(clock.due_on if clock else None, one.closed_at),
        )
    if len(shown) > MOST_EXPORTED:
        yield (f"Còn nữa: tệp này chỉ có {len(listed)} ý kiến mới nhất. Hãy thu hẹp bộ lọc.",)


def _name(row: Any) -> str:
    return row.name if row else ""
