"""What the applicant does, or the clerk for who came with paper: fill, send, answer, withdraw."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import IO, Any

from django.core.files import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cityweb.core import attachments, audit, clocks, mentions
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, Clock, Role, User
from licensing import procedures
from licensing.actions import beside
from licensing.actions.moving import check, lock, moment, move, need, tell
from licensing.life import ASKED, State, Verb
from licensing.models import Applicant, ClockName, Dossier, Licence, Procedure, Remark, Supplement
from licensing.querysets import DESK

MOST_FILES = 40
# Who presses a button twice does so within this time.
_TWICE = timedelta(minutes=1)
KINDS = attachments.DOCUMENTS | attachments.PICTURES
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PROFILE = (
    "name", "international_name", "kind", "registration", "address", "phone", "email",
    "representative", "representative_position",
)  # fmt: skip


@transaction.atomic
def save_profile(*, actor: User, facts: Mapping[str, str]) -> Applicant:
    """Write down how the person's organisation presents itself."""
    if not actor.has_role(Role.APPLICANT):
        raise Refused("not-your-role", "Việc này dành cho tổ chức nộp hồ sơ.")
    values = {name: facts[name] for name in PROFILE}
    saved, _ = Applicant.objects.update_or_create(account=actor, defaults=values)
    audit.record(actor=actor, verb="licensing.profile_saved", target=saved)
    return saved


@transaction.atomic
def begin(
    *,
    procedure: Procedure,
    applicant: Applicant,
    actor: User,
    channel: str = Dossier.Channel.ONLINE,
    licence: Licence | None = None,
    contents: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Open a draft under the version of today.

    Raises `Refused`: "not-filed" for what the authority does by itself, "no-licence" when the
    procedure is about a licence and none is named, or another's is.
    """
    at = moment(at)
    if not procedure.is_filed:
        raise Refused("not-filed", "Thủ tục này do cơ quan nhà nước tự thực hiện.")
    if procedure.needs_licence and licence is None:
        raise Refused("no-licence", "Hãy chọn giấy phép đã được cấp.")
    if licence is not None and licence.holder.name != applicant.name:
        raise Refused("no-licence", "Giấy phép này không đứng tên tổ chức đang nộp hồ sơ.")
    is_own = channel == Dossier.Channel.ONLINE and applicant.account_id == actor.pk
    if not (is_own and actor.has_role(Role.APPLICANT)) and not (
        channel != Dossier.Channel.ONLINE and actor.has_role(Role.ONE_STOP_CLERK)
    ):
        raise Refused("not-your-role", "Chỉ tổ chức nộp hồ sơ hoặc Bộ phận Một cửa được lập hồ sơ.")
    return Dossier.objects.create(
        procedure=procedure,
        version=procedures.version_on(procedure, timezone.localdate(at)),
        applicant=applicant,
        licence=licence,
        licence_version=licence.current if licence else None,
        channel=channel,
        created_by=actor,
        created_at=at,
        saved_at=at,
        contents=dict(contents or {}),
    )


def untouched(
    *, procedure: Procedure, applicant: Applicant, licence: Licence | None
) -> Dossier | None:
    """Return a draft of the same that nobody filled in yet: who begins twice goes on with it."""
    rows = Dossier.objects.filter(
        procedure=procedure, applicant=applicant, licence=licence, state=State.DRAFT,
        saved_at=F("created_at"),
    )  # fmt: skip
    return rows.order_by("-id").first()


@transaction.atomic
def enter(
    *,
    actor: User,
    profile: Mapping[str, str],
    procedure: Procedure,
    channel: str,
    licence: Licence | None,
    contents: Mapping[str, str],
) -> Dossier:
    """Open a draft for an organisation that came with paper. Raises `Refused` as `begin` does."""
    values = {name: profile[name] for name in PROFILE}
    known = Applicant.objects.filter(account=None, **values).first()
    return begin(
        procedure=procedure, applicant=known or Applicant.objects.create(**values), actor=actor,
        channel=channel, licence=licence, contents=contents,
    )  # fmt: skip


@transaction.atomic
def fill(*, pk: int, actor: User, contents: Mapping[str, str]) -> Dossier:
    """Keep what was typed so far, right or not yet."""
    dossier = lock(pk, Verb.FILL, actor)
    dossier.contents = {**dossier.contents, **contents}
    dossier.saved_at = timezone.now()
    dossier.save(update_fields=["contents", "saved_at"])
    return dossier


@transaction.atomic
def attach(
    *, pk: int, actor: User, component: str, upload: File | IO[bytes], name: str
) -> Attachment:
    """Add a file to one component, while it is a draft or more was asked for.

    Raises `Refused`: "no-such-component", "too-many-files", and as the intake of files does.
    """
    dossier = _open_for_files(pk, actor)
    _component(dossier, component)
    if Attachment.objects.owned_by(dossier).count() >= MOST_FILES:
        raise Refused("too-many-files", f"Mỗi hồ sơ tối đa {MOST_FILES} tệp; hãy gộp tệp lại.")
    return attachments.take(
        upload, name=name, kinds=KINDS, owner=dossier, uploaded_by=actor, purpose=component
    )


@transaction.atomic
def detach(*, pk: int, actor: User, key: str) -> None:
    """Take a file back before it was sent; what was sent once stays."""
    dossier = _open_for_files(pk, actor)
    since = _sent_since(dossier)
    for one in Attachment.objects.owned_by(dossier).filter(key=key):
        if since is not None and one.created_at <= since:
            raise Refused("already-sent", "Tệp này đã nộp nên được giữ trong hồ sơ.")
        attachments.forget(one)


@transaction.atomic
def discard(*, pk: int, actor: User) -> None:
    """Throw a draft away with its files."""
    dossier = lock(pk, Verb.FILL, actor)
    for one in attachments.of(dossier):
        attachments.forget(one)
    dossier.delete()


@transaction.atomic
def submit(
    *, pk: int, actor: User, facts: Mapping[str, Any], at: datetime | None = None
) -> Dossier:
    """Send the dossier: keep everything as it is, and its hash as the proof of deposit.

    `facts` is what the form read from the contents. Raises `Refused("incomplete")` when a required
    paper is missing. Number and appointed day come only with the receipt.
    """
    at = moment(at)
    dossier = lock(pk, Verb.SUBMIT, actor)
    files = attachments.of(dossier)
    missing = missing_components(dossier, files)
    if missing:
        raise Refused("incomplete", f"Còn thiếu: {'; '.join(missing)}.")
    sent = _as_sent(dossier, facts, files, at)
    move(
        dossier, Verb.SUBMIT, State.SUBMITTED, actor=actor, at=at, sent=sent,
        sent_sha256=digest(sent), submitted_at=at, deposit_code=_new_code(),
        public_note="Hồ sơ đã gửi đến Bộ phận Một cửa, chờ tiếp nhận.",
    )  # fmt: skip
    beside.flag_clashes(dossier, at=at)
    tell(
        dossier,
        f"Đã nhận hồ sơ gửi lên, mã nộp {dossier.deposit_code}. Mã hồ sơ và ngày hẹn trả kết quả "
        "được thông báo khi hồ sơ được tiếp nhận.\n\n"
        f"Dấu SHA-256 của toàn bộ hồ sơ đã nộp: {dossier.sent_sha256}",
        key="submitted",
    )
    return dossier


def digest(sent: Mapping[str, Any]) -> str:
    """Return the hash of what was sent; anybody can compute it again from the same facts."""
    return hashlib.sha256(as_bytes(sent)).hexdigest()


def as_bytes(sent: Mapping[str, Any]) -> bytes:
    """Return what was sent as the bytes that are hashed: JSON, keys sorted, no blanks."""
    text = json.dumps(sent, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def missing_components(dossier: Dossier, files: list[Attachment]) -> list[str]:
    """Return the names of the required papers for which there is no file."""
    have = {one.purpose for one in files}
    needed = dossier.version.components.filter(is_required=True)
    return [one.name for one in needed if one.code not in have]


@transaction.atomic
def answer(
    *, pk: int, actor: User, answers: Mapping[int, str], at: datetime | None = None
) -> Dossier:
    """Send back what was asked for, item by item; the clock goes on as the rule says.

    Raises `Refused("unanswered")` when an item has neither a word nor a new file.
    """
    at = moment(at)
    dossier = lock(pk, Verb.ANSWER, actor)
    supplement = dossier.supplements.get(state=Supplement.State.SENT)
    files = attachments.of(dossier)
    for item in supplement.items.select_related("component"):
        item.answer = answers.get(item.pk, "").strip()
        purpose = item.component.code
        is_new = any(one.purpose == purpose and one.created_at > supplement.at for one in files)
        if not item.answer and not is_new:
            raise Refused("unanswered", f"Chưa bổ sung hoặc giải trình: {item.component.name}.")
        item.save(update_fields=["answer"])
    # What was asked for is looked at anew; what was said of it stays in the request.
    dossier.marks.filter(component__in=supplement.items.values("component")).delete()
    supplement.state, supplement.answered_at = Supplement.State.ANSWERED, at
    supplement.save(update_fields=["state", "answered_at"])
    clock = clocks.of(dossier, ClockName.WHOLE).open().first()
    if clock is not None and clock.state == Clock.State.PAUSED:
        dossier.promised_at = clocks.resume(clock, at=at, actor=actor).due_at
    move(
        dossier, Verb.ANSWER,
        State.SUBMITTED if dossier.state == State.INTAKE else State.APPRAISING,
        promised_at=dossier.promised_at, is_moved=False, actor=actor, at=at,
        public_note=f"Đã nhận bổ sung lần {supplement.ordinal}.",
    )  # fmt: skip
    return dossier


@transaction.atomic
def withdraw(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Dossier:
    """Take the dossier back: at once before its receipt, else once the office head agrees."""
    at = moment(at)
    dossier = lock(pk, Verb.WITHDRAW, actor)
    why = need(reason, "no-reason", "Hãy ghi lý do rút hồ sơ.")
    before = dossier.state
    is_at_once = before in (State.SUBMITTED, State.INTAKE)
    move(
        dossier, Verb.WITHDRAW, State.STOPPED if is_at_once else State.WITHDRAWING,
        actor=actor, at=at, reason=why, state_before="" if is_at_once else before,
        public_note="Người nộp rút hồ sơ." if is_at_once else "Người nộp đề nghị rút hồ sơ.",
    )  # fmt: skip
    return dossier


@transaction.atomic
def write(
    *, pk: int, actor: User, body: str, is_internal: bool = False, at: datetime | None = None
) -> Remark:
    """Say something: to the other side, or only inside the office, where it may name colleagues.

    The same words again within a minute are one press too many: what they said stands already.
    Raises `Refused("nobody-of-that-name")` as `mentions.named` does.
    """
    at = moment(at)
    dossier = lock(pk, Verb.NOTE if is_internal else Verb.WRITE, actor)
    words = need(body, "no-words", "Hãy viết nội dung.")
    said = {"author": actor, "is_internal": is_internal, "body": words}
    again = dossier.remarks.filter(**said, at__gt=at - _TWICE, at__lte=at).first()
    if again is not None:
        return again
    remark = Remark.objects.create(dossier=dossier, at=at, **said)
    if is_internal:
        remark.mentions.set(mentions.named(words, colleagues(), what="hồ sơ này"))
    audit.record(actor=actor, verb="licensing.dossier_remark", target=dossier, inside=is_internal)
    if not is_internal and dossier.applicant.account_id != actor.pk:
        tell(dossier, "Cơ quan gửi tin nhắn về hồ sơ.", key=f"remark:{remark.pk}")
    return remark


def colleagues() -> list[User]:
    """Return who works on dossiers today, by name."""
    return list(User.objects.holding(DESK, on=timezone.localdate()).order_by("full_name"))


def _open_for_files(pk: int, actor: User) -> Dossier:
    rows = Dossier.objects.visible_to(actor).select_for_update(of=("self",))
    dossier = rows.select_related("version", "applicant").filter(pk=pk).first()
    if dossier is None:
        raise Refused("not-found", "Không tìm thấy hồ sơ này.")
    check(dossier, Verb.ANSWER if dossier.state in ASKED else Verb.FILL, actor)
    return dossier


def _sent_since(dossier: Dossier) -> datetime | None:
    """Return the moment since which files may still be taken back."""
    last = dossier.supplements.filter(state=Supplement.State.SENT).first()
    return last.at if last else dossier.submitted_at


def _component(dossier: Dossier, code: str) -> None:
    if not dossier.version.components.filter(code=code).exists():
        raise Refused("no-such-component", "Hồ sơ này không có thành phần đó.")


def _as_sent(
    dossier: Dossier, facts: Mapping[str, Any], files: list[Attachment], at: datetime
) -> dict[str, Any]:
    applicant = dossier.applicant
    return {
        "procedure": dossier.procedure.code,
        "licence": dossier.licence.number if dossier.licence else "",
        "applicant": {name: getattr(applicant, name) for name in PROFILE},
        "contents": dict(facts),
        "files": [
            {"component": one.purpose, "name": one.name, "sha256": one.file.sha256} for one in files
        ],
        "at": timezone.localtime(at).isoformat(timespec="seconds"),
    }


def _new_code() -> str:
    """Return a code that nobody guesses and everybody can read aloud."""
    return "N" + "".join(secrets.choice(_LETTERS) for _ in range(9))
