"""What waits for one person beside the course of a case: since when, and until when it should.

A copy of an answer waits for an officer to let it through; a question waits for its sender.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, QuerySet
from django.utils import timezone

from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock, OutboxItem
from cityweb.core.models.clocks import ClockQuerySet
from feedback.models import Message, SharedCopy, Submission
from feedback.querysets import SubmissionQuerySet
from feedback.states import ClockName, State

# What names the one reminder of a question among the mails to its sender.
REMINDER = "question-again"
Some = Sequence[int] | QuerySet[Submission]


def copies(submissions: Some) -> QuerySet[SharedCopy]:
    """Return the copies that wait, of answers to these submissions."""
    return SharedCopy.objects.waiting().filter(reply__submission__in=submissions)


def questions(submissions: Some) -> QuerySet[Message]:
    """Return the questions that wait for the senders of these submissions."""
    return Message.objects.filter(
        purpose=Message.Purpose.QUESTION,
        submission__in=submissions,
        submission__state=State.NEEDS_INFO,
    )


def silent(rows: SubmissionQuerySet, now: datetime) -> SubmissionQuerySet:
    """Keep those whose senders were asked and have been silent for longer than the office waits."""
    late = _open(Message).running().filter(name=ClockName.ASKED, due_at__lt=now)
    asked = Message.objects.filter(pk__in=late.values("subject_id"))
    return rows.filter(state=State.NEEDS_INFO, pk__in=asked.values("submission"))


def was_reminded(submission: Submission) -> bool:
    """Tell whether the sender was mailed a reminder of the question."""
    key = f"feedback:{submission.pk}:{REMINDER}"
    return OutboxItem.objects.filter(dedupe_key=key).exists()


def clocks_of(name: ClockName, keys: Sequence[int]) -> dict[int, Clock]:
    """Return the open clock with this name by the key of its submission."""
    model, path = _MODELS[name]
    owners = dict(_rows(name, keys).values_list("pk", path))
    found = _open(model).filter(subject_id__in=list(owners)).select_related("rule")
    return {owners[clock.subject_id]: clock for clock in found}


def deadline(clock: Clock, now: datetime) -> Deadline:
    """Return the words for what waits: until when, and since when."""
    told = wording.deadline(clock, ClockName(clock.name).label, now)
    since = wording.day(timezone.localdate(clock.received_at), now)
    return replace(told, detail=f"chờ từ {since}")


def longest(name: ClockName, submissions: SubmissionQuerySet, now: datetime) -> str:
    """Return in words for how long the one has waited that waits longest."""
    model, _ = _MODELS[name]
    keys = _rows(name, submissions).values("pk")
    since = _open(model).filter(subject_id__in=keys).aggregate(since=Min("received_at"))["since"]
    return f"lâu nhất {wording.span(now - since)}" if since else ""


_MODELS: dict[ClockName, tuple[type[Message] | type[SharedCopy], str]] = {
    ClockName.SHARE: (SharedCopy, "reply__submission"),
    ClockName.ASKED: (Message, "submission"),
}


def _rows(name: ClockName, submissions: Some) -> QuerySet[SharedCopy] | QuerySet[Message]:
    return copies(submissions) if name == ClockName.SHARE else questions(submissions)


def _open(model: type[Message] | type[SharedCopy]) -> ClockQuerySet:
    return Clock.objects.open().filter(subject_type=ContentType.objects.get_for_model(model))
