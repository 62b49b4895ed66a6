"""What has been sent: with an object, or waiting for one."""

from typing import IO

from django.db import models

from cityweb.core.attachments import store
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, StoredFile
from cityweb.core.prepared import Prepared, Slot


def of(owner: models.Model, *, purpose: str = "") -> list[Attachment]:
    """Return what belongs to `owner`, oldest first; only that for one purpose if given."""
    rows = Attachment.objects.owned_by(owner)
    return list(rows.filter(purpose=purpose) if purpose else rows)


def drafts(draft_token: str) -> list[Attachment]:
    """Return what waits under a draft token, oldest first."""
    return list(Attachment.objects.waiting(draft_token))


def drafts_as_question(draft_token: str) -> tuple[str, list[object]]:
    """Return SQL and values that ask whether anything waits, to stand in another statement."""
    return _WAITING.written(draft_token=draft_token)


_WAITING = Prepared(
    lambda: (
        Attachment.objects.filter(draft_token=Slot("draft_token"), owner_type=None)
        .exclude(draft_token="")
        .order_by()
        .values_list("pk")[:1]
    )
)


def open_bytes(attachment: Attachment) -> IO[bytes]:
    """Return the stored bytes, for sending them on.

    Raises `Refused` while they wait for the virus scan ("quarantined") or after it found something
    ("infected").
    """
    refuse_unready(attachment.file)
    return store.open_file(attachment.file.path)


def refuse_unready(stored: StoredFile) -> None:
    """Raise `Refused` unless the file has passed every check."""
    if stored.state == StoredFile.State.QUARANTINED:
        raise Refused("quarantined", "Tệp đang chờ quét mã độc. Hãy mở lại sau ít phút.")
    if stored.state == StoredFile.State.INFECTED:
        raise Refused("infected", "Tệp này có mã độc nên đã bị gỡ bỏ.")
