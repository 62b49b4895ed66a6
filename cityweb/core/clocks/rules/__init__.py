"""How a term is counted: the due moment, and why each day counts. Pure functions of plain values.

Civil Code 91/2015/QH13: the first day is not counted (art. 147), a term ends with its last day at
24:00 and, where that is a day off, with the next working day (art. 148). A pause takes out the day
it begins and every day up to the one on which the count goes on, which counts again.
"""

from collections.abc import Iterable
from datetime import datetime

from cityweb.core.clocks.rules import days, hours
from cityweb.core.clocks.rules.terms import (
    LOCAL,
    RESTART,
    RESUME,
    DayCount,
    Explanation,
    Pause,
    Term,
    TermError,
    in_order,
)
from cityweb.core.models.law import Unit
from cityweb.core.workdays.rules import Calendar

__all__ = [
    "LOCAL",
    "RESTART",
    "RESUME",
    "DayCount",
    "Explanation",
    "Pause",
    "Term",
    "TermError",
    "explain",
]


def explain(
    *, received: datetime, term: Term, pauses: Iterable[Pause] = (), calendar: Calendar
) -> Explanation:
    """Count a term from its receipt; raises `TermError` where the facts do not fit together.

    `received` and the pauses are local times; only their days matter, except for terms in hours and
    for the cut-off hour. What pauses after the term is over changes nothing.
    """
    ordered = in_order(received, pauses)
    try:
        if term.unit == Unit.HOUR:
            return hours.count(received, term, ordered)
        return days.count(received, term, ordered, calendar)
    except OverflowError as problem:
        raise TermError("Thời hạn quá dài.") from problem
