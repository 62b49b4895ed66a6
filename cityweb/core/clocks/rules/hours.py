"""Terms in hours run day and night, from the moment of receipt to the minute."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cityweb.core.clocks.rules.terms import (
    CODE,
    RESTART,
    DayCount,
    Explanation,
    Pause,
    Span,
    Term,
)
from cityweb.core.workdays.rules import DAY

CITATION = f"Điều 147 khoản 1 {CODE}"


def count(received: datetime, term: Term, pauses: list[Pause]) -> Explanation:
    """Count a term in hours; the calendar has no say in it."""
    whole = timedelta(hours=term.amount)
    spans: list[Span] = []
    left, at = whole, received
    for pause in pauses:
        if at + left <= pause.begin:
            break
        spans.append((at, pause.begin))
        left -= pause.begin - at
        if pause.end is None:
            return _explained(received, term, None, spans)
        at = pause.end
        if term.mode == RESTART:
            spans, left = [], whole
    spans.append((at, at + left))
    return _explained(received, term, at + left, spans)


def _explained(
    received: datetime, term: Term, due_at: datetime | None, spans: list[Span]
) -> Explanation:
    last = due_at or spans[-1][1]
    days = []
    day = received.date()
    while day <= last.date():
        days.append(_day(received.replace(day=day.day, month=day.month, year=day.year), spans))
        day += DAY
    return Explanation(received, term, due_at, tuple(days), tuple(spans), is_provisional=False)


def _day(moment: datetime, spans: Iterable[Span]) -> DayCount:
    begin = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    parts = [min(end, begin + DAY) - max(start, begin) for start, end in spans]
    seconds = int(sum((part for part in parts if part > timedelta()), timedelta()).total_seconds())
    if not seconds:
        return DayCount(begin.date(), False, "Không đếm giờ nào của ngày này", seconds=0)
    hours, minutes = divmod(seconds // 60, 60)
    text = f"Đếm {hours} giờ {minutes} phút" if minutes else f"Đếm {hours} giờ"
    return DayCount(begin.date(), True, text, CITATION, seconds=seconds)
