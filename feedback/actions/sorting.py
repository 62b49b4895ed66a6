"""Sorting out what came in: accept, classify, turn down, send elsewhere, join, isolate, assign."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import AdminUnit, Role, User
from feedback.abuse import spam
from feedback.actions import new_files
from feedback.actions._moving import (
    ACKNOWLEDGE,
    DECIDERS,
    FORWARD,
    HANDLERS,
    REPLY,
    lock,
    move,
    send_receipt,
    stop_clocks,
    tell_sender,
)
from feedback.actions._public_copy import put_aside
from feedback.actions.following import end_along, tell_joined
from feedback.actions.isolating import seclude
from feedback.models import Category, Submission
from feedback.states import ELSEWHERE, ENDED, Kind, Outcome, State


@transaction.atomic
def accept(*, pk: int, actor: User, at: datetime | None = None) -> Submission:
    """Tell the sender that the office has it; stops the clock for acknowledging."""
    at = at or timezone.now()
    submission = lock(pk, actor)
    move(
        submission,
        State.ACCEPTED,
        actor=actor,
        at=at,
        public_note="Phòng đã tiếp nhận ý kiến của ông/bà.",
        assigned_to=submission.assigned_to or actor,
    )
    stop_clocks(submission, ACKNOWLEDGE, actor=actor, at=at)
    spam.learn(submission, is_spam=False)
    audit.record(actor=actor, verb="feedback.accepted", target=submission)
    clock = clocks.of(submission).filter(name=REPLY, stopped_at=None).first()
    tell_sender(submission, "accepted", key="accepted", due_on=clock.due_on if clock else None)
    return submission


@transaction.atomic
def classify(
    *,
    pk: int,
    actor: User,
    kind: Kind,
    category: Category | None,
    unit: AdminUnit | None = None,
    is_urgent: bool = False,
    at: datetime | None = None,
) -> Submission:
    """Say what it is and what it is about; accepts it first when nobody did yet.

    What is isolated stays a denunciation: to call it anything else, lift the restriction first.
    Raises `Refused("other-law")` for kinds that are sent elsewhere: use `redirect_elsewhere`.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    _of_our_law(submission, kind)
    if category is not None and category.mailbox_id != submission.mailbox_id:
        raise Refused("foreign-category", "Lĩnh vực này thuộc hộp thư khác.")
    _not_at_a_body(submission)
    if submission.state in (State.SUBMITTED, State.NEEDS_INFO):
        submission = accept(pk=pk, actor=actor, at=at)
    move(
        submission,
        State.CLASSIFIED,
        actor=actor,
        at=at,
        kind=kind,
        category=category,
        unit=unit,
        is_urgent=is_urgent,
        assigned_to=submission.assigned_to or actor,
    )
    audit.record(actor=actor, verb="feedback.classified", target=submission, kind=kind)
    return submission


@transaction.atomic
def reject(
    *, pk: int, actor: User, reason: str, is_spam: bool = False, at: datetime | None = None
) -> Submission:
    """Turn it down, with a reason the sender reads; for spam nobody is told.

    What was joined to it ends with it. Raises `Refused("has-joined")` for spam that others' letters
    were joined to: they are told why theirs ends.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    _not_joined(submission)
    _needs(reason)
    if is_spam and submission.duplicates.exists():
        raise Refused(
            "has-joined",
            "Có ý kiến của người khác gộp vào: hãy chọn “Không tiếp nhận” và ghi lý do họ sẽ đọc.",
        )
    move(
        submission,
        State.REJECTED,
        actor=actor,
        at=at,
        public_note=reason,
        outcome=Outcome.REFUSED,
        is_suspected_spam=is_spam,
    )
    audit.record(actor=actor, verb="feedback.rejected", target=submission, is_spam=is_spam)
    if is_spam:
        spam.learn(submission, is_spam=True)
    else:
        tell_sender(submission, "rejected", key="rejected", reason=reason)
        end_along(submission, actor=actor, at=at, words=reason)
    return submission


@transaction.atomic
def redirect_elsewhere(
    *, pk: int, actor: User, kind: Kind, guidance: str, at: datetime | None = None
) -> Submission:
    """Tell the sender where a complaint, a denunciation or a dossier must go, and end here.

    A denunciation is isolated at once, by whoever notices what it is. What was joined to it ends
    with it.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    _not_joined(submission)
    _needs(guidance)
    if kind == Kind.DENUNCIATION and not submission.is_restricted:
        submission = seclude(pk=pk, actor=actor, reason=guidance, at=at)
    move(
        submission,
        State.REDIRECTED,
        actor=actor,
        at=at,
        public_note=guidance,
        outcome=Outcome.NO_COMPETENCE,
        kind=kind,
    )
    audit.record(actor=actor, verb="feedback.redirected", target=submission)
    tell_sender(submission, "redirected", key="redirected", guidance=guidance)
    end_along(submission, actor=actor, at=at, words=guidance)
    return submission


@transaction.atomic
def assign(*, pk: int, actor: User, officer: User | None, at: datetime | None = None) -> Submission:
    """Give it to an officer, or back to the queue. Heads give to anyone, officers take or leave.

    What is isolated goes from one of its readers to another.
    """
    submission = lock(pk, actor)
    _may_be_given(submission, officer)
    own = {None, actor.pk}
    is_own_move = submission.assigned_to_id in own and (officer.pk if officer else None) in own
    if not is_own_move and not submission.is_restricted and not actor.has_role(*DECIDERS):
        raise Refused("not-yours-to-give", "Chỉ trưởng phòng giao việc cho người khác.")
    submission.assigned_to = officer
    submission.save(update_fields=["assigned_to"])
    audit.record(
        actor=actor,
        verb="feedback.assigned",
        target=submission,
        officer=officer.pk if officer else None,
    )
    return submission


@transaction.atomic
def set_urgent(*, pk: int, actor: User, is_urgent: bool) -> Submission:
    """Mark it urgent, or not."""
    submission = lock(pk, actor)
    submission.is_urgent = is_urgent
    submission.save(update_fields=["is_urgent"])
    audit.record(actor=actor, verb="feedback.urgency_set", target=submission, urgent=is_urgent)
    return submission


@transaction.atomic
def settle_spam(*, pk: int, actor: User, is_spam: bool, at: datetime | None = None) -> Submission:
    """Decide on what was suspected to be spam: end it silently, or let it into the queue.

    Only then does its sender get the receipt by mail.
    """
    if is_spam:
        return reject(pk=pk, actor=actor, reason="Thư rác.", is_spam=True, at=at)
    submission = lock(pk, actor)
    submission.is_suspected_spam = False
    submission.save(update_fields=["is_suspected_spam"])
    send_receipt(submission)
    spam.learn(submission, is_spam=False)
    audit.record(actor=actor, verb="feedback.not_spam", target=submission)
    return submission


@transaction.atomic
def answer_here(*, pk: int, actor: User, at: datetime | None = None) -> Submission:
    """Take it to answer within the office; stops the clock for forwarding."""
    at = at or timezone.now()
    submission = lock(pk, actor)
    _not_at_a_body(submission)
    move(
        submission,
        State.ANSWERING,
        actor=actor,
        at=at,
        public_note="Phòng trực tiếp soạn trả lời.",
        assigned_to=submission.assigned_to or actor,
    )
    stop_clocks(submission, FORWARD, actor=actor, at=at)
    audit.record(actor=actor, verb="feedback.answering_here", target=submission)
    return submission


@transaction.atomic
def merge(*, pk: int, into: int, actor: User, at: datetime | None = None) -> Submission:
    """Join it to another one on the same matter; its sender gets a masked copy of the answer.

    A copy that a person let through already is mailed at once. Joined ones never form a chain:
    joining to a joined one joins to that one's original. What was joined to `pk` before follows.
    Raises `Refused("not-the-same")` for itself or foreign rights.
    """
    at = at or timezone.now()
    first, second = sorted((pk, into))
    locked = {number: lock(number, actor) for number in (first, second)}
    submission, original = locked[pk], locked[into]
    if original.duplicate_of_id:
        original = lock(original.duplicate_of_id, actor)
    if original.pk == submission.pk:
        raise Refused("not-the-same", "Không thể gộp một ý kiến vào chính nó.")
    if original.is_restricted != submission.is_restricted:
        raise Refused("not-the-same", "Không gộp ý kiến hạn chế người đọc với ý kiến thường.")
    if original.state in ENDED and original.state != State.REPLIED:
        raise Refused("original-ended", "Ý kiến gốc đã kết thúc mà không có trả lời.")
    move(
        submission,
        State.MERGED,
        actor=actor,
        at=at,
        public_note="Ý kiến này được xử lý cùng một ý kiến khác về cùng việc.",
        outcome=Outcome.MERGED,
        duplicate_of=original,
    )
    put_aside(submission, actor=actor, reason=f"Ý kiến được gộp vào {original.code}.")
    followers = list(submission.duplicates.select_related("mailbox"))
    submission.duplicates.update(duplicate_of=original)
    new_files.keep_joined_from_bodies(original, [submission, *followers])
    audit.record(actor=actor, verb="feedback.merged", target=submission, into=original.code)
    for one in (submission, *followers):
        tell_joined(one, original)
    return submission


def _not_joined(submission: Submission) -> None:
    if submission.state == State.MERGED:
        raise Refused("merged", "Ý kiến này đã gộp vào ý kiến trùng: nó kết thúc cùng ý kiến ấy.")


def _of_our_law(submission: Submission, kind: Kind) -> None:
    if submission.is_restricted and kind != Kind.DENUNCIATION:
        raise Refused(
            "restricted", "Ý kiến đang hạn chế người đọc: nếu không phải tố cáo, hãy bỏ hạn chế."
        )
    if kind in ELSEWHERE and not submission.is_restricted:
        raise Refused(
            "other-law",
            f"“{Kind(kind).label}” theo luật riêng: hãy dùng “Hướng dẫn nơi khác”.",
        )


def _may_be_given(submission: Submission, officer: User | None) -> None:
    if officer is None:
        return
    if submission.is_restricted and not officer.has_role(Role.DENUNCIATION_READER):
        raise Refused("not-a-reader", "Chỉ giao được cho người tiếp nhận đơn tố cáo.")
    if not submission.is_restricted and not officer.has_role(*HANDLERS):
        raise Refused("not-an-officer", "Chỉ giao được cho chuyên viên hoặc trưởng phòng.")


def _needs(text: str) -> None:
    if not text.strip():
        raise Refused("no-reason", "Hãy ghi lý do; người gửi sẽ đọc được.")


def _not_at_a_body(submission: Submission) -> None:
    """A body that still holds a link must not answer what is handled elsewhere meanwhile."""
    if submission.state == State.FORWARDED:
        raise Refused("already-forwarded", "Hãy thu hồi ý kiến từ cơ quan đã chuyển trước.")
