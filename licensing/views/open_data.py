"""The register as open data: CSV for spreadsheets, JSON for programs, one record a version."""

import csv
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import conditional_page

from cityweb.core import exports, pages
from licensing.models import LicenceVersion
from licensing.reports import open_data

_BOM = "\ufeff"


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send every licence as it stands now, while it is being read."""
    response = StreamingHttpResponse(
        _lines(request.site.origin), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="so-giay-phep.csv"'
    response.headers["Cache-Control"] = pages.KEEP_FEED
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _lines(origin: str) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield _BOM + writer.writerow(open_data.HEADER)
    for row in open_data.rows(origin):
        yield writer.writerow([_plain(value) for value in row])


def _plain(value: Any) -> Any:
    """Days as every program reads them; nothing that a spreadsheet would run."""
    if isinstance(value, date):
        return value.isoformat()
    return exports.disarm(value) if isinstance(value, str) else value


@conditional_page
def as_json(request: HttpRequest) -> HttpResponse:
    """Return some hundred licences as they stand now, and the address of the next ones."""
    typed = request.GET.get("sau", "")
    after = int(typed) if typed.isdecimal() and len(typed) < 19 else 0
    items, last = open_data.page(after)
    following = f"{request.site.origin}{request.path}?sau={last}" if last else None
    facts = {"giay_phep": items, "trang_sau": following}
    return _open(JsonResponse(facts, json_dumps_params={"ensure_ascii": False}))


@conditional_page
def version(request: HttpRequest, slug: str, ordinal: int) -> HttpResponse:
    """Return the record of one version: the bytes whose SHA-256 stands in the daily digest."""
    rows = LicenceVersion.objects.select_related("licence__issuer", "paper__file")
    found = get_object_or_404(rows, licence__slug=slug, ordinal=ordinal)
    record = open_data.written(open_data.record(found))
    return _open(HttpResponse(record, content_type="application/json"))


def _open(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = pages.KEEP_FEED
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
