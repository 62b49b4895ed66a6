"""Talking with the sender: ask, hear, promise another day, reopen, rate, take consent back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cityweb.core import attachments, audit, clocks
from cityweb.core.errors import Refused
from cityweb.core.models import User
from feedback.actions import new_files, suspecting
from feedback.actions._moving import (
    ACKNOWLEDGE,
    ASKED,
    REPLY,
    WAITS_FOR_SENDER,
    lock,
    lock_for_sender,
    move,
    start_clock,
    stop_clocks,
    tell_sender,
)
from feedback.actions.following import drop_waiting
from feedback.models import Message, Rating, Submission
from feedback.reports import promises
from feedback.states import SPOKEN, Channel, Outcome, PublicationState, State

# How long the office waits for a sender whom it asked.
WAIT_FOR_SENDER = "FB.SENDER.REPLY"
ADDITION_FILES = 5
# The same words again so soon are the same message, sent twice.
SAME_WORDS = timedelta(minutes=10)


@transaction.atomic
def ask_sender(
    *,
    pk: int,
    actor: User,
    question: str,
    asked_by: Channel | None = None,
    at: datetime | None = None,
) -> Message:
    """Ask the sender for what is missing, once, and pause the clocks until the answer comes.

    Who gave no mail address was asked by the officer before, and `asked_by` tells how. Raises
    `Refused`: "asked-before" (the law gives one occasion), "not-asked" where `asked_by` is no way
    the sender gave, and "unreachable" where they gave none.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    if not question.strip():
        raise Refused("no-question", "Hãy ghi rõ cần bổ sung điều gì.")
    if submission.messages.filter(purpose=Message.Purpose.QUESTION).exists():
        raise Refused("asked-before", "Đã đề nghị bổ sung một lần; không đề nghị lần nữa.")
    way = _way_of_asking(submission, asked_by)
    move(
        submission,
        State.NEEDS_INFO,
        actor=actor,
        at=at,
        public_note=question,
        reason="" if way == Channel.MAIL else f"Đã hỏi bằng: {way.label}.",
        assigned_to=submission.assigned_to or actor,
    )
    _pause(submission, actor=actor, at=at)
    message = _say(submission, Message.Purpose.QUESTION, question, at=at, author=actor, channel=way)
    start_clock(submission, ASKED, WAIT_FOR_SENDER, at=at, subject=message)
    audit.record(
        actor=actor, verb="feedback.information_asked", target=submission, channel=str(way)
    )
    tell_sender(submission, "question", key="question", question=question)
    return message


def _pause(submission: Submission, *, actor: User, at: datetime) -> None:
    """Let all clocks wait for the sender, but the first: who is asked knows that we have it."""
    stop_clocks(submission, ACKNOWLEDGE, actor=actor, at=at)
    for clock in clocks.of(submission):
        if clock.stopped_at is None:
            clocks.pause(clock, at=at, reason=WAITS_FOR_SENDER, actor=actor)


def _way_of_asking(submission: Submission, asked_by: Channel | None) -> Channel:
    ways = submission.ways_to_ask
    if not ways:
        raise Refused(
            "unreachable",
            "Người gửi không để lại thư, điện thoại hay địa chỉ: không hỏi được nên thời hạn "
            "không tạm dừng. Hãy xử lý theo những gì đã có.",
        )
    way = Channel.MAIL if Channel.MAIL in ways else asked_by
    if way not in ways:
        raise Refused(
            "not-asked",
            "Người gửi không để lại địa chỉ thư: hãy hỏi xong rồi ghi đã hỏi bằng cách nào.",
        )
    return way


@transaction.atomic
def add_information(
    *,
    pk: int,
    body: str,
    draft_token: str = "",
    channel: Channel = Channel.WEB,
    author: User | None = None,
    at: datetime | None = None,
) -> Message:
    """Write down what the sender adds, themselves or by the pen of the officer `author`.

    When the office waits for it, the clocks go on. What is added to one that was joined to another
    stays with its own sender, and the office reads it with the original. The same words sent twice
    are one message. Words that may denounce somebody isolate the case. Raises `Refused("ended")`
    once it ended otherwise.
    """
    at = at or timezone.now()
    submission = lock_for_sender(pk)
    lead = _lead_of(submission)
    if not lead.is_open:
        raise Refused("ended", "Ý kiến đã kết thúc. Ông/bà có thể gửi ý kiến mới.")
    said = submission.messages.filter(purpose=Message.Purpose.ADDITION).last()
    is_again = said is not None and said.body == body and at - said.at < SAME_WORDS
    message = (
        said
        if is_again
        else _say(submission, Message.Purpose.ADDITION, body, at=at, author=author, channel=channel)
    )
    if draft_token:
        attachments.claim(draft_token, message, limit=ADDITION_FILES)
        new_files.keep_from_bodies(lead, message)
    if is_again:
        return message
    if submission.state == State.NEEDS_INFO:
        _go_on(submission, at=at)
    audit.record(
        actor=author, verb="feedback.information_added", target=submission, channel=str(channel)
    )
    suspecting.look_at(lead, message, at=at)
    return message


@transaction.atomic
def enclose(
    *, pk: int, actor: User, body: str, draft_token: str = "", at: datetime | None = None
) -> Message:
    """Lay the letter of somebody else beside a case: nobody outside of the office reads it.

    It answers no question and moves no clock. Words that may denounce somebody isolate the case.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    message = _say(
        submission, Message.Purpose.ENCLOSED, body, at=at, author=actor, channel=Channel.MAIL
    )
    if draft_token:
        attachments.claim(draft_token, message, limit=ADDITION_FILES)
    audit.record(actor=actor, verb="feedback.letter_enclosed", target=submission)
    suspecting.look_at(_lead_of(submission), message, at=at)
    return message


def _lead_of(submission: Submission) -> Submission:
    """Return the locked one that the office works on: what it was joined to, else itself."""
    if submission.state == State.MERGED and submission.duplicate_of_id:
        return lock_for_sender(submission.duplicate_of_id)
    return submission


@transaction.atomic
def write_down(
    *, pk: int, actor: User, body: str, channel: Channel, at: datetime | None = None
) -> Message:
    """Write down as they said it what the sender told an officer, who becomes its `author`.

    It is an addition like any other: a question is answered by it. Raises `Refused`: "no-text",
    "ended", and "other-channel" for what the sender can only have sent themselves.
    """
    submission = lock(pk, actor)
    if not body.strip():
        raise Refused("no-text", "Hãy ghi điều người gửi nói.")
    if channel not in SPOKEN:
        raise Refused("other-channel", "Chỉ ghi lời nói qua điện thoại, tại quầy hoặc văn bản.")
    return add_information(pk=submission.pk, body=body, channel=channel, author=actor, at=at)


def _go_on(submission: Submission, *, at: datetime) -> None:
    """Put it back where it was before its sender was asked."""
    back = _before_asking(submission)
    move(submission, back, actor=None, at=at, public_note="Đã nhận thông tin bổ sung.")


def _before_asking(submission: Submission) -> State:
    before = submission.steps.exclude(state=State.NEEDS_INFO).order_by("at", "id").last()
    return State(before.state) if before else State.SUBMITTED


@transaction.atomic
def promise_day(
    *, pk: int, actor: User, day: date, reason: str, at: datetime | None = None
) -> Message:
    """Tell the sender why the answer takes longer and on which day it will come.

    The due date of the clock stays what it is: late stays late. Raises `Refused("unfit-day")` for
    a day that is not worked, not after the due one, or further away than the rule allows.
    """
    at = at or timezone.now()
    submission = lock(pk, actor)
    if not submission.is_open:
        raise Refused("ended", "Ý kiến đã kết thúc.")
    if problem := promises.unfit(submission, day, today=timezone.localdate(at)):
        raise Refused("unfit-day", problem)
    if not reason.strip():
        raise Refused("no-reason", "Hãy ghi lý do; người gửi sẽ đọc được.")
    message = _say(
        submission, Message.Purpose.PROGRESS, reason, at=at, author=actor, promised_on=day
    )
    audit.record(actor=actor, verb="feedback.day_promised", target=submission, day=day.isoformat())
    tell_sender(submission, "progress", key=f"progress:{message.pk}", message=message)
    return message


@transaction.atomic
def reopen(*, pk: int, reason: str, at: datetime | None = None) -> Submission:
    """Let the sender say, once and with a reason, that the answer does not settle it.

    Who presses twice has said it once.

    A new term for the reply begins: the first one ended with the first reply. A reason that may
    denounce somebody isolates the case.
    """
    at = at or timezone.now()
    submission = lock_for_sender(pk)
    if submission.reopened_at:
        said = submission.messages.filter(purpose=Message.Purpose.REOPENING).last()
        if said is not None and said.body == reason and at - said.at < SAME_WORDS:
            return submission
        raise Refused("reopened-before", "Ông/bà đã đề nghị xem lại một lần.")
    if not reason.strip():
        raise Refused("no-reason", "Xin cho biết điều gì chưa được giải quyết.")
    said = _say(submission, Message.Purpose.REOPENING, reason, at=at)
    move(
        submission,
        State.REOPENED,
        actor=None,
        at=at,
        public_note="Ông/bà đã đề nghị xem lại trả lời.",
        reopened_at=at,
    )
    start_clock(submission, REPLY, submission.mailbox.reply_rule, at=at)
    drop_waiting(submission, at=at)
    audit.record(actor=None, verb="feedback.reopened", target=submission)
    suspecting.look_at(submission, said, at=at)
    return submission


@transaction.atomic
def rate(*, pk: int, stars: int, comment: str = "", at: datetime | None = None) -> Rating:
    """Write down what the sender thinks of the answer, once; the same again changes nothing.

    A comment that may denounce somebody isolates the case.
    """
    at = at or timezone.now()
    submission = lock_for_sender(pk)
    if submission.state != State.REPLIED and submission.outcome != Outcome.MERGED:
        raise Refused("not-answered", "Chưa có trả lời để đánh giá.")
    given = Rating.objects.filter(submission=submission).first()
    if given is not None and (given.stars, given.comment) == (stars, comment):
        return given
    if given is not None:
        raise Refused("rated-before", "Ông/bà đã đánh giá rồi. Xin cảm ơn.")
    rating = Rating.objects.create(submission=submission, stars=stars, comment=comment, at=at)
    audit.record(actor=None, verb="feedback.rated", target=submission)
    suspecting.look_at(submission, rating, at=at)
    return rating


@transaction.atomic
def withdraw_consent(*, pk: int, at: datetime | None = None) -> Submission:
    """Take back the consent to the name in public; a name that stands there goes at once."""
    submission = lock_for_sender(pk)
    if not submission.may_publish_name:
        raise Refused("no-consent", "Ý kiến này không có đồng ý công khai họ tên.")
    submission.may_publish_name = False
    submission.consent_withdrawn_at = at or timezone.now()
    submission.save(update_fields=["may_publish_name", "consent_withdrawn_at"])
    publication = getattr(submission, "publication", None)
    if publication is not None and publication.state != PublicationState.WITHDRAWN:
        publication.sender_name = ""
        publication.save(update_fields=["sender_name", "updated_at"])
    audit.record(actor=None, verb="feedback.consent_withdrawn", target=submission)
    return submission


def _say(
    submission: Submission,
    purpose: Message.Purpose,
    body: str,
    *,
    at: datetime,
    author: User | None = None,
    channel: Channel = Channel.WEB,
    promised_on: date | None = None,
) -> Message:
    return Message.objects.create(
        submission=submission,
        purpose=purpose,
        body=body,
        at=at,
        author=author,
        channel=channel,
        promised_on=promised_on,
    )
