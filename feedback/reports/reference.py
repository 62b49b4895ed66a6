"""What every desk screen offers to choose from, and what nearly never changes.

Each process remembers it for a minute; the actions check every choice anew.
"""

from dataclasses import dataclass

from cachetools.func import ttl_cache
from django.utils import timezone

from cityweb.core.models import AdminUnit, Role, RoleGrant
from feedback.models import Mailbox

SECONDS = 60
Choice = tuple[int, str]


@dataclass(frozen=True)
class Box:
    """A mailbox with the categories in use."""

    pk: int
    short_name: str
    categories: tuple[Choice, ...]


@ttl_cache(maxsize=1, ttl=SECONDS)
def boxes() -> tuple[Box, ...]:
    """Return the mailboxes in their order, each with its categories."""
    found: dict[int, tuple[str, list[Choice]]] = {}
    rows = Mailbox.objects.order_by("position", "categories__position").values_list(
        "pk", "short_name", "categories", "categories__name", "categories__is_active"
    )
    for pk, short_name, category, name, is_active in rows:
        _, categories = found.setdefault(pk, (short_name, []))
        if is_active:
            categories.append((category, name))
    return tuple(Box(pk, name, tuple(categories)) for pk, (name, categories) in found.items())


@ttl_cache(maxsize=1, ttl=SECONDS)
def units() -> tuple[Choice, ...]:
    """Return the wards, communes and special zones of today, in dictionary order."""
    kinds = AdminUnit.Kind
    rows = AdminUnit.objects.filter(
        valid_to__isnull=True, kind__in=[kinds.WARD, kinds.COMMUNE, kinds.SPECIAL_ZONE]
    )
    return tuple(rows.values_list("pk", "name"))


@ttl_cache(maxsize=1, ttl=SECONDS)
def handlers() -> tuple[Choice, ...]:
    """Return who may be given a submission today."""
    return _holders(Role.OFFICER, Role.OFFICE_HEAD)


@ttl_cache(maxsize=1, ttl=SECONDS)
def readers() -> tuple[Choice, ...]:
    """Return who may be given a denunciation today."""
    return _holders(Role.DENUNCIATION_READER)


def _holders(*roles: Role) -> tuple[Choice, ...]:
    grants = RoleGrant.objects.held_on(timezone.localdate()).filter(
        role__in=roles, user__is_active=True
    )
    rows = grants.order_by("user__full_name").values_list("user", "user__full_name")
    return tuple(dict(rows).items())


def forget() -> None:
    """Forget what this process remembers."""
    for remembered in (boxes, units, handlers, readers):
        remembered.cache_clear()
