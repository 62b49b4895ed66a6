"""Work without a network: a pack goes out, and what comes back in it is merged without a loss.

What comes in twice is taken once; what differs from the desk waits for a person to choose.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from advertising.actions import evidence, finding, moving
from advertising.actions.finding import Found
from advertising.life import CheckVerb, Stage
from advertising.models import (
    CheckItem,
    EvidenceItem,
    Exhibit,
    FieldEntry,
    FieldPack,
    Finding,
    Inspection,
)
from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User

Kind, State = FieldEntry.Kind, FieldEntry.State
KEY_BYTES = 32


@dataclass(frozen=True)
class Brought:
    """One thing that a device sends: a result, a note or a photo.

    `base_at` is when the desk had last written this line, as the device knew it; `sha256` is what
    the device reckoned of a photo when it was taken.
    """

    key: UUID
    kind: str
    made_at: datetime
    item: CheckItem | None = None
    result: str = ""
    words: str = ""
    base_at: datetime | None = None
    sha256: str = ""
    upload: UploadedFile | None = None

    @property
    def digest(self) -> str:
        said = [
            self.kind, self.made_at.isoformat(), self.item.pk if self.item else None, self.result,
            self.words, self.sha256,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@transaction.atomic
def take_pack(*, pk: int, actor: User, at: datetime | None = None) -> FieldPack:
    """Write down that an officer takes the inspection along on a device."""
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.GATHER, actor)
    made = FieldPack.objects.create(
        inspection=inspection, taken_by=actor, taken_at=at, secret=secrets.token_hex(KEY_BYTES)
    )
    moving.note(inspection, "field_pack_taken", "Lấy gói thực địa", actor=actor, at=at)
    return made


def open_pack(*, key: UUID, actor: User) -> FieldPack:
    """Return the officer's own pack with the secret that opens it, and write that down."""
    pack = _own(key, actor)
    audit.record(actor=actor, verb="advertising.field_pack_opened", target=pack.inspection)
    return pack


@transaction.atomic
def receive(*, pack: UUID, actor: User, brought: Brought, at: datetime | None = None) -> FieldEntry:
    """Take one thing in; asked again with the same key, return what was made of it then.

    Raises `Refused`: "not-your-pack", "other-content" for a known key with other words,
    "other-checklist", "no-words", and as `evidence.keep_upload` does.
    """
    at = moving.moment(at)
    own = _own(pack, actor)
    # The lock of the case makes a device that sends twice at once wait for itself.
    inspection = Inspection.objects.select_for_update().get(pk=own.inspection_id)
    known = FieldEntry.objects.filter(key=brought.key).first()
    if known is not None:
        if known.digest != brought.digest or known.pack_id != own.pk:
            raise Refused("other-content", "Mục này đã gửi với nội dung khác.")
        return known
    if brought.item is not None and brought.item.version_id != inspection.checklist_id:
        raise Refused("other-checklist", "Dòng này không thuộc bảng kiểm của hồ sơ.")
    taken = {Kind.CHECK: _check, Kind.NOTE: _note, Kind.PHOTO: _photo}[Kind(brought.kind)]
    return taken(inspection, own, brought, actor, at)


@transaction.atomic
def settle(
    *, pk: int, actor: User, entry: FieldEntry, takes: bool, at: datetime | None = None
) -> FieldEntry:
    """Choose between what came from the field and what stands at the desk; both stay written down.

    Raises `Refused`: "settled" for what waits no more, "illegal-move" for taking a result after the
    minutes.
    """
    at = moving.moment(at)
    inspection = moving.lock(pk, CheckVerb.SETTLE, actor)
    found = FieldEntry.objects.select_for_update().get(pk=entry.pk, inspection=inspection)
    if found.state != State.WAITING:
        raise Refused("settled", "Mục này đã được chọn rồi.")
    if takes:
        moving.lock(pk, CheckVerb.MARK, actor)
        _mark(found.pack, found, actor, at)
    found.state = State.TAKEN if takes else State.DROPPED
    found.save(update_fields=["state"])
    moving.note(
        inspection, "check_settle", found.get_state_display(), actor=actor, at=at,
        words=f"{found.item.code}: thực địa ghi “{found.get_result_display()}”. {found.words}",
    )  # fmt: skip
    return found


def _own(key: UUID, actor: User) -> FieldPack:
    rows = FieldPack.objects.visible_to(actor).select_related("inspection")
    found = rows.filter(key=key, taken_by=actor).first()
    if found is None:
        raise Refused("not-your-pack", "Gói này không phải của bạn, hoặc bạn không còn quyền xem.")
    return found


def _keep(
    pack: FieldPack,
    brought: Brought,
    at: datetime,
    state: str = State.MERGED,
    item: EvidenceItem | None = None,
) -> FieldEntry:
    return FieldEntry.objects.create(
        key=brought.key, pack=pack, inspection=pack.inspection, kind=brought.kind,
        item=brought.item, result=brought.result, words=brought.words, made_at=brought.made_at,
        received_at=at, digest=brought.digest, evidence=item, state=state,
    )  # fmt: skip


def _check(
    inspection: Inspection, pack: FieldPack, brought: Brought, actor: User, at: datetime
) -> FieldEntry:
    """Merge a result where the desk has not gone on since the pack knew it; else let it wait."""
    if brought.result == Finding.Result.FAIL:
        moving.need(brought.words, "no-words", f"{brought.item.code}: mô tả hành vi đã thấy.")
    now = Finding.objects.filter(inspection=inspection, item=brought.item).first()
    is_same = now is not None and (now.result, now.note) == (brought.result, brought.words.strip())
    is_known = (now.at if now else None) == brought.base_at
    if not is_same:
        may_mark = inspection.stage == Stage.CHECKING and moving.is_theirs(
            inspection, CheckVerb.MARK, actor
        )
        if not (may_mark and is_known):
            return _wait(inspection, pack, brought, actor, at)
        _mark(pack, brought, actor, at)
    return _keep(pack, brought, at)


def _wait(
    inspection: Inspection, pack: FieldPack, brought: Brought, actor: User, at: datetime
) -> FieldEntry:
    entry = _keep(pack, brought, at, State.WAITING)
    moving.note(
        inspection, "field_entry_waits", "Kết quả thực địa chờ chọn", actor=actor, at=at,
        words=f"{brought.item.code}: {entry.get_result_display()}. {brought.words}",
    )  # fmt: skip
    return entry


def _mark(pack: FieldPack, told: Brought | FieldEntry, actor: User, at: datetime) -> None:
    """Write the line with the exhibits it has, and the photos that came for it."""
    shown = {
        one.item_id: (one.item, one.region)
        for one in Exhibit.objects.filter(
            finding__inspection=pack.inspection_id, finding__item=told.item
        ).select_related("item")
    }
    photos = FieldEntry.objects.filter(
        inspection=pack.inspection_id, item=told.item, kind=Kind.PHOTO
    )
    for photo in photos.select_related("evidence"):
        shown.setdefault(photo.evidence_id, (photo.evidence, ""))
    found = Found(told.item, told.result, told.words, tuple(shown.values()))
    day = _day(told.made_at, pack.taken_at, at)
    finding.mark(pk=pack.inspection_id, actor=actor, found=[found], seen_on=day, at=at)


def _note(
    inspection: Inspection, pack: FieldPack, brought: Brought, actor: User, at: datetime
) -> FieldEntry:
    words = moving.need(brought.words, "no-words", "Ghi chú còn trống.")
    title = f"Ghi chú thực địa lúc {moving.local(brought.made_at)}"
    moving.note(inspection, "check_note", title, actor=actor, at=at, words=words, by_hand=True)
    return _keep(pack, brought, at)


def _photo(
    inspection: Inspection, pack: FieldPack, brought: Brought, actor: User, at: datetime
) -> FieldEntry:
    """Keep a photo as an exhibit; it bears out the line it was taken for while that is open."""
    if brought.upload is None:
        raise Refused("no-photo", "Mục này không có ảnh kèm theo.")
    code = f" {brought.item.code}" if brought.item else ""
    # The same photo for another line is the same exhibit.
    known = inspection.evidence.filter(provenance__sha256_as_sent=brought.sha256).first()
    item = known or evidence.keep_upload(
        pk=inspection.pk, upload=brought.upload, actor=actor, at=at, kind=EvidenceItem.Kind.PHOTO,
        title=(brought.words.strip() or f"Ảnh thực địa{code}")[:200],
        captured_at=min(max(brought.made_at, pack.taken_at), at), sha256=brought.sha256,
        lineage={"field_pack": str(pack.key), "device_time": brought.made_at.isoformat()},
    )  # fmt: skip
    found = Finding.objects.filter(
        inspection=inspection, item=brought.item, result=Finding.Result.FAIL
    ).first()
    if found is not None and inspection.stage == Stage.CHECKING:
        Exhibit.objects.get_or_create(finding=found, item=item)
    return _keep(pack, brought, at, item=item)


def _day(made_at: datetime, taken_at: datetime, at: datetime) -> date:
    """Return the day by the clock of the device, which may be wrong, between pack and now."""
    return moving.day_of(min(max(made_at, taken_at), at))
