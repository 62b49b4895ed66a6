"""The desk of proceedings: the list, one proceeding with its steps, its papers."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from cityweb.core import clocks, downloads, keyset
from cityweb.core.clocks import wording
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, User
from cityweb.core.papers import kinds, reading
from licensing import actions, delegation, handling, verbs
from licensing.actions import case_moves
from licensing.forms import keeping as forms
from licensing.handling import Deed, Ground, Stage
from licensing.models import Proceeding
from licensing.reports import life
from licensing.views.desk_dossiers import CONFLICT, INVALID


@dataclass(frozen=True)
class CaseStep:
    """One step on a proceeding: button, form, action."""

    deed: Deed
    do: Callable[..., object]
    form: type[forms.CaseForm] = forms.CaseForm
    meaning: str = ""
    is_grave: bool = False
    # Never the step that stands open by itself.
    is_aside: bool = False
    offered: Callable[[Proceeding], bool] = lambda case: True
    # Otherwise it stands among the other steps.
    is_ripe: Callable[[Proceeding], bool] = lambda case: True

    @property
    def word(self) -> str:
        return self.deed.value

    @property
    def label(self) -> str:
        return str(self.deed.label)


def _is_ripe(case: Proceeding) -> bool:
    """Tell whether a decision may be drafted and go on; `_waiting` says for what it waits."""
    return not actions.awaited(case, timezone.now())


def _is_asked(case: Proceeding) -> bool:
    return case.inquiries.filter(answered_at=None).exists()


STEPS = (
    CaseStep(Deed.ASK_REMEDY, actions.ask_remedy, forms.RemedyDays,
             "Ký công văn yêu cầu, gửi tổ chức và bắt đầu tính thời hạn.",
             offered=lambda case: case.ground == Ground.CONDITIONS),
    CaseStep(Deed.INQUIRE, actions.inquire, forms.InquiryForm,
             "Ký công văn, gửi tổ chức và bắt đầu tính thời hạn; tổ chức chưa trả lời và chưa hết "
             "hạn thì chưa dự thảo được quyết định.",
             offered=lambda case: not _is_asked(case),
             is_ripe=lambda case: case.state == Stage.OPEN),
    CaseStep(Deed.PUT_UP, actions.put_up_ruling, meaning="Dự thảo chuyển sang Trưởng phòng duyệt.",
             offered=_is_ripe),
    CaseStep(Deed.DRAFT, actions.draft_ruling, forms.RulingForm, offered=_is_ripe),
    CaseStep(Deed.REVIEW, actions.review_ruling, meaning="Trình Giám đốc ký."),
    CaseStep(Deed.SIGN, actions.sign_ruling, meaning="Văn thư sẽ cấp số, đóng dấu, ban hành."),
    CaseStep(Deed.ISSUE, actions.issue_ruling,
             meaning="Quyết định vào sổ giấy phép công khai ngay lúc ban hành."),
    CaseStep(Deed.SEND_BACK, actions.send_ruling_back, forms.CaseReason),
    CaseStep(Deed.HEAR, actions.hear, forms.ExplanationForm,
             "Khi tổ chức trả lời bằng giấy hoặc tại buổi làm việc.", offered=_is_asked,
             is_aside=True),
    CaseStep(Deed.ACCEPT_REMEDY, actions.accept_remedy, forms.CaseReason, is_aside=True),
    CaseStep(Deed.CLOSE, actions.drop_proceeding, forms.CaseReason, is_grave=True),
)  # fmt: skip


def proceedings(request: HttpRequest) -> HttpResponse:
    """Show the proceedings, the open ones unless another state is asked for."""
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    state = request.GET.get("state", "")
    page = life.proceedings(request.user, state, turn or keyset.Turn())
    terms = life.remedy_terms(page.rows, timezone.now())
    facts = {
        "page": page,
        "rows": [(one, terms.get(one.pk)) for one in page.rows],
        "state": state,
        "states": Stage.choices,
    }
    return render(request, "licensing/desk/proceedings.html", facts)


def proceeding(request: HttpRequest, pk: int) -> HttpResponse:
    return _screen(request, _found(request, pk))


def act(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """Take one step. What was typed is kept when a rule forbids it or a field is wrong."""
    case = _found(request, pk)
    step = next((one for one in STEPS if one.word == deed), None)
    if step is None:
        raise Http404(deed)
    form = step.form(request.POST, request.FILES, case=case)
    if not form.is_valid():
        return _screen(request, case, step, form, status=INVALID)
    try:
        step.do(pk=pk, actor=request.user, **form.cleaned_data)
    except Refused as refusal:
        form.refuse(refusal)
        return _screen(request, _found(request, pk), step, form, status=CONFLICT)
    messages.success(request, verbs.done(step.label))
    return redirect("licensing_desk:proceeding", pk)


def paper(request: HttpRequest, pk: int, paper: int) -> FileResponse:
    """Send one issued paper of a proceeding."""
    rows = Paper.objects.about(_found(request, pk)).issued()
    return downloads.paper(get_object_or_404(rows, pk=paper))


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the drafted decision as PDF under its watermark; nothing of it is kept."""
    case = _found(request, pk)
    if not case.ruling or case.is_ended:
        raise Http404(pk)
    now = timezone.now()
    with transaction.atomic():
        pdf = reading.preview(actions.ruling_draft(case, actor=request.user, at=now), now=now)
        transaction.set_rollback(True)
    return downloads.inline(pdf, "du-thao")


def _found(request: HttpRequest, pk: int) -> Proceeding:
    rows = Proceeding.objects.visible_to(request.user).select_related(
        "licence__current", "opened_by", "drafted_by", "reviewed_by", "signed_by"
    )
    return get_object_or_404(rows, pk=pk)


def _offered(case: Proceeding, user: User) -> list[CaseStep]:
    """Return what this person may do with the proceeding now, the usual step first."""
    roles = delegation.roles(user)
    return [
        one
        for one in STEPS
        if handling.may(case.state, one.deed, roles)
        and case_moves.is_theirs(case, one.deed, user)
        and one.offered(case)
    ]


def _screen(
    request: HttpRequest,
    case: Proceeding,
    tried: CaseStep | None = None,
    form: forms.CaseForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    offered = _offered(case, request.user)
    wanted = request.GET.get("do", "")
    chosen = next((one for one in offered if one.word == wanted), None)
    step = tried or chosen or _next(offered, case)
    if step is not None and step is not tried:
        form = step.form(case=case)
    clock = life.remedy_clock(case)
    context = {
        "one": case,
        "address": reverse("licensing_desk:proceeding", args=[case.pk]),
        "step": step,
        "step_form": form if step else None,
        "others": [one for one in offered if one is not step],
        "waiting": _waiting(case),
        "clock": clock,
        "deadline": wording.deadline(clock, "khắc phục", timezone.now()) if clock else None,
        "count": clocks.explain(clock) if clock else None,
        "steps": [
            (one, Deed(one.deed).label)
            for one in case.steps.select_related("actor", "behalf").order_by("-id")
        ],
        "inquiries": life.inquiries([case], timezone.now()),
        "papers": [
            (one, kinds.kind_of(one.kind).label) for one in Paper.objects.about(case).issued()
        ],
    }
    return render(request, "licensing/desk/proceeding.html", context, status=status)


def _waiting(case: Proceeding) -> str:
    """Return why nothing may be done now, or "" when it is simply another person's turn."""
    if case.is_ended:
        return "Vụ việc đã kết thúc."
    return actions.awaited(case, timezone.now())


def _next(offered: list[CaseStep], case: Proceeding) -> CaseStep | None:
    """Return the step that may stand open by itself."""
    usual = (one for one in offered if not (one.is_grave or one.is_aside))
    return next((one for one in usual if one.is_ripe(case)), None)
