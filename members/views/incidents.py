"""The incidents that are open: since when, who was told, and the word that stops reminding."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core.attachments import store
from members import actions
from members.forms.incidents import NoteForm, QuietForm
from members.forms.unit import DecisionForm
from members.models import Explanation, Incident, IncidentPicture, MemberSite
from members.querysets import CHECKERS
from members.reports import incidents as report
from members.states import ExplanationState


def incidents(request: HttpRequest) -> HttpResponse:
    mine = MemberSite.objects.visible_to(request.user)
    today = timezone.localdate()
    context = {
        "cases": report.open_cases(mine.watched(today), today=today),
        "waiting": report.waiting_explanations(mine),
        "late_outages": report.late_outages(mine),
        "closed": report.closed_lately(mine),
        "may_act": request.user.has_role(*CHECKERS),
    }
    return render(request, "members/incidents.html", context)


def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the office has taken note of an incident."""
    found, form = _mine(request, pk), NoteForm(request.POST)
    if form.is_valid():
        actions.acknowledge(pk=found.pk, actor=request.user, note=form.cleaned_data["note"])
        messages.success(request, "Đã ghi tên người nhận sự cố; việc nhắc đơn vị vẫn tiếp tục.")
    else:
        messages.error(request, "Ghi chú dài quá 300 ký tự.")
    return _back(request, found)


def quiet(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop reminding of one incident until a day."""
    found, form = _mine(request, pk), QuietForm(request.POST)
    if form.is_valid():
        actions.keep_quiet(pk=found.pk, actor=request.user, **form.cleaned_data)
        messages.success(request, "Đã ghi lý do; đến hết ngày ấy không ai bị nhắc.")
    else:
        messages.error(request, "Chọn ngày và ghi lý do, không quá 300 ký tự.")
    return _back(request, found)


def _mine(request: HttpRequest, pk: int) -> Incident:
    mine = MemberSite.objects.visible_to(request.user)
    return get_object_or_404(Incident.objects.filter(site__in=mine).select_related("site"), pk=pk)


def _back(request: HttpRequest, incident: Incident) -> HttpResponse:
    """Return to where the button was: the page of the site, or the list."""
    if request.POST.get("from") == "site":
        return redirect("members_desk:site", code=incident.site.code)
    return redirect("members_desk:incidents")


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept what a unit explained, or refuse it."""
    mine = MemberSite.objects.visible_to(request.user)
    found = get_object_or_404(Explanation.objects.filter(incident__site__in=mine), pk=pk)
    form = DecisionForm(request.POST)
    is_accepted = "accept" in request.POST
    if form.is_valid():
        actions.decide(
            pk=found.pk,
            actor=request.user,
            verdict=ExplanationState.ACCEPTED if is_accepted else ExplanationState.REFUSED,
            answer=form.cleaned_data["answer"],
        )
        said = "Đã chấp nhận; đến hết ngày hứa không ai bị nhắc." if is_accepted else "Đã từ chối."
        messages.success(request, f"{said} Đơn vị được báo bằng thư.")
    else:
        messages.error(request, "Lời của Phòng dài quá 300 ký tự.")
    return redirect("members_desk:incidents")


def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how the page of an incident looked before it and when it was opened."""
    mine = MemberSite.objects.visible_to(request.user)
    rows = Incident.objects.filter(site__in=mine).select_related("site", "picture")
    found = get_object_or_404(rows, pk=pk)
    kept, picture = report.looks(found), getattr(found, "picture", None)
    if not kept and not picture:
        raise Http404
    context = {"incident": found, "looks": kept, "picture": picture}
    return render(request, "members/compare.html", context)


def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the picture that was taken when an incident was opened."""
    mine = MemberSite.objects.visible_to(request.user)
    rows = IncidentPicture.objects.filter(incident__site__in=mine, file__isnull=False)
    found = get_object_or_404(rows.select_related("file"), incident=pk)
    with store.open_file(found.file.path) as stream:
        response = HttpResponse(stream.read(), content_type="image/png")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
