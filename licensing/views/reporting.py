"""The report on dossiers: on the screen, the dossiers behind each figure, and as files."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cityweb.core import downloads, periods
from cityweb.core.models import User
from licensing import actions
from licensing.models import Procedure
from licensing.procedures import in_charge
from licensing.reports import files, statistics
from licensing.reports.statistics import Narrowed, Report


def report(request: HttpRequest) -> HttpResponse:
    """Show the figures of a period, whole and by procedure and officer."""
    found, narrowed = _report(request), _narrowed(request)
    today = timezone.localdate()
    facts = {
        "report": found,
        "chapters": found.chapters(),
        "tables": [
            ("Theo thủ tục", found.by_procedure()),
            ("Theo chuyên viên", found.by_specialist()),
        ],
        "columns": [statistics.KINDS[key].label for key in statistics.COLUMNS],
        "periods": periods.recent(today, years=3),
        "query": _query(found, narrowed),
        "period_query": f"ky={found.period.key}",
        "narrowed_to": _words(narrowed),
        "most": f"{statistics.MOST:,}".replace(",", "."),
    }
    return render(request, "licensing/desk/report.html", facts)


def rows(request: HttpRequest, key: str) -> HttpResponse:
    """Show the dossiers that one figure counts."""
    if key not in statistics.KINDS:
        raise Http404(key)
    found, narrowed = _report(request), _narrowed(request)
    facts = {
        "report": found,
        "label": statistics.KINDS[key].label,
        "cases": found.of(key),
        "query": _query(found, narrowed),
        "narrowed_to": _words(narrowed),
    }
    return render(request, "licensing/desk/report_rows.html", facts)


def file(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the report as a workbook, a document or a PDF, and write down that it was taken."""
    if kind not in ("xlsx", "docx", "pdf"):
        raise Http404(kind)
    found, now = _report(request), timezone.now()
    body = request.user.organisation or in_charge(timezone.localdate(now))
    content = files.made(kind, found, body, now)
    actions.note_export(actor=request.user, title=f"Báo cáo {found.period}", rows=len(found.cases))
    return downloads.attached(content, kind, f"bao-cao-ho-so-{found.period.key}")


def _report(request: HttpRequest) -> Report:
    today = timezone.localdate()
    said = request.GET.get("ky", "")
    period = periods.named(said) if said else periods.month(today.year, today.month)
    if period is None or period.first > today:
        raise Http404(said)
    return statistics.report(period, _narrowed(request), now=timezone.now())


def _narrowed(request: HttpRequest) -> Narrowed:
    person = request.GET.get("chuyen-vien", "")
    return Narrowed(
        request.GET.get("thu-tuc", "")[:20], int(person) if person.isdecimal() else None
    )


def _query(found: Report, narrowed: Narrowed) -> str:
    said = {
        "ky": found.period.key,
        "thu-tuc": narrowed.procedure,
        "chuyen-vien": narrowed.specialist,
    }
    return urlencode({name: value for name, value in said.items() if value not in (None, "")})


def _words(narrowed: Narrowed) -> str:
    procedure = Procedure.objects.filter(code=narrowed.procedure).first()
    person = User.objects.filter(pk=narrowed.specialist).first() if narrowed.specialist else None
    nobody = "chưa giao chuyên viên" if narrowed.specialist == statistics.NOBODY else ""
    return ", ".join(str(one) for one in (procedure, person, nobody) if one)
