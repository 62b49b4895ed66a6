"""The desk of dossiers: the list, one dossier, its steps, its papers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import attachments, clocks, mentions
from cityweb.core.clocks import wording
from cityweb.core.errors import Refused
from cityweb.core.models import Paper
from cityweb.core.papers import kinds
from licensing import actions, deadlines, life, limits, step_terms, verbs
from licensing.actions import moving
from licensing.forms.desk import StepForm
from licensing.forms.filing import EnterForm, prefilled
from licensing.life import Verb
from licensing.models import ClockName, Dossier, Forwarding, Procedure
from licensing.reports import neighbours, reasons, shown
from licensing.views import desk_steps
from licensing.views.desk_steps import Step

INVALID, CONFLICT = 422, 409
Forms = dict[str, StepForm]
Panel = Callable[[Dossier, Forms, Forms], dict[str, Any]]
PANELS = {
    "contents": "Nội dung",
    "papers": "Giấy tờ",
    "conditions": "Thẩm định",
    "consulting": "Hỏi ý kiến",
    "documents": "Văn bản",
    "talk": "Trao đổi với người nộp",
    "notes": "Ghi chú nội bộ",
    "history": "Diễn biến",
    "what-if": "Theo bản khác",
}
# What the clerk writes down for who came with paper, on the pages where organisations do it.
_FOR_FILER = {
    Verb.ANSWER: ("Nhập bổ sung tổ chức nộp bằng giấy", "bo-sung"),
    Verb.WITHDRAW: ("Ghi việc tổ chức rút hồ sơ", "rut"),
}
# Where the work lies in a state.
_USUAL = {
    **dict.fromkeys(("appraising", "supplement", "intake"), "papers"),
    **dict.fromkeys(("drafting", "reviewing"), "conditions"),
    **dict.fromkeys(("signing", "signed", "decided", "returned"), "documents"),
}


def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    return _screen(request, found_for(request, pk))


def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Take one step. What was typed is kept when a rule forbids it or a field is wrong."""
    found = found_for(request, pk)
    step = desk_steps.named(verb)
    if step is None:
        raise Http404(verb)
    form = step.form(request.POST, request.FILES, dossier=found, user=request.user)
    if not form.is_valid():
        return _screen(request, found, step, form, status=INVALID)
    try:
        desk_steps.take(step, found, request.user, form)
    except Refused as refusal:
        form.refuse(refusal)
        return _screen(request, found_for(request, pk), step, form, status=CONFLICT)
    messages.success(request, verbs.done(step.label))
    panel = f"?panel={step.panel}#panel" if step.panel else ""
    return redirect(reverse("licensing_desk:dossier", args=[pk]) + panel)


def enter(request: HttpRequest) -> HttpResponse:
    """Begin a dossier that came on paper; the clerk goes on where applicants fill in theirs."""
    form = EnterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.enter(
                actor=request.user, profile=said, procedure=said["procedure"],
                channel=said["channel"], licence=said["licence"],
                contents=prefilled(said["licence"]) if said["licence"] else {},
            )  # fmt: skip
            return redirect("filing:fill", made.key)
        except Refused as refusal:
            form.add_error(None, refusal.message)
    drafts = Dossier.objects.entered_by(request.user).select_related("procedure", "applicant")
    facts = {"form": form, "drafts": drafts.order_by("-saved_at")}
    return render(request, "licensing/desk/enter.html", facts)


def procedures(request: HttpRequest) -> HttpResponse:
    """Show every procedure with its versions, and what is to be confirmed."""
    rows = Procedure.objects.prefetch_related("versions__components", "versions__conditions")
    today, book = timezone.localdate(), step_terms.Book.read()
    context = {"procedures": [shown.procedure(one, today, book) for one in rows]}
    return render(request, "licensing/desk/procedures.html", context)


def found_for(request: HttpRequest, pk: int) -> Dossier:
    """Return the dossier if it lies on this person's desk; else 404."""
    rows = Dossier.objects.on_desk(request.user).select_related(
        "procedure", "version", "applicant", "licence__current", "specialist", "result"
    )
    return get_object_or_404(rows, pk=pk)


def _screen(
    request: HttpRequest,
    found: Dossier,
    step: Step | None = None,
    form: StepForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Draw the dossier; `step` and `form` are what was tried and did not go through."""
    wanted = step.panel if step and step.panel else request.GET.get("panel", "")
    panel = wanted if wanted in PANELS else _USUAL.get(found.state, "contents")
    offered = desk_steps.offered(found, request.user)
    now = timezone.now()
    context = {
        "one": found,
        "address": reverse("licensing_desk:dossier", args=[found.pk]),
        "deadline": deadlines.of(found, deadlines.whole(found), now),
        **_step_term(found, now),
        "flags": found.flags.filter(lifted_at=None).select_related("raised_by", "licence"),
        "settled_flags": found.flags.exclude(lifted_at=None).select_related("lifted_by", "licence"),
        "neighbours": neighbours.of(found, request.user),
        "unheeded": shown.unheeded(found),
        "panel": panel,
        "panel_title": PANELS[panel],
        "panels": PANELS.items(),
        "clocks": [
            (clock, wording.deadline(clock, ClockName(clock.name).label, now),
             clocks.explain(clock), reasons.why(found, clock))
            for clock in clocks.of(found)
        ],
        **_panel(panel, found, request, offered, step, form),
        **_steps(request, found, offered, step, form),
    }  # fmt: skip
    return render(request, "licensing/desk/dossier.html", context, status=status)


def _step_term(found: Dossier, now: datetime) -> dict[str, Any]:
    """Return how the present step stands and by which row, or that none is settled."""
    if found.state not in step_terms.CODES:
        return {"step_deadline": None}
    day = timezone.localdate(found.received_at)
    rule = step_terms.settled(found.state, found.procedure.code, day)
    return {
        "step_deadline": deadlines.of_step(found, now),
        "step_rule": rule,
        "lacks_step_term": rule is None,
    }


def _steps(
    request: HttpRequest,
    found: Dossier,
    offered: list[Step],
    step: Step | None,
    form: StepForm | None,
) -> dict[str, Any]:
    """Return the step that stands open, with its form, and the others as ways to it."""
    plain = [one for one in offered if not one.panel]
    wanted = request.GET.get("do", "")
    chosen = next((one for one in plain if one.word == wanted), None)
    tried = step if step and not step.panel else None
    open_step = tried or chosen or next((one for one in plain if one.is_next(found)), None)
    if open_step is not None and open_step is not tried:
        form = open_step.form(dossier=found, user=request.user)
    may = {one.word for one in offered}
    roles = request.user.roles
    waits = open_step is None and "draft-result" in may
    return {
        "step": open_step,
        "step_form": form if open_step else None,
        "others": [one for one in plain if one is not open_step],
        "may": may,
        "for_filer": [
            (verb, words)
            for verb, words in _FOR_FILER.items()
            if found.channel != Dossier.Channel.ONLINE
            and life.may(found.state, verb, roles)
            and moving.is_theirs(found, verb, request.user)
        ],
        "left_open": actions.left_open(found) if waits else [],
    }


def _panel(
    panel: str,
    found: Dossier,
    request: HttpRequest,
    offered: list[Step],
    step: Step | None,
    form: StepForm | None,
) -> dict[str, Any]:
    """Return what the open panel needs; a form that was refused stands there as it was typed."""
    forms = {
        one.word: form if step is one and form is not None
        else one.form(dossier=found, user=request.user)
        for one in desk_steps.STEPS
        if one.panel == panel
    }  # fmt: skip
    may = {one.word for one in offered}
    return _FACTS[panel](found, {word: form for word, form in forms.items() if word in may}, forms)


def _papers(found: Dossier, may: Forms, forms: Forms) -> dict[str, Any]:
    word = "ask-intake" if "ask-intake" in may else "check-papers"
    return {
        "check": forms[word],
        "check_word": word,
        "may_check": word in may,
        "files": shown.files_by_component(found),
        "supplements": found.supplements.prefetch_related("items__component"),
    }


def _documents(found: Dossier, may: Forms, forms: Forms) -> dict[str, Any]:
    papers = Paper.objects.about(found).issued().select_related("file")
    return {
        "papers": [(one, kinds.kind_of(one.kind).label) for one in papers],
        "drafts": shown.drafts(found),
        "forwarding": Forwarding.objects.filter(dossier=found).first(),
    }


def _remarks(word: str, *, is_internal: bool) -> Panel:
    def facts(found: Dossier, may: Forms, forms: Forms) -> dict[str, Any]:
        rows = found.remarks.filter(is_internal=is_internal)
        return {
            "form": may.get(word),
            "word": word,
            "remarks": rows.select_related("author").prefetch_related("mentions"),
            "colleagues": _colleagues() if is_internal else [],
        }

    return facts


def _colleagues() -> list[dict[str, str]]:
    people = actions.colleagues()
    return [{"handle": mentions.handle(one), "full_name": one.full_name} for one in people]


def _history(found: Dossier, may: Forms, forms: Forms) -> dict[str, Any]:
    return {"steps": shown.history(found), "stays": shown.stays(found, timezone.now())}


_FACTS: dict[str, Panel] = {
    "contents": lambda found, may, forms: {
        "facts": shown.contents(found), "changes": shown.changes(found),
        "doubts": [] if found.is_ended else limits.to_look_at(
            found, found.sent["contents"], attachments.of(found), timezone.localdate()
        ),
    },
    "papers": _papers,
    "conditions": lambda found, may, forms: {
        "appraise": forms["appraise"], "may_appraise": "appraise" in may,
        "claim": found.claim_checks.first(),
    },
    "consulting": lambda found, may, forms: {
        "asked": shown.consultations(found, timezone.now()),
        "ask": may.get("consult"),
        "tell": may.get("consulted"),
    },
    "documents": _documents,
    "talk": _remarks("write", is_internal=False),
    "notes": _remarks("note", is_internal=True),
    "what-if": lambda found, may, forms: {"what_if": shown.what_if(found)},
    "history": _history,
}  # fmt: skip
