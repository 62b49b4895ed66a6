"""The common directives: how many sites carry each, and which."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cityweb.core import exports
from members import actions
from members.models import Directive, MemberSite
from members.querysets import MemberSiteQuerySet
from members.reports import directives as report


def _watched(request: HttpRequest) -> MemberSiteQuerySet:
    return MemberSite.objects.visible_to(request.user).watched(timezone.localdate())


def directives(request: HttpRequest) -> HttpResponse:
    context = {
        "summaries": report.summaries(_watched(request)),
        "today": timezone.localdate(),
    }
    return render(request, "members/directives.html", context)


def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """Every site one directive is for, those that do not carry it first."""
    found = get_object_or_404(Directive.objects.with_campaign(), pk=pk)
    rows = report.bearers(found, _watched(request))
    context = {"directive": found, "summary": report.summary(found, rows), "rows": rows}
    return render(request, "members/directive.html", context)


def table(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a workbook."""
    found = get_object_or_404(Directive, pk=pk)
    rows = report.bearers(found, _watched(request))
    actions.note_directive_export(directive=found, actor=request.user)
    return exports.table(
        exports.XLSX, name=f"chu-truong-{pk}", header=report.HEADER, rows=report.table(rows)
    )
