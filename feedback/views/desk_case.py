"""The screen of one submission: read it, take the next step, talk beside it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cityweb.core import clocks, workdays
from cityweb.core.errors import Refused
from cityweb.core.models import Clock
from feedback import actions, deadlines
from feedback.forms.desk_case import CaseForm
from feedback.models import Submission
from feedback.states import ClockName, Kind
from feedback.views import desk_panels, desk_seen, desk_verbs, desk_ways
from feedback.views.desk_case_facts import Case, find, which
from feedback.views.desk_frame import sidebar
from feedback.views.desk_verb import Verb

INVALID, CONFLICT = 422, 409
# The forms that a panel draws, by the name its template knows them by.
_PANEL_FORMS = {
    "save": ("reply", "save"),
    "submit": ("reply", "save"),
    "note": ("notes", "remark"),
    "share": ("share", "share"),
}


def case(request: HttpRequest, code: str) -> HttpResponse:
    return _screen(request, find(code, request.user))


def act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """Take one step. What was typed is kept when a rule forbids it or a field is wrong."""
    found = find(code, request.user)
    step = desk_verbs.named(verb, found)
    if step is None:
        return _not_offered(request, found, verb)
    form = step.form(request.POST, submission=found.submission, user=request.user)
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        return _screen(request, found, step, form, status=INVALID, seen=seen)
    way = desk_ways.other_law(found, step.key, form.cleaned_data)
    if way and form.cleaned_data["kind"] != Kind.DENUNCIATION:
        messages.warning(request, way.words)
        return redirect(way.address)
    try:
        with transaction.atomic():
            desk_seen.check(found.submission.pk, seen)
            if way:
                # Whoever sees what it is keeps it from the others before anything else.
                actions.restrict(
                    pk=found.submission.pk, actor=request.user, reason="Phân loại là tố cáo."
                )
            else:
                step.do(found, form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _screen(request, find(code, request.user), step, form, status=CONFLICT)
    if way:
        return _after_isolating(request, found, way)
    messages.success(request, step.done_for(found))
    return redirect(_after(found, step))


def _after_isolating(request: HttpRequest, found: Case, way: desk_ways.Way) -> HttpResponse:
    """Lead on who may still see it; tell the others who goes on with it."""
    if Submission.objects.visible_to(request.user).filter(pk=found.submission.pk).exists():
        messages.warning(request, way.words)
        return redirect(way.address)
    messages.warning(
        request,
        f"Ý kiến {found.submission.code} là tố cáo nên đã được cô lập: người được giao tiếp nhận "
        "đơn tố cáo đã được báo và xử lý tiếp; bạn không còn thấy hồ sơ này.",
    )
    return redirect("feedback_desk:queue")


def _after(found: Case, step: Verb) -> str:
    """Return where to go on: the case, or the list when it is no longer this person's to see."""
    visible = Submission.objects.visible_to(found.user)
    if not visible.filter(pk=found.submission.pk).exists():
        return reverse("feedback_desk:queue")
    address = reverse("feedback_desk:case", args=[found.submission.code])
    panel = _PANEL_FORMS.get(step.key, ("", ""))[0]
    return f"{address}?panel={panel}#panel" if panel else address


def _not_offered(request: HttpRequest, found: Case, verb: str) -> HttpResponse:
    step = desk_verbs.known(verb)
    if step is None:
        raise Http404(verb)
    messages.error(
        request,
        f"“{step.label}” không làm được lúc này: có thể người khác vừa xử lý, "
        "hoặc việc này không thuộc vai trò của bạn.",
    )
    return _screen(request, found, status=CONFLICT)


def sender(request: HttpRequest, code: str) -> HttpResponse:
    """Show who wrote it. Each look is written down, so it is a POST and not part of the page."""
    found = find(code, request.user)
    if not found.may_handle:
        raise Http404(code)
    actions.view_sender(pk=found.submission.pk, actor=request.user)
    return _screen(request, found, shows_sender=True)


def presence(request: HttpRequest, code: str) -> JsonResponse:
    """Take the sign of life of an open screen, and tell who else has it open."""
    others = actions.look_in(pk=find(code, request.user).submission.pk, actor=request.user)
    return JsonResponse({"others": [person.full_name for person in others]})


def deadline(request: HttpRequest, code: str) -> HttpResponse:
    """Explain every clock of the case, day by day."""
    found = find(code, request.user)
    calendar = workdays.calendar()
    hops = {hop.pk: hop for hop in found.hops}
    context = {
        **sidebar(request),
        "case": found,
        "counts": [
            {
                **_clock(one, found),
                "explanation": clocks.explain(one, calendar),
                "hop": hops.get(one.subject_id) if one.name == ClockName.HOP else None,
            }
            for one in found.clocks
        ],
    }
    return render(request, "feedback/desk/deadline.html", context)


def _screen(
    request: HttpRequest,
    found: Case,
    step: Verb | None = None,
    form: CaseForm | None = None,
    *,
    status: int = 200,
    shows_sender: bool = False,
    seen: str = "",
) -> HttpResponse:
    """Draw the case; `step` and `form` are what was tried and did not go through.

    `seen` is the mark of the screen that is still being filled in; a new one is made without.
    """
    others = actions.look_in(pk=found.submission.pk, actor=request.user, now=found.now)
    wanted = request.GET.get("panel", "")
    if step and step.key in _PANEL_FORMS:
        wanted = _PANEL_FORMS[step.key][0]
    panel = desk_panels.chosen(wanted, found)
    context = {
        **sidebar(request),
        "case": found,
        "one": found.submission,
        # What a POST answers with stands at another address: links name the case's own.
        "case_address": reverse("feedback_desk:case", args=[found.submission.code]),
        "others": others,
        "panels": [
            {"panel": one, "count": one.count(found), "is_open": one is panel}
            for one in desk_panels.offered(found)
        ],
        "panel": panel,
        **panel.facts(found),
        **_steps(request, found, step, form),
        "clocks": _clocks(found),
        "shows_sender": shows_sender,
        "seen": seen or desk_seen.mark(found.submission),
    }
    if form is not None and step and step.key in _PANEL_FORMS:
        context[_PANEL_FORMS[step.key][1]] = form
    return render(request, "feedback/desk/case.html", context, status=status)


def _steps(
    request: HttpRequest, found: Case, step: Verb | None, form: CaseForm | None
) -> dict[str, Any]:
    """Return the step that stands open, with its form, and the others as ways to it."""
    usual = desk_verbs.next_step(found)
    chosen = desk_verbs.named(request.GET.get("do", ""), found)
    shown = step if step and not step.is_in_panel else chosen or usual
    if shown is not None and shown.is_in_panel:
        shown = usual
    if shown is not None and (form is None or step is not shown):
        form = shown.form(submission=found.submission, user=request.user)
        # What was chosen on the way here.
        form.initial |= {name: request.GET[name] for name in form.fields if name in request.GET}
    others = [
        verb for verb in desk_verbs.offered(found) if verb is not shown and not verb.is_in_panel
    ]
    return {
        "step": shown,
        "step_form": form if shown else None,
        "step_meaning": shown.meaning_for(found) if shown else "",
        "is_usual": shown is usual,
        "instead": desk_verbs.instead(shown, found) if shown and shown is usual else None,
        "other_steps": [verb for verb in others if not verb.is_grave],
        "grave_steps": [verb for verb in others if verb.is_grave],
    }


def _clocks(found: Case) -> dict[str, list[dict[str, Any]]]:
    return {
        "open": [_clock(one, found) for one in found.clocks if one.stopped_at is None],
        "done": [_clock(one, found) for one in found.clocks if one.stopped_at],
    }


def _clock(clock: Clock, found: Case) -> dict[str, Any]:
    return {
        "clock": clock,
        "name": ClockName(clock.name).label,
        "which": which(found, clock),
        "deadline": deadlines.of_clock(clock, found.now),
    }
