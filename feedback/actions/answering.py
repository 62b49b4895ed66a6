"""The reply: drafted by one person, approved by another, sent, and what it cites."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, User
from feedback import citing, rules
from feedback.actions._files_along import need_scan, read, send_along
from feedback.actions._moving import DECIDERS, HANDLERS, for_the_trail, lock, move, tell_sender
from feedback.actions.following import offer_new
from feedback.models import Citation, Hop, Reply, Submission
from feedback.reports import others, returned
from feedback.states import REPLY_LIFE, REPLY_OUTCOMES, Outcome, ReplyState, State


@transaction.atomic
def draft_reply(
    *, pk: int, actor: User, source: Hop | None = None, at: datetime | None = None
) -> Reply:
    """Begin a reply, from a body's answer and its files if given; return the one in work if any."""
    submission = lock(pk, actor)
    in_work = submission.replies.exclude(state__in=[ReplyState.SENT, ReplyState.DROPPED]).first()
    if in_work:
        return in_work
    if submission.state not in (State.ANSWERED, State.ANSWERING):
        raise Refused("nothing-to-answer-yet", "Chưa đến bước soạn trả lời.")
    reply = Reply.objects.create(
        submission=submission,
        body=source.answer if source else "",
        source=source,
        author=actor,
        created_at=at or timezone.now(),
    )
    if source:
        reply.files.set(attachments.of(source))
        read(reply)
    audit.record(actor=actor, verb="feedback.reply_drafted", target=submission)
    return reply


@transaction.atomic
def save_reply(
    *,
    pk: int,
    actor: User,
    body: str,
    outcome: Outcome,
    version: int,
    files: Iterable[Attachment] | None = None,
) -> Reply:
    """Keep the text, and which `files` of the bodies go along, if that is said.

    Whoever changes a draft becomes its author, and so cannot approve it. Raises `Refused`:
    "changed-meanwhile" unless `version` is the one last saved, "foreign-file".
    """
    reply = _lock_reply(pk, actor, *HANDLERS)
    if reply.state != ReplyState.DRAFT:
        raise Refused("not-a-draft", "Trả lời đã trình; hãy trả lại trước khi sửa.")
    if version != reply.version:
        raise Refused(
            "changed-meanwhile",
            "Người khác vừa lưu bản mới hơn. Hãy chép phần đang viết, tải lại trang rồi ghép vào.",
        )
    if outcome not in REPLY_OUTCOMES:
        raise Refused("no-outcome", "Hãy chọn kết quả đúng với nội dung trả lời.")
    _require_true(reply.submission, outcome)
    reply.body, reply.outcome, reply.author = body, outcome, actor
    reply.version += 1
    reply.save(update_fields=["body", "outcome", "author", "version"])
    if files is not None:
        send_along(reply, files)
    return reply


@transaction.atomic
def submit_reply(*, pk: int, actor: User, at: datetime | None = None) -> Reply:
    """Lay the draft before another person."""
    reply = _lock_reply(pk, actor, *HANDLERS)
    if not reply.body.strip():
        raise Refused("no-text", "Trả lời chưa có nội dung.")
    _require_true(reply.submission, reply.outcome)
    read(reply)
    _move_reply(reply, ReplyState.IN_REVIEW)
    move(reply.submission, State.REPLY_REVIEW, actor=actor, at=at or timezone.now())
    audit.record(actor=actor, verb="feedback.reply_submitted", target=reply.submission)
    return reply


@transaction.atomic
def return_reply(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Reply:
    """Give the draft back with a reason; also takes an approval back before sending."""
    reply = _lock_reply(pk, actor, *DECIDERS)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi điều cần sửa.")
    _move_reply(
        reply,
        ReplyState.DRAFT,
        returned_reason=reason,
        returned_digest=returned.digest(reply),
        approver=None,
        approved_at=None,
    )
    back = State.ANSWERED if reply.source_id else State.ANSWERING
    move(reply.submission, back, actor=actor, at=at or timezone.now(), reason=reason)
    said = for_the_trail(reply.submission, reason)
    audit.record(actor=actor, verb="feedback.reply_returned", target=reply.submission, reason=said)
    return reply


@transaction.atomic
def approve_reply(
    *, pk: int, actor: User, has_seen_others: bool = False, at: datetime | None = None
) -> Reply:
    """Approve another person's draft. Raises `Refused("own-reply")` for one's own.

    Personal data of others in its text or its files goes out only when the approver
    `has_seen_others`: else `Refused("names-others")`; "quarantined" for a file not scanned yet.
    """
    reply = _lock_reply(pk, actor, *DECIDERS)
    if reply.author_id == actor.pk:
        raise Refused("own-reply", "Người soạn không tự duyệt trả lời của mình.")
    _require_true(reply.submission, reply.outcome)
    need_scan(reply)
    if not has_seen_others and others.named(reply):
        raise Refused(
            "names-others",
            "Trả lời hoặc tệp gửi kèm có thể nêu dữ liệu cá nhân của người khác: hãy xem các chỗ "
            "này rồi xác nhận.",
        )
    _move_reply(
        reply,
        ReplyState.APPROVED,
        approver=actor,
        approved_at=at or timezone.now(),
        returned_reason="",
        returned_digest="",
    )
    audit.record(actor=actor, verb="feedback.reply_approved", target=reply.submission)
    return reply


@transaction.atomic
def send_reply(*, pk: int, actor: User, at: datetime | None = None) -> Reply:
    """Send an approved reply to the sender; a copy for those joined to it waits for a person."""
    at = at or timezone.now()
    reply = _lock_reply(pk, actor, *HANDLERS)
    submission = reply.submission
    _require_true(submission, reply.outcome)
    _move_reply(reply, ReplyState.SENT, sent_at=at)
    move(
        submission,
        State.REPLIED,
        actor=actor,
        at=at,
        public_note="Đã có trả lời.",
        outcome=Outcome(reply.outcome),
    )
    audit.record(
        actor=actor, verb="feedback.replied", target=submission, outcome=str(reply.outcome)
    )
    has_files = reply.files.exists()
    tell_sender(submission, "replied", key=f"replied:{reply.pk}", reply=reply, has_files=has_files)
    offer_new(reply)
    return reply


@transaction.atomic
def drop_reply(*, pk: int, actor: User) -> Reply:
    """Throw a draft away."""
    reply = _lock_reply(pk, actor, *HANDLERS)
    _move_reply(reply, ReplyState.DROPPED)
    audit.record(actor=actor, verb="feedback.reply_dropped", target=reply.submission)
    return reply


@transaction.atomic
def cite(*, pk: int, actor: User, model: str, target_id: int) -> Citation:
    """Note that the reply leans on something public, as it stands now.

    `model` is one of `settings.CITABLE`. Raises `Refused("not-citable")` for what is not public.
    """
    reply = _lock_reply(pk, actor, *HANDLERS)
    standing = citing.look(model, target_id)
    if standing is None or not standing.is_good:
        raise Refused("not-citable", "Nội dung này không công khai nên không thể dẫn.")
    citation, _ = Citation.objects.update_or_create(
        reply=reply,
        target_type=ContentType.objects.get_by_natural_key(*model.split(".")),
        target_id=target_id,
        defaults={
            "title": standing.title,
            "address": standing.address,
            "version": standing.version,
        },
    )
    return citation


@transaction.atomic
def drop_citation(*, pk: int, actor: User) -> None:
    """Take a citation out of a reply that is still a draft."""
    citation = Citation.objects.select_related("reply").get(pk=pk)
    reply = _lock_reply(citation.reply_id, actor, *HANDLERS)
    if reply.state != ReplyState.DRAFT:
        raise Refused("not-a-draft", "Trả lời đã trình; hãy trả lại trước khi sửa.")
    citation.delete()


def _lock_reply(pk: int, actor: User, *roles: object) -> Reply:
    owner = Reply.objects.filter(pk=pk).values_list("submission", flat=True).first()
    submission: Submission = lock(owner or 0, actor, *roles)
    reply = Reply.objects.select_for_update(of=("self",)).get(pk=pk)
    reply.submission = submission
    return reply


def _require_true(submission: Submission, outcome: str) -> None:
    if problem := rules.untrue(outcome, submission.hops.values_list("state", flat=True)):
        raise Refused("untrue-outcome", problem)


def _move_reply(reply: Reply, state: ReplyState, **changes: object) -> None:
    REPLY_LIFE.check(reply.state, state)
    reply.state = state
    for name, value in changes.items():
        setattr(reply, name, value)
    reply.save(update_fields=["state", *changes])
