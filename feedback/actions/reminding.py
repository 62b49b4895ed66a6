"""Reminders and escalation: each part of a term that has passed is dealt with once."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Model
from django.utils import timezone

from cityweb.core import audit, clocks, outbox
from cityweb.core.models import Clock, Role, User
from feedback import waiting
from feedback.actions._hops import mail_link
from feedback.actions._moving import ACKNOWLEDGE, ASKED, FORWARD, HOP, REPLY, SHARE, tell_sender
from feedback.actions.following import start_missing
from feedback.models import Hop, Message, SharedCopy, Submission
from feedback.states import State

THRESHOLDS = "FB.REMIND"
# The last one tells the office that the sender is silent; those before it remind the sender, once.
SENDER_THRESHOLDS = "FB.SENDER.REMIND"
NAMES = (ACKNOWLEDGE, FORWARD, REPLY, HOP, SHARE)
# Who is told besides the one in charge, from the second mark and from the last one on.
LADDER = ((), (Role.OFFICE_HEAD,), (Role.OFFICE_HEAD, Role.DIRECTOR))
WORDS = {
    ACKNOWLEDGE: "tiếp nhận",
    FORWARD: "chuyển cơ quan",
    REPLY: "trả lời",
    HOP: "cơ quan trả lời",
    SHARE: "gửi trả lời cho người có ý kiến gộp",
}


def remind(*, now: datetime) -> int:
    """Remind of every mark that has passed, in office hours; return how many were dealt with.

    The marks come from the rules in force today; without a settled rule nobody is reminded.
    """
    start_missing(now=now)
    ours = clocks.deal_with_marks(
        THRESHOLDS, NAMES, lambda *passed: _deal_with(*passed, now), now=now
    )
    theirs = clocks.deal_with_marks(
        SENDER_THRESHOLDS, (ASKED,), lambda *passed: _deal_with_silence(*passed, now), now=now
    )
    return ours + theirs


def _deal_with(clock: Clock, threshold: int, thresholds: list[int], now: datetime) -> None:
    hop, submission = _subject(clock)
    if submission is None:
        clocks.stop(clock, at=now, actor=None)
        return
    rung = min(thresholds.index(threshold), len(LADDER) - 1)
    is_last = threshold == thresholds[-1]
    _mail(
        _who(submission, LADDER[-1] if is_last else LADDER[rung]),
        "reminder",
        submission,
        key=f"feedback:mark:{clock.pk}:{threshold}",
        hop=hop,
        what=WORDS[clock.name],
        threshold=threshold,
        is_late=threshold >= 100,
        due_at=clock.due_at,
    )
    if hop and hop.is_open:
        mail_link(hop, at=now, template="reminder_body", due_at=clock.due_at)
    audit.record(
        actor=None,
        verb="feedback.escalated" if is_last else "feedback.reminded",
        target=submission,
        clock=clock.name,
        percent=threshold,
    )


def _deal_with_silence(clock: Clock, threshold: int, thresholds: list[int], now: datetime) -> None:
    """Remind the sender of our question, once; at the last mark tell the one in charge.

    Whoever cannot be reminded by mail is reminded by the one in charge.
    """
    asked = Message.objects.filter(submission__state=State.NEEDS_INFO)
    question = asked.select_related("submission__mailbox").filter(pk=clock.subject_id).first()
    if question is None:
        clocks.stop(clock, at=now, actor=None)
        return
    submission = question.submission
    is_last, was_reminded = threshold == thresholds[-1], waiting.was_reminded(submission)
    if submission.has_answerable_contact and not was_reminded:
        facts = {"question": question.body, "asked_at": question.at}
        tell_sender(submission, "question_again", key=waiting.REMINDER, **facts)
    if is_last or not submission.has_answerable_contact:
        _mail(
            _who(submission, ()),
            "silent",
            submission,
            key=f"feedback:silent:{clock.pk}:{threshold}",
            asked_at=question.at,
            is_last=is_last,
            was_reminded=was_reminded,
        )
    audit.record(
        actor=None,
        verb="feedback.sender_silent" if is_last else "feedback.sender_reminded",
        target=submission,
        percent=threshold,
    )


def _mail(
    people: Iterable[User], template: str, submission: Submission, *, key: str, **facts: object
) -> None:
    address = f"{settings.PORTAL_ORIGIN}/nghiep-vu/feedback/{submission.code}/"
    for person in people:
        outbox.mail(
            to=person.email,
            template=f"feedback/mail/{template}",
            about=submission,
            context={"submission": submission, "address": address, **facts},
            dedupe_key=f"{key}:{person.pk}",
        )


def _subject(clock: Clock) -> tuple[Hop | None, Submission | None]:
    """Return the forwarding that the clock is about, if it is one, and the submission.

    There is none where nothing waits any more.
    """
    model: type[Model] = clock.subject_type.model_class()
    if model is Hop:
        rows = Hop.objects.select_related("submission", "organisation")
        hop = rows.get(pk=clock.subject_id)
        return hop, hop.submission
    if model is SharedCopy:
        copies = SharedCopy.objects.waiting().select_related("reply__submission")
        copy = copies.filter(pk=clock.subject_id).first()
        return None, copy.reply.submission if copy else None
    return None, Submission.objects.get(pk=clock.subject_id)


def _who(submission: Submission, ladder: Iterable[Role]) -> list[User]:
    """Return who is told: the one in charge (or all officers), and the rungs above.

    Of a restricted submission only its appointed readers hear.
    """
    if submission.is_restricted:
        return list(_holders([Role.DENUNCIATION_READER]))
    told = list(_holders(ladder)) if ladder else []
    if submission.assigned_to_id:
        told.append(submission.assigned_to)
    else:
        told += _holders([Role.OFFICER])
    return list({person.pk: person for person in told if person.is_active}.values())


def _holders(roles: Iterable[Role]) -> Iterable[User]:
    return User.objects.holding(roles, on=timezone.localdate())
