"""Files that go with an article, added to a draft and taken from it."""

from django.core.files.base import ContentFile
from django.db import transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from cityweb.news.actions.drafting import lock_writable
from cityweb.news.intake import CheckedFile
from cityweb.news.models import Edition, EditionFile

MOST_FILES = 20


@transaction.atomic
def attach_file(*, pk: int, actor: User, file: CheckedFile) -> EditionFile:
    """Add a checked file at the end of a draft's list."""
    edition = lock_writable(pk, actor)
    count = edition.files.count()
    if count >= MOST_FILES:
        raise Refused("too-many-files", f"Mỗi bài có tối đa {MOST_FILES} tệp đính kèm.")
    stored = EditionFile.objects.create(
        edition=edition,
        file=ContentFile(file.data, name=file.name),
        title=file.title,
        size=len(file.data),
        position=count + 1,
    )
    _touch(edition, actor)
    audit.record(actor=actor, verb="news.file_attached", target=edition, file=stored.title)
    return stored


@transaction.atomic
def detach_file(*, pk: int, actor: User, file_id: int) -> None:
    """Take a file from a draft; earlier editions keep it."""
    edition = lock_writable(pk, actor)
    file = edition.files.filter(pk=file_id).first()
    if file is None:
        raise Refused("file-gone", "Tệp này không còn trong bài; hãy tải lại trang.")
    title = file.title
    file.delete()
    _touch(edition, actor)
    audit.record(actor=actor, verb="news.file_detached", target=edition, file=title)


def _touch(edition: Edition, actor: User) -> None:
    """Count as a saving, so that a form opened before is told of the change."""
    edition.lock_version += 1
    edition.updated_by = actor
    edition.save(update_fields=["lock_version", "updated_by", "updated_at"])
