"""Takes items under a lease, lets their handlers work, and writes down how it went."""

import logging
import random
import time
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from cityweb.core.models.outbox import OutboxItem, OutboxQuerySet

logger = logging.getLogger(__name__)

# The last of these tries comes about a day and a half after the first.
MOST_ATTEMPTS = 15
SHORTEST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=6)
SWEEP_SECONDS = 20.0
DELIVER_SECONDS = 60.0


class TryLater(Exception):
    """It did not work this time. `reason` is shown to operators and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class GiveUp(TryLater):
    """It will never work; a person has to look."""


@dataclass(frozen=True)
class _Outcome:
    item: OutboxItem
    error: str = ""
    is_final: bool = True


def deliver(pks: list[int]) -> int:
    """Try those of these items that are due; return how many were tried."""
    return _work_through(OutboxItem.objects.filter(pk__in=pks), seconds=DELIVER_SECONDS)


def sweep() -> int:
    """Try whatever is due, the most urgent first, for a short while; return how many were tried."""
    return _work_through(OutboxItem.objects.all(), seconds=SWEEP_SECONDS)


def pause_after(attempts: int, *, chance: float) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time, up to six hours.

    `chance` between 0 and 1 shifts it by up to a fifth, so that a crowd does not come back at once.
    """
    pause = min(SHORTEST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)
    return pause * (0.8 + 0.4 * chance)


def _work_through(items: OutboxQuerySet, *, seconds: float) -> int:
    until = time.monotonic() + seconds
    outcome, tried = None, 0
    while True:
        # The end of one and the beginning of the next are one commit.
        with transaction.atomic():
            if outcome:
                _write_down(outcome)
            item = _take(items) if time.monotonic() < until else None
        if item is None:
            return tried
        outcome = _try(item)
        tried += 1


def _take(items: OutboxQuerySet) -> OutboxItem | None:
    """Lease the most urgent item that nobody works on, or return nothing."""
    now = timezone.now()
    # Without the payload: one that cannot be opened must not stop those behind it.
    due = items.due(now).defer("payload").order_by("priority", "not_before", "id")
    item = due.select_for_update(skip_locked=True).first()
    if item:
        item.attempts += 1
        # Longer than any handler works; who dies holding it is replaced then.
        item.lease_until = now + timedelta(seconds=settings.OUTBOX_LEASE_SECONDS)
        item.save(update_fields=["attempts", "lease_until"])
    return item


def _try(item: OutboxItem) -> _Outcome:
    if item.attempts > MOST_ATTEMPTS:
        return _Outcome(item, item.last_error or "the worker died each time")
    try:
        import_string(settings.OUTBOX_HANDLERS[item.kind])(item)
    except GiveUp as problem:
        return _Outcome(item, problem.reason)
    except TryLater as problem:
        error = problem.reason
    except Exception as problem:  # noqa: BLE001  one bad item must not stop those behind it
        logger.exception("outbox item %s (%s) failed", item.pk, item.kind)
        error = type(problem).__qualname__
    else:
        return _Outcome(item)
    return _Outcome(item, error, is_final=item.attempts >= MOST_ATTEMPTS)


def _write_down(outcome: _Outcome) -> None:
    item, now = outcome.item, timezone.now()
    fields: dict[str, object] = {"lease_until": None, "last_error": outcome.error[:200]}
    same = OutboxItem.objects.waiting().filter(pk=item.pk)
    if not outcome.error:
        fields["done_at"] = now
    elif outcome.is_final:
        fields["given_up_at"] = now
        logger.error("outbox item %s (%s) given up: %s", item.pk, item.kind, outcome.error)
    else:
        fields["not_before"] = now + pause_after(item.attempts, chance=random.random())
    if outcome.error:
        # Who lost the lease does not decide any more; who succeeded always does.
        same = same.filter(attempts=item.attempts)
    if not same.update(**fields):
        logger.warning("outbox item %s was taken over meanwhile", item.pk)
