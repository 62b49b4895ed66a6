"""An inspection from its opening to the first day on site: team, partners, decision, notice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from advertising import office, paperwork
from advertising.actions import moving
from advertising.life import CheckVerb, PlanVerb, Stage
from advertising.models import (
    AdSite,
    ChecklistVersion,
    Inspection,
    Invitation,
    Target,
    TeamMember,
)
from cityweb.core.errors import Refused
from cityweb.core.models import Organisation, User
from cityweb.core.papers import numbering

# A slip of the hand in the year; how long the decree allows, nobody has confirmed.
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Subject:
    """What an inspection is about, as its author writes it."""

    kind: str
    reason: str
    scope: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Member:
    """Somebody of a team: a person of ours, or a guest by name."""

    duty: str
    user: User | None = None
    name: str = ""
    position: str = ""


@transaction.atomic
def open_planned(
    *, pk: int, actor: User, target: Target, subject: Subject, at: datetime | None = None
) -> Inspection:
    """Open the inspection of one target of an approved plan.

    Raises `Refused("already-open")` when it was opened before, and as `_open` does.
    """
    plan = moving.lock_plan(pk, PlanVerb.OPEN, actor)
    if Inspection.objects.filter(target=target).exists():
        raise Refused("already-open", "Website này của kế hoạch đã có cuộc kiểm tra.")
    made = _open(
        actor, moving.moment(at), target.site, subject, source=Inspection.Source.PLAN, target=target
    )
    moving.record_plan(plan, PlanVerb.OPEN, actor=actor, inspection=made.code)
    return made


@transaction.atomic
def open_ad_hoc(
    *, actor: User, site: AdSite, source: str, subject: Subject, at: datetime | None = None
) -> Inspection:
    """Open an inspection outside of plans.

    Raises `Refused("already-open")` for the same site and reason while that case is prepared, and
    as `_open` does.
    """
    same = Inspection.objects.filter(site=site, reason=subject.reason.strip(), kind=subject.kind)
    known = same.filter(stage=Stage.PREPARING, target=None).first()
    if known is not None:
        raise Refused("already-open", f"Đã lập hồ sơ {known} cho website và lý do này.")
    return _open(actor, moving.moment(at), site, subject, source=source, target=None)


def _open(
    actor: User,
    at: datetime,
    site: AdSite,
    subject: Subject,
    *,
    source: str,
    target: Target | None,
) -> Inspection:
    """Write the inspection down under the next code, with the checklist of the day it begins.

    Raises `Refused`: "no-checklist", "no-reason", "ends-before", as `_in_time` and as
    `office.in_charge` does.
    """
    why = moving.need(subject.reason, "no-reason", "Ghi lý do kiểm tra.")
    if subject.ends_on < subject.starts_on:
        raise Refused("ends-before", "Ngày cuối không thể trước ngày đầu.")
    _in_time(subject, moving.day_of(at))
    versions = ChecklistVersion.objects.in_force(subject.starts_on).filter(kind=subject.kind)
    checklist = versions.first()
    if checklist is None:
        raise Refused("no-checklist", "Chưa có bảng kiểm của loại kiểm tra này cho ngày đó.")
    day = moving.day_of(at)
    body = office.in_charge(day)
    made = Inspection.objects.create(
        code=numbering.take(body, office.CODE_SERIES, day).text, kind=subject.kind, source=source,
        reason=why, target=target, site=site, inspected=site.operator, checklist=checklist,
        scope=subject.scope, starts_on=subject.starts_on, ends_on=subject.ends_on,
        created_by=actor, created_at=at,
    )  # fmt: skip
    moving.note(made, "check_opened", "Lập cuộc kiểm tra", actor=actor, at=at, words=why)
    return made


def _in_time(subject: Subject, today: date) -> None:
    """Raise `Refused`: "days-gone" before today, "too-long"."""
    if subject.starts_on < today:
        raise Refused("days-gone", "Ngày đầu không thể trước ngày lập hồ sơ.")
    if subject.ends_on > subject.starts_on + LONGEST:
        raise Refused("too-long", f"Một cuộc kiểm tra không quá {LONGEST.days} ngày.")


@transaction.atomic
def staff(
    *, pk: int, actor: User, members: Iterable[Member], at: datetime | None = None
) -> Inspection:
    """Write the whole team down anew. Raises `Refused("no-lead")` unless exactly one leads it."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.STAFF, actor)
    team = list(members)
    leads = [one for one in team if one.duty == TeamMember.Duty.LEAD]
    if len(leads) != 1 or leads[0].user is None:
        raise Refused("no-lead", "Đoàn phải có đúng một trưởng đoàn, là người của cơ quan.")
    inspection.team.all().delete()
    TeamMember.objects.bulk_create(
        TeamMember(
            inspection=inspection, user=one.user, duty=one.duty,
            name=one.user.full_name if one.user else one.name,
            position=one.user.position if one.user else one.position,
        )
        for one in team
    )  # fmt: skip
    names = "; ".join(str(one) for one in inspection.team.all())
    moving.note(inspection, "check_staff", "Lập đoàn kiểm tra", actor=actor, at=at, words=names)
    return inspection


@transaction.atomic
def invite(
    *,
    pk: int,
    actor: User,
    organisation: Organisation,
    purpose: str,
    answer_by: date,
    at: datetime | None = None,
) -> Invitation:
    """Propose to ask another body along; it is asked once the letter is signed.

    Raises `Refused`: "days-gone", "too-late", "already-invited".
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.INVITE, actor)
    if answer_by < moving.day_of(at):
        raise Refused("days-gone", "Ngày đề nghị trả lời không thể trước hôm nay.")
    if answer_by > moving.day_of(at) + LONGEST:
        raise Refused("too-late", "Ngày đề nghị trả lời cách hôm nay quá một năm; xem lại ngày.")
    if inspection.invitations.filter(organisation=organisation).exists():
        raise Refused("already-invited", f"Đã mời {organisation}.")
    made = Invitation.objects.create(
        inspection=inspection, organisation=organisation, purpose=purpose, answer_by=answer_by,
        sent_on=moving.day_of(at),
    )  # fmt: skip
    words = f"{organisation}: {purpose}"
    moving.note(inspection, "check_invite", "Mời phối hợp", actor=actor, at=at, words=words)
    return made


@transaction.atomic
def sign_invitation(
    *, pk: int, actor: User, invitation: Invitation, at: datetime | None = None
) -> Invitation:
    """Issue the letter that asks another body along, signed by the actor.

    Raises `Refused`: "already-signed", "days-gone" where the day to answer by has passed, and as
    `papers.issue` does.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.SIGN_INVITATION, actor)
    row = inspection.invitations.select_for_update(of=("self",)).get(pk=invitation.pk)
    if row.paper_id is not None:
        raise Refused("already-signed", "Công văn mời đơn vị này đã ký, gửi.")
    if row.answer_by < moving.day_of(at):
        raise Refused("days-gone", "Ngày đề nghị trả lời đã qua: công văn gửi đi sẽ vô nghĩa.")
    data = paperwork.invitation(row, signer=actor, at=at)
    row.paper = moving.issued(inspection, paperwork.INVITATION_KIND, data, actor=actor, at=at)
    row.sent_on = moving.day_of(at)
    row.save(update_fields=["paper", "sent_on"])
    words = f"{row.organisation}: công văn số {row.paper.number_text}"
    moving.note(
        inspection, "check_sign_invitation", "Gửi công văn mời phối hợp", actor=actor, at=at,
        words=words,
    )  # fmt: skip
    return row


@transaction.atomic
def answer(
    *,
    pk: int,
    actor: User,
    invitation: Invitation,
    accepts: bool,
    words: str,
    at: datetime | None = None,
) -> Invitation:
    """Write down what an invited body answered.

    Raises `Refused`: "not-sent" before the letter is signed, "answered" the second time.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.ANSWER, actor)
    row = inspection.invitations.select_for_update().get(pk=invitation.pk)
    if row.paper_id is None:
        raise Refused("not-sent", "Công văn mời đơn vị này chưa ký, gửi: chưa thể có trả lời.")
    if row.state != Invitation.State.SENT:
        raise Refused("answered", "Đã ghi trả lời của đơn vị này.")
    row.state = Invitation.State.ACCEPTED if accepts else Invitation.State.DECLINED
    row.answered_on, row.answer = moving.day_of(at), words
    row.save(update_fields=["state", "answered_on", "answer"])
    said = f"{row.organisation}: {row.get_state_display()}. {words}".strip()
    moving.note(inspection, "check_answer", "Trả lời phối hợp", actor=actor, at=at, words=said)
    return row


@transaction.atomic
def put_up(*, pk: int, actor: User, at: datetime | None = None) -> Inspection:
    """Put the inspection before the director. Raises `Refused("no-team")` without a team."""
    inspection = moving.lock(pk, CheckVerb.PUT_UP, actor)
    if not inspection.team.exists():
        raise Refused("no-team", "Chưa lập đoàn kiểm tra.")
    return moving.move(
        inspection, CheckVerb.PUT_UP, actor=actor, at=moving.moment(at), sent_back=""
    )


@transaction.atomic
def send_back(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Inspection:
    inspection = moving.lock(pk, CheckVerb.SEND_BACK, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do trả lại.")
    return moving.move(
        inspection, CheckVerb.SEND_BACK, actor=actor, at=moving.moment(at), words=why, sent_back=why
    )


@transaction.atomic
def decide(*, pk: int, actor: User, at: datetime | None = None) -> Inspection:
    """Number and sign the decision.

    Raises `Refused`: "same-person" for who proposed it or is of the team, and for numbers and keys
    as `papers.issue` does.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.DECIDE, actor)
    if actor.pk == inspection.created_by_id or inspection.team.filter(user=actor).exists():
        raise Refused("same-person", "Người ký quyết định phải khác người đề xuất và đoàn.")
    data = paperwork.decision(inspection, signer=actor, on=moving.day_of(at))
    paper = moving.issued(inspection, office.DECISION_KIND, data, actor=actor, at=at)
    return moving.move(
        inspection, CheckVerb.DECIDE, actor=actor, at=at, decided_by=actor, decision=paper,
        words=f"Quyết định số {paper.number_text}",
    )  # fmt: skip


@transaction.atomic
def notify(*, pk: int, actor: User, on: date, how: str, at: datetime | None = None) -> Inspection:
    """Write down how and when the inspected were told of the decision."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.NOTIFY, actor)
    words = moving.need(how, "no-way", "Ghi cách thông báo và người nhận.")
    if on > moving.day_of(at) or on < inspection.decision.issued_on:
        raise Refused("wrong-day", "Ngày thông báo phải từ ngày quyết định đến hôm nay.")
    return moving.move(
        inspection, CheckVerb.NOTIFY, actor=actor, at=at, words=f"{on:%d/%m/%Y}: {words}",
        notified_on=on, notified_how=words,
    )  # fmt: skip


@transaction.atomic
def begin(*, pk: int, actor: User, at: datetime | None = None) -> Inspection:
    """Begin to check.

    Raises `Refused`: "not-notified" before the inspected were told, "too-early" before the first
    day of the decision.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.BEGIN, actor)
    if inspection.notified_on is None:
        raise Refused("not-notified", "Chưa ghi việc thông báo quyết định cho đối tượng.")
    if moving.day_of(at) < inspection.starts_on:
        first = f"{inspection.starts_on:%d/%m/%Y}"
        raise Refused("too-early", f"Quyết định cho kiểm tra từ ngày {first}.")
    return moving.move(inspection, CheckVerb.BEGIN, actor=actor, at=at)


@transaction.atomic
def cancel(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Inspection:
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.CANCEL, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do hủy.")
    return moving.move(inspection, CheckVerb.CANCEL, actor=actor, at=at, words=why, closed_at=at)


@transaction.atomic
def restrict(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Inspection:
    """Show the case to its team and the leaders alone, or to the whole desk again."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.RESTRICT, actor)
    why = moving.need(reason, "no-reason", "Ghi lý do.")
    is_restricted = not inspection.is_restricted
    return moving.move(
        inspection, CheckVerb.RESTRICT, actor=actor, at=at, is_restricted=is_restricted,
        words=f"{'Hạn chế xem' if is_restricted else 'Bỏ hạn chế xem'}: {why}",
    )  # fmt: skip


@transaction.atomic
def write_note(*, pk: int, actor: User, words: str, at: datetime | None = None) -> Inspection:
    """Write a line into the diary by hand."""
    inspection = moving.lock(pk, CheckVerb.NOTE, actor)
    said = moving.need(words, "no-words", "Ghi nội dung.")
    moving.note(
        inspection, "check_note", "Ghi chép", actor=actor, at=moving.moment(at), words=said,
        by_hand=True,
    )  # fmt: skip
    return inspection
