"""One exhibit: what it shows, its lineage, everybody who had it in hand."""

import json
from datetime import datetime
from typing import Any, BinaryIO

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from advertising import actions
from advertising.forms.checking import HandOver
from advertising.models import EvidenceItem
from advertising.reports import measured
from cityweb.core.errors import Refused

# What a browser draws by itself; everything else is saved.
PICTURES = {"image/png", "image/jpeg", "image/webp"}
MOST_MEASURED = 1 << 20
INVALID = 422
_MOMENTS = {"stamped_at", "device_time"}
_LINEAGE = {
    "manifest_sha256": "Mã băm của danh mục",
    "stamped_at": "Dấu thời gian lúc",
    "stamped_by": "Nơi đóng dấu thời gian",
    "sha256_as_sent": "Mã băm của tệp lúc gửi",
    "name_as_sent": "Tên tệp lúc gửi",
    "why_early": "Vì sao có trước hồ sơ",
    "field_pack": "Gói thực địa",
    "device_time": "Giờ của thiết bị",
}


def exhibit(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """Send the bytes of an exhibit, checked, and write down who took them."""
    item = _item(request, pk, number)
    name = f"{item}-{item.sha256[:8]}.{item.file_name.rpartition('.')[2]}"
    copy = actions.read(item=item, reader=request.user, act="downloaded")
    return _sent(copy, "application/octet-stream", as_attachment=True, filename=name)


def picture(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """Show a picture of the evidence, checked, and write down who looked at it."""
    pictures = _items(request).filter(file__media_type__in=PICTURES)
    item = get_object_or_404(pictures, inspection=pk, number=number)
    return _sent(actions.read(item=item, reader=request.user), item.file.media_type)


def _sent(copy: BinaryIO, media_type: str, **how: Any) -> FileResponse:
    response = FileResponse(copy, content_type=media_type, **how)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def custody(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show an exhibit and who had it in hand; a hand-over is written down here."""
    item = _item(request, pk, number)
    form = HandOver(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(item=item, actor=request.user, **form.cleaned_data)
            messages.success(request, f"Đã ghi bàn giao {item}.")
            return redirect("advertising_desk:custody", pk, number)
        except Refused as refusal:
            form.refuse(refusal)
    is_whole = actions.is_whole(item)
    context = {
        "item": item,
        "form": form,
        "is_whole": is_whole,
        "is_picture": is_whole and item.file.media_type in PICTURES,
        "measured": _measured(request, item) if is_whole else None,
        "lineage": [
            (_LINEAGE.get(name, name), _said(name, said)) for name, said in item.provenance.items()
        ],
        "custody": item.custody.select_related("by"),
        "uses": item.exhibits.select_related("finding__item"),
    }
    return render(
        request, "advertising/desk/custody.html", context, status=INVALID if form.errors else 200
    )


def _said(name: str, said: str) -> str:
    if name not in _MOMENTS or not said:
        return said
    return f"{timezone.localtime(datetime.fromisoformat(said)):%H:%M:%S %d/%m/%Y}"


def _measured(request: HttpRequest, item: EvidenceItem) -> measured.Shown | None:
    """Return what our own measuring found; a file that somebody sent says nothing here."""
    is_ours = item.kind == item.Kind.MEASURE and item.origin == item.Origin.SERVER
    if not is_ours or item.file.size > MOST_MEASURED:
        return None
    return measured.shown(json.load(actions.read(item=item, reader=request.user)))


def _items(request: HttpRequest) -> QuerySet[EvidenceItem]:
    return EvidenceItem.objects.visible_to(request.user).select_related("inspection", "file")


def _item(request: HttpRequest, pk: int, number: int) -> EvidenceItem:
    return get_object_or_404(_items(request), inspection=pk, number=number)
