"""Taking a submission in: first what must not be lost, then everything that follows from it."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, audit, clocks, outbox
from cityweb.core.errors import Refused
from cityweb.core.inserting import NewKey, insert_together
from cityweb.core.models import AdminUnit, OutboxItem, User
from cityweb.core.sealed import blind_index
from feedback import codes, suspicion
from feedback.abuse import spam
from feedback.actions._moving import (
    ACKNOWLEDGE,
    FORWARD,
    HANDLERS,
    REPLY,
    WAITS_FOR_SENDER,
    require,
    send_receipt,
    start_clock,
    stop_clocks,
)
from feedback.actions.isolating import tell_readers
from feedback.actions.likeness import COMPARE
from feedback.models import Category, Mailbox, PrivacyNotice, Step, Submission
from feedback.states import SPOKEN, Channel, State

BEGIN = "feedback.begin"
# SQL and its values.
Question = tuple[str, list[object]]
# Two of some 22 billion codes a year meet once in a long while; then another is drawn.
_DRAWS = 5
_NOTHING: Question = ("", [])


@dataclass(frozen=True, kw_only=True)
class NewSubmission:
    """What came in, already checked by a form. `token` names this sending for ever."""

    mailbox: Mailbox
    token: uuid.UUID
    subject: str
    body: str
    category: Category | None = None
    unit: AdminUnit | None = None
    place: str = ""
    sender_kind: str = Submission.Sender.PERSON
    sender_name: str = ""
    sender_address: str = ""
    sender_phone: str = ""
    sender_email: str = ""
    may_publish_name: bool = False
    notice: PrivacyNotice | None = None
    channel: Channel = Channel.WEB
    is_suspected_spam: bool = False
    # Whether its words may be a denunciation's; where nobody has looked, `receive` does.
    may_denounce: bool | None = None
    draft_token: str = ""
    received_at: datetime = field(default_factory=timezone.now)


MOST_FILES = 5


@dataclass(frozen=True)
class Taken:
    """A submission that is on disk, and what its sender may be told of it."""

    submission: Submission
    is_new: bool
    may_have_files: bool


def receive(new: NewSubmission, *, actor: User | None = None) -> Submission:
    """Take a submission in and return it; the same token again returns the same one.

    When this returns outside a transaction, everything is on disk: the row, its files, the entry
    in the trail, and the outbox row that starts clocks and mails the receipt.
    """
    return take(new, actor=actor).submission


def take(new: NewSubmission, *, actor: User | None = None) -> Taken:
    """Take a submission in as `receive` does, and tell what became of it."""
    # Most bring no file: that is asked, and they are written, by one statement, which is a
    # transaction by itself.
    made = _insert(new, actor, unless=_files_wait(new))
    if made is not None:
        return Taken(made, is_new=True, may_have_files=False)
    with transaction.atomic():
        made = _insert(new, actor)
        if made is None:
            known = Submission.objects.select_related("mailbox").get(token=new.token)
            return Taken(known, is_new=False, may_have_files=True)
        if new.draft_token:
            attachments.claim(new.draft_token, made, limit=MOST_FILES)
    return Taken(made, is_new=True, may_have_files=True)


def take_down(new: NewSubmission, *, actor: User) -> Submission:
    """Take in what somebody said to an officer or brought on paper, as that officer wrote it down.

    The same token again returns the same one. Raises `Refused`: "not-your-role", and
    "other-channel" for what people can only have sent themselves.
    """
    require(actor, *HANDLERS)
    if new.channel not in SPOKEN:
        raise Refused("other-channel", "Chỉ ghi ý kiến nhận qua điện thoại, tại quầy, bằng giấy.")
    return receive(new, actor=actor)


def _files_wait(new: NewSubmission) -> Question:
    return attachments.drafts_as_question(new.draft_token) if new.draft_token else _NOTHING


def _insert(
    new: NewSubmission, actor: User | None, *, unless: Question = _NOTHING
) -> Submission | None:
    for _ in range(_DRAWS):
        row = _row(new)
        entry = audit.entry(actor=actor, verb="feedback.received", target=row, channel=new.channel)
        item = outbox.item(kind=BEGIN, dedupe_key=NewKey(f"{BEGIN}:"), payload={}, about=row)
        # A second sending of the same form waits here for the first, and then passes by.
        if insert_together(row, entry, item, unless=unless):
            outbox.call(item)
            return row
        if unless is not _NOTHING or Submission.objects.filter(token=new.token).exists():
            return None
    raise RuntimeError("no free tracking code was found")


def _row(new: NewSubmission) -> Submission:
    is_restricted = new.may_denounce
    if is_restricted is None:
        is_restricted = suspicion.may_denounce(new.subject, new.body)
    year = timezone.localtime(new.received_at).year
    return Submission(
        code=codes.new_code(new.mailbox.code_prefix, year),
        token=new.token,
        secret_digest=codes.digest_of_secret(codes.secret_for(new.token)),
        mailbox=new.mailbox,
        channel=new.channel,
        received_at=new.received_at,
        category=new.category,
        unit=new.unit,
        place=new.place,
        subject=new.subject,
        body=new.body,
        is_suspected_spam=new.is_suspected_spam,
        # From the first moment: between two looks of a person anybody on the desk could read it.
        is_restricted=is_restricted,
        sender_kind=new.sender_kind,
        sender_name=new.sender_name,
        sender_address=new.sender_address,
        sender_phone=new.sender_phone,
        sender_email=new.sender_email,
        email_index=blind_index(new.sender_email, purpose="feedback.email"),
        phone_index=blind_index(new.sender_phone, purpose="feedback.phone"),
        notice=new.notice,
        may_publish_name=new.may_publish_name,
        consented_at=new.received_at if new.may_publish_name else None,
    )


def receipt_was_seen(*, pk: int) -> None:
    """Write down that the sender has had code and secret; only the first time counts."""
    unseen = Submission.objects.filter(pk=pk, receipt_seen_at=None)
    unseen.update(receipt_seen_at=timezone.now())


def begin_from_outbox(item: OutboxItem) -> None:
    """Handle the outbox row that `receive` left. Safe to run twice."""
    begin(pk=int(item.about_id))


@transaction.atomic
def begin(*, pk: int) -> Submission:
    """Start the clocks of a fresh submission and mail its receipt, unless it is suspected of spam.

    A second call does nothing.

    Everything counts from the moment of receipt, however late this runs. What was isolated on the
    way in is announced to its readers.
    """
    submission = (
        Submission.objects.select_for_update(of=("self",)).select_related("mailbox").get(pk=pk)
    )
    # An officer who was quicker has written a step already, but never this one.
    begun = {"state": State.SUBMITTED, "actor": None, "public_note": ""}
    if submission.steps.filter(**begun).exists():
        return submission
    Step.objects.create(submission=submission, at=submission.received_at, **begun)
    start_clocks(submission)
    _catch_up(submission)
    _weigh(submission)
    # Behind everything that somebody waits for: in a flood of letters it is half of the work.
    outbox.put(
        kind=COMPARE,
        dedupe_key=f"{COMPARE}:{submission.pk}",
        payload={},
        about=submission,
        priority=OutboxItem.Priority.BULK,
    )
    # A machine's letter often bears a stranger's address: nobody is written to before a person
    # has looked. Code and secret stood on the screen.
    if not submission.is_suspected_spam:
        send_receipt(submission)
    if submission.is_restricted:
        tell_readers(submission)
    return submission


def _catch_up(submission: Submission) -> None:
    """Stop and pause the clocks as the officers' steps would have who were quicker than this."""
    done = list(submission.steps.exclude(actor=None).order_by("at", "id"))
    for name, states in ((ACKNOWLEDGE, State), (FORWARD, (State.FORWARDED, State.ANSWERING))):
        if first := next((step for step in done if step.state in states), None):
            stop_clocks(submission, name, actor=first.actor, at=first.at)
    if submission.closed_at:
        stop_clocks(submission, actor=None, at=submission.closed_at)
    elif submission.state == State.NEEDS_INFO:
        for clock in clocks.of(submission).filter(stopped_at=None):
            clocks.pause(clock, at=done[-1].at, reason=WAITS_FOR_SENDER, actor=done[-1].actor)


def _weigh(submission: Submission) -> None:
    """Keep the score for spam; a high one sends the letter to a queue of its own, no further.

    What an officer wrote down themselves, or has taken up already, is none.
    """
    if submission.channel in SPOKEN or submission.steps.exclude(actor=None).exists():
        return
    submission.spam_score = spam.score(submission)
    if submission.spam_score is not None:
        is_likely = submission.spam_score >= spam.SUSPECTED_FROM
        submission.is_suspected_spam = submission.is_suspected_spam or is_likely
        submission.save(update_fields=["spam_score", "is_suspected_spam"])


def start_clocks(submission: Submission) -> None:
    """Start what the mailbox's rules of the day of receipt ask for; a rule that is not settled
    starts no clock, and the desk says so."""
    box = submission.mailbox
    for name, code in (
        (ACKNOWLEDGE, box.acknowledge_rule),
        (FORWARD, box.forward_rule),
        (REPLY, box.reply_rule),
    ):
        start_clock(submission, name, code, at=submission.received_at)
