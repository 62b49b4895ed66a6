"""Erasing what identifies people, everywhere it lies, once and for all; and the ledger of it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cityweb.core import attachments, audit, mailin, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem, RawMail, Role, User
from cityweb.core.sealed import keyed_digest
from feedback import privacy
from feedback.actions._moving import for_the_trail, lock
from feedback.models import (
    EraseBy,
    Erasure,
    LegalHold,
    Letter,
    PublishedFile,
    RetentionPolicy,
    SharedCopy,
    Submission,
)
from feedback.reports import gate
from feedback.states import ENDED, PublicationState

_HELD = Letter.State.HELD
# So many mails that nobody could read are a disaster that is mended first.
MOST_UNREAD = 1_000
ERASED = "[Nội dung đã được xóa theo quy định về lưu giữ và bảo vệ dữ liệu cá nhân]"
_SENDER = (
    *("sender_name", "sender_address", "sender_phone", "sender_email"),
    *("email_index", "phone_index"),
)


@transaction.atomic
def anonymise(
    *,
    pk: int,
    actor: User | None = None,
    policy: RetentionPolicy | None = None,
    at: datetime | None = None,
) -> Submission:
    """Erase who wrote an ended submission and what they wrote; its course and answer stay.

    The published copy, masked by a person before, stays without the name. Raises `Refused`:
    "on-hold", "still-open".
    """
    submission = _lock(pk)
    _check(submission)
    _anonymise(submission, at or timezone.now())
    _enter(submission, EraseBy.ANONYMISE, actor, policy, at)
    return submission


@transaction.atomic
def delete(
    *,
    pk: int,
    actor: User | None = None,
    policy: RetentionPolicy | None = None,
    at: datetime | None = None,
) -> EraseBy:
    """Erase an ended submission with everything about it; return what was done.

    One that the public reads, or that others were joined to, is anonymised instead. Raises
    `Refused`: "on-hold", "still-open".
    """
    submission = _lock(pk)
    _check(submission)
    return _delete(submission, actor, policy, at)


def redo(*, code: str, action: EraseBy, at: datetime) -> None:
    """Erase again what came back from a backup; holds and states of that day do not count."""
    with transaction.atomic():
        found = Submission.objects.select_for_update(of=("self",)).get(code=code)
        LegalHold.objects.filter(submission=found).delete()
        if action == EraseBy.DELETE:
            _delete(found, None, None, at)
        else:
            _anonymise(found, at)
            _enter(found, EraseBy.ANONYMISE, None, None, at)


@transaction.atomic
def hold(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> LegalHold:
    """Keep everything of the submission until the hold is lifted."""
    submission = lock(pk, actor, Role.OFFICE_HEAD)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi căn cứ giữ hồ sơ, ví dụ số văn bản yêu cầu.")
    if LegalHold.objects.filter(submission=submission).exists():
        raise Refused("on-hold", "Hồ sơ này đang được giữ.")
    made = LegalHold.objects.create(
        submission=submission, reason=reason, by=actor, at=at or timezone.now()
    )
    said = for_the_trail(submission, reason)
    audit.record(actor=actor, verb="feedback.held", target=submission, reason=said)
    return made


@transaction.atomic
def lift_hold(*, pk: int, actor: User, reason: str) -> None:
    """End the hold; policies count again from the day the submission ended."""
    submission = lock(pk, actor, Role.OFFICE_HEAD)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao thôi giữ hồ sơ.")
    if not LegalHold.objects.filter(submission=submission).delete()[0]:
        raise Refused("not-on-hold", "Hồ sơ này không bị giữ.")
    said = for_the_trail(submission, reason)
    audit.record(actor=actor, verb="feedback.hold_lifted", target=submission, reason=said)


def digest(code: str) -> str:
    """Return the mark by which the ledger knows a submission that may be gone."""
    return keyed_digest(code, purpose="feedback.erasure")


def _lock(pk: int) -> Submission:
    return Submission.objects.select_for_update(of=("self",)).get(pk=pk)


def check_free(submission: Submission) -> None:
    """Raise `Refused("on-hold")` while an order keeps the submission."""
    if LegalHold.objects.filter(submission=submission).exists():
        raise Refused("on-hold", "Hồ sơ này đang được giữ theo yêu cầu; chưa được xóa gì.")


def _check(submission: Submission) -> None:
    check_free(submission)
    if submission.state not in ENDED:
        raise Refused("still-open", "Ý kiến chưa xử lý xong; chỉ xóa sau khi kết thúc.")


def _enter(
    submission: Submission,
    action: EraseBy,
    actor: User | None,
    policy: RetentionPolicy | None,
    at: datetime | None,
) -> None:
    """Write the deed into the ledger, once, and into the trail."""
    Erasure.objects.get_or_create(
        digest=digest(submission.code),
        action=action,
        defaults={"at": at or timezone.now(), "policy": policy},
    )
    audit.record(
        actor=actor,
        verb="feedback.erased",
        target=submission,
        action=action.value,
        policy=policy.pk if policy else None,
    )


def _delete(
    submission: Submission,
    actor: User | None,
    policy: RetentionPolicy | None,
    at: datetime | None,
) -> EraseBy:
    _anonymise(submission, at or timezone.now())
    stays = hasattr(submission, "publication") or submission.duplicates.exists()
    action = EraseBy.ANONYMISE if stays else EraseBy.DELETE
    _enter(submission, action, actor, policy, at)
    if stays:
        return action
    submission.replies.all().delete()
    # What a body passed on goes before it. The clocks stay: stopped, a ledger without names.
    for hop in submission.hops.order_by("-pk"):
        hop.delete()
    submission.delete()
    return action


def _anonymise(submission: Submission, at: datetime) -> None:
    known = gate.known_of(submission)
    _close_publication(submission)
    _forget_files(submission)
    for owner in (*submission.messages.all(), *submission.hops.all()):
        _forget_files(owner)
    _forget_mail(submission)
    _mask_answers(submission, known)
    submission.messages.update(body=ERASED)
    submission.notes.update(body=ERASED)
    submission.data_requests.update(text="", answer="")
    if hasattr(submission, "rating"):
        submission.rating.comment = ""
        submission.rating.save(update_fields=["comment"])
    for name in _SENDER:
        setattr(submission, name, "")
    submission.subject = submission.body = ERASED
    submission.place, submission.may_publish_name = "", False
    submission.anonymised_at = submission.anonymised_at or at
    submission.save(
        update_fields=[
            *_SENDER, "subject", "body", "place", "may_publish_name", "anonymised_at",
        ]
    )  # fmt: skip


def _close_publication(submission: Submission) -> None:
    """Take the name off what the public reads; a copy that nobody reads goes, unmasked as it is."""
    publication = getattr(submission, "publication", None)
    if publication is None:
        return
    if publication.state == PublicationState.PUBLISHED:
        publication.sender_name = ""
        publication.save(update_fields=["sender_name", "updated_at"])
        return
    _forget_files(publication)
    publication.delete()
    # The row in hand remembers what it was joined to.
    submission.refresh_from_db()


def _forget_files(owner: object) -> None:
    """Erase the files of the owner, except those that a person passed for everybody to read."""
    for one in attachments.of(owner):
        if PublishedFile.objects.filter(shown=one).exists():
            continue
        for public in PublishedFile.objects.filter(original=one):
            public.original = public.shown
            public.save(update_fields=["original"])
        attachments.forget(one)


def _forget_mail(submission: Submission) -> None:
    """Erase mail that came in, and what was or is still to be sent out."""
    ours = Q(submission=submission)
    if submission.email_index:
        # What the sender wrote to no case: put aside or recognised. What waits is another matter.
        ours |= Q(submission=None, sender_index=submission.email_index) & ~Q(state=_HELD)
    first = Letter.objects.filter(ours)
    letters = Letter.objects.filter(Q(pk__in=first) | Q(repeats__in=first))
    raws = list(letters.values_list("raw", flat=True))
    letters.delete()
    for raw in raws:
        mailin.erase(pk=raw)
    _forget_unread_mail(submission)
    waiting = OutboxItem.objects.about(submission).filter(done_at=None, given_up_at=None)
    waiting.delete()
    outbox.forget(about=submission)
    # The answer to this person, as those were mailed it who were joined.
    for follower in submission.duplicates.all():
        outbox.forget(about=follower)


def _forget_unread_mail(submission: Submission) -> None:
    """Erase mail that failed before anybody knew whose it is, if it names sender or case."""
    marks = [submission.sender_email, mailin.reply_address("feedback", submission.code)]
    wanted = [mark.lower().encode() for mark in marks if mark]
    unread = RawMail.objects.filter(handled_at=None, attempts__gt=0)
    for mail in unread.exclude(pk__in=Letter.objects.values("raw"))[:MOST_UNREAD]:
        content = mailin.open_raw(mail).lower()
        if any(mark in content for mark in wanted):
            mailin.erase(pk=mail.pk)


def _mask_answers(submission: Submission, known: privacy.Known) -> None:
    """Mask personal data in what the office and the bodies wrote; their own words stay."""
    for rows, names in (
        (submission.steps.all(), ("public_note", "reason")),
        (submission.hops.all(), ("message", "why", "answer", "returned_reason")),
        (submission.replies.all(), ("body", "returned_reason", "returned_digest")),
        (SharedCopy.objects.filter(reply__submission=submission), ("body", "reason")),
    ):
        for row in rows:
            masked = {name: privacy.mask_all(getattr(row, name), known=known) for name in names}
            changed = [name for name in names if masked[name] != getattr(row, name)]
            for name in changed:
                setattr(row, name, masked[name])
            if changed:
                row.save(update_fields=changed)
