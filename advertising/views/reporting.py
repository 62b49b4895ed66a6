"""The report of a period on screen and as a table; every number opens the rows behind it."""

from itertools import groupby

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from advertising.forms.stepping import day_field
from advertising.reports import period
from advertising.reports.period import Span
from cityweb.core import exports


class SpanForm(forms.Form):
    tu = day_field("Từ ngày")
    den = day_field("Đến hết ngày")

    @property
    def span(self) -> Span:
        """What was asked for, or this year so far."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if said and said["tu"] <= said["den"]:
            return Span(said["tu"], said["den"])
        return period.this_year(timezone.localdate())


def report(request: HttpRequest) -> HttpResponse:
    """Show the figures of a period, group by group."""
    span, query = _asked(request)
    figures = [(one, one.value(request.user, span)) for one in period.figures()]
    shown = {"tu": span.first, "den": span.last}
    context = {
        "form": SpanForm(initial=shown, label_suffix=""),
        "span": span,
        "query": query,
        "tables": [
            (name, list(rows)) for name, rows in groupby(figures, key=lambda row: row[0].group)
        ],
    }
    return render(request, "advertising/desk/report.html", context)


def rows(request: HttpRequest, key: str) -> HttpResponse:
    """Show the rows that one figure counts, or send them as a table."""
    span, query = _asked(request)
    figure = period.named(key)
    if figure is None:
        raise Http404(key)
    found = period.lines(figure, request.user, span)
    if request.GET.get("tep") in (exports.CSV, exports.XLSX):
        return exports.table(
            request.GET["tep"], name=f"quang-cao-{key}", header=period.HEADER, rows=found
        )
    context = {
        "figure": figure,
        "span": span,
        "query": query,
        "header": period.HEADER,
        "rows": [list(zip(period.HEADER, row, strict=True)) for row in found],
    }
    return render(request, "advertising/desk/report_rows.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """Send the whole report as a table."""
    span, _ = _asked(request)
    kind = exports.CSV if request.GET.get("tep") == exports.CSV else exports.XLSX
    lines = [(one.group, one.title, one.value(request.user, span)) for one in period.figures()]
    name = f"bao-cao-quang-cao-{span.first:%Y%m%d}-{span.last:%Y%m%d}"
    return exports.table(kind, name=name, header=("Nhóm", "Chỉ tiêu", "Số"), rows=lines)


def _asked(request: HttpRequest) -> tuple[Span, str]:
    span = SpanForm(request.GET or None).span
    return span, urlencode({"tu": span.first.isoformat(), "den": span.last.isoformat()})
