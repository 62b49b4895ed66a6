"""The report of a period on screen and as files; every number opens the rows behind it."""

from itertools import groupby

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from advertising import office
from advertising.forms.stepping import day_field
from advertising.reports import departments, files, period
from advertising.reports.period import Span
from cityweb.core import downloads, exports
from cityweb.core.models import Organisation


class SpanForm(forms.Form):
    """From when to when, and which department."""

    tu = day_field("Từ ngày")
    den = day_field("Đến hết ngày")
    don_vi = forms.ModelChoiceField(
        label="Đơn vị chủ trì, phối hợp", queryset=Organisation.objects.none(), required=False,
        empty_label="Tất cả",
    )  # fmt: skip

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["don_vi"].queryset = departments.known()

    @property
    def span(self) -> Span:
        """What was asked for, or this year so far."""
        said = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if said and said["tu"] <= said["den"]:
            return Span(said["tu"], said["den"], said["don_vi"])
        return period.this_year(timezone.localdate())


def report(request: HttpRequest) -> HttpResponse:
    """Show the figures of a period group by group, and the inspections of each department."""
    span, query = _asked(request)
    figures = [(one, one.value(request.user, span)) for one in period.figures()]
    shown = {"tu": span.first, "den": span.last, "don_vi": span.department}
    context = {
        "form": SpanForm(initial=shown, label_suffix=""),
        "span": span,
        "query": query,
        "departments": [] if span.department else _by_department(request, span),
        "tables": [
            (name, list(rows)) for name, rows in groupby(figures, key=lambda row: row[0].group)
        ],
    }
    return render(request, "advertising/desk/report.html", context)


def _by_department(
    request: HttpRequest, span: Span
) -> list[tuple[Organisation, list[tuple[str, int]], str]]:
    """Return for each department the figures of the columns, and the address of its own report."""
    made = []
    for one in departments.known():
        own = Span(span.first, span.last, one)
        cells = [(key, period.named(key).value(request.user, own)) for key in period.COLUMNS]
        made.append((one, cells, _query(own)))
    return made


def rows(request: HttpRequest, key: str) -> HttpResponse:
    """Show the rows that one figure counts, or send them as a table."""
    span, query = _asked(request)
    figure = period.named(key)
    if figure is None:
        raise Http404(key)
    if request.GET.get("tep") in (exports.CSV, exports.XLSX):
        found = period.lines(figure, request.user, span)
        return exports.table(
            request.GET["tep"], name=f"quang-cao-{key}", header=period.HEADER, rows=found
        )
    context = {
        "figure": figure,
        "span": span,
        "query": query,
        "header": period.HEADER,
        "rows": [
            (period.address_of(row), list(zip(period.HEADER, period.line(row), strict=True)))
            for row in period.rows_of(figure, request.user, span)
        ],
    }
    return render(request, "advertising/desk/report_rows.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """Send the whole report as a table, a workbook, a document or a PDF."""
    span, _ = _asked(request)
    kind = request.GET.get("tep", files.WORKBOOK)
    name = f"bao-cao-quang-cao-{span.first:%Y%m%d}-{span.last:%Y%m%d}"
    if kind == exports.CSV:
        lines = [(one.group, one.title, one.value(request.user, span)) for one in period.figures()]
        return exports.table(kind, name=name, header=("Nhóm", "Chỉ tiêu", "Số"), rows=lines)
    if kind not in files.KINDS:
        raise Http404(kind)
    now = timezone.now()
    body = office.in_charge(timezone.localdate(now))
    return downloads.attached(files.made(kind, request.user, span, body, now), kind, name)


def _asked(request: HttpRequest) -> tuple[Span, str]:
    span = SpanForm(request.GET or None).span
    return span, _query(span)


def _query(span: Span) -> str:
    asked = {"tu": span.first.isoformat(), "den": span.last.isoformat()}
    return urlencode(asked | ({"don_vi": span.department.pk} if span.department else {}))
