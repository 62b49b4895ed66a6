"""What a day may cost a site beside its home page: set aside before asking, settled afterwards.

It stands in the database: a worker that dies in between has spent what it set aside.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from members.asking import Answer, Errand
from members.models import Kind, Watch


def take(watch: Watch, wanted: int, *, most: int, now: datetime) -> int:
    """Set aside up to `wanted` requests of a day that has `most`; return how many it gives.

    The watch is changed and not saved: see `save`. Its site must be leased.
    """
    today = timezone.localdate(now)
    spent = watch.spent(today)
    given = max(0, min(wanted, most - spent))
    watch.requests_on, watch.requests = today, spent + given
    return given


def save(watches: Sequence[Watch]) -> None:
    """Write down what was set aside, before anything is asked."""
    Watch.objects.bulk_update(watches, ["requests_on", "requests"])


def settle(errands: Sequence[Errand], answers: Mapping[int, Sequence[Answer]]) -> None:
    """Put back what the errands did not need, and add what was asked by hand."""
    for errand in errands:
        used = sum(one.cost for one in answers[errand.site] if one.wish.kind != Kind.HOME)
        change = used - (errand.purse or 0)
        if change:
            Watch.objects.filter(site=errand.site).update(
                requests=Greatest(F("requests") + change, 0)
            )
