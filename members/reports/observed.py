"""What is stored of the sites, as verdicts and the next round want it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cityweb.core.fetch import Failure
from members.models import Kind, MemberSite, Observation, PageCopy, Section, Showing
from members.querysets import EARLY
from members.verdicts.availability import Seen
from members.verdicts.duty import Run

PORTRAITS = 3
"""How many earlier looks of a page the newest is compared with."""
OBSERVED = 60
LOOKED_BACK = timedelta(days=14)
"""How many observations of a home page a verdict looks back over, and how far at most."""

Target = tuple[int, str, int | None]
# What the register itself lists of a site.
_REGISTERED = (Kind.HOME, Kind.FEED, Kind.SITEMAP, Kind.SECTION, Kind.SECURITY)


def today(sites: Sequence[MemberSite], *, now: datetime) -> dict[Target, Observation]:
    """Return today's newest answer of every address: the same content has the same facts."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = (
        Observation.objects.filter(
            site__in=sites, kind__in=_REGISTERED, asked_at__gte=midnight, failure=""
        )
        .exclude(digest="")
        .order_by("site_id", "kind", "section_id", "-asked_at")
        .distinct("site_id", "kind", "section_id")
    )
    return {(one.site_id, one.kind, one.section_id): one for one in rows}


def latest(sites: Sequence[MemberSite], **only: Any) -> dict[Target, Observation]:
    """Return the newest counting answer of every address that fits, by the index alone."""
    rows = Observation.objects.filter(counts=True, **only).order_by("-asked_at")
    keys: list[int] = []
    for kind in (Kind.HOME, Kind.FEED, Kind.SITEMAP):
        newest = rows.filter(site=OuterRef("pk"), kind=kind).values("pk")[:1]
        keys += MemberSite.objects.filter(pk__in=[site.pk for site in sites]).values_list(
            Subquery(newest), flat=True
        )
    newest = rows.filter(site=OuterRef("site"), kind=Kind.SECTION, section=OuterRef("pk"))
    keys += Section.objects.filter(site__in=sites).values_list(
        Subquery(newest.values("pk")[:1]), flat=True
    )
    found = Observation.objects.filter(pk__in=[key for key in keys if key])
    return {(one.site_id, one.kind, one.section_id): one for one in found}


def portraits(sites: Sequence[MemberSite]) -> dict[int, list[dict[str, Any]]]:
    """Return the last clean looks of each home page, the newest last."""
    place = Window(RowNumber(), partition_by=F("site"), order_by=F("seen_at").desc())
    rows = (
        PageCopy.objects.filter(site__in=sites, url=F("site__home_url"), is_clean=True)
        .annotate(place=place)
        .filter(place__lte=PORTRAITS)
        .order_by("seen_at")
        .values_list("site", "portrait")
    )
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for site, portrait in rows:
        found[site].append(portrait)
    return found


def homes(sites: Sequence[MemberSite], *, now: datetime) -> dict[int, list[Seen]]:
    """Return the last counting observations of each home page, the oldest first."""
    place = Window(RowNumber(), partition_by=F("site"), order_by=F("asked_at").desc())
    rows = (
        Observation.objects.filter(
            site__in=sites, kind=Kind.HOME, counts=True, asked_at__gt=now - LOOKED_BACK
        )
        .annotate(place=place)
        .filter(place__lte=OBSERVED)
        .order_by("asked_at")
        .values_list("site", "asked_at", "url", "failure", "reason", "elapsed_ms", "is_planned")
    )
    found: dict[int, list[Seen]] = {site.pk: [] for site in sites}
    for site, at, url, failure, *rest in rows:
        found[site].append(Seen(at, url, Failure(failure) if failure else None, *rest))
    return found


def runs(sites: Sequence[MemberSite], *, since: date) -> dict[int, list[Run]]:
    """Return what each home page showed since a day, the oldest first; at least its newest."""
    newest = (
        Showing.objects.filter(site__in=sites)
        .order_by("site_id", "-first_seen_at")
        .distinct("site_id")
    )
    rows = Showing.objects.filter(
        Q(last_seen_at__date__gte=since - EARLY) | Q(pk__in=newest.values("pk")), site__in=sites
    )
    found: dict[int, list[Run]] = defaultdict(list)
    for one in rows.order_by("first_seen_at"):
        found[one.site_id].append(one.run)
    return found
