"""The papers of dossiers at the desk: issued ones, drafts, slips, the register book, packages."""

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cityweb.core import downloads, exports
from cityweb.core.models import Paper
from cityweb.core.papers import reading
from licensing import actions, result_paper
from licensing.forms.dossiers import PeriodForm
from licensing.models import Forwarding, Result
from licensing.procedures import in_charge, leader_of
from licensing.reports import book
from licensing.views.desk_dossiers import found_for


def paper(request: HttpRequest, pk: int, paper: int) -> FileResponse:
    """Send one issued paper of a dossier."""
    rows = Paper.objects.about(found_for(request, pk)).issued()
    return downloads.paper(get_object_or_404(rows, pk=paper))


def package(request: HttpRequest, pk: int) -> FileResponse:
    """Send the package that went to the national level, the same bytes each time."""
    found = get_object_or_404(Forwarding, dossier=found_for(request, pk))
    file = actions.export_package(found)
    actions.note_export(actor=request.user, title=f"Gói chuyển Bộ, {found.dossier}", rows=1)
    response = FileResponse(file, content_type="application/zip")
    name = f"ho-so-{found.dossier.code}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the paper of the drafted result, under its watermark; nothing of it is kept."""
    found = found_for(request, pk)
    result = get_object_or_404(Result, dossier=found, paper=None)
    today = timezone.now()
    body = in_charge(timezone.localdate(today))
    leader = leader_of(body, timezone.localdate(today))
    result.signed_by = result.signed_by or leader or request.user
    with transaction.atomic():
        draft = result_paper.draft(found, result, body=body, actor=request.user)
        pdf = reading.preview(draft, now=today)
        transaction.set_rollback(True)
    return downloads.inline(pdf, "du-thao")


def drafted_apology(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the apology that was drafted because the calendar moved the day, under its watermark."""
    draft = actions.drafted(found_for(request, pk))
    if draft is None:
        raise Http404("no apology is drafted")
    return downloads.inline(reading.preview(draft, now=timezone.now()), "du-thao-xin-loi")


def control_slip(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the process-control slip of one dossier, as it stands now."""
    found = found_for(request, pk)
    now = timezone.now()
    pdf = book.control_pdf(found, in_charge(timezone.localdate(now)), now)
    return downloads.inline(pdf, f"phieu-kiem-soat-{found}")


def register_book(request: HttpRequest) -> HttpResponse:
    """Show the register book of a month or a year; with `dang` as a file."""
    form = PeriodForm(request.GET)
    period = form.period
    kind = request.GET.get("dang", "")
    name = f"so-theo-doi-{period.year}{f'-{period.month:02}' if period.month else ''}"
    now = timezone.now()
    if kind == "pdf":
        return downloads.inline(
            book.book_pdf(period, in_charge(timezone.localdate(now)), now), name
        )
    rows = book.lines(period)
    if kind == exports.XLSX:
        actions.note_export(actor=request.user, title=f"Sổ theo dõi, {period}", rows=len(rows))
        return exports.table(kind, name=name, header=book.HEADER, rows=rows)
    facts = {"form": form, "period": period, "header": book.HEADER, "rows": rows}
    return render(request, "licensing/desk/register_book.html", facts)
