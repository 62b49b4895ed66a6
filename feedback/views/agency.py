"""What a responsible body sees of a case, and the four things it can do with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cityweb.core import attachments
from cityweb.core.errors import Refused
from feedback import actions
from feedback.actions.at_body import ANSWER_FILES
from feedback.forms import tickets
from feedback.forms.agency import (
    AnswerForm,
    PassOnForm,
    ReturnForm,
    UnitFilesForm,
    units_within_reach,
)
from feedback.models import Hop
from feedback.reports import at_body
from feedback.states import HopState
from feedback.views.agency_doors import Door

FILES_PURPOSE = "answer"
# What the page after the deed says.
DONE = {"tra-loi": "answered", "tra-lai": "returned"}
# A unit gives back to the body that passed it on, not to the office.
ABOVE = "len-tren"
SAID = {
    ("tra-loi", False): "Đã gửi trả lời về Phòng. Ý kiến nằm ở phần “Đã trả lời”.",
    ("tra-loi", True): "Đã gửi trả lời về cơ quan đã giao. Ý kiến nằm ở phần “Đã trả lời”.",
    ("tra-lai", False): "Đã trả lại ý kiến; Phòng sẽ chuyển đến cơ quan khác.",
    ("tra-lai", True): "Đã trả lại ý kiến về cơ quan đã giao.",
}


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List what lies at the person's own body and its units."""
    hops = Hop.objects.visible_to_contact(request.user)
    own = request.user.organisation
    rows = at_body.open_at(hops, timezone.now())
    context = {
        "body": own,
        "own": [row for row in rows if row.hop.organisation_id == own.pk] if own else [],
        "below": [row for row in rows if row.hop.organisation_id != own.pk] if own else [],
        "answered": at_body.answered_at(hops),
    }
    response = render(request, "feedback/agency/cases.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """Say that an answer or a return has arrived. The link that sent it works no more."""
    deed = DONE.get(request.GET.get("viec", ""))
    if deed is None:
        raise Http404("no such deed")
    forget = request.GET.get("nhap", "")
    is_unit = request.GET.get("ve") == ABOVE
    context = {"deed": deed, "is_unit": is_unit, "forget": forget if forget.isdecimal() else ""}
    return render(request, "feedback/agency/done.html", context)


def case(request: HttpRequest, door: Door) -> HttpResponse:
    return _page(request, door)


def acknowledge(request: HttpRequest, door: Door) -> HttpResponse:
    def verb() -> None:
        actions.acknowledge_hop(pk=door.hop.pk, actor=door.actor)

    return _after(request, door, verb) or redirect(door.address())


def answer(request: HttpRequest, door: Door) -> HttpResponse:
    form = AnswerForm(request.POST, request.FILES)
    if door.actor:
        form.fields["answered_by"].required = False
    ticket = tickets.read(request.POST.get("ticket", "")) or tickets.issue()
    form.full_clean()
    _settle_files(request, form, ticket, door)
    if form.errors:
        return _page(request, door, answer=form, ticket=ticket)

    if _was_said(door, form):
        return _done(request, door, "tra-loi")

    def verb() -> None:
        actions.answer_hop(
            pk=door.hop.pk,
            actor=door.actor,
            answer=form.cleaned_data["answer"],
            answered_by=form.cleaned_data["answered_by"],
            draft_token=ticket.draft_token,
        )

    wrong = _after(request, door, verb, answer=form, ticket=ticket)
    return _done(request, door, "tra-loi") if wrong is None or _was_said(door, form) else wrong


def _was_said(door: Door, form: AnswerForm) -> bool:
    """Tell whether this very answer arrived already: who presses twice has answered once."""
    door.hop.refresh_from_db(fields=["state", "answer"])
    return door.hop.state == HopState.ANSWERED and door.hop.answer == form.cleaned_data["answer"]


def give_back(request: HttpRequest, door: Door) -> HttpResponse:
    form = ReturnForm(request.POST, hop=door.hop)
    if not form.is_valid():
        return _page(request, door, give_back=form)

    def verb() -> None:
        actions.return_hop(pk=door.hop.pk, actor=door.actor, **form.cleaned_data)

    return _after(request, door, verb, give_back=form) or _done(request, door, "tra-lai")


def pass_on(request: HttpRequest, door: Door) -> HttpResponse:
    return _about_unit(request, door, "pass_on", PassOnForm, actions.pass_on)


def unit_files(request: HttpRequest, door: Door) -> HttpResponse:
    return _about_unit(request, door, "unit_files", UnitFilesForm, actions.decide_on_unit_files)


def _about_unit(
    request: HttpRequest,
    door: Door,
    name: str,
    shape: type[PassOnForm | UnitFilesForm],
    action: Callable[..., object],
) -> HttpResponse:
    form = shape(request.POST, hop=door.hop, address_of=door.download)
    if not form.is_valid():
        return _page(request, door, **{name: form})

    def verb() -> None:
        action(pk=door.hop.pk, actor=door.actor, **form.cleaned_data)

    return _after(request, door, verb, **{name: form}) or redirect(door.address())


def _after(
    request: HttpRequest, door: Door, verb: Callable[[], None], **given: Any
) -> HttpResponse | None:
    """Do it. When a rule forbids it, show the page again with what was typed, and say why."""
    try:
        if not door.may_act:
            raise Refused("not-yours", "Việc này do đơn vị đang giữ ý kiến thực hiện.")
        verb()
    except Refused as refusal:
        return _page(request, door, refusal=refusal.message, **given)
    return None


def _done(request: HttpRequest, door: Door, deed: str) -> HttpResponse:
    is_unit = door.hop.parent_id is not None
    if door.actor:
        messages.success(request, SAID[deed, is_unit])
        return redirect("agency:cases")
    above = f"&ve={ABOVE}" if is_unit else ""
    return redirect(f"{reverse('agency:done')}?viec={deed}&nhap={door.hop.pk}{above}")


def _settle_files(
    request: HttpRequest, form: AnswerForm, ticket: tickets.Ticket, door: Door
) -> None:
    """Take what was sent and drop what was struck out; a file that is refused says why."""
    for key in request.POST.getlist("drop"):
        attachments.discard(ticket.draft_token, key=key)
    for upload in request.FILES.getlist("files"):
        try:
            attachments.take(
                upload,
                name=upload.name,
                kinds=attachments.MAILBOX,
                draft_token=ticket.draft_token,
                uploaded_by=door.actor,
                purpose=FILES_PURPOSE,
                limit=ANSWER_FILES,
            )
        except Refused as refusal:
            form.add_error("files", f"{upload.name}: {refusal.message}")


def _page(
    request: HttpRequest,
    door: Door,
    *,
    refusal: str = "",
    ticket: tickets.Ticket | None = None,
    **forms_given: forms.Form,
) -> HttpResponse:
    hop = door.hop
    shown = at_body.case(hop, address_of=door.file_address, now=timezone.now())
    ticket = ticket or tickets.issue()
    context = {
        "door": door,
        "case": shown,
        "hop": hop,
        "submission": hop.submission,
        "sender": hop.submission if hop.shares_sender else None,
        "refusal": refusal,
        "ticket": ticket,
        "waiting": attachments.drafts(ticket.draft_token),
        "addresses": {name: door.address(name) for name in ("case", *_VERBS)},
        "forms": _forms(door, shown) | forms_given,
        "opened": next(iter(forms_given), ""),
        "may_acknowledge": door.may_act and hop.state == HopState.SENT,
        "waits_for_unit": hop.state == HopState.PASSED_ON,
    }
    is_wrong = bool(forms_given or refusal)
    return render(request, "feedback/agency/case.html", context, status=422 if is_wrong else 200)


_VERBS = ("acknowledge", "answer", "give_back", "pass_on", "unit_files")


def _forms(door: Door, shown: at_body.Case) -> dict[str, forms.Form]:
    if not door.may_act:
        return {}
    typed = {"answer": shown.unit_answer}
    if door.actor:
        typed["answered_by"] = door.actor.full_name
    found: dict[str, forms.Form] = {
        "answer": AnswerForm(initial=typed),
        "give_back": ReturnForm(hop=door.hop),
    }
    if door.hop.state == HopState.PASSED_ON:
        chosen = UnitFilesForm(hop=door.hop, address_of=door.download)
        return found | ({"unit_files": chosen} if chosen.fields else {})
    if units_within_reach(door.hop.organisation).exists():
        found["pass_on"] = PassOnForm(hop=door.hop, address_of=door.download)
    return found
