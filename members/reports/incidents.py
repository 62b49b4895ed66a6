"""The incidents of the sites, with who was told of them."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from cityweb.core import workdays
from members import comparing
from members.comparing import Line
from members.models import (
    Explanation,
    Incident,
    IncidentPicture,
    MaintenanceWindow,
    MemberSite,
    Moment,
    PageCopy,
    Snapshot,
)
from members.querysets import MemberSiteQuerySet
from members.rhythm import worked_between
from members.states import ExplanationState

MOST_OPEN = 500
MOST_CLOSED = 50
LATE_KEPT = timedelta(days=90)
_WITH = ("seen_by", "site", "site__organisation", "section")


@dataclass(frozen=True)
class Case:
    """One incident as it is listed: `worked_days` since it was opened."""

    incident: Incident
    worked_days: int
    is_quiet: bool

    @property
    def is_waiting(self) -> bool:
        """Whether the unit's word on it waits for the office."""
        return any(one.state == ExplanationState.SENT for one in self.incident.explanations.all())


def open_cases(sites: MemberSiteQuerySet, *, today: date) -> list[Case]:
    """Return what is not mended yet, the oldest first, with what was done about it."""
    found = _open(sites).prefetch_related("explanations", "escalations")
    return _cases(list(found[:MOST_OPEN]), today)


def cases_of(site: MemberSite, *, today: date, more: Sequence[str] = ()) -> list[Case]:
    """Return what is not mended yet on one site, with notices and `more` that hangs on it."""
    found = _open(MemberSite.objects.filter(pk=site.pk)).prefetch_related(*more)
    return _cases(list(found[:MOST_OPEN]), today)


def _open(sites: MemberSiteQuerySet) -> QuerySet[Incident]:
    return (
        Incident.objects.open()
        .filter(site__in=sites)
        .select_related(*_WITH, "picture")
        .prefetch_related("notices")
        .annotate(
            has_looks=Exists(Snapshot.objects.filter(incident=OuterRef("pk")))
            | Exists(IncidentPicture.objects.filter(incident=OuterRef("pk"), file__isnull=False))
        )
        .order_by("opened_at", "pk")
    )


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


def waiting_explanations(sites: MemberSiteQuerySet) -> list[Explanation]:
    """Return what units explained and nobody has decided yet, the oldest first."""
    rows = Explanation.objects.filter(incident__site__in=sites, state=ExplanationState.SENT)
    return list(rows.select_related("incident__site__organisation", "incident__section", "contact"))


def late_outages(sites: MemberSiteQuerySet) -> list[MaintenanceWindow]:
    """Return the planned outages that units told of too late, the newest first."""
    since = timezone.now() - LATE_KEPT
    rows = MaintenanceWindow.objects.filter(site__in=sites, is_late=True, announced_at__gt=since)
    return list(rows.select_related("site__organisation").order_by("-announced_at"))


@dataclass(frozen=True)
class Looks:
    """The page of an incident as it looked; `changes` are from before it to its opening."""

    before: PageCopy | None
    opening: PageCopy | None
    changes: list[Line]


def looks(incident: Incident) -> Looks | None:
    """Return the pages that are kept of an incident; nothing where none are."""
    kept = {one.moment: one.copy for one in incident.snapshots.select_related("copy")}
    before, opening = kept.get(Moment.BEFORE), kept.get(Moment.OPENING)
    if not kept:
        return None
    return Looks(before, opening, comparing.changes(_source(before), _source(opening)))


def _source(copy: PageCopy | None) -> str:
    return zlib.decompress(copy.body).decode() if copy else ""
