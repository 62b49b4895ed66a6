"""From the draft of a result to its issue: specialist, office head, director, records clerk."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, papers
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, Paper, User
from licensing import clashes, delegation, licence_paper, procedures, result_paper
from licensing.actions import beside, fitting, forwarding, keeping, recording
from licensing.actions.moving import behalf, explained, lock, moment, move, need, tell
from licensing.actions.recording import Decision
from licensing.life import State, Verb
from licensing.models import (
    ComponentMark,
    Dossier,
    Finding,
    Licence,
    Result,
    Supplement,
)
from licensing.states import Event

GRANT, REFUSE = Result.Kind.GRANT, Result.Kind.REFUSE
_UNDECIDED: dict[str, str | None] = {
    **dict.fromkeys(("reviewed_by", "reviewed_for", "signed_by", "signed_for", "approved_at")),
    "approved_sha256": "",
}


@transaction.atomic
def draft_result(
    *,
    pk: int,
    actor: User,
    kind: str,
    reason: str = "",
    valid_to: date | None = None,
    completed: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Result:
    """Write the result down as it is proposed: grant or refuse.

    `completed` holds what the licence has to name of its holder and the dossier did not.

    Raises `Refused`: "not-appraised" while papers or conditions are open, "not-met" for granting
    against a finding, "no-end" without the last day of a licence, "no-longer" for an extension that
    is none, "too-long" beyond what the rule allows, and "no-reason" for a refusal, or for a term
    that no settled rule covers; and as `fitting.on_the_licence` and `changes_something` do.
    """
    at = moment(at)
    dossier = lock(pk, Verb.DRAFT, actor)
    if kind == GRANT:
        _appraised(dossier)
        fitting.on_the_licence(dossier, timezone.localdate(at))
        fitting.changes_something(dossier)
        fitting.within_limits(dossier, valid_to, reason, timezone.localdate(at))
    else:
        explained(reason, "Hãy ghi lý do từ chối và căn cứ.")
    if dossier.supplements.filter(state=Supplement.State.PROPOSED).exists():
        raise Refused("already-proposed", "Đang chờ ý kiến Trưởng phòng về lần bổ sung.")
    _complete(dossier, completed or {}, actor)
    beside.flag_clashes(dossier, at=at)
    facts = {
        "kind": kind, "reason": reason.strip(), "drafted_by": actor,
        "drafted_for": behalf(dossier, Verb.DRAFT, actor), "sent_back": "",
        **_of_licence(dossier, kind, valid_to),
    }  # fmt: skip
    result, _ = Result.objects.update_or_create(dossier=dossier, defaults=facts | _UNDECIDED)
    move(dossier, Verb.DRAFT, State.DRAFTING, actor=actor, at=at, reason=reason.strip())
    return result


@transaction.atomic
def appraise_again(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Go back from the draft to the appraisal."""
    dossier = lock(pk, Verb.APPRAISE_AGAIN, actor)
    move(dossier, Verb.APPRAISE_AGAIN, State.APPRAISING, actor=actor, at=moment(at))
    return dossier


@transaction.atomic
def put_up(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Hand the draft to the office head.

    Raises `Refused("facts-missing")` for a licence with a gap.
    """
    dossier = lock(pk, Verb.PUT_UP, actor)
    _whole(dossier, dossier.result)
    move(dossier, Verb.PUT_UP, State.REVIEWING, actor=actor, at=moment(at))
    return dossier


@transaction.atomic
def review(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Agree with the draft and put it before the director.

    Raises `Refused("same-person")` for whoever worked on the dossier as a specialist, and as
    `fitting.as_drafted` does.
    """
    dossier = lock(pk, Verb.REVIEW, actor)
    result = dossier.result
    fitting.as_drafted(dossier, result)
    principal = behalf(dossier, Verb.REVIEW, actor)
    _not_among(actor, principal, *_drafters(result), *_appraisers(dossier))
    result.reviewed_by, result.reviewed_for, result.sent_back = actor, principal, ""
    result.save(update_fields=["reviewed_by", "reviewed_for", "sent_back"])
    move(dossier, Verb.REVIEW, State.SIGNING, actor=actor, at=moment(at))
    return dossier


@transaction.atomic
def send_back(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Dossier:
    """Give the draft back to the specialist, with the reason; what was signed counts no more."""
    dossier = lock(pk, Verb.SEND_BACK, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do trả lại.")
    result = dossier.result
    changes = _UNDECIDED | {"sent_back": why}
    for name, value in changes.items():
        setattr(result, name, value)
    result.save(update_fields=list(changes))
    move(dossier, Verb.SEND_BACK, State.DRAFTING, actor=actor, at=moment(at), reason=why)
    return dossier


def sign(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Decide; what the paper says then is what may be issued.

    Raises `Refused`: "same-person" for who drafted, appraised or reviewed it, or stands in for one
    who did, "facts-missing" for a licence with a gap, "no-longer" for an extension that is none,
    and as `delegation.may_sign`, `beside.unblocked` and `fitting.as_drafted` do.
    """
    beside.look_for_clashes(pk=pk, at=at)
    return _signed(pk, actor, at)


@transaction.atomic
def _signed(pk: int, actor: User, at: datetime | None) -> Dossier:
    dossier = lock(pk, Verb.SIGN, actor)
    beside.unblocked(dossier)
    result = dossier.result
    _whole(dossier, result)
    if result.kind == GRANT:
        fitting.as_drafted(dossier, result)
        fitting.lasts_longer(dossier, result.valid_to)
    principal = behalf(dossier, Verb.SIGN, actor)
    delegation.may_sign(actor, principal)
    others = (*_drafters(result), result.reviewed_by_id, result.reviewed_for_id)
    _not_among(actor, principal, *others, *_appraisers(dossier))
    at = moment(at)
    result.signed_by, result.signed_for, result.approved_at = actor, principal, at
    result.approved_sha256 = result_paper.digest(dossier, result, _body(at))
    result.save(update_fields=["signed_by", "signed_for", "approved_at", "approved_sha256"])
    move(dossier, Verb.SIGN, State.SIGNED, actor=actor, at=at)
    return dossier


def issue(*, pk: int, actor: User, at: datetime | None = None) -> Dossier:
    """Number, sign and seal the paper, and write the decision into the register.

    All or nothing: what fails on the way takes no number. Raises `Refused` as `papers.issue`, the
    verbs of the register, `beside.unblocked` and `fitting.as_drafted` do, "not-as-approved" for a
    paper that would say other than what the signer agreed to, and "just-licensed" when another
    dossier got a licence for the same domain meanwhile.
    """
    beside.look_for_clashes(pk=pk, at=at)
    return _issued(pk, actor, at)


@transaction.atomic
def _issued(pk: int, actor: User, at: datetime | None) -> Dossier:
    at = moment(at)
    dossier = lock(pk, Verb.ISSUE, actor)
    beside.unblocked(dossier)
    result = dossier.result
    fitting.as_drafted(dossier, result)
    body = _body(at)
    _as_approved(dossier, result, body)
    draft = result_paper.draft(dossier, result, body=body, actor=actor)
    paper = papers.issue(
        pk=draft.pk, actor=actor, signer=result.signed_by, now=at,
        approval=result_paper.approval(result),
    )  # fmt: skip
    result.paper = paper
    result.save(update_fields=["paper"])
    licence = dossier.licence
    if result.kind == GRANT and dossier.procedure.event:
        _unclaimed(dossier)
        licence = _register(dossier, result, paper, body, actor)
        if dossier.procedure.event in (Event.ISSUED, Event.AMENDED):
            keeping.carry_over_agreements(
                licence, licence.current.sources, on=paper.issued_on, actor=actor, at=at
            )
    granted = result.kind == GRANT
    if granted and dossier.procedure.code == result_paper.FORWARDED:
        forwarding.forward(dossier, body=body, at=paper.issued_at)
    words = f"{'Đã giải quyết' if granted else 'Đã từ chối'}: văn bản số {paper.number_text}."
    move(dossier, Verb.ISSUE, State.DECIDED, actor=actor, at=at, licence=licence, public_note=words)
    tell(dossier, f"{words} Tải văn bản đã ký ở trang hồ sơ.", key="decided")
    return dossier


def _body(at: datetime) -> Organisation:
    return procedures.in_charge(timezone.localdate(at))


def _as_approved(dossier: Dossier, result: Result, body: Organisation) -> None:
    """Raise `Refused("not-as-approved")` for a paper other than the one that was agreed to."""
    if result_paper.digest(dossier, result, body) != result.approved_sha256:
        raise Refused(
            "not-as-approved",
            "Nội dung sẽ ký khác với nội dung người ký đã duyệt. Chưa lấy số: trả lại chuyên viên "
            "để dự thảo và trình ký lại.",
        )


def _unclaimed(dossier: Dossier) -> None:
    """Raise `Refused("just-licensed")` for a clash that nobody decided on.

    Asked only once the number is ours: whoever had its lock may just have issued the other one.
    """
    known = set(dossier.flags.exclude(licence=None).values_list("licence", flat=True))
    fresh = [
        one
        for one in clashes.of_dossier(dossier, dossier.sent["contents"])
        if one.licence.pk not in known
    ]
    if fresh:
        said = "; ".join(map(str, fresh))
        raise Refused("just-licensed", f"{said}, vừa cấp xong. Bấm lại để gắn cờ, chờ quyết định.")


def _register(
    dossier: Dossier, result: Result, paper: Paper, body: Organisation, actor: User
) -> Licence:
    """Let the verb of the register that this procedure ends in do its work."""
    decision = Decision(paper.number_text, paper.issued_on, paper)
    event, contents = dossier.procedure.event, licence_paper.decided(dossier, result)
    if event == Event.ISSUED:
        return recording.issue(
            number=paper.number_text, issuer=body,
            holder=recording.holder_named(dossier.applicant.name, dossier.applicant.kind),
            contents=contents, decision=decision, actor=actor,
        )  # fmt: skip
    # Asked again with the number in hand: whoever had its lock may just have changed the licence.
    fitting.as_drafted(dossier, result, is_locked=True)
    licence = dossier.licence
    given = {"pk": licence.pk, "decision": decision, "actor": actor}
    if event == Event.AMENDED:
        return recording.amend(contents=contents, **given)
    if event == Event.EXTENDED:
        return recording.extend(valid_to=contents.valid_to, known=contents, **given)
    return recording.reissue(known=contents, **given)


def _of_licence(dossier: Dossier, kind: str, valid_to: date | None) -> dict[str, Any]:
    """Return what a draft says of a licence: its last day, and which version a grant changes."""
    is_grant, event = kind == GRANT, dossier.procedure.event
    is_change = is_grant and fitting.changes_a_licence(dossier)
    return {
        "valid_to": valid_to if is_grant and event in fitting.WITH_AN_END else None,
        "licence_version": dossier.licence.current if is_change else None,
    }


def _complete(dossier: Dossier, completed: Mapping[str, str], actor: User) -> None:
    """Write down what was not known of the applicant; what is known stays."""
    found = {
        name: completed[name].strip()
        for name in licence_paper.missing(dossier)
        if completed.get(name, "").strip()
    }
    if not found:
        return
    for name, words in found.items():
        setattr(dossier.applicant, name, words)
    dossier.applicant.save(update_fields=list(found))
    audit.record(
        actor=actor, verb="licensing.holder_completed", target=dossier, fields=sorted(found)
    )


def _whole(dossier: Dossier, result: Result) -> None:
    """Raise `Refused("facts-missing")` for a licence that would have a gap, naming it."""
    gaps = licence_paper.missing(dossier) if result.kind == GRANT else {}
    if gaps:
        raise Refused(
            "facts-missing",
            f"Giấy phép còn thiếu: {'; '.join(gaps.values()).lower()}. Chuyên viên điền ở bước “Dự "
            "thảo kết quả”.",
        )


def left_open(dossier: Dossier) -> list[str]:
    """Return the required papers not yet found good and the conditions without a finding."""
    good = dossier.marks.filter(verdict=ComponentMark.Verdict.GOOD).values("component")
    papers = dossier.version.components.filter(is_required=True).exclude(pk__in=good)
    seen = dossier.findings.values("condition")
    conditions = dossier.version.conditions.exclude(pk__in=seen)
    return [one.name for one in papers] + [one.code for one in conditions]


def _appraised(dossier: Dossier) -> None:
    left = left_open(dossier)
    if left:
        raise Refused("not-appraised", f"Chưa kiểm tra xong hoặc chưa đạt: {'; '.join(left)}.")
    not_met = dossier.findings.filter(verdict=Finding.Verdict.NOT_MET)
    failed = sorted(set(not_met.values_list("condition__code", flat=True)))
    if failed:
        raise Refused(
            "not-met", f"Có kết luận không đáp ứng: {', '.join(failed)}. "
            "Thống nhất kết luận, hoặc dự thảo văn bản từ chối.",
        )  # fmt: skip


def _appraisers(dossier: Dossier) -> set[int]:
    return {
        *dossier.marks.values_list("by", flat=True),
        *dossier.findings.values_list("by", flat=True),
    }


def _drafters(result: Result) -> tuple[int | None, ...]:
    return result.drafted_by_id, result.drafted_for_id


def _not_among(actor: User, principal: User | None, *others: int | None) -> None:
    """Raise `Refused` when the actor, or in whose place they act, did another part already."""
    if actor.pk in others or (principal is not None and principal.pk in others):
        raise Refused(
            "same-person", "Người thẩm định, người duyệt và người ký phải là ba người khác nhau, "
            "kể cả khi làm thay."
        )  # fmt: skip
