"""Counts open clocks anew after the calendar changed: behind the request, in steps, each once.

Who starts, pauses or stops a clock meanwhile counts it by the new calendar at that moment, so that
between the change and the end of the work no step is taken by an old date.
"""

import time

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, outbox, workdays
from cityweb.core.clocks import reading, wording
from cityweb.core.clocks.forecasting import BATCH, Days, Moved, Report, look, touched
from cityweb.core.clocks.storing import save_counts
from cityweb.core.models import OutboxItem, Recount, User

VERBS = {"core.clocks_reforecast": "Tính lại các thời hạn theo lịch"}
KIND = "core.recount"
# More lines than a person reads; each clock's own history has its change anyway.
LINES_KEPT = 500
# Well below the lease of an outbox item: what is left then is the next item's.
SECONDS = 40.0


def ask(*, actor: User | None, days: Days) -> Recount:
    """Let the open clocks that `days` touch be counted anew after COMMIT; return the work's row.

    Joins the transaction that changes the calendar, and waits for everybody who still counts by
    the old one.
    """
    workdays.take_over()
    first, last = days
    recount = Recount.objects.create(asked_by=actor, first=first, last=last)
    _put(recount)
    return recount


def go_on(item: OutboxItem) -> None:
    """Handle the outbox row: count until done, or leave the rest to the next one."""
    until = time.monotonic() + SECONDS
    # One step at least: the next item is known by how far this one came.
    while not count_some(pk=int(item.about_id)):
        if time.monotonic() >= until:
            break
    else:
        return
    with transaction.atomic():
        _put(Recount.objects.get(pk=item.about_id))


@transaction.atomic
def count_some(*, pk: int) -> bool:
    """Count the next batch of clocks and keep how far it got; return whether all are done.

    Two workers take turns. When the last one is counted the report goes into the trail, once.
    """
    recount = Recount.objects.select_for_update(of=("self",)).get(pk=pk)
    if recount.done_at:
        return True
    workdays.hold_still()
    clocks = touched((recount.first, recount.last)).filter(pk__gt=recount.reached)
    batch = list(clocks.select_for_update().order_by("pk").prefetch_related("spans")[:BATCH])
    report = Report()
    changed = look(batch, workdays.calendar(), report)
    for clock in changed:
        clock.next_mark_at = clock.received_at
    save_counts(changed)
    _add(recount, report)
    if batch:
        recount.reached = batch[-1].pk
    if len(batch) < BATCH:
        _finish(recount)
    recount.save()
    return recount.done_at is not None


def _put(recount: Recount) -> None:
    outbox.put(
        kind=KIND,
        dedupe_key=f"{KIND}:{recount.pk}:{recount.reached}",
        payload={},
        about=recount,
        priority=outbox.Priority.FIRST,
    )


def _add(recount: Recount, report: Report) -> None:
    recount.looked_at += report.looked_at
    recount.moved += len(report.moved)
    recount.now_provisional += report.now_provisional
    recount.now_firm += report.now_firm
    kept = report.moved[: LINES_KEPT - len(recount.lines)]
    subjects = wording.subjects_of(move.clock for move in kept)
    lines = (_line(move, subjects[move.clock.pk]) for move in kept)
    recount.lines = [*recount.lines, *lines]


def _finish(recount: Recount) -> None:
    recount.done_at = timezone.now()
    audit.record(
        actor=recount.asked_by,
        verb="core.clocks_reforecast",
        target=recount,
        looked_at=recount.looked_at,
        moved=recount.moved,
        now_provisional=recount.now_provisional,
        now_firm=recount.now_firm,
        lines=recount.lines,
    )


def _line(move: Moved, subject: str) -> dict[str, object]:
    return {
        "clock": move.clock.pk,
        "subject": subject,
        "name": wording.name_of(move.clock),
        "before": reading.local(move.before).isoformat(),
        "after": reading.local(move.after).isoformat(),
    }
