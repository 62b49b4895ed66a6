"""The verbs: take a file in, give it to its owner, scan it again, forget it."""

import contextlib
import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import IO

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext

from cityweb.core import audit
from cityweb.core.attachments import intake, names, scanner, store
from cityweb.core.attachments.kinds import KINDS
from cityweb.core.errors import Refused
from cityweb.core.lifecycle import Lifecycle
from cityweb.core.models import Attachment, StoredFile, User

State = StoredFile.State
LIFE = Lifecycle({State.QUARANTINED: {State.READY, State.INFECTED}})
VERBS = {
    "core.file_released": "Tệp qua quét mã độc, cho mở",
    "core.file_found_infected": "Tệp có mã độc, gỡ bỏ",
}
SCAN_AGAIN = timedelta(minutes=2)
# An upload that is being written is younger than this; nothing else is without a row for so long.
ORPHAN_AGE = timedelta(days=1)
_TOO_MANY = "Mỗi lần gửi tối đa {limit} tệp; hãy bớt tệp rồi gửi lại."


def take(
    upload: File | IO[bytes],
    *,
    name: str,
    kinds: frozenset[str],
    draft_token: str = "",
    owner: models.Model | None = None,
    uploaded_by: User | None = None,
    purpose: str = "",
    limit: int | None = None,
) -> Attachment:
    """Check one sent file, keep it, and return it under `draft_token` or with its `owner`.

    `limit` is the most files that may wait under the token. When the virus scanner does not answer
    the file is kept in quarantine: it may be claimed, nobody may open it yet. Raises `Refused` with
    a stable code and a sentence that says what to do.
    """
    _refuse_more(draft_token, limit)
    with _received(upload, name, kinds) as received, transaction.atomic():
        if draft_token:
            _lock(f"draft:{draft_token}")
        _refuse_more(draft_token, limit)
        return Attachment.objects.create(
            owner=owner,
            draft_token=draft_token,
            file=received if isinstance(received, StoredFile) else _keep(received),
            name=names.safe(name, "pdf")[0] if isinstance(received, StoredFile) else received.name,
            purpose=purpose,
            uploaded_by=uploaded_by,
        )


@contextlib.contextmanager
def _received(
    upload: File | IO[bytes], name: str, kinds: frozenset[str]
) -> Iterator[intake.Checked | StoredFile]:
    """Yield what was checked, or at once the file of a paper that we issued ourselves.

    Our papers carry their data inside, signed, which in a stranger's PDF would be refused.
    """
    own = _issued_by_us(upload) if "pdf" in kinds else None
    if own is not None:
        yield own
        return
    with intake.examine(upload, name=name, kinds=kinds) as checked:
        yield checked


def _issued_by_us(upload: File | IO[bytes]) -> StoredFile | None:
    """Return the file of an issued paper if these are its bytes, to the last one."""
    upload.seek(0)
    if not upload.read(5).startswith(b"%PDF-"):
        return None
    upload.seek(0)
    data = upload.read(KINDS["pdf"].most_bytes + 1)
    sha256 = hashlib.sha256(data).hexdigest()
    return StoredFile.objects.filter(sha256=sha256, papers__isnull=False).first()


def claim(draft_token: str, owner: models.Model, *, limit: int) -> list[Attachment]:
    """Give what waits under the token to `owner`, in the caller's transaction; safe to run twice.

    Returns all that `owner` has from this token. Raises `Refused("too-many-files")` above `limit`,
    and `RuntimeError` outside a transaction: owner and files stand or fall together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("attachments.claim needs the transaction that creates the owner")
    if not draft_token:
        return []
    _lock(f"draft:{draft_token}")
    waiting = Attachment.objects.waiting(draft_token).select_for_update(of=("self",))
    owned = Attachment.objects.owned_by(owner).filter(draft_token=draft_token)
    keys = [attachment.pk for attachment in waiting]
    if keys and len(keys) + owned.count() > limit:
        raise _too_many(limit)
    Attachment.objects.filter(pk__in=keys).update(
        owner_type=ContentType.objects.get_for_model(owner), owner_id=owner.pk
    )
    return list(owned)


def keep_own(data: bytes, *, media_type: str) -> StoredFile:
    """Keep bytes that the portal made itself, such as a signed paper: nothing of a stranger's.

    Join the caller's transaction; without its commit the bytes are swept after a while.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    _lock(f"file:{sha256}")
    known = StoredFile.objects.select_for_update().filter(sha256=sha256).first()
    stored = known or StoredFile(
        sha256=sha256, size=len(data), media_type=media_type, state=State.READY
    )
    store.keep_bytes(stored.path, data)
    if known is None:
        stored.save()
    return stored


def lend(attachment: Attachment, *, owner: models.Model, name: str, purpose: str) -> Attachment:
    """Give `owner` the same bytes as a file of its own, under a name of its own.

    The ending of the name stays what the bytes are. Join the caller's transaction.
    """
    real = attachment.name.rpartition(".")[2]
    kept, _ = names.safe(name, real)
    return Attachment.objects.create(owner=owner, file=attachment.file, name=kept, purpose=purpose)


@transaction.atomic
def hand_on(draft_token: str, *, to: str) -> None:
    """Let what waits under one token wait under another one."""
    _lock(f"draft:{draft_token}")
    Attachment.objects.waiting(draft_token).update(draft_token=to)


@transaction.atomic
def discard(draft_token: str, *, key: str) -> None:
    """Take one file back before it was claimed; asking twice does nothing."""
    for attachment in Attachment.objects.waiting(draft_token).filter(key=key):
        forget(attachment)


@transaction.atomic
def forget(attachment: Attachment) -> None:
    """Erase the row and, when nobody else refers to them, the bytes and the thumbnail."""
    stored = StoredFile.objects.select_for_update().get(pk=attachment.file_id)
    attachment.delete()
    if not stored.attachments.exists() and not stored.papers.exists():
        stored.delete()
        transaction.on_commit(lambda: _remove_bytes(stored))


def sweep_drafts(*, now: datetime) -> int:
    """Erase what was sent and never claimed; return how many."""
    before = now - timedelta(hours=settings.ATTACHMENT_DRAFT_HOURS)
    count = 0
    for pk in list(Attachment.objects.abandoned(before).values_list("pk", flat=True)[:1000]):
        with transaction.atomic():
            rows = Attachment.objects.abandoned(before).filter(pk=pk)
            for attachment in rows.select_for_update(skip_locked=True):
                forget(attachment)
                count += 1
    return count


def sweep_orphans(*, now: datetime, prefixes: tuple[str, ...] = store.PREFIXES) -> int:
    """Erase bytes that no row knows, left by a process killed midway; return how many."""
    count = 0
    for prefix in prefixes:
        for path in list(store.listed(prefix, before=now - ORPHAN_AGE)):
            sha256 = path.partition("/")[2].partition(".")[0]
            with transaction.atomic():
                _lock(f"file:{sha256}")
                if store.is_part(path) or not _is_needed(sha256):
                    store.remove(path)
                    count += 1
    return count


def due_for_scan(*, now: datetime) -> list[int]:
    """Return the keys of files in quarantine whose next scan is due, longest waiting first."""
    rows = StoredFile.objects.filter(state=State.QUARANTINED, scan_after__lte=now)
    return list(rows.order_by("scan_after").values_list("pk", flat=True)[:200])


@transaction.atomic
def scan_again(*, pk: int, now: datetime) -> StoredFile | None:
    """Scan one file in quarantine: release it, take it away, or try again later.

    Returns None when another worker has it or it left quarantine meanwhile.
    """
    waiting = StoredFile.objects.filter(pk=pk, state=State.QUARANTINED)
    stored = waiting.select_for_update(skip_locked=True).first()
    if stored is None:
        return None
    with store.open_file(stored.path) as source:
        finding = scanner.scan(source)
    if finding is scanner.Finding.NO_ANSWER:
        stored.scan_after = now + SCAN_AGAIN
        stored.save(update_fields=["scan_after"])
    else:
        _leave_quarantine(stored, is_clean=finding is not scanner.Finding.INFECTED)
    return stored


def _leave_quarantine(stored: StoredFile, *, is_clean: bool) -> None:
    target = State.READY if is_clean else State.INFECTED
    LIFE.check(stored.state, target)
    stored.state = target
    stored.scan_after = None
    stored.save(update_fields=["state", "scan_after"])
    verb = "core.file_released" if is_clean else "core.file_found_infected"
    audit.record(actor=None, verb=verb, target=stored)
    if not is_clean:
        transaction.on_commit(lambda: _remove_bytes(stored))


def _keep(checked: intake.Checked) -> StoredFile:
    """Return the row of these bytes, which are on the disk before the row can be committed."""
    _lock(f"file:{checked.sha256}")
    known = StoredFile.objects.select_for_update().filter(sha256=checked.sha256).first()
    if known and known.state == State.INFECTED:
        raise scanner.infected()
    is_scanned = checked.finding is not scanner.Finding.NO_ANSWER
    stored = known or StoredFile(
        sha256=checked.sha256,
        size=checked.size,
        media_type=checked.media_type,
        has_thumbnail=bool(checked.thumbnail),
        state=State.READY if is_scanned else State.QUARANTINED,
        scan_after=None if is_scanned else timezone.now() + SCAN_AGAIN,
    )
    store.keep(stored.path, checked.data, size=checked.size)
    if checked.thumbnail and stored.has_thumbnail:
        store.keep_bytes(stored.thumbnail_path, checked.thumbnail)
    if known is None:
        stored.save()
    return stored


def _remove_bytes(stored: StoredFile) -> None:
    """Remove what no row needs any more, unless somebody has just sent the same bytes again."""
    with transaction.atomic():
        _lock(f"file:{stored.sha256}")
        if not _is_needed(stored.sha256):
            store.remove(stored.path)
            store.remove(stored.thumbnail_path)


def _is_needed(sha256: str) -> bool:
    """Tell whether a row promises these bytes; that of an infected file does not."""
    return StoredFile.objects.filter(sha256=sha256).exclude(state=State.INFECTED).exists()


def _lock(name: str) -> None:
    """Wait for everybody else who works on the same bytes or draft, until the transaction ends."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _refuse_more(draft_token: str, limit: int | None) -> None:
    if limit is not None and Attachment.objects.waiting(draft_token).count() >= limit:
        raise _too_many(limit)


def _too_many(limit: int) -> Refused:
    return Refused("too-many-files", gettext(_TOO_MANY).format(limit=limit))
