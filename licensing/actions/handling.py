"""Proceedings about a licence: remedied, or decided by three people and written into the book."""

from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from cityweb.core import clocks, law, papers
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, Role, User
from cityweb.core.models.law import Unit
from cityweb.core.papers import numbering
from licensing import delegation, handling, procedures, ruling_paper
from licensing.actions import keeping, recording, waiting
from licensing.actions.case_moves import behalf, lock, move, note, send_letter
from licensing.actions.moving import explained, moment, need
from licensing.actions.recording import Decision
from licensing.handling import RULINGS, Deed, Ground, Ruling
from licensing.models import ClockName, Licence, Proceeding
from licensing.states import Event, Standing

SERIES = "licensing.proceeding"


@transaction.atomic
def open_proceeding(
    *, licence: int, actor: User, ground: str, basis: str, facts: str, at: datetime | None = None
) -> Proceeding:
    """Begin to look into what a licensee is held to have done.

    Raises `Refused`: "not-your-role", "already-open" while another is, "not-in-force" for a licence
    that is over, and "already-suspended" for a ground that can only lead to suspending it again.
    """
    at = moment(at)
    if not actor.has_role(Role.SPECIALIST):
        raise Refused("not-your-role", "Việc này dành cho: Chuyên viên.")
    found = (
        Licence.objects.select_for_update(of=("self",)).select_related("current").get(pk=licence)
    )
    if found.proceedings.exclude(state__in=handling.ENDED).exists():
        raise Refused("already-open", "Giấy phép này đang có một vụ việc chưa kết thúc.")
    if found.current.standing(timezone.localdate(at)) in (Standing.EXPIRED, Standing.REVOKED):
        raise Refused("not-in-force", "Giấy phép này không còn hiệu lực.")
    day = timezone.localdate(at)
    _not_again(found, Ground(ground), day)
    made = Proceeding.objects.create(
        licence=found,
        code=numbering.take(procedures.in_charge(day), SERIES, day).text,
        ground=ground,
        basis=need(basis, "no-basis", "Hãy ghi căn cứ: điểm, khoản, điều của văn bản."),
        facts=need(facts, "no-facts", "Hãy ghi nội dung và chứng cứ."),
        opened_at=at,
        opened_by=actor,
    )
    note(made, Deed.OPEN, actor=actor, at=at)
    return made


def _not_again(licence: Licence, ground: Ground, day: date) -> None:
    last = licence.current
    is_suspended = last.standing(day) == Standing.SUSPENDED
    if is_suspended and RULINGS[ground] == {Ruling.SUSPEND}:
        raise Refused(
            "already-suspended",
            f"Giấy phép đang bị đình chỉ đến trước ngày {last.suspended_until:%d/%m/%Y}: lý do này "
            "chỉ dẫn đến đình chỉ. Chọn lý do dẫn đến thu hồi, hoặc chờ hết thời hạn đình chỉ.",
        )


@transaction.atomic
def ask_remedy(*, pk: int, actor: User, days: int, at: datetime | None = None) -> Proceeding:
    """Ask the licensee in a signed letter to put things right within so many days."""
    at = moment(at)
    case = lock(pk, Deed.ASK_REMEDY, actor)
    if case.ground != Ground.CONDITIONS:
        raise Refused("no-remedy", "Chỉ yêu cầu khắc phục khi không còn đáp ứng điều kiện.")
    clock = clocks.start(
        case, name=ClockName.REMEDY, amount=days, unit=Unit.CALENDAR_DAY, received_at=at,
        actor=actor,
    )  # fmt: skip
    write = partial(ruling_paper.remedy, case, clock.due_on)
    paper = send_letter(
        case, Deed.ASK_REMEDY, "licensing.remedy_request", write, actor=actor, at=at
    )
    move(case, Deed.ASK_REMEDY, actor=actor, at=at, remedy_paper=paper)
    words = (
        f"Công văn số {paper.number_text} yêu cầu khắc phục trước hết ngày {clock.due_on:%d/%m/%Y}."
    )
    keeping.tell(case.licence, words, about=case, key=f"proceeding:{case.pk}:remedy")
    return case


@transaction.atomic
def accept_remedy(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Proceeding:
    """End it: the licensee put things right; `reason` says how that was checked."""
    case = lock(pk, Deed.ACCEPT_REMEDY, actor)
    why = need(reason, "no-reason", "Hãy ghi đã kiểm tra việc khắc phục thế nào.")
    move(case, Deed.ACCEPT_REMEDY, actor=actor, at=moment(at), reason=why)
    keeping.tell(case.licence, f"Đã ghi nhận việc khắc phục: {why}", about=case,
                 key=f"proceeding:{case.pk}:remedied")  # fmt: skip
    return case


@transaction.atomic
def drop_proceeding(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Proceeding:
    """End it without a decision, with the reason."""
    case = lock(pk, Deed.CLOSE, actor)
    why = need(reason, "no-reason", "Hãy ghi vì sao không ra quyết định.")
    move(case, Deed.CLOSE, actor=actor, at=moment(at), reason=why)
    return case


@transaction.atomic
def draft_ruling(
    *,
    pk: int,
    actor: User,
    ruling: str,
    reason: str,
    until: date | None = None,
    source: str = "",
    at: datetime | None = None,
) -> Proceeding:
    """Write the decision down as it is proposed.

    Raises `Refused`: "wrong-ruling" where the ground does not carry it, "too-early" before the
    remedy and the grace after it are over or while the licensee may still explain, "too-few" for
    repeated suspensions that were not, and "rule-unsettled" where neither a settled rule nor the
    officer says what the term is, and whence.
    """
    at = moment(at)
    case = lock(pk, Deed.DRAFT, actor)
    if ruling not in RULINGS[case.ground]:
        raise Refused(
            "wrong-ruling", f"Lý do “{case.get_ground_display()}” không dẫn đến việc này."
        )
    why = explained(reason, "Hãy ghi lý do của quyết định.")
    _ripe(case, source, at)
    until = _until(ruling, until, source, timezone.localdate(at))
    case.reason = why
    case.save(update_fields=["reason"])
    move(
        case, Deed.DRAFT, actor=actor, at=at, reason=why, ruling=ruling, until=until,
        source=source.strip(), drafted_by=actor, drafted_for=behalf(case, Deed.DRAFT, actor),
        **dict.fromkeys(("reviewed_by", "reviewed_for", "signed_by", "signed_for")),
    )  # fmt: skip
    return case


@transaction.atomic
def put_up_ruling(*, pk: int, actor: User, at: datetime | None = None) -> Proceeding:
    """Hand the draft to the office head.

    Raises `Refused("too-early")` while the licensee may still answer what it was asked meanwhile.
    """
    at = moment(at)
    case = lock(pk, Deed.PUT_UP, actor)
    _not_awaited(case, at)
    move(case, Deed.PUT_UP, actor=actor, at=at)
    return case


@transaction.atomic
def review_ruling(*, pk: int, actor: User, at: datetime | None = None) -> Proceeding:
    """Agree and put it before the director.

    Raises `Refused("same-person")` for who drafted it, or stands in for one who did.
    """
    case = lock(pk, Deed.REVIEW, actor)
    principal = behalf(case, Deed.REVIEW, actor)
    _not_one_of(actor, principal, *_drafters(case))
    move(
        case, Deed.REVIEW, actor=actor, at=moment(at), reviewed_by=actor, reviewed_for=principal,
        sent_back="",
    )  # fmt: skip
    return case


@transaction.atomic
def send_ruling_back(
    *, pk: int, actor: User, reason: str, at: datetime | None = None
) -> Proceeding:
    """Give the draft back to the specialist, with the reason; what was signed counts no more."""
    case = lock(pk, Deed.SEND_BACK, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do trả lại.")
    move(
        case, Deed.SEND_BACK, actor=actor, at=moment(at), reason=why, sent_back=why,
        **dict.fromkeys(("reviewed_by", "reviewed_for", "signed_by", "signed_for")),
    )  # fmt: skip
    return case


@transaction.atomic
def sign_ruling(*, pk: int, actor: User, at: datetime | None = None) -> Proceeding:
    """Decide.

    Raises `Refused("same-person")` for who opened, drafted or reviewed it, or stands in for one
    who did.
    """
    case = lock(pk, Deed.SIGN, actor)
    principal = behalf(case, Deed.SIGN, actor)
    delegation.may_sign(actor, principal)
    _not_one_of(actor, principal, *_drafters(case), case.reviewed_by_id, case.reviewed_for_id)
    move(case, Deed.SIGN, actor=actor, at=moment(at), signed_by=actor, signed_for=principal)
    return case


@transaction.atomic
def issue_ruling(*, pk: int, actor: User, at: datetime | None = None) -> Proceeding:
    """Number, sign and seal the decision, and write it into the register: all or nothing."""
    at = moment(at)
    case = lock(pk, Deed.ISSUE, actor)
    draft = ruling_draft(case, actor=actor, at=at)
    paper = papers.issue(pk=draft.pk, actor=actor, signer=case.signed_by, now=at)
    decision = Decision(paper.number_text, paper.issued_on, paper, reason=case.reason)
    written = {"pk": case.licence_id, "decision": decision, "actor": actor}
    if case.ruling == Ruling.SUSPEND:
        recording.suspend(until=case.until, **written)
    else:
        recording.revoke(**written)
    move(case, Deed.ISSUE, actor=actor, at=at, paper=paper)
    words = f"{case.get_ruling_display()}: Quyết định số {paper.number_text}. Lý do: {case.reason}"
    keeping.tell(case.licence, words, about=case, key=f"proceeding:{case.pk}:decided")
    return case


def ruling_draft(case: Proceeding, *, actor: User, at: datetime) -> Paper:
    """Return the paper of the decision as a draft."""
    day = timezone.localdate(at)
    body = procedures.in_charge(day)
    signer = case.signed_by or procedures.leader_of(body, day) or actor
    kind = "suspension" if case.ruling == Ruling.SUSPEND else "revocation"
    data = ruling_paper.decision(case, body=body, signer=signer, principal=case.signed_for)
    return papers.draft(
        kind=f"licensing.{kind}", organisation=body, owner=case, data=data, actor=actor
    )


def _ripe(case: Proceeding, source: str, at: datetime) -> None:
    """Raise `Refused` while the ground does not carry a decision yet."""
    _not_awaited(case, at)
    if case.ground == Ground.CONDITIONS and waiting.grace_of(case) is None:
        need(source, "rule-unsettled", "Quy định về thời gian chờ sau khi hết hạn khắc phục "
             "chưa được xác nhận: hãy ghi nguồn đã đọc.")  # fmt: skip
    if case.ground == Ground.REPEATED:
        _often_enough(case, source, timezone.localdate(case.opened_at))


def _not_awaited(case: Proceeding, at: datetime) -> None:
    """Raise `Refused("too-early")` while the licensee may still put things right or explain."""
    if words := waiting.awaited(case, at):
        raise Refused("too-early", words)


def _often_enough(case: Proceeding, source: str, day: date) -> None:
    most = law.find("LIC.SUSPEND.MAX_COUNT", on=day)
    times = case.licence.versions.filter(event=Event.SUSPENDED).count()
    if most is None or not most.is_settled:
        need(source, "rule-unsettled", "Quy định về số lần đình chỉ dẫn đến thu hồi chưa được xác "
             "nhận: hãy ghi nguồn đã đọc.")  # fmt: skip
    elif times < most.value:
        raise Refused("too-few", f"Giấy phép mới bị đình chỉ {times} lần, chưa đủ {most.value}.")


def _until(ruling: str, until: date | None, source: str, today: date) -> date | None:
    """Return the end of a suspension where the officer has to say it."""
    if ruling != Ruling.SUSPEND:
        return None
    rule = law.find("LIC.SUSPEND.LENGTH", on=today)
    if rule is not None and rule.is_settled:
        return None
    if until is None or until <= today:
        raise Refused("rule-unsettled", "Thời hạn đình chỉ chưa được xác nhận trong quy định: hãy "
                      "ghi ngày giấy phép có hiệu lực trở lại.")  # fmt: skip
    need(source, "rule-unsettled", "Hãy ghi nguồn của thời hạn đình chỉ: văn bản, điều khoản.")
    return until


def _drafters(case: Proceeding) -> tuple[int | None, ...]:
    return case.drafted_by_id, case.drafted_for_id, case.opened_by_id


def _not_one_of(actor: User, principal: User | None, *others: int | None) -> None:
    """Raise `Refused` when the actor, or in whose place they act, did another part already."""
    if actor.pk in others or (principal is not None and principal.pk in others):
        raise Refused(
            "same-person", "Người lập, người duyệt và người ký phải là ba người khác nhau, kể cả "
            "khi làm thay."
        )  # fmt: skip
