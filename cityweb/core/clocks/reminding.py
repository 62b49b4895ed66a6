"""The work of the minute: every mark that has passed is dealt with, some at a time."""

from collections.abc import Callable, Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import law, workdays
from cityweb.core.clocks.marks import claim_marks
from cityweb.core.models import Clock

BATCH = 50
Deal = Callable[[Clock, int, list[int]], None]
"""What is done about a clock, the mark it passed, and all the marks of the day."""


def deal_with_marks(rule_code: str, names: Collection[str], deal: Deal, *, now: datetime) -> int:
    """Let `deal` do its work about every mark that has passed; return how many there were.

    The marks come from the rule in force today; without a settled rule nothing is done. A batch is
    one transaction, which `deal` joins.
    """
    rule = law.find(rule_code, on=timezone.localdate(now))
    if rule is None or not rule.is_settled:
        return 0
    done = 0
    while batch := _deal_with_some(names, deal, sorted(rule.value), now):
        done += batch
    return done


@transaction.atomic
def _deal_with_some(
    names: Collection[str], deal: Deal, thresholds: list[int], now: datetime
) -> int:
    hours = workdays.office_hours(timezone.localdate(now))
    claims = claim_marks(now, names, thresholds, hours, limit=BATCH)
    for claim in claims:
        deal(claim.clock, claim.threshold, thresholds)
    return len(claims)
