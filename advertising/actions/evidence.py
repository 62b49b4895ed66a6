"""The evidence store: what comes in is numbered and sealed, what goes out is checked first.

Captures come in by `keep`, officers' files by `keep_upload`; whoever reads uses `read`, which
compares the bytes and the row with their hashes each time and writes down who had them in hand.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from advertising.actions import moving
from advertising.life import CheckVerb
from advertising.models import CustodyEntry, EvidenceItem, Inspection
from cityweb.core import attachments, audit
from cityweb.core.attachments import actions as files
from cityweb.core.attachments import store
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, StoredFile, User

Act = CustodyEntry.Act
UPLOADS = attachments.MAILBOX
_PIECE, _IN_MEMORY = 1 << 20, 4 << 20


@dataclass(frozen=True)
class Piece:
    """One file that is to become an exhibit, and where it comes from."""

    data: bytes
    name: str
    media_type: str
    kind: str
    title: str
    captured_at: datetime
    url: str = ""
    origin: str = EvidenceItem.Origin.SERVER
    capture: UUID | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def keep(
    *, pk: int, pieces: list[Piece], actor: User, at: datetime | None = None
) -> list[EvidenceItem]:
    """Take files into the evidence of an inspection, numbered one after the other, and seal them.

    Raises `Refused` where the table does not let this person gather evidence now.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    return _tell([_keep_own(inspection, piece, actor, at) for piece in pieces], actor, at)


def _keep_own(inspection: Inspection, piece: Piece, actor: User, at: datetime) -> EvidenceItem:
    stored = files.keep_own(piece.data, media_type=piece.media_type)
    item = _keep(inspection, piece, stored, actor, at)
    # The store forgets bytes that no attachment names.
    Attachment.objects.create(owner=item, file=stored, name=piece.name, uploaded_by=actor)
    return item


@transaction.atomic
def keep_upload(
    *,
    pk: int,
    upload: UploadedFile,
    title: str,
    kind: str,
    captured_at: datetime,
    actor: User,
    is_own_screen: bool = False,
    url: str = "",
    sha256: str = "",
    lineage: Mapping[str, str] | None = None,
    why_early: str = "",
    at: datetime | None = None,
) -> EvidenceItem:
    """Take an officer's file in through the one door for strangers' files.

    Pictures are drawn again there, so the hash of the file as it was sent stands in the lineage.
    Raises `Refused`: "bytes-differ" where they are not what `sha256` says, "days-to-come",
    "no-reason" for what is older than the case, "known-file" for an exhibit of it, "other-kind".
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    told = dict(lineage or {}) | _why_early(inspection, captured_at, why_early)
    told["sha256_as_sent"] = _digest_as_sent(upload, sha256, captured_at, at)
    token = secrets.token_urlsafe(16)
    taken = attachments.take(
        upload, name=upload.name or "tep", kinds=UPLOADS, draft_token=token, uploaded_by=actor
    )
    # Raises while the file waits for the virus scan: evidence is whole or not at all.
    attachments.open_bytes(taken).close()
    _fits(inspection, kind, taken.file)
    origin = EvidenceItem.Origin.OFFICER if is_own_screen else EvidenceItem.Origin.UPLOADED
    piece = Piece(
        b"", taken.name, taken.file.media_type, kind, title, captured_at, url, origin,
        provenance=told | {"name_as_sent": (upload.name or "")[:200]},
    )  # fmt: skip
    (item,) = _tell([_keep(inspection, piece, taken.file, actor, at)], actor, at)
    attachments.claim(token, item, limit=1)
    return item


def _why_early(inspection: Inspection, captured_at: datetime, why: str) -> dict[str, str]:
    """Return why something older than the case stands in it; nothing where it is not older."""
    begun = moving.day_of(inspection.created_at)
    if moving.day_of(captured_at) >= begun:
        return {}
    message = (
        f"Giờ thu ở trước ngày lập hồ sơ ({begun:%d/%m/%Y}). Xem lại giờ thu; nếu đúng, ghi vì sao "
        "tệp có từ trước."
    )
    return {"why_early": moving.need(why, "no-reason", message)}


def _digest_as_sent(upload: UploadedFile, told: str, captured_at: datetime, at: datetime) -> str:
    """Return the hash of what came; refuse it where the sender told another, or of days to come."""
    if captured_at > at:
        raise Refused("days-to-come", "Giờ thu không thể sau bây giờ.")
    found = hashlib.sha256(upload.read()).hexdigest()
    if told and told != found:
        raise Refused("bytes-differ", "Tệp đến nơi không giống lúc gửi; hãy gửi lại.")
    upload.seek(0)
    return found


# What a file must be to stand as this kind of exhibit.
_MEDIA = {
    EvidenceItem.Kind.SCREENSHOT: "image/",
    EvidenceItem.Kind.PHOTO: "image/",
    EvidenceItem.Kind.VIDEO: "video/",
}


def _fits(inspection: Inspection, kind: str, stored: StoredFile) -> None:
    """Refuse a file that is no such exhibit, and one that the case has."""
    if not stored.media_type.startswith(_MEDIA.get(kind, "")):
        label = EvidenceItem.Kind(kind).label.lower()
        raise Refused("other-kind", f"Tệp này không phải {label}; chọn loại khác.")
    known = inspection.evidence.filter(sha256=stored.sha256).first()
    if known is not None:
        raise Refused("known-file", f"Tệp này đã ở trong kho: {known}.")


def read(*, item: EvidenceItem, reader: User, act: str = Act.READ, purpose: str = "") -> BinaryIO:
    """Return a copy of an exhibit that was checked byte by byte, and write down who read it.

    Large files never stand in memory whole. Raises `Refused("evidence-broken")` when bytes or row
    are not what was kept, or are gone; that is written down too.
    """
    copy: BinaryIO = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  its sender closes it
    found = _hash_of(item, copy)
    is_whole = _holds(item, found)
    with transaction.atomic():
        _hand(item, act if is_whole else Act.BROKEN, by=reader, purpose=purpose, sha256=found)
        verb = "evidence_read" if is_whole else "evidence_broken"
        audit.record(actor=reader, verb=f"advertising.{verb}", target=item, sha256=found)
    if not is_whole:
        raise Refused(
            "evidence-broken",
            f"Chứng cứ {item} không còn đúng như lúc vào kho. Không dùng tệp này; báo Trưởng phòng "
            "và quản trị hệ thống ngay.",
        )
    copy.seek(0)
    return copy


def is_whole(item: EvidenceItem) -> bool:
    """Tell whether bytes and row are what was kept, without writing down that somebody looked."""
    return _holds(item, _hash_of(item))


@transaction.atomic
def hand_over(
    *, item: EvidenceItem, actor: User, receiver: str, purpose: str, at: datetime | None = None
) -> CustodyEntry:
    """Write down that an exhibit was handed to somebody, once it is checked.

    Raises `Refused`: "no-receiver", "evidence-broken".
    """
    to = moving.need(receiver, "no-receiver", "Ghi người, cơ quan nhận chứng cứ.")
    if not is_whole(item):
        raise Refused("evidence-broken", f"Chứng cứ {item} không còn nguyên vẹn, không bàn giao.")
    at = moving.moment(at)
    made = _hand(
        item, Act.HANDED_OVER, by=actor, purpose=purpose, receiver=to, sha256=item.sha256, at=at
    )
    moving.note(
        item.inspection, "evidence_handed_over", f"Bàn giao chứng cứ {item}", actor=actor, at=at,
        words=f"Người nhận: {to}. {purpose}".strip(),
    )  # fmt: skip
    return made


def _keep(
    inspection: Inspection, piece: Piece, stored: StoredFile, actor: User, at: datetime
) -> EvidenceItem:
    last = inspection.evidence.aggregate(last=Max("number"))["last"] or 0
    item = EvidenceItem(
        inspection=inspection, site=inspection.site, number=last + 1, kind=piece.kind,
        origin=piece.origin, title=piece.title, url=piece.url, capture=piece.capture, file=stored,
        file_name=piece.name, sha256=stored.sha256, provenance=dict(piece.provenance),
        captured_at=piece.captured_at, captured_by=actor, kept_at=at,
    )  # fmt: skip
    item.row_sha256 = item.fingerprint
    item.save(force_insert=True)
    if not is_whole(item):
        raise Refused("evidence-broken", "Kho đang giữ tệp này không nguyên vẹn; báo quản trị.")
    _hand(item, Act.KEPT, by=actor, sha256=stored.sha256, at=at)
    audit.record(
        actor=actor, verb="advertising.evidence_kept", target=inspection, reason=piece.title,
        sha256=stored.sha256, row_sha256=item.row_sha256, number=item.number,
    )  # fmt: skip
    return item


def _tell(items: list[EvidenceItem], actor: User, at: datetime) -> list[EvidenceItem]:
    """Write one line into the diary for all that came in together; return them."""
    if not items:
        return items
    first, last = items[0], items[-1]
    named = str(first) if first is last else f"{first} đến {last}"
    words = "; ".join(one.title for one in items)
    moving.write(first.inspection, f"Đưa chứng cứ {named} vào kho", actor=actor, at=at, words=words)
    return items


def _hash_of(item: EvidenceItem, copy: BinaryIO | None = None) -> str:
    """Return the hash of the bytes, piece by piece, into `copy` too; what is gone has none."""
    digest = hashlib.sha256()
    try:
        with store.open_file(item.file.path) as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
                if copy is not None:
                    copy.write(piece)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()


def _holds(item: EvidenceItem, found: str) -> bool:
    """Tell whether these bytes are the item's, and its row says what it said when it came in."""
    return found == item.sha256 and item.row_sha256 in {"", item.fingerprint}


def _hand(
    item: EvidenceItem,
    act: str,
    *,
    by: User,
    sha256: str,
    purpose: str = "",
    receiver: str = "",
    at: datetime | None = None,
) -> CustodyEntry:
    return CustodyEntry.objects.create(
        item=item, act=act, at=moving.moment(at), by=by, receiver=receiver, purpose=purpose,
        sha256=sha256,
    )  # fmt: skip
