"""The list of exhibits of a case with everybody who had them, as a table to hand on."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from advertising import actions
from advertising.models import EvidenceItem, Inspection
from cityweb.core import exports

HEADER = (
    "Số", "Chứng cứ", "Loại", "Nguồn gốc", "Địa chỉ trang", "Thu lúc", "SHA-256", "Nguyên vẹn",
    "Việc", "Lúc", "Người", "Người nhận", "Mục đích",
)  # fmt: skip


def disclosure(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one line for each time somebody had an exhibit in hand."""
    found = get_object_or_404(Inspection.objects.visible_to(request.user), pk=pk)
    items = found.evidence.select_related("file").prefetch_related("custody__by")
    kind = exports.CSV if request.GET.get("tep") == exports.CSV else exports.XLSX
    rows = (row for item in items for row in _rows(item))
    return exports.table(kind, name=f"chung-cu-{found.code}", header=HEADER, rows=rows)


def _rows(item: EvidenceItem) -> Iterator[tuple[Any, ...]]:
    start = (
        str(item), item.title, item.get_kind_display(), item.get_origin_display(), item.url,
        item.captured_at, item.sha256, actions.is_whole(item),
    )  # fmt: skip
    for held in item.custody.all():
        yield (*start, held.get_act_display(), held.at, held.by or "", held.receiver, held.purpose)
