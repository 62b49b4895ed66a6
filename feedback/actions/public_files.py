"""The files of a public copy: chosen one by one, each a file of its own beside the original."""

from django.core.files import File
from django.db import transaction

from cityweb.core import attachments, audit
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, User
from feedback.actions._public_copy import lock_copy, needs_preparing
from feedback.models import Publication, PublishedFile
from feedback.reports import gate

PUBLIC_FILE = "public"


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
    publication = lock_copy(pk, actor)
    needs_preparing(publication)
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
    publication = lock_copy(pk, actor)
    needs_preparing(publication)
    _forget_file(publication, original)
    audit.record(
        actor=actor,
        verb="feedback.file_left_out",
        target=publication.submission,
        file=original.pk,
    )


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
