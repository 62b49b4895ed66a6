"""The way to the responsible body and back: forward, take, pass on, answer, return, recall."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, audit, clocks, law, mailin, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Organisation, Role, User
from feedback import codes, rules
from feedback.actions._moving import FORWARD, HOP, for_the_trail, lock, move, stop_clocks
from feedback.models import AgencyContact, AgencyLink, Hop, Submission
from feedback.states import HOP_LIFE, OPEN_HOPS, HopState, State

LINK_LIFE = timedelta(days=30)
ANSWER_FILES = 10


@transaction.atomic
def forward(
    *,
    pk: int,
    actor: User,
    organisation: Organisation,
    message: str = "",
    why: str = "",
    shares_sender: bool = False,
    kept_back: Iterable[Attachment] = (),
    at: datetime | None = None,
) -> Hop:
    """Send it to the responsible body, start that body's clock, stop the clock for forwarding.

    Of the sender's files all go along but those `kept_back`. The clock of the whole goes on as it
    was. Raises `Refused("restricted")` for what is isolated
    and "nobody-there" for a body that nobody could reach.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    if submission.is_restricted:
        raise Refused("restricted", "Ý kiến hạn chế người đọc không được chuyển theo cách này.")
    said = {"message": message, "why": why, "shares_sender": shares_sender}
    move(
        submission,
        State.FORWARDED,
        actor=actor,
        at=at,
        public_note=f"Đã chuyển đến {organisation.name}.",
        reason=why,
        assigned_to=submission.assigned_to or actor,
    )
    stop_clocks(submission, FORWARD, actor=actor, at=at)
    hop = _send(submission, organisation, parent=None, sent_by=actor, at=at, **said)
    hop.kept_back.set(kept_back)
    audit.record(
        actor=actor, verb="feedback.forwarded", target=submission, organisation=organisation.pk
    )
    return hop


@transaction.atomic
def acknowledge_hop(*, pk: int, actor: User | None, at: datetime | None = None) -> Hop:
    """Write down that the body has it."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    _move_hop(hop, HopState.ACKNOWLEDGED, at=at, acknowledged_at=at)
    _note(hop, actor, "feedback.hop_acknowledged")
    return hop


@transaction.atomic
def pass_on(
    *,
    pk: int,
    actor: User | None,
    organisation: Organisation,
    message: str = "",
    at: datetime | None = None,
) -> Hop:
    """Let the body give it to a unit of its own, which gets a clock of its own."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if organisation.parent_id != hop.organisation_id:
        raise Refused("not-a-sub-unit", "Chỉ giao được cho đơn vị trực thuộc của cơ quan.")
    _move_hop(hop, HopState.PASSED_ON, at=at, acknowledged_at=hop.acknowledged_at or at)
    below = _send(
        hop.submission,
        organisation,
        parent=hop,
        sent_by=actor,
        message=message,
        why=f"{hop.organisation} giao",
        shares_sender=hop.shares_sender,
        at=at,
    )
    below.kept_back.set(hop.kept_back.all())
    _note(hop, actor, "feedback.hop_passed_on")
    return below


@transaction.atomic
def answer_hop(
    *,
    pk: int,
    actor: User | None,
    answer: str,
    answered_by: str = "",
    draft_token: str = "",
    at: datetime | None = None,
) -> Hop:
    """Take the body's answer. A sub-unit answers to its body, a body to the office."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if not answer.strip():
        raise Refused("no-answer", "Hãy ghi nội dung trả lời.")
    name = answered_by or (actor.full_name if actor else "")
    _close_hop(hop, HopState.ANSWERED, at=at, actor=actor, answer=answer, answered_by=name)
    if draft_token:
        attachments.claim(draft_token, hop, limit=ANSWER_FILES)
    _note(hop, actor, "feedback.hop_answered")
    if hop.parent_id:
        _hand_back(hop, at=at)
    else:
        move(
            hop.submission,
            State.ANSWERED,
            actor=actor,
            at=at,
            public_note=f"{hop.organisation.name} đã trả lời; đang chờ duyệt để gửi ông/bà.",
        )
    return hop


@transaction.atomic
def return_hop(
    *,
    pk: int,
    actor: User | None,
    reason: str,
    suggested: Organisation | None = None,
    at: datetime | None = None,
) -> Hop:
    """Take it back from a body that says it is not theirs. The clock of the whole goes on."""
    at = at or timezone.now()
    hop = lock_hop(pk, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao việc này không thuộc thẩm quyền.")
    _close_hop(
        hop, HopState.RETURNED, at=at, actor=actor, returned_reason=reason, suggested=suggested
    )
    _note(hop, actor, "feedback.hop_returned")
    if hop.parent_id:
        _hand_back(hop, at=at)
    else:
        move(
            hop.submission,
            State.CLASSIFIED,
            actor=actor,
            at=at,
            public_note=f"{hop.organisation.name} báo không thuộc thẩm quyền; "
            "Phòng đang chuyển cơ quan khác.",
            reason=reason,
        )
    return hop


@transaction.atomic
def recall_hop(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Hop:
    """Take it back from the body without its answer; its links stop working."""
    at = at or timezone.now()
    hop = Hop.objects.select_related("submission").get(pk=pk)
    submission = lock(hop.submission_id, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do thu hồi.")
    if hop.parent_id:
        raise Refused("not-ours-to-recall", "Hãy thu hồi từ cơ quan đã giao lại.")
    hop = lock_hop(pk, None)
    for below in hop.sub_hops.filter(state__in=OPEN_HOPS):
        _close_hop(below, HopState.RECALLED, at=at, actor=actor)
    _close_hop(hop, HopState.RECALLED, at=at, actor=actor)
    move(
        submission,
        State.CLASSIFIED,
        actor=actor,
        at=at,
        public_note=f"Đã thu hồi từ {hop.organisation.name} để xử lý lại.",
        reason=reason,
    )
    said = for_the_trail(submission, reason)
    audit.record(actor=actor, verb="feedback.hop_recalled", target=submission, reason=said)
    return hop


@transaction.atomic
def extend_link(*, pk: int, actor: User, at: datetime | None = None) -> None:
    """Mail the body a fresh link; the older ones stop working."""
    at = at or timezone.now()
    lock(Hop.objects.values_list("submission", flat=True).get(pk=pk), actor)
    hop = lock_hop(pk, None)
    if not hop.is_open:
        raise Refused("hop-ended", "Lần chuyển này đã xong.")
    mail_link(hop, at=at)
    _note(hop, actor, "feedback.link_renewed")


def lock_hop(pk: int, actor: User | None) -> Hop:
    """Return the hop with its submission, both locked, submission first as everywhere.

    No actor stands for the holder of a link, whom the caller has checked. Raises
    `Refused("not-found")` for a hop of another body.
    """
    owner = Hop.objects.filter(pk=pk).values_list("submission", flat=True).first()
    Submission.objects.select_for_update(of=("self",)).filter(pk=owner).first()
    hop = (
        Hop.objects.select_for_update(of=("self",))
        .select_related("submission__mailbox", "organisation")
        .filter(pk=pk)
        .first()
    )
    if hop is None or hop.submission.is_restricted or not _may_act(hop, actor):
        raise Refused("not-found", "Không tìm thấy lần chuyển này.")
    return hop


def _may_act(hop: Hop, actor: User | None) -> bool:
    if actor is None or actor.has_role(Role.OFFICER, Role.OFFICE_HEAD):
        return True
    return actor.has_role(Role.AGENCY_CONTACT) and actor.organisation_id == hop.organisation_id


def _send(
    submission: Submission, organisation: Organisation, *, at: datetime, **fields: object
) -> Hop:
    _require_somebody_there(organisation, timezone.localdate(at))
    hop = Hop.objects.create(submission=submission, organisation=organisation, sent_at=at, **fields)
    box = submission.mailbox
    rule = law.find(box.hop_rule, on=timezone.localdate(at), applies_to=box.code)
    if rule is not None and rule.is_settled:
        clocks.start(hop, name=HOP, rule=rule, received_at=at, actor=hop.sent_by)
    mail_link(hop, at=at)
    return hop


def note_link_used(*, pk: int, at: datetime) -> None:
    """Write down when a link was first used to do something."""
    AgencyLink.objects.filter(pk=pk, opened_at__isnull=True).update(opened_at=at)


def _hand_back(below: Hop, *, at: datetime) -> None:
    """Give the forwarding back to the body that passed it on, and tell it what its unit said."""
    hop = lock_hop(below.parent_id, None)
    _move_hop(hop, HopState.ACKNOWLEDGED, at=at)
    mail_link(hop, at=at, template="sub_unit_done", below=below)


def mail_link(
    hop: Hop,
    *,
    at: datetime,
    template: str = "forwarded",
    below: Hop | None = None,
    **facts: object,
) -> None:
    """Mail every contact of the body a link of its own; the hop's older links end.

    Where a unit `below` is done, the older ones go on: somebody may be writing behind one.
    """
    today = timezone.localdate(at)
    contacts = AgencyContact.objects.in_force(today).filter(organisation=hop.organisation_id)
    clock = clocks.of(hop).filter(stopped_at=None).first()
    if below is None:
        hop.links.filter(revoked_at__isnull=True).update(revoked_at=at)
    for contact in contacts:
        key, digest = codes.new_link_key()
        link = AgencyLink.objects.create(
            hop=hop, key_digest=digest, sent_to=contact.email, expires_at=at + LINK_LIFE
        )
        outbox.mail(
            to=contact.email,
            template=f"feedback/mail/{template}",
            about=hop.submission,
            context={
                "hop": hop,
                "below": below,
                "contact": contact,
                "address": f"{settings.PORTAL_ORIGIN}/don-vi/{key}/",
                "expires_at": link.expires_at,
                "due_on": clock.due_on if clock else None,
                **facts,
            },
            dedupe_key=f"feedback:link:{link.pk}",
            reply_to=mailin.reply_address("feedback", hop.submission.code),
        )


def _require_somebody_there(organisation: Organisation, today: date) -> None:
    has_contact = AgencyContact.objects.in_force(today).filter(organisation=organisation).exists()
    accounts = User.objects.holding([Role.AGENCY_CONTACT], on=today)
    if not has_contact and not accounts.filter(organisation=organisation).exists():
        raise Refused(
            "nobody-there",
            f"{organisation.name} chưa có đầu mối nhận. Hãy thêm đầu mối trước khi chuyển.",
        )


def _move_hop(hop: Hop, state: HopState, *, at: datetime, **changes: object) -> None:
    HOP_LIFE.check(hop.state, state)
    hop.state = state
    for name, value in changes.items():
        setattr(hop, name, value)
    hop.save(update_fields=["state", *changes])


def _close_hop(
    hop: Hop, state: HopState, *, at: datetime, actor: User | None, **changes: object
) -> None:
    """End a hop: stop its clock, fix how late it was, end its links."""
    due_at = None
    for clock in clocks.of(hop):
        stopped = clock if clock.stopped_at else clocks.stop(clock, at=at, actor=actor)
        due_at = stopped.due_at
    late = rules.late_minutes(due_at=due_at, closed_at=at)
    _move_hop(hop, state, at=at, closed_at=at, late_minutes=late, **changes)
    hop.links.filter(revoked_at__isnull=True).update(revoked_at=at)


def _note(hop: Hop, actor: User | None, verb: str) -> None:
    audit.record(
        actor=actor, verb=verb, target=hop.submission, hop=hop.pk, organisation=hop.organisation_id
    )
