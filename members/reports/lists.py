"""The lists that pages are judged by, as rounds, screens and files want them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from members.abnormality.keywords import Changes
from members.models import BlockedDomain, ListedWord


def changes() -> Changes:
    """Return what the office has changed in the lists of the house."""
    words = list(ListedWord.objects.values_list("words", "kind", "is_used"))
    domains = BlockedDomain.objects.filter(is_blocked__isnull=False)
    decided = list(domains.values_list("domain", "is_blocked"))
    return Changes(
        added=tuple((phrase, kind) for phrase, kind, is_used in words if is_used),
        dropped=tuple((phrase, kind) for phrase, kind, is_used in words if not is_used),
        blocked=frozenset(domain for domain, is_blocked in decided if is_blocked),
        harmless=frozenset(domain for domain, is_blocked in decided if not is_blocked),
    )


def changed_at() -> datetime | None:
    """Return when a list was changed last; nothing where none ever was."""
    decided = BlockedDomain.objects.filter(is_blocked__isnull=False)
    moments = (
        rows.aggregate(last=Max("changed_at"))["last"] for rows in (ListedWord.objects, decided)
    )
    return max((one for one in moments if one), default=None)


def blocked_domains() -> Iterable[str]:
    """Return the domains that are blocked, in order."""
    return BlockedDomain.objects.filter(is_blocked=True).values_list("domain", flat=True)


def own_words(kind: str) -> Iterable[str]:
    """Return the words of one kind that the office added and uses."""
    return ListedWord.objects.filter(kind=kind, is_used=True).values_list("words", flat=True)
