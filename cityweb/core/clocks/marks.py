"""Parts of a term that have passed: each is handed out once, to whoever reminds and escalates."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from cityweb.core import workdays
from cityweb.core.clocks import reading
from cityweb.core.clocks.storing import save_counts
from cityweb.core.models import Clock

# The unique row has the last word, whatever happened to locks.
INSERT = """
INSERT INTO core_clockmark (clock_id, threshold, is_skipped, claimed_at)
SELECT clock, threshold, is_skipped, %s
FROM unnest(%s::bigint[], %s::smallint[], %s::boolean[]) AS row (clock, threshold, is_skipped)
ON CONFLICT DO NOTHING
RETURNING clock_id, threshold
"""


@dataclass(frozen=True)
class Claim:
    """A mark that the caller, and nobody else, now deals with."""

    clock: Clock
    threshold: int


def claim_marks(
    now: datetime,
    names: Collection[str],
    thresholds: Collection[int],
    office_hours: workdays.OfficeHours,
    *,
    limit: int = 500,
) -> list[Claim]:
    """Return the marks (percent of the term) that running clocks have passed, each once for ever.

    Joins the caller's transaction (`RuntimeError` outside of one): what is rolled back may be
    claimed again. Outside of office hours nothing is due. Of several marks passed since the last
    look only the highest is handed out; the lower ones are written down as skipped. Clocks of one
    name are always asked with the same thresholds. At most `limit` clocks are looked at.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a mark is claimed in the transaction that deals with it")
    today = reading.local(now)
    if not office_hours.are_at(today, workdays.calendar(today.date(), today.date())):
        return []
    workdays.hold_still()
    waiting = Clock.objects.running().filter(name__in=names, next_mark_at__lte=now)
    # Another worker's clocks are left to it.
    clocks = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("next_mark_at")
    looked_at = list(clocks.prefetch_related("spans", "marks")[:limit])
    if not looked_at:
        return []
    calendar = workdays.calendar(reading.local(min(c.received_at for c in looked_at)).date())
    passed = {clock: _passed(clock, now, sorted(thresholds), calendar) for clock in looked_at}
    save_counts(looked_at)
    written = _write_down(passed, now)
    return [
        Claim(clock, marks[-1])
        for clock, marks in passed.items()
        if marks and (clock.pk, marks[-1]) in written
    ]


def _passed(
    clock: Clock, now: datetime, thresholds: Iterable[int], calendar: workdays.Calendar
) -> list[int]:
    """Return the marks that passed and were not dealt with; set when to look again."""
    count = reading.due(clock, reading.pauses(clock.spans.all()), calendar)
    clock.due_at, clock.is_provisional = count.due_at, count.is_provisional
    done = {mark.threshold for mark in clock.marks.all()}
    left = [(count.moment_of(percent), percent) for percent in thresholds if percent not in done]
    clock.next_mark_at = min((moment for moment, _ in left if moment > now), default=None)
    return [percent for moment, percent in left if moment <= now]


def _write_down(passed: Mapping[Clock, list[int]], now: datetime) -> set[tuple[int, int]]:
    """Insert the marks, all but the last of each clock as skipped; return those that are new."""
    rows = [(clock.pk, percent, marks[-1]) for clock, marks in passed.items() for percent in marks]
    clocks = [pk for pk, _, _ in rows]
    percents = [percent for _, percent, _ in rows]
    skipped = [percent != last for _, percent, last in rows]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [now, clocks, percents, skipped])
        return set(cursor.fetchall())
