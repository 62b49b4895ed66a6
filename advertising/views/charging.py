"""The desk of violations: the list, one violation with its reckoning, its steps and papers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from advertising import actions, casepapers, fining
from advertising.actions import pressing, sanctioning
from advertising.fines import money
from advertising.forms import violations as forms
from advertising.forms.checking import Transfer, Words
from advertising.forms.stepping import Minute, Reason, StepForm
from advertising.life import CASE_TABLE, CaseVerb, Standing
from advertising.models import Sanction, Violation
from advertising.reports import listing
from advertising.views.checking import sent_preview
from advertising.views.stepping import Screen, Step, always
from cityweb.core import attachments, clocks, keyset
from cityweb.core.clocks import wording
from cityweb.core.models import Paper, Role, User
from cityweb.core.papers import kinds


def _is_explaining(one: Violation) -> bool:
    return clocks.of(one, fining.EXPLAINING).open().exists()


def _is_drafted(one: Violation) -> bool:
    return hasattr(one, "sanction") and one.sanction.issued_on is None


def _is_paid(one: Violation) -> bool:
    return fining.owed(one, timezone.localdate())[0] <= 0


STEPS = (
    Step(CaseVerb.MINUTE, actions.minute_violation, Minute,
         "Lấy số, ký số biên bản; bắt đầu tính hạn giải trình và hạn ra quyết định."),
    Step(CaseVerb.EXPLAIN, actions.explain, forms.Explain, offered=_is_explaining),
    Step(CaseVerb.DRAFT, actions.draft, forms.DraftFine,
         is_aside=lambda one: hasattr(one, "sanction") and not one.sent_back),
    Step(CaseVerb.REVIEW, actions.review, forms.Review,
         "Người thẩm định khác người dự thảo."),
    Step(CaseVerb.ISSUE, actions.issue,
         meaning="Lấy số, ký số quyết định xử phạt. Quyết định quá thời hiệu, quá hạn bị chặn."),
    Step(CaseVerb.RECEIVE, actions.receive_decision, forms.ReceiveDecision,
         "Khi người có thẩm quyền ở ngoài cơ quan đã ký quyết định xử phạt."),
    Step(CaseVerb.SERVE, actions.serve, forms.Serve, "Bắt đầu tính hạn thi hành."),
    Step(CaseVerb.PAY, actions.pay, forms.Pay, is_aside=_is_paid),
    Step(CaseVerb.PROVE, actions.prove, forms.Prove,
         offered=lambda one: one.remedies.filter(done_on=None).exists()),
    Step(CaseVerb.COMPLY, actions.comply, forms.Comply, "Đã nộp đủ và khắc phục xong."),
    Step(CaseVerb.OVERDUE, actions.overdue),
    Step(CaseVerb.ENFORCE, actions.enforce, Words),
    Step(CaseVerb.SEND_BACK, actions.send_draft_back, Reason, is_aside=always),
    Step(CaseVerb.TRANSFER, actions.transfer_violation, Transfer, is_grave=True),
    Step(CaseVerb.LAPSE, actions.lapse, is_grave=True,
         meaning="Chỉ ghi được khi đã hết thời hiệu hoặc hết hạn ra quyết định."),
    Step(CaseVerb.CANCEL, actions.cancel_violation, Reason, is_grave=True),
)  # fmt: skip


def violations(request: HttpRequest) -> HttpResponse:
    """Show the list, narrowed as the address says."""
    asked = listing.asked_violations(request.GET)
    turn = keyset.read_turn(request.GET.get("after", ""), request.GET.get("before", ""))
    context = {
        "asked": asked,
        "standings": Standing.choices,
        "page": listing.violations(request.user, asked, turn or keyset.Turn()),
    }
    return render(request, "advertising/desk/violations.html", context)


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the minutes, or the decision to fine, as they would look now, under the watermark."""
    found = _found(request, pk)
    now = timezone.now()
    if found.minutes is None:
        heard = fining.may_explain(found, fining.settled_bracket(found))
        data = casepapers.minutes(found, signer=request.user, at=now, may_explain=heard)
        return sent_preview(casepapers.MINUTES_KIND, data)
    sanction = get_object_or_404(Sanction, violation=found, issued_on=None)
    today = timezone.localdate(now)
    directors = User.objects.holding([Role.DIRECTOR], on=today).order_by("pk")
    signer = directors.first() or request.user
    data = casepapers.sanction(sanction, signer=signer, on=today)
    if not sanctioning.is_authority(signer, sanction):
        data |= casepapers.awaiting(sanction)
    return sent_preview(casepapers.SANCTION_KIND, data)


def _found(request: HttpRequest, pk: int) -> Violation:
    rows = Violation.objects.visible_to(request.user).select_related(
        "inspection", "offender", "site", "penalty", "rule", "minutes", "created_by",
        "sanction__drafted_by", "sanction__reviewed_by", "sanction__issued_by", "sanction__paper",
        "sanction__outside_proof",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk)


def _is_theirs(found: Violation, verb: CaseVerb, user: User) -> bool:
    if not pressing.is_theirs(found, verb, user):
        return False
    return not (verb in _OF_OTHERS and _has_a_hand_in(found, verb, user))


# What nobody does to what they wrote themselves.
_OF_OTHERS = (CaseVerb.REVIEW, CaseVerb.ISSUE)


def _has_a_hand_in(found: Violation, verb: CaseVerb, user: User) -> bool:
    """Tell whether the draft, or its review, is this person's own; or the authority another's."""
    sanction = found.sanction
    if verb == CaseVerb.REVIEW:
        return user.pk in (sanction.drafted_by_id, found.created_by_id)
    is_own = user.pk in (sanction.drafted_by_id, sanction.reviewed_by_id)
    return is_own or not sanctioning.is_authority(user, sanction)


def _draw(
    request: HttpRequest,
    found: Violation,
    step: Step | None = None,
    form: StepForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    issued = Paper.objects.about(found).issued()
    context = {
        "limitation": fining.limitation_end(found),
        "bracket": fining.settled_bracket(found),
        "clocks": [(one, wording.deadline(one, one.name, now)) for one in clocks.of(found)],
        "findings": found.findings.select_related("item").prefetch_related("exhibits__item"),
        "explanations": [
            (one, attachments.of(one)) for one in found.explanations.select_related("by")
        ],
        "may_preview": found.minutes is None or _is_drafted(found),
        "remedies": found.remedies.select_related("proof", "recapture"),
        "payments": found.payments.all(),
        "earlier": [(one, fining.is_repeat(found, one)) for one in fining.earlier(found)[:5]],
        "issued": [(one, kinds.kind_of(one.kind).label) for one in issued],
        **_money(found),
        **SCREEN.context(request, found, step, form),
    }
    return render(request, "advertising/desk/violation.html", context, status=status)


def _money(found: Violation) -> dict[str, Any]:
    """Return the amounts of the sanction as people read them."""
    sanction = getattr(found, "sanction", None)
    if sanction is None:
        return {}
    facts = {
        "sanction": sanction,
        "amount": money(sanction.amount_vnd),
        "span": f"{money(sanction.low_vnd)} – {money(sanction.high_vnd)}",
    }
    if found.served_on:
        left, interest = fining.owed(found, timezone.localdate())
        facts |= {"left": money(max(left, 0)), "interest": money(interest) if interest else ""}
    return facts


SCREEN = Screen(
    steps=STEPS,
    table=CASE_TABLE,
    stands=lambda one: Standing(one.standing),
    find=_found,
    draw=_draw,
    route="advertising_desk:violation",
    is_theirs=_is_theirs,
)
violation, act, paper = SCREEN.show, SCREEN.act, SCREEN.paper
