"""How each body answered what was forwarded to it; every number is a list of submissions too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q

from feedback.models import Hop
from feedback.querysets import SubmissionQuerySet
from feedback.reports.periods import Period
from feedback.reports.statistics import Line, countable, overdue_clocks
from feedback.states import ClockName, HopState


@dataclass(frozen=True)
class Measure:
    """One question about forwardings, in words and as a filter."""

    label: str
    hint: str
    hops: Callable[[Period, datetime], Q]


def _ended(period: Period) -> Q:
    return Q(closed_at__gte=period.start_at, closed_at__lt=period.end_at)


def _received(period: Period, now: datetime) -> Q:
    return Q(sent_at__gte=period.start_at, sent_at__lt=period.end_at)


def _answered(period: Period, now: datetime) -> Q:
    return _ended(period) & Q(state=HopState.ANSWERED)


def _on_time(period: Period, now: datetime) -> Q:
    return _answered(period, now) & Q(late_minutes=0)


def _late(period: Period, now: datetime) -> Q:
    return (_answered(period, now) | _returned(period, now)) & Q(late_minutes__gt=0)


def _returned(period: Period, now: datetime) -> Q:
    return _ended(period) & Q(state=HopState.RETURNED)


def _waiting(period: Period, now: datetime) -> Q:
    at = period.look_at(now)
    return Q(sent_at__lt=at) & (Q(closed_at__isnull=True) | Q(closed_at__gte=at))


def _overdue(period: Period, now: datetime) -> Q:
    late = overdue_clocks(Hop, ClockName.HOP, period.look_at(now))
    return _waiting(period, now) & Q(Exists(late))


MEASURES = {
    "received": Measure("Nhận", "được chuyển đến trong kỳ", _received),
    "answered": Measure("Đã trả lời", "trong kỳ", _answered),
    "on_time": Measure("Đúng hạn", "trong số đã trả lời", _on_time),
    "late": Measure("Trễ hạn", "trả lời hoặc trả lại sau hạn", _late),
    "returned": Measure("Trả lại", "vì không thuộc thẩm quyền", _returned),
    "waiting": Measure("Đang giữ", "chưa xong khi hết kỳ (kỳ này: đến nay)", _waiting),
    "overdue": Measure("Đang quá hạn", "trong số đang giữ, đã qua hạn của cơ quan", _overdue),
}


def lines(period: Period, now: datetime) -> list[Line]:
    """Return a line for each body that had something to do, ranked.

    First the higher rate, then fewer overdue, then more answers; last who had nothing due.
    """
    counts = {
        name: Count("submission", filter=measure.hops(period, now), distinct=True)
        for name, measure in MEASURES.items()
    }
    counted = (
        Hop.objects.filter(submission__in=countable(), sent_at__lt=period.end_at)
        .values_list("organisation", "organisation__name")
        .annotate(**counts)
    )
    found = [
        Line(key, label, dict(zip(MEASURES, numbers, strict=True)))
        for key, label, *numbers in counted.order_by()
        if any(numbers)
    ]
    return sorted(found, key=_rank)


def rows(
    among: SubmissionQuerySet, organisation: int, name: str, period: Period, now: datetime
) -> SubmissionQuerySet:
    """Return the submissions that the number `name` of this body counts."""
    hops = Hop.objects.filter(
        MEASURES[name].hops(period, now),
        submission=OuterRef("pk"),
        organisation=organisation,
        sent_at__lt=period.end_at,
    )
    return among.filter(Exists(hops))


def _rank(line: Line) -> tuple[bool, int, int, int, str]:
    rate, numbers = line.on_time_percent, line.numbers
    return rate is None, -(rate or 0), numbers["overdue"], -numbers["answered"], line.label
