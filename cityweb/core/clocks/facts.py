"""Reads the facts of a count as people type them: days, moments, pauses."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.dateparse import parse_date, parse_datetime

from cityweb.core import workdays
from cityweb.core.clocks import rules
from cityweb.core.clocks.rules import LOCAL, Explanation, Pause, Term, TermError
from cityweb.core.models.law import Unit


def moment(text: str) -> datetime:
    """Return a local moment from "2026-02-06" (its first instant) or "2026-02-06T14:30".

    A moment with an offset is taken over into local time. Raises `TermError`.
    """
    try:
        day = parse_date(text)
        found = datetime.combine(day, time.min) if day else parse_datetime(text)
        if found is not None:
            return found.astimezone(LOCAL) if found.tzinfo else found.replace(tzinfo=LOCAL)
    except (ValueError, OverflowError):
        pass  # said below, like what is no date at all
    raise TermError(f"Không hiểu ngày “{text}”. Viết như 2026-02-06 hoặc 2026-02-06T14:30.")


def pause(text: str) -> Pause:
    """Return a pause from "A:B", each a day or a moment; "A:" is one that lasts.

    Raises `TermError`.
    """
    for place in (place for place, letter in enumerate(text) if letter == ":"):
        begin, end = text[:place], text[place + 1 :]
        try:
            return Pause(moment(begin), moment(end) if end else None)
        except TermError:
            continue
    raise TermError(f"Không hiểu lần tạm dừng “{text}”. Viết như 2026-02-10:2026-02-25.")


def explain(received: str, term: Term, pauses: Iterable[str] = ()) -> Explanation:
    """Count by the calendar of now; raises `TermError` where the facts do not fit together."""
    begin = moment(received)
    return rules.explain(
        received=begin,
        term=term,
        pauses=[_not_before(begin, pause(text)) for text in pauses],
        calendar=workdays.calendar(begin.date()),
    )


def _not_before(received: datetime, given: Pause) -> Pause:
    """Return the pause; one that begins on the day of receipt, no hour given, begins with it."""
    first_instant = datetime.combine(received.date(), time.min, LOCAL)
    if given.begin != first_instant:
        return given
    return Pause(received, given.end and max(received, given.end))


def as_json(explanation: Explanation) -> dict[str, object]:
    """Return the count as plain values: what is due, and each day with its reason."""
    term, due_at = explanation.term, explanation.due_at
    in_hours = term.unit == Unit.HOUR
    return {
        "received": explanation.received.isoformat(),
        "amount": term.amount,
        "unit": term.unit,
        "mode": term.mode,
        "due": None if due_at is None else (due_at.isoformat() if in_hours else str(due_at.date())),
        "is_provisional": explanation.is_provisional,
        "days": [
            {
                "date": str(row.day),
                "weekday": weekday(row.day),
                "counted": row.is_counted,
                "number": row.number,
                **({"seconds": row.seconds} if in_hours else {}),
                "why": row.why,
                "citation": row.citation,
            }
            for row in explanation.days
        ],
    }


def weekday(day: date) -> str:
    return workdays.WEEKDAYS[day.weekday()]
