"""The periodic report: on the screen, the rows behind each figure, and as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cityweb.core import downloads, periods
from cityweb.core.errors import Refused
from members import actions
from members.models import MemberSite
from members.reports import files, periodic
from members.reports.periodic import Report
from members.views.scores import period_of

KINDS = ("xlsx", "docx", "pdf")


def _report(request: HttpRequest) -> Report:
    sites = MemberSite.objects.visible_to(request.user).watched(timezone.localdate())
    return periodic.report(sites, period_of(request), now=timezone.now())


def report(request: HttpRequest) -> HttpResponse:
    context = {"report": _report(request), "periods": periods.recent(timezone.localdate())}
    return render(request, "members/report.html", context)


def rows(request: HttpRequest, key: str) -> HttpResponse:
    """The rows that one figure counts."""
    found = _report(request)
    figure = found.figure(key)
    if figure is None:
        raise Http404("no such figure")
    return render(request, "members/report_rows.html", {"report": found, "figure": figure})


def file(request: HttpRequest, kind: str) -> HttpResponse:
    """The report as a workbook, a document or a PDF."""
    if kind not in KINDS:
        raise Http404("no such kind")
    found, body = _report(request), request.user.organisation
    if body is None and kind != "xlsx":
        raise Refused("no-issuer", "Tài khoản này chưa thuộc cơ quan nào để đứng tên báo cáo.")
    actions.note_report(actor=request.user, kind=kind, period=found.period.key)
    name = f"bao-cao-website-{found.period.key}"
    if kind == "xlsx":
        content = files.workbook(found)
    else:
        above = body.parent.name if body.parent else ""
        head = {"issuer": body.name, "above": above}
        if kind == "pdf":
            return downloads.inline(files.pdf(found, made_at=timezone.now(), **head), name)
        content = files.document(found, **head)
    return downloads.attached(content, kind, name)
