"""How long a dossier may stand in one step: terms of the office, rows of `core.law`.

A row is found by step, procedure and the day of the receipt, so that every version of a procedure
has its own. A row that nobody settled gives no term: the step stands without one, and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from cityweb.core import clocks, law, workdays
from cityweb.core.clocks import rules
from cityweb.core.models import LegalRule
from cityweb.core.models.clocks import end_of_day
from cityweb.core.models.law import Unit
from licensing.life import State

# Handing over goes by an hour of the day that the law sets; the other steps by the office's rows.
CODES: dict[str, str] = {
    State.RECEIVED: "ONESTOP.TRANSFER.CUTOFF",
    State.ASSIGNED: "LIC.STEP.ASSIGNED",
    State.APPRAISING: "LIC.STEP.APPRAISING",
    State.DRAFTING: "LIC.STEP.DRAFTING",
    State.REVIEWING: "LIC.STEP.REVIEWING",
    State.SIGNING: "LIC.STEP.SIGNING",
    State.SIGNED: "LIC.STEP.SIGNED",
    State.DECIDED: "LIC.STEP.DECIDED",
}
"""The steps in which the office has the next move, and the rule of each."""

Find = Callable[[str, str, date], LegalRule | None]


def in_law(code: str, procedure: str, on: date) -> LegalRule | None:
    """Return the row in force; one for the procedure goes before the general one."""
    return law.find(code, on=on, applies_to=procedure)


def settled(state: str, procedure: str, on: date, find: Find = in_law) -> LegalRule | None:
    """Return the row that sets the term of a step, where there is one and it may decide."""
    code = CODES.get(state)
    rule = find(code, procedure, on) if code else None
    return rule if rule is not None and rule.is_settled else None


def due(rule: LegalRule, since: datetime, calendar: workdays.Calendar) -> datetime:
    """Return the last instant of a step that began then.

    An hour of the day means: before it the same day, after it the next worked one.
    """
    began = timezone.localtime(since, rules.LOCAL)
    if rule.unit == Unit.TIME:
        is_after = began.time() > time.fromisoformat(rule.value)
        day = began.date()
        last = calendar.add(day, 1) if is_after else calendar.next_working(day)
        return end_of_day(began.replace(year=last.year, month=last.month, day=last.day))
    term = clocks.Term(rule.value, rule.unit, rules.RESUME, None)
    return rules.explain(received=began, term=term, calendar=calendar).due_at


def due_of(
    state: str, procedure: str, received_at: datetime | None, since: datetime
) -> datetime | None:
    """Return when a step that begins now has to be over, where a settled row says so."""
    if received_at is None:
        return None
    rule = settled(state, procedure, timezone.localdate(received_at))
    if rule is None:
        return None
    return due(rule, since, workdays.calendar(timezone.localdate(since)))


@dataclass(frozen=True)
class Book:
    """All rows of steps, read once for many dossiers."""

    rows: list[LegalRule]

    @classmethod
    def read(cls) -> "Book":
        return cls(list(LegalRule.objects.filter(code__in=CODES.values())))

    def find(self, code: str, procedure: str, on: date) -> LegalRule | None:
        """Answer as `in_law` does."""
        fits = (
            row
            for row in self.rows
            if row.code == code
            and row.applies_to in ("", procedure)
            and row.effective_from <= on
            and (row.effective_to is None or on < row.effective_to)
        )
        return max(fits, key=lambda row: row.applies_to, default=None)
