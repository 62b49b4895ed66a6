"""The clock that decides how urgent a submission is, and its words on the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import DateTimeField, Exists, Func, Model, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from cityweb.core import clocks, workdays
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock
from cityweb.core.models.clocks import ClockQuerySet, end_of_day
from feedback.models import Submission
from feedback.states import ClockName

# What a list may be narrowed to.
COLOURS = {"late": "Quá hạn", "soon": "Hạn hôm nay", "fine": "Còn hạn", "paused": "Tạm dừng"}


@dataclass(frozen=True)
class Term:
    """A clock as those outside the office see it: how it stands, and the count of its days."""

    clock: Clock
    colour: str
    explanation: clocks.Explanation

    @property
    def due_words(self) -> str:
        """The due day as people say it: "thứ Hai 23/11/2026"."""
        day = self.clock.due_on
        return f"{workdays.WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def subject_words(row: Model) -> str:
    """Return what a clock runs for: its code, or that it is not for every reader.

    `row` is a submission, or what belongs to one.
    """
    reply = getattr(row, "reply", None)
    about = row if isinstance(row, Submission) else getattr(reply or row, "submission", None)
    return "hạn chế người đọc" if about is not None and about.is_restricted else str(row)


def explained(clock: Clock, now: datetime) -> Term:
    """Return a clock with the count behind it."""
    return Term(clock, clocks.colour(clock, now), clocks.explain(clock))


def next_of_each(state: str = "") -> ClockQuerySet:
    """Return of every submission the open clock that is due first, one row each.

    With a `state` only those that run, or are paused.
    """
    return _earliest(_ours().filter(state=state) if state else _open())


def coloured(colour: str, now: datetime, *, state: str = "") -> ClockQuerySet:
    """Return those of `next_of_each` that have this colour now."""
    # Nothing is asked twice: the database would take it for twice as rare, and plan for that.
    rows = _earliest(_ours())
    if colour == "late":
        if state == Clock.State.RUNNING:
            return rows.running().filter(due_at__lt=now)
        return rows.late(now).filter(**({"state": state} if state else {}))
    if state not in ("", Clock.State.PAUSED if colour == "paused" else Clock.State.RUNNING):
        return rows.none()
    if colour == "paused":
        return rows.paused()
    if colour == "soon":
        return rows.soon(now)
    # Most clocks are long over, so the database thinks that few are due later, and would sort them
    # all; of a moment it does not know beforehand it makes no such guess, and follows the index.
    moment = Func(
        Value(end_of_day(now)), template="(SELECT %(expressions)s)", output_field=DateTimeField()
    )
    return rows.running().filter(due_at__gt=moment)


def _earliest(rows: ClockQuerySet) -> ClockQuerySet:
    due_at, key = OuterRef("due_at"), OuterRef("pk")
    earlier = _open().filter(
        Q(due_at__lt=due_at) | Q(due_at=due_at, pk__lt=key), subject_id=OuterRef("subject_id")
    )
    return rows.filter(~Exists(earlier))


def in_colour(colour: str, submissions: QuerySet[Submission], now: datetime) -> ClockQuerySet:
    """Return the clocks of this colour that decide for some of `submissions`, one for each."""
    return coloured(colour, now).filter(subject_id__in=submissions.values("pk"))


def next_by_submission(keys: Iterable[int]) -> dict[int, Clock]:
    """Return the open clock that is due first, by the key of its submission."""
    rows = _open().filter(subject_id__in=list(keys)).order_by("-due_at", "-id")
    return {clock.subject_id: clock for clock in rows}


def _ours() -> ClockQuerySet:
    return Clock.objects.filter(subject_type=ContentType.objects.get_for_model(Submission))


def _open() -> ClockQuerySet:
    return _ours().filter(Q(state=Clock.State.RUNNING) | Q(state=Clock.State.PAUSED))


def of_submission(submission: Submission, clock: Clock | None, now: datetime) -> Deadline:
    """Return how urgent a submission is, told by its next clock; ended ones are urgent no more."""
    if not submission.is_open:
        day = timezone.localdate(submission.closed_at)
        return Deadline("done", "Đã kết thúc", f"{day:%d/%m/%Y}")
    if clock is None:
        return Deadline("none", "Chưa có hạn", "không đồng hồ nào đang chạy")
    return of_clock(clock, now)


def of_clock(clock: Clock, now: datetime) -> Deadline:
    """Return the words for one clock."""
    return wording.deadline(clock, ClockName(clock.name).label, now)


def span_of_minutes(minutes: int) -> str:
    """Return a length of time in words."""
    return wording.span(timedelta(minutes=minutes))
