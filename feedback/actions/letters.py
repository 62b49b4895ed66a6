"""Mail in: answers join their submission, machines are recognised, all else waits for a person."""

import io
import re
import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cityweb.core import attachments, audit, mailin
from cityweb.core.errors import Refused
from cityweb.core.lifecycle import Lifecycle
from cityweb.core.mailin import Bounce, Mail
from cityweb.core.models import RawMail, Role, User
from cityweb.core.sealed import blind_index
from feedback import codes, privacy, suspicion
from feedback.actions._moving import HANDLERS, lock, require
from feedback.actions.intake import MOST_FILES, NewSubmission, receive
from feedback.actions.isolating import tell_readers
from feedback.actions.talking import add_information, enclose
from feedback.models import AgencyContact, Letter, Mailbox, Submission
from feedback.states import Channel, State

CASE = "feedback"
LONGEST_SUBJECT = 200
_MOST_NAMED = 5
_RAW = "thư gốc còn nguyên ở mục Thư đến."
_LEFT_OUT = {
    "too-large": f"Thư lớn quá, lời và tệp chưa được đọc; {_RAW}",
    "too-complex": f"Thư lồng quá nhiều lớp, lời và tệp chưa được đọc; {_RAW}",
    "text-cut": f"Lời trong thư dài quá, chỉ ghi phần đầu; {_RAW}",
    "too-many-parts": f"Thư có quá nhiều phần, phần sau chưa được đọc; {_RAW}",
    "too-many-enclosures": f"Thư kèm quá nhiều tệp, các tệp sau chưa được xét; {_RAW}",
}
_HELD = Letter.State.HELD
LIFE = Lifecycle({_HELD: {Letter.State.THREADED, Letter.State.TAKEN_IN, Letter.State.DISCARDED}})


def receive_letter(raw: bytes, row: RawMail) -> str:
    """Deal with one mail that came in, in the caller's transaction (`MAIL_IN_HANDLER`).

    Returns what became of it, for the operator: no word of the mail.

    Only an answer that comes to a submission's own address from its sender's address joins it by
    itself. A mail with a message id that was here before is only put beside the first, so that no
    mail is kept of which nobody knows whose it is.
    """
    mail = mailin.parse(raw)
    before = Letter.objects.filter(raw=row).first()
    if before:
        return _told(before)
    known = Letter.objects.filter(mail_id=mail.message_id[:250]) if mail.message_id else None
    first = known.first() if known is not None else None
    letter = Letter(
        raw=row,
        mail_id="" if first else mail.message_id[:250],
        repeats=first,
        submission=first.submission if first else _case_of(mail),
        sender=mail.sender,
        sender_index=blind_index(mail.sender, purpose="feedback.email"),
        subject=mail.subject[:LONGEST_SUBJECT],
        received_at=row.received_at,
    )
    if first:
        letter.state = Letter.State.REPEATED
    else:
        _sort(letter, mail)
    if letter.submission is None or letter.state == _HELD:
        letter.is_restricted = _may_be_of_readers(letter, mail)
    letter.save()
    if letter.is_restricted and letter.state == _HELD:
        tell_readers(letter)
    return _told(letter)


def _told(letter: Letter) -> str:
    case = f" {letter.submission.code}" if letter.submission else ""
    if letter.is_restricted and letter.state == _HELD:
        return "Chờ người được giao tiếp nhận tố cáo xem."
    why = f": {letter.reason}" if letter.state == _HELD else "."
    return f"{letter.get_state_display()}{case}{why}"


def _may_be_of_readers(letter: Letter, mail: Mail) -> bool:
    """Tell whether mail that is in no case yet may be a denunciation, or be about one."""
    names = " ".join(one.name for one in mail.enclosures)
    said = re.sub(r"[_\-.+]", " ", names)
    if suspicion.may_denounce(letter.subject, f"{mail.text}\n{said}"):
        return True
    hidden = Submission.objects.filter(is_restricted=True)
    named = codes.named_in(f"{mail.subject}\n{mail.text}\n{mail.quoted}\n{names}")
    about = Q(code__in=named)
    if letter.sender_index:
        about |= Q(email_index=letter.sender_index)
    return hidden.filter(about).exists()


def _sort(letter: Letter, mail: Mail) -> None:
    submission = letter.submission
    if mail.bounce:
        _take_bounce(letter, mail.bounce)
    elif mail.is_auto_reply:
        letter.state = Letter.State.AUTOMATIC
    elif submission is None:
        letter.state, letter.reason = _HELD, "Không gửi tới địa chỉ trả lời của ý kiến nào."
    elif not mail.has_one_sender:
        letter.state, letter.reason = _HELD, "Thư không ghi đúng một người gửi."
    elif letter.sender_index != submission.email_index:
        letter.state, letter.reason = _HELD, _whose(letter, mail)
    elif "fail" in (mail.verdict.dmarc, mail.verdict.spf) and mail.verdict.dkim != "pass":
        letter.state, letter.reason = _HELD, "Máy chủ thư không xác nhận được người gửi."
    elif not submission.is_open and submission.state != State.MERGED:
        letter.state, letter.reason = _HELD, "Ý kiến đã kết thúc."
    elif not mail.text.strip() and not mail.enclosures:
        letter.state, letter.reason = _HELD, "Không đọc được lời nào trong thư; xem thư gốc."
    else:
        _thread_or_hold(letter, mail)


def _whose(letter: Letter, mail: Mail) -> str:
    """Return whose address it is, where it is not that of the sender of the submission."""
    day = timezone.localdate(letter.received_at)
    contacts = AgencyContact.objects.in_force(day).filter(email__iexact=mail.sender)
    asked = contacts.filter(organisation__in=letter.submission.hops.values("organisation"))
    known = asked.select_related("organisation").first()
    if known is None:
        return "Không phải từ địa chỉ của người gửi ý kiến."
    return f"Từ đầu mối của {known.organisation}, nơi đã được chuyển ý kiến."[:300]


def _thread_or_hold(letter: Letter, mail: Mail) -> None:
    """Add the mail to its submission; where that may not be, it waits for a person."""
    try:
        with transaction.atomic():
            _thread(letter, mail)
    except Refused as refusal:
        letter.state, letter.reason = _HELD, refusal.message[:300]


def _take_bounce(letter: Letter, bounce: Bounce) -> None:
    """Write down what did not arrive, and whether it was for the sender of the submission.

    A report that names nobody is about the sender as long as no body was written to.
    """
    letter.state = Letter.State.BOUNCED
    status = f"(mã {bounce.status or 'không rõ'})"
    letter.reason = (
        f"Thư không tới được người nhận {status}."
        if bounce.is_final or not bounce.status
        else f"Thư chưa tới được người nhận {status}; máy chủ thư còn gửi lại."
    )
    about = letter.submission
    if about is not None and about.email_index:
        letter.is_of_mail_to_sender = (
            blind_index(bounce.recipient, purpose="feedback.email") == about.email_index
            if bounce.recipient
            else not about.hops.exists()
        )


def _thread(letter: Letter, mail: Mail, *, by: User | None = None, is_senders: bool = True) -> None:
    """Add what the mail says to the submission; what could not be taken along is told.

    `by` is who decided that it belongs there; the letter of somebody else is laid beside it.
    """
    token = _draft_token(letter)
    refused = _take_files(mail, token)
    body = mail.text.strip() or "(Thư không có lời.)"
    for sentence in (*refused, *(_LEFT_OUT[one] for one in mail.defects)):
        body += f"\n\n[{sentence}]"
    claimed = token if mail.enclosures else ""
    if is_senders:
        message = add_information(
            pk=letter.submission_id,
            body=body,
            draft_token=claimed,
            channel=Channel.MAIL,
            author=by,
            at=letter.received_at,
        )
    else:
        message = enclose(
            pk=letter.submission_id, actor=by, body=body, draft_token=claimed, at=letter.received_at
        )
    letter.state, letter.reason = Letter.State.THREADED, ""
    letter.message = message


def _draft_token(letter: Letter) -> str:
    return f"letter:{letter.raw.sha256[:48]}"


def _take_files(mail: Mail, token: str) -> list[str]:
    """Take the files of a mail in, and return what is to be said of those that were refused."""
    refused: dict[str, list[str]] = {}
    for enclosure in mail.enclosures:
        try:
            attachments.take(
                io.BytesIO(enclosure.content),
                name=enclosure.name,
                kinds=attachments.MAILBOX,
                draft_token=token,
                limit=MOST_FILES,
            )
        except Refused as problem:
            refused.setdefault(problem.message, []).append(enclosure.name)
    return [f"Tệp không nhận: {_named(names)}. {why}" for why, names in refused.items()]


def _named(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" và {more} tệp nữa" if more > 0 else "")


def _case_of(mail: Mail) -> Submission | None:
    for address in mail.recipients:
        found = mailin.read_reply_address(address)
        if found and found[0] == CASE:
            return (
                Submission.objects.select_related("mailbox").filter(code=found[1].upper()).first()
            )
    return None


@transaction.atomic
def join_letter(
    *, pk: int, actor: User, code: str, is_senders: bool, at: datetime | None = None
) -> Letter:
    """Let a person decide that a held mail belongs to a submission, and whose words it holds.

    `is_senders`: its sender wrote it, from whatever address; else it is laid beside the case.
    Raises `Refused("not-found")` for a submission the person may not see, "ended" for one that is
    over.
    """
    letter = _lock_held(pk, actor)
    target = Submission.objects.visible_to(actor).filter(code=code).first()
    if target is None:
        raise Refused("not-found", "Không tìm thấy ý kiến có mã này.")
    letter.submission = lock(target.pk, actor)
    is_known = letter.sender_index and letter.sender_index == letter.submission.email_index
    mail = mailin.parse(mailin.open_raw(letter.raw))
    _thread(letter, mail, by=None if is_known and is_senders else actor, is_senders=is_senders)
    _decide(letter, Letter.State.THREADED, actor, at)
    audit.record(actor=actor, verb="feedback.letter_joined", target=letter.submission)
    return letter


@transaction.atomic
def take_letter_in(
    *, pk: int, actor: User, mailbox: Mailbox, at: datetime | None = None
) -> Submission:
    """Make a submission of a held mail; it counts as received when the mail came.

    Raises `Refused("restricted")` for mail about a submission that is isolated.
    """
    letter = _lock_held(pk, actor)
    if letter.submission and letter.submission.is_restricted:
        raise Refused(
            "restricted", "Thư này về ý kiến hạn chế người đọc: hãy đưa vào hồ sơ đó, hoặc bỏ."
        )
    mail = mailin.parse(mailin.open_raw(letter.raw))
    token = _draft_token(letter)
    _take_files(mail, token)
    submission = receive(
        NewSubmission(
            mailbox=mailbox,
            token=uuid.uuid5(uuid.NAMESPACE_OID, letter.raw.sha256),
            subject=(mail.subject or "Thư không có tiêu đề")[:LONGEST_SUBJECT],
            body=mail.text.strip() or "(Thư không có lời.)",
            sender_name=mail.sender_name,
            sender_email=mail.sender,
            channel=Channel.MAIL,
            draft_token=token if mail.enclosures else "",
            received_at=letter.received_at,
        ),
        actor=actor,
    )
    letter.submission = submission
    _decide(letter, Letter.State.TAKEN_IN, actor, at)
    return submission


@transaction.atomic
def discard_letter(*, pk: int, actor: User, reason: str, at: datetime | None = None) -> Letter:
    """Put a held mail aside with a reason; the raw mail stays."""
    letter = _lock_held(pk, actor)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi vì sao bỏ thư này.")
    letter.reason = reason[:300]
    _decide(letter, Letter.State.DISCARDED, actor, at)
    said = privacy.mask_all(reason, known=privacy.Known(email=letter.sender))
    audit.record(actor=actor, verb="feedback.letter_discarded", target=letter, reason=said)
    return letter


@transaction.atomic
def take_raw(*, letter: Letter, actor: User) -> bytes:
    """Return the mail as it came. Who took it stands in the trail."""
    audit.record(actor=actor, verb="feedback.letter_taken", target=letter)
    return mailin.open_raw(letter.raw)


def _lock_held(pk: int, actor: User) -> Letter:
    """Return the mail, locked. What came about the restricted is dealt with by its readers."""
    require(actor, *HANDLERS, Role.DENUNCIATION_READER)
    rows = Letter.objects.visible_to(actor).select_for_update(of=("self",))
    letter = rows.select_related("raw", "submission").filter(pk=pk).first()
    if letter is None:
        raise Refused("not-found", "Không tìm thấy thư này.")
    if letter.state != _HELD:
        raise Refused("settled", "Thư này đã được xử lý. Hãy tải lại trang.")
    return letter


def _decide(letter: Letter, state: Letter.State, actor: User, at: datetime | None) -> None:
    LIFE.check(_HELD, state)
    letter.state = state
    letter.decided_by, letter.decided_at = actor, at or timezone.now()
    letter.save()
    letter.copies.update(submission=letter.submission)
