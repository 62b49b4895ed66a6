"""The published digests: what the register was on each day, for everybody to keep and compare."""

from datetime import date

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from cityweb.core import pages
from cityweb.core.attachments import store
from licensing.models import RegisterDigest
from licensing.views.public import step

PATH = "/giay-phep/niem-phong/"
MOST_SHOWN = 31


@conditional_page
def seals(request: HttpRequest) -> HttpResponse:
    """Show the digests of a month, the newest first, and how to check them."""
    before = _day(request.GET.get("truoc", ""))
    rows = RegisterDigest.objects.filter(**{"day__lt": before} if before else {})
    found = list(rows.order_by("-day")[: MOST_SHOWN + 1])
    facts = {
        "title": _("Niêm phong sổ giấy phép"),
        "description": _(
            "Dấu kiểm mỗi ngày của sổ giấy phép: mục nào bị sửa hay bị xóa đều lộ ra."
        ),
        **pages.in_languages(PATH),
        "line": [step()],
        "seals": found[:MOST_SHOWN],
        "older": found[MOST_SHOWN - 1].day if len(found) > MOST_SHOWN else None,
        "before": before,
    }
    return pages.page(request, "licensing/seals.html", facts)


@conditional_page
def listed(request: HttpRequest, day: str) -> HttpResponse | FileResponse:
    """Send the list behind the digest of a day, as it was made."""
    found = get_object_or_404(RegisterDigest.objects.select_related("file"), day=_day(day))
    response = FileResponse(
        store.open_file(found.file.path),
        content_type="text/plain; charset=utf-8",
        filename=f"so-giay-phep-{found.day.isoformat()}.txt",
    )
    response.headers["Cache-Control"] = pages.KEEP_LONG
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
