"""What waits, what is late, what was given up: for the desk and for the watch over the machines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Min, Q
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.models import User
from cityweb.core.models.outbox import OutboxItem, OutboxQuerySet

# The sweep looks every ten seconds: who waits this long waits for something that is broken.
LATE_AFTER = timedelta(minutes=5)
# So many failures of one item are not a hiccup any more; so many such items are not chance.
TROUBLED_ATTEMPTS = 4
MANY_TROUBLED = 20
PAGE = 50
MOST_COUNTED = 1000


@dataclass(frozen=True)
class Leaf:
    """One page of a list, and the key that the next one begins after (none: it ends here)."""

    rows: list[OutboxItem]
    after: int | None


def late(items: OutboxQuerySet, now: datetime) -> OutboxQuerySet:
    """Return what nobody took in time, and what failed again and again."""
    is_troubled = Q(attempts__gte=TROUBLED_ATTEMPTS)
    return items.waiting().filter(
        is_troubled | Q(not_before__lt=now - LATE_AFTER),
        Q(lease_until=None) | Q(lease_until__lt=now),
    )


def visible_to(user: User) -> OutboxQuerySet:
    """Keep what this person may know of; the only door to items for people."""
    return audit.without_hidden(user, OutboxItem.objects.all(), kind="about_type", key="about_id")


LISTS: dict[str, Callable[[OutboxQuerySet], OutboxQuerySet]] = {
    "": lambda items: items.waiting(),
    "tre": lambda items: late(items, timezone.now()),
    "bo": lambda items: items.given_up(),
}


def leaf(name: str, user: User, *, after: int | None) -> Leaf:
    """Return the page of this person's list `name` behind the row `after`, newest first."""
    rows = LISTS[name](visible_to(user)).select_related("about_type").order_by("-pk")
    if after is not None:
        rows = rows.filter(pk__lt=after)
    found = list(rows.defer("payload")[: PAGE + 1])
    return Leaf(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def count(name: str, user: User) -> int:
    """Return how many this person's list `name` holds, counted no further than `MOST_COUNTED`."""
    return LISTS[name](visible_to(user))[:MOST_COUNTED].count()


def count_hidden(name: str, user: User) -> int:
    """Return how many the list holds that this person may not know more of than their number."""
    every = LISTS[name](OutboxItem.objects.all())
    return every.exclude(pk__in=visible_to(user).values("pk"))[:MOST_COUNTED].count()


def is_shown(name: str, user: User) -> bool:
    """Tell whether the person may read the filed mail of this name, which ends in its item's."""
    try:
        item = OutboxItem.objects.filter(uuid=UUID(name.partition("-")[2]))
    except ValueError:
        return True
    return not item.exists() or visible_to(user).filter(uuid__in=item.values("uuid")).exists()


def trouble(now: datetime) -> str:
    """Return in English what an operator should look at, or nothing."""
    oldest = OutboxItem.objects.due(now).aggregate(oldest=Min("not_before"))["oldest"]
    if oldest and now - oldest > LATE_AFTER:
        minutes = (now - oldest).total_seconds() // 60
        return f"degraded: an item is due for {minutes:.0f} min and nobody takes it"
    failing = OutboxItem.objects.waiting().filter(attempts__gte=TROUBLED_ATTEMPTS)
    if failing[:MANY_TROUBLED].count() == MANY_TROUBLED:
        return f"degraded: {MANY_TROUBLED} or more items fail again and again"
    return ""


def recipient(item: OutboxItem) -> str:
    """Return whom a mail goes to, with enough hidden that nobody is named."""
    name, _, domain = item.facts.get("to", "").rpartition("@")
    return f"{name[:1]}•••@{domain}" if domain else ""
