"""The public copy: prepared, masked, decided upon, published, declined, taken down."""

from datetime import datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Role, StoredFile, User
from feedback import privacy
from feedback.actions._moving import HANDLERS, for_the_trail, lock
from feedback.models import PrivacyDecision, Publication, PublishedFile, Reply, Submission
from feedback.reports import gate
from feedback.states import PUBLICATION_LIFE, PublicationState, ReplyState

Verdict = PrivacyDecision.Verdict
DECIDER = Role.OFFICE_HEAD
PUBLIC_FILE = "public"
_NEWER = "Người khác vừa sửa bản công khai. Hãy chép phần đang viết, tải lại trang rồi ghép vào."


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
def save_publication(
    *,
    pk: int,
    actor: User,
    title: str,
    question: str,
    answer: str,
    with_name: bool,
    seen_at: datetime,
) -> Publication:
    """Keep the words of the public copy. The name is the one the sender agreed to, or none.

    Raises `Refused`: "changed-meanwhile" unless `seen_at` is when it was last saved, "no-consent".
    """
    publication = _lock(pk, actor)
    _needs_preparing(publication)
    if publication.updated_at != seen_at:
        raise Refused("changed-meanwhile", _NEWER)
    if with_name and not _has_consent(publication.submission):
        raise Refused("no-consent", "Người gửi không đồng ý công khai kèm họ tên.")
    publication.title, publication.question, publication.answer = title, question, answer
    publication.sender_name = publication.submission.sender_name if with_name else ""
    publication.save(update_fields=["title", "question", "answer", "sender_name", "updated_at"])
    audit.record(actor=actor, verb="feedback.publication_edited", target=publication.submission)
    return publication


@transaction.atomic
def decide(
    *,
    pk: int,
    actor: User,
    part: str,
    digest: str,
    verdict: Verdict,
    reason: str = "",
    at: datetime | None = None,
) -> Publication:
    """Settle one find in one part: mask it wherever it stands there, or let it stand with a reason.

    Raises `Refused`: "not-found-there" when it is gone, "no-reason" for letting it stand without,
    "inside-a-file" for masking where no machine can.
    """
    publication = _lock(pk, actor)
    _needs_preparing(publication)
    finds = [
        found for found in gate.finds_in(publication, part) if gate.digest(found.words) == digest
    ]
    if not finds:
        raise Refused(
            "not-found-there", "Chỗ này không còn trong bản công khai. Hãy tải lại trang."
        )
    if verdict == Verdict.KEPT and not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao được giữ lại, ví dụ: số công khai của cơ quan.")
    if verdict == Verdict.MASKED:
        if part.startswith(gate.WORDS):
            raise Refused(
                "inside-a-file", "Không che được bên trong tệp: hãy thay bằng bản đã che, hoặc bỏ."
            )
        _mask(publication, part, finds)
    _note(publication, part, finds[0], verdict, actor, reason, at or timezone.now())
    return publication


@transaction.atomic
def mask_rest(*, pk: int, actor: User, at: datetime | None = None) -> Publication:
    """Mask everything that nobody has decided to let stand, but what stands inside files."""
    publication = _lock(pk, actor)
    _needs_preparing(publication)
    at = at or timezone.now()
    by_part: dict[str, list[privacy.Find]] = {}
    for finding in gate.undecided(publication):
        if finding.may_be_masked:
            by_part.setdefault(finding.part, []).append(finding.found)
    for part, finds in by_part.items():
        _mask(publication, part, finds)
        for found in finds:
            _note(publication, part, found, Verdict.MASKED, actor, "", at)
    return publication


@transaction.atomic
def show_file(
    *,
    pk: int,
    actor: User,
    original: Attachment,
    name: str,
    was_looked_at: bool,
    redacted: File | None = None,
) -> PublishedFile:
    """Choose a file for the public: a redacted copy, or the original that somebody looked through.

    The public copy is a file of its own under its public name; what it says is read for the search
    for personal data. Raises `Refused`: "foreign-file", "not-looked-at", "quarantined", or what the
    intake says of the copy.
    """
    publication = _lock(pk, actor)
    _needs_preparing(publication)
    if original.pk not in {choice.original.pk for choice in gate.choices(publication)}:
        raise Refused("foreign-file", "Tệp này không thuộc ý kiến hay trả lời này.")
    if not was_looked_at:
        raise Refused(
            "not-looked-at",
            "Hãy mở và xem hết tệp, rồi xác nhận không còn thông tin riêng của ai trong đó.",
        )
    _forget_file(publication, original)
    shown = _public_copy(publication, original, redacted, name, actor)
    file = _enter(publication, original, shown, actor)
    audit.record(
        actor=actor,
        verb="feedback.file_chosen",
        target=publication.submission,
        file=original.pk,
        is_redacted=redacted is not None,
    )
    return file


@transaction.atomic
def leave_file_out(*, pk: int, actor: User, original: Attachment) -> None:
    """Take a file out of the public copy."""
    publication = _lock(pk, actor)
    _needs_preparing(publication)
    _forget_file(publication, original)
    audit.record(
        actor=actor,
        verb="feedback.file_left_out",
        target=publication.submission,
        file=original.pk,
    )


@transaction.atomic
def publish(*, pk: int, actor: User, at: datetime | None = None) -> Publication:
    """Let everybody read the copy.

    Raises `Refused`: "reopened" while the sender waits for another answer or the copy is of an
    older one, "undecided" while anything found waits for a decision, "no-consent" for a name
    without it, "quarantined" for a file that waits for its scan.
    """
    publication = _lock(pk, actor, DECIDER)
    _needs_last_word(publication)
    left = gate.undecided(publication)
    if left:
        raise Refused(
            "undecided", f"Còn {len(left)} chỗ có thông tin cá nhân chưa quyết định che hay giữ."
        )
    if publication.sender_name and not _has_consent(publication.submission):
        raise Refused("no-consent", "Người gửi không đồng ý công khai kèm họ tên. Hãy bỏ họ tên.")
    if publication.files.exclude(shown__file__state=StoredFile.State.READY).exists():
        raise Refused("quarantined", "Có tệp đang chờ quét mã độc. Hãy đăng sau ít phút.")
    at = at or timezone.now()
    _move(publication, PublicationState.PUBLISHED, actor, reason="", published_at=at)
    audit.record(actor=actor, verb="feedback.published", target=publication.submission)
    return publication


@transaction.atomic
def decline_publication(*, pk: int, actor: User, reason: str) -> Publication:
    """Decide that this one is not for the public, and why."""
    publication = _lock(pk, actor, DECIDER)
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
    publication = _lock(pk, actor, DECIDER)
    _needs(reason)
    _move(publication, PublicationState.WITHDRAWN, actor, reason=reason)
    audit.record(
        actor=actor,
        verb="feedback.publication_withdrawn",
        target=publication.submission,
        reason=for_the_trail(publication.submission, reason),
    )
    return publication


def _lock(pk: int, actor: User, *roles: Role) -> Publication:
    """Return the publication, locked after its submission, as everywhere."""
    owner = Publication.objects.filter(pk=pk).values_list("submission", flat=True).first()
    submission = lock(owner or 0, actor, *(roles or HANDLERS))
    if submission.is_restricted:
        raise Refused("restricted", "Ý kiến hạn chế người đọc không bao giờ được công khai.")
    rows = Publication.objects.select_for_update(of=("self",)).select_related("reply")
    publication = rows.get(pk=pk)
    publication.submission = submission
    return publication


def _enter(
    publication: Publication, original: Attachment, shown: Attachment, actor: User
) -> PublishedFile:
    words = attachments.words_in(shown)
    return PublishedFile.objects.create(
        publication=publication,
        original=original,
        shown=shown,
        name=shown.name,
        checked_by=actor,
        # PostgreSQL keeps no such character.
        words=words.text.replace("\0", ""),
        is_read=words.is_all,
    )


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
    if publication.sender_name and not _has_consent(submission):
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


def _mask(publication: Publication, part: str, finds: list[privacy.Find]) -> None:
    if part.startswith(gate.FILE):
        _rename(publication, part, finds)
        return
    setattr(publication, part, privacy.mask(getattr(publication, part), finds))
    publication.save(update_fields=[part, "updated_at"])


def _rename(publication: Publication, part: str, finds: list[privacy.Find]) -> None:
    """Give the public copy a name without what was found; the proposals are no words for a name."""
    file = publication.files.select_related("shown").get(pk=int(part.removeprefix(gate.FILE)))
    stem, _, kind = file.name.rpartition(".")
    for found in sorted(finds, key=lambda found: found.start, reverse=True):
        stem = stem[: found.start] + stem[found.end :]
    file.name = f"{' '.join(stem.strip(' ._-').split()) or 'tep'}.{kind}"
    file.shown.name = file.name
    file.shown.save(update_fields=["name"])
    file.save(update_fields=["name"])


def _note(
    publication: Publication,
    part: str,
    found: privacy.Find,
    verdict: Verdict,
    actor: User,
    reason: str,
    at: datetime,
) -> None:
    PrivacyDecision.objects.update_or_create(
        publication=publication,
        part=part,
        digest=gate.digest(found.words),
        defaults={
            "kind": found.kind,
            "verdict": verdict,
            "reason": reason.strip()[:250],
            "by": actor,
            "at": at,
        },
    )
    audit.record(
        actor=actor,
        verb="feedback.privacy_decided",
        target=publication.submission,
        kind=str(found.kind),
        verdict=str(verdict),
        part=part,
    )


def _public_copy(
    publication: Publication, original: Attachment, redacted: File | None, name: str, actor: User
) -> Attachment:
    if redacted is None:
        return attachments.lend(original, owner=publication, name=name, purpose=PUBLIC_FILE)
    return attachments.take(
        redacted,
        name=name,
        kinds=attachments.MAILBOX,
        owner=publication,
        uploaded_by=actor,
        purpose=PUBLIC_FILE,
    )


def _forget_file(publication: Publication, original: Attachment) -> None:
    for file in publication.files.filter(original=original).select_related("shown"):
        shown = file.shown
        file.delete()
        attachments.forget(shown)


def _has_consent(submission: Submission) -> bool:
    return submission.may_publish_name and submission.consent_withdrawn_at is None


def _needs_preparing(publication: Publication) -> None:
    if publication.state != PublicationState.PREPARING:
        raise Refused(
            "not-preparing", "Bản công khai chỉ sửa được khi đang chuẩn bị. Hãy gỡ xuống trước."
        )


def _needs(reason: str) -> None:
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do.")
