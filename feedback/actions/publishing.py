"""The public copy: prepared, published, declined, taken down."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import Role, StoredFile, User
from feedback.actions._moving import for_the_trail, lock
from feedback.actions._public_copy import has_consent, lock_copy
from feedback.actions.following import offer_again
from feedback.models import Publication, Reply, Submission
from feedback.reports import gate
from feedback.states import PUBLICATION_LIFE, PublicationState, ReplyState

DECIDER = Role.OFFICE_HEAD


@transaction.atomic
def prepare_publication(*, pk: int, actor: User, at: datetime | None = None) -> Publication:
    """Begin the public copy of an answered submission, or take one up again that was put away.

    The original is copied, never touched. Raises `Refused("restricted")` for what is isolated and
    "no-reply" before an answer was sent.
    """
    submission = lock(pk, actor)
    if submission.is_restricted:
        raise Refused("restricted", "Ý kiến hạn chế người đọc không bao giờ được công khai.")
    reply = submission.replies.filter(state=ReplyState.SENT).select_related("source").last()
    if reply is None:
        raise Refused("no-reply", "Chỉ công khai sau khi trả lời đã gửi cho người gửi.")
    publication = Publication.objects.select_for_update().filter(submission=submission).first()
    if publication is None:
        publication = Publication.objects.create(
            submission=submission,
            reply=reply,
            title=submission.subject,
            question=submission.body,
            answer=reply.body,
            answered_by=_answered_by(reply),
        )
    elif publication.state in (PublicationState.DECLINED, PublicationState.WITHDRAWN):
        _take_up_again(publication, submission, reply)
    audit.record(actor=actor, verb="feedback.publication_prepared", target=submission)
    return publication


@transaction.atomic
def publish(*, pk: int, actor: User, at: datetime | None = None) -> Publication:
    """Let everybody read the copy; those who were joined to the question get it by mail.

    What is public already stays as it is: who presses twice has published once.
    Raises `Refused`: "reopened" while the sender waits for another answer or the copy is of an
    older one, "undecided" while anything found waits for a decision, "no-consent" for a name
    without it, "quarantined" for a file that waits for its scan.
    """
    publication = lock_copy(pk, actor, DECIDER)
    if publication.state == PublicationState.PUBLISHED:
        return publication
    _needs_last_word(publication)
    left = gate.undecided(publication)
    if left:
        raise Refused(
            "undecided", f"Còn {len(left)} chỗ có thông tin cá nhân chưa quyết định che hay giữ."
        )
    if publication.sender_name and not has_consent(publication.submission):
        raise Refused("no-consent", "Người gửi không đồng ý công khai kèm họ tên. Hãy bỏ họ tên.")
    if publication.files.exclude(shown__file__state=StoredFile.State.READY).exists():
        raise Refused("quarantined", "Có tệp đang chờ quét mã độc. Hãy đăng sau ít phút.")
    at = at or timezone.now()
    _move(publication, PublicationState.PUBLISHED, actor, reason="", published_at=at)
    audit.record(actor=actor, verb="feedback.published", target=publication.submission)
    _tell_joined(publication)
    return publication


@transaction.atomic
def decline_publication(*, pk: int, actor: User, reason: str) -> Publication:
    """Decide that this one is not for the public, and why."""
    publication = lock_copy(pk, actor, DECIDER)
    _needs(reason)
    _move(publication, PublicationState.DECLINED, actor, reason=reason)
    audit.record(
        actor=actor,
        verb="feedback.publication_declined",
        target=publication.submission,
        reason=for_the_trail(publication.submission, reason),
    )
    return publication


@transaction.atomic
def withdraw_publication(*, pk: int, actor: User, reason: str) -> Publication:
    """Take the public copy down; its address says from now on that it is gone."""
    publication = lock_copy(pk, actor, DECIDER)
    _needs(reason)
    _move(publication, PublicationState.WITHDRAWN, actor, reason=reason)
    audit.record(
        actor=actor,
        verb="feedback.publication_withdrawn",
        target=publication.submission,
        reason=for_the_trail(publication.submission, reason),
    )
    _tell_joined(publication)
    return publication


def _tell_joined(publication: Publication) -> None:
    publication.reply.submission = publication.submission
    offer_again(publication.reply)


def _needs_last_word(publication: Publication) -> None:
    problem = gate.not_the_last_word(publication)
    if problem:
        raise Refused("reopened", problem)


def _answered_by(reply: Reply) -> str:
    return reply.source.organisation.name if reply.source else ""


def _take_up_again(publication: Publication, submission: Submission, reply: Reply) -> None:
    changes: dict[str, Any] = {}
    if publication.reply_id != reply.pk:
        changes = {"reply": reply, "answer": reply.body, "answered_by": _answered_by(reply)}
    if publication.sender_name and not has_consent(submission):
        changes["sender_name"] = ""
    _move(publication, PublicationState.PREPARING, None, **changes)


def _move(
    publication: Publication, state: PublicationState, actor: User | None, **changes: Any
) -> None:
    PUBLICATION_LIFE.check(publication.state, state)
    publication.state = state
    publication.decided_by = actor
    for name, value in changes.items():
        setattr(publication, name, value)
    publication.save(update_fields=["state", "decided_by", "updated_at", *changes])


def _needs(reason: str) -> None:
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do.")
