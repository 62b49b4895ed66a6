"""Requests of senders about their own data: the list with its clocks, and the decision."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from cityweb.core import clocks, workdays
from cityweb.core.errors import Refused
from feedback import actions
from feedback.forms.data_requests import DecideOnData
from feedback.models import DataSubjectRequest, Submission
from feedback.reports import erased
from feedback.views.desk_frame import sidebar

MOST = 200


def requests(request: HttpRequest) -> HttpResponse:
    """Show what waits, oldest first; or what was decided, newest first."""
    rows = _visible(request)
    is_decided = request.GET.get("xem") == "da-quyet-dinh"
    waiting = DataSubjectRequest.State.WAITING
    if is_decided:
        rows = rows.exclude(state=waiting).order_by("-decided_at", "-pk")
    else:
        rows = rows.filter(state=waiting)
    now = timezone.now()
    shown = []
    for row in rows[:MOST]:
        clock = next(iter(clocks.of(row)), None)
        colour = clocks.colour(clock, now) if clock else ""
        shown.append({"asked": row, "clock": clock, "colour": colour})
    context = {**sidebar(request), "shown": shown, "is_decided": is_decided}
    return render(request, "feedback/desk/data_requests.html", context)


def erasures(request: HttpRequest) -> HttpResponse:
    """Show the ledger of erasures, and when it was last gone through again after a restore."""
    context = {**sidebar(request), "ledger": erased.ledger()}
    return render(request, "feedback/desk/erasures.html", context)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one request and the form to decide it."""
    return _screen(request, get_object_or_404(_visible(request), pk=pk))


def decide(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Grant, which does what was asked at once, or refuse with a reason."""
    asked = get_object_or_404(_visible(request), pk=pk)
    if verb not in ("grant", "refuse"):
        raise Http404("no such verb")
    is_correction = verb == "grant" and asked.kind == DataSubjectRequest.Kind.RECTIFY
    form = DecideOnData(request.POST, is_correction=is_correction)
    if not form.is_valid():
        return _screen(request, asked, form, status=422)
    said = dict(form.cleaned_data)
    try:
        decided = actions.decide_on_data(
            pk=pk,
            actor=request.user,
            is_granted=verb == "grant",
            answer=said.pop("answer"),
            corrections=said,
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _screen(request, asked, form, status=409)
    done = f"{asked.get_kind_display()}, ý kiến {asked.submission.code}"
    messages.success(request, f"{done}: {decided.get_state_display().lower()}.")
    return redirect("feedback_desk:data_requests")


def _visible(request: HttpRequest) -> QuerySet[DataSubjectRequest]:
    mine = Submission.objects.visible_to(request.user)
    rows = DataSubjectRequest.objects.filter(submission__in=mine)
    return rows.select_related("submission__mailbox", "submission__duplicate_of", "decided_by")


def _screen(
    request: HttpRequest,
    asked: DataSubjectRequest,
    form: DecideOnData | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    is_correction = asked.kind == DataSubjectRequest.Kind.RECTIFY
    clock = clocks.of(asked).select_related("rule").first()
    context = {
        **sidebar(request),
        "asked": asked,
        "clock": clock,
        "explanation": clocks.explain(clock, workdays.calendar()) if clock else None,
        "held": getattr(asked.submission, "hold", None),
        "form": form or DecideOnData(is_correction=is_correction),
    }
    return render(request, "feedback/desk/data_request.html", context, status=status)
