"""Rolls the raw answers of past days up into rows kept for years, then forgets the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Avg, Count, F, Max, Min, Q, Window
from django.db.models.functions import ExtractHour, RowNumber
from django.utils import timezone

from cityweb.core.fetch import Concern, Failure
from members.actions import remembering
from members.actions.observing import SHOWINGS_KEPT
from members.depths import Origin
from members.models import (
    Kind,
    Observation,
    PageCopy,
    Round,
    Showing,
    SiteDay,
    SiteLink,
    Snapshot,
    SubPage,
    Verdict,
)
from members.models.rolls import HOURS
from members.reports import observed
from members.verdicts.levels import ORDER, Level
from members.verdicts.yearly import DAYS

KEPT = timedelta(days=30)
WAITED = timedelta(days=7)
_FAULTS = [failure for failure in Failure if failure.concern is Concern.SITE]


def roll(*, now: datetime) -> int:
    """Roll up every past day that is not rolled yet; return how many rows that made.

    A missed night is made up for; what a day was judged when it was rolled stays so.
    """
    today = timezone.localdate(now)
    return sum(_roll_day(day) for day in _days_to_roll(today))


def _days_to_roll(today: date) -> Iterable[date]:
    last = SiteDay.objects.aggregate(last=Max("day"))["last"]
    begun = Verdict.objects.aggregate(first=Min("since"))["first"]
    if last is None and begun is None:
        return []
    first = last + timedelta(days=1) if last else timezone.localdate(begun)
    first = max(first, today - timedelta(days=DAYS))
    return [first + timedelta(days=n) for n in range((today - first).days)]


@transaction.atomic
def _roll_day(day: date) -> int:
    begin = timezone.make_aware(datetime.combine(day, time.min))
    end = begin + timedelta(days=1)
    hours = _hours(begin, end)
    levels = _levels(begin, end)
    nothing = [0] * HOURS
    rows = [
        SiteDay(
            site_id=site,
            day=day,
            level=levels.get(site, ""),
            **hours.get(site, {"asked": nothing, "failed": nothing, "answer_ms": nothing}),
        )
        for site in sorted({*hours, *levels})
    ]
    return len(SiteDay.objects.bulk_create(rows, ignore_conflicts=True))


def _hours(begin: datetime, end: datetime) -> dict[int, dict[str, list[int]]]:
    """Return how the visits to home pages went hour by hour; what does not count is left out."""
    is_fault = Q(failure__in=_FAULTS, is_planned=False)
    rows = (
        Observation.objects.filter(
            kind=Kind.HOME, counts=True, asked_at__gte=begin, asked_at__lt=end
        )
        .annotate(hour=ExtractHour("asked_at", tzinfo=timezone.get_default_timezone()))
        .values("site", "hour")
        .annotate(
            asked=Count("pk"),
            failed=Count("pk", filter=is_fault),
            answer_ms=Avg("elapsed_ms", filter=Q(failure="")),
        )
        .order_by()
    )
    found: dict[int, dict[str, list[int]]] = defaultdict(
        lambda: {name: [0] * HOURS for name in ("asked", "failed", "answer_ms")}
    )
    for row in rows:
        for name, numbers in found[row["site"]].items():
            numbers[row["hour"]] = round(row[name] or 0)
    return found


def _levels(begin: datetime, end: datetime) -> dict[int, Level]:
    """Return the worst verdict that held on the day, by site."""
    held = Verdict.objects.filter(Q(until__isnull=True) | Q(until__gte=begin), since__lt=end)
    worst: dict[int, Level] = {}
    for site, level in held.values_list("site", "level").distinct().order_by():
        worst[site] = max(worst.get(site, Level.OK), Level(level), key=ORDER.__getitem__)
    return worst


def forget_old(*, now: datetime) -> int:
    """Erase raw answers older than `KEPT`, and rounds left without any; return how many answers.

    The newest answer of every address stays: the verdicts of today stand on it. So do the pages
    that belong to an incident, and the last looks that new ones are compared with.
    """
    newest = (
        Observation.objects.order_by("site_id", "kind", "section_id", "-asked_at")
        .distinct("site_id", "kind", "section_id")
        .values("pk")
    )
    old = Observation.objects.filter(asked_at__lt=now - KEPT).exclude(pk__in=newest)
    gone, _ = old.delete()
    _forget_pages(now)
    remembering.forget_old(now=now)
    SiteLink.objects.filter(expires_at__lt=now - KEPT).delete()
    Showing.objects.filter(last_seen_at__lt=now - SHOWINGS_KEPT).delete()
    Round.objects.filter(opened_at__lt=now - KEPT, observations__isnull=True).delete()
    return gone


def _forget_pages(now: datetime) -> None:
    place = Window(
        RowNumber(), partition_by=[F("site"), F("url"), F("is_clean")], order_by=F("seen_at").desc()
    )
    copies = PageCopy.objects.annotate(place=place).exclude(pk__in=Snapshot.objects.values("copy"))
    spare = copies.filter(place__gt=observed.PORTRAITS, seen_at__lt=now - KEPT)
    PageCopy.objects.filter(pk__in=list(spare.values_list("pk", flat=True))).delete()
    passing = SubPage.objects.filter(
        origin__in=[Origin.LINK, Origin.SITEMAP, Origin.UPLOAD], planted_at__isnull=True
    )
    passing.filter(asked_at__isnull=True, is_odd=False, found_at__lt=now - WAITED).delete()
    passing.filter(asked_at__lt=now - KEPT).delete()
    # Clean pages below are kept only to be read again when a list changes: a week does.
    is_spare = Q(is_clean=True, seen_at__lt=now - WAITED) | Q(seen_at__lt=now - KEPT)
    PageCopy.objects.filter(is_spare, portrait={}, snapshots__isnull=True).delete()
