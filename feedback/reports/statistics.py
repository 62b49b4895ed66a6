"""Numbers of the mailboxes. Each is the length of a list of submissions that can be opened.

A measure is one question about submissions; a table counts it by mailbox or category (by body:
`bodies`). The public's table leaves out what is restricted or suspected to be spam; so does the
office's, for whom the list of a number never shows more than they may see.

Nobody is in time by leaving a case open: what is past its due moment when the period ends, or now,
counts against the rate as what was answered late does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, Model, OuterRef, Q

from cityweb.core.models import Clock
from cityweb.core.models.clocks import ClockQuerySet
from feedback.models import Submission
from feedback.querysets import SubmissionQuerySet
from feedback.reports.periods import Period
from feedback.states import ENDED, ClockName, Outcome, State

Rows = SubmissionQuerySet
UNSORTED = "Chưa phân loại"
_SETTLED = (Outcome.ANSWERED, Outcome.PARTLY)
RATE = "đúng hạn / (đúng hạn + trễ hạn + đang quá hạn)"


@dataclass(frozen=True)
class Measure:
    """One question, in words and as a filter."""

    name: str
    label: str
    hint: str
    rows: Callable[[Rows, Period, datetime], Rows]


def _received(rows: Rows, period: Period, now: datetime) -> Rows:
    return rows.received_between(period.start_at, period.end_at)


def _ended(rows: Rows, period: Period, now: datetime) -> Rows:
    return rows.filter(state__in=ENDED, closed_at__gte=period.start_at, closed_at__lt=period.end_at)


def _answered(rows: Rows, period: Period, now: datetime) -> Rows:
    return _ended(rows, period, now).filter(state=State.REPLIED, outcome__in=_SETTLED)


def _on_time(rows: Rows, period: Period, now: datetime) -> Rows:
    return _answered(rows, period, now).filter(Exists(_last_clock(due_at__gte=F("stopped_at"))))


def _late(rows: Rows, period: Period, now: datetime) -> Rows:
    was_late = Q(state=State.REPLIED, outcome__in=_SETTLED)
    was_late &= Exists(_last_clock(due_at__lt=F("stopped_at")))
    return _ended(rows, period, now).filter(was_late | Q(outcome=Outcome.NO_REPLY))


def _unanswered(rows: Rows, period: Period, now: datetime) -> Rows:
    return _ended(rows, period, now).filter(outcome__in=[Outcome.NO_COMPETENCE, Outcome.REFUSED])


def _merged(rows: Rows, period: Period, now: datetime) -> Rows:
    return _ended(rows, period, now).filter(outcome=Outcome.MERGED)


def _waiting(rows: Rows, period: Period, now: datetime) -> Rows:
    at = period.look_at(now)
    is_open = Q(closed_at__isnull=True) | Q(closed_at__gte=at)
    return rows.filter(is_open, received_at__lt=at)


def _overdue(rows: Rows, period: Period, now: datetime) -> Rows:
    late = overdue_clocks(Submission, ClockName.REPLY, period.look_at(now))
    return _waiting(rows, period, now).filter(Exists(late))


MEASURES = {
    measure.name: measure
    for measure in (
        Measure("received", "Nhận", "nhận trong kỳ", _received),
        Measure("answered", "Đã trả lời", "trả lời đầy đủ hoặc một phần, trong kỳ", _answered),
        Measure("on_time", "Đúng hạn", "trong số đã trả lời", _on_time),
        Measure("late", "Trễ hạn", "trả lời sau hạn, hoặc cơ quan không trả lời", _late),
        Measure("merged", "Trả lời chung", "gộp vào ý kiến trùng", _merged),
        Measure(
            "unanswered",
            "Kết thúc khác",
            "không tiếp nhận hoặc không thuộc thẩm quyền",
            _unanswered,
        ),
        Measure(
            "waiting",
            "Đang xử lý",
            "chưa kết thúc khi hết kỳ (kỳ này: đến nay), kể cả nhận từ kỳ trước",
            _waiting,
        ),
        Measure("overdue", "Đang quá hạn", "trong số đang xử lý, đã qua hạn trả lời", _overdue),
    )
}


@dataclass(frozen=True)
class Line:
    """One line of a table: whose numbers, and each number by the name of its measure."""

    key: int | None
    label: str
    numbers: dict[str, int]

    @property
    def on_time_percent(self) -> int | None:
        """Of all that was due, how much was answered on time; None where nothing was due.

        Rounded to the nearest, halves up; but only without any delay is it 100, and only without
        any answer on time 0.
        """
        on_time = self.numbers["on_time"]
        due = on_time + self.numbers["late"] + self.numbers["overdue"]
        if not due or on_time in (0, due):
            return 100 * on_time // due if due else None
        return min(max((200 * on_time + due) // (2 * due), 1), 99)


def countable() -> Rows:
    """Return what statistics are about: everything but the restricted and the suspected spam."""
    return Submission.objects.filter(is_restricted=False, is_suspected_spam=False)


def totals(period: Period, now: datetime) -> Line:
    """Return the numbers of all mailboxes together."""
    return summed(by("mailbox", "mailbox__short_name", period, now))


def summed(lines: Iterable[Line]) -> Line:
    """Return one line for lines that share no submission, such as those of all mailboxes."""
    numbers = dict.fromkeys(MEASURES, 0)
    for line in lines:
        for name, count in line.numbers.items():
            numbers[name] += count
    return Line(None, "Tất cả", numbers)


def by(field: str, label: str, period: Period, now: datetime) -> list[Line]:
    """Return a line for each value of `field` ("mailbox" or "category"), the busiest first."""
    found: dict[int | None, dict[str, int]] = {}
    names: dict[int | None, str] = {}
    for measure in MEASURES.values():
        rows = measure.rows(countable(), period, now).order_by()
        for key, name, count in rows.values_list(field, label).annotate(count=Count("pk")):
            found.setdefault(key, dict.fromkeys(MEASURES, 0))[measure.name] = count
            names[key] = name or UNSORTED
    lines = [Line(key, names[key], numbers) for key, numbers in found.items()]
    return sorted(lines, key=lambda line: (-line.numbers["received"], line.label))


def overdue_clocks(subject: type[Model], name: str, at: datetime) -> ClockQuerySet:
    """Return the clocks of an outer row of `subject` that were past due and not done at `at`."""
    rows = Clock.objects.filter(
        Q(stopped_at__isnull=True) | Q(stopped_at__gte=at),
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=OuterRef("pk"),
        name=name,
        due_at__lt=at,
    )
    # What waits for somebody else since before it was due is not late.
    return rows.exclude(state=Clock.State.PAUSED, due_at__gte=F("paused_at"))


def _last_clock(**facts: object) -> ClockQuerySet:
    """The clock that the last reply stopped; one that was reopened has an earlier one besides."""
    return _reply_clocks(Clock.objects.filter(stopped_at=OuterRef("closed_at"), **facts))


def _reply_clocks(rows: ClockQuerySet) -> ClockQuerySet:
    return rows.filter(subject_type=_submissions(), subject_id=OuterRef("pk"), name=ClockName.REPLY)


def _submissions() -> ContentType:
    return ContentType.objects.get_for_model(Submission)


def received_counts(periods: Sequence[Period]) -> list[int]:
    """Return how many came in during each of the periods, oldest first, asked at once."""
    counts = {
        f"period_{place}": Count(
            "pk", filter=Q(received_at__gte=one.start_at, received_at__lt=one.end_at)
        )
        for place, one in enumerate(periods)
    }
    rows = countable().received_between(periods[0].start_at, periods[-1].end_at)
    found = rows.aggregate(**counts)
    return [found[name] for name in counts]
