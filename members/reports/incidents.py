"""The incidents of the sites, with who was told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cityweb.core import workdays
from members.models import Incident, MemberSite
from members.querysets import MemberSiteQuerySet
from members.rhythm import worked_between

MOST_OPEN = 500
MOST_CLOSED = 50
_WITH = ("site", "site__organisation", "section")


@dataclass(frozen=True)
class Case:
    """One incident as it is listed: `worked_days` since it was opened."""

    incident: Incident
    worked_days: int
    is_quiet: bool


def open_cases(sites: MemberSiteQuerySet, *, today: date) -> list[Case]:
    """Return what is not mended yet, the oldest first, with its notices."""
    found = (
        Incident.objects.open()
        .filter(site__in=sites)
        .select_related(*_WITH)
        .prefetch_related("notices")
        .order_by("opened_at", "pk")[:MOST_OPEN]
    )
    return _cases(list(found), today)


def cases_of(site: MemberSite, *, today: date) -> list[Case]:
    """Return what is not mended yet on one site."""
    return open_cases(MemberSite.objects.filter(pk=site.pk), today=today)


def _cases(incidents: Sequence[Incident], today: date) -> list[Case]:
    if not incidents:
        return []
    days = [timezone.localdate(one.opened_at) for one in incidents]
    calendar = workdays.calendar(min(days), today)
    return [
        Case(
            incident=one,
            worked_days=worked_between(opened, today, calendar=calendar),
            is_quiet=one.quiet_until is not None and one.quiet_until >= today,
        )
        for one, opened in zip(incidents, days, strict=True)
    ]


def closed_lately(sites: MemberSiteQuerySet) -> list[Incident]:
    """Return what was mended last, the newest first."""
    closed = Incident.objects.filter(site__in=sites, closed_at__isnull=False)
    return list(closed.select_related(*_WITH).order_by("-closed_at")[:MOST_CLOSED])
