"""What is asked of the sites of a round, and how their answers become observations."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cityweb.core.fetch import Failure
from members.asking import Answer, Errand, Wish
from members.models import Kind, MemberSite, Observation, PageCopy, Round, Watch
from members.reading import Facts
from members.verdicts import availability

PORTRAITS = 3
"""How many earlier looks of a page the newest is compared with."""
OBSERVED = 60
"""How many observations of a home page a verdict looks back over."""
KEPT = timedelta(days=30)
COPY_EVERY = timedelta(hours=20)

Target = tuple[int, str, int | None]


def spacing() -> timedelta:
    """Return how long failures must go on before a site counts as down."""
    return timedelta(seconds=2 * settings.MEMBERS_RETRY_SECONDS)


def errands(watches: Sequence[Watch], *, now: datetime) -> list[Errand]:
    """Return what to ask of each site: its home always, the rest a few times a day."""
    sites = [watch.site for watch in watches]
    known = {target: one.digest for target, one in latest_today(sites, now=now).items()}
    past = _portraits(sites)
    return [
        Errand(
            site=watch.site_id,
            code=watch.site.code,
            home=watch.site.home_url,
            wishes=tuple(_wishes(watch, known, now=now)),
            past=tuple(past[watch.site_id]),
        )
        for watch in watches
    ]


def _wishes(watch: Watch, known: dict[Target, str], *, now: datetime) -> Iterable[Wish]:
    site = watch.site
    yield Wish(Kind.HOME, site.home_url, known=known.get((site.pk, Kind.HOME, None), ""))
    every = timedelta(hours=settings.MEMBERS_PAGES_HOURS)
    if watch.pages_asked_at and now - watch.pages_asked_at < every:
        return
    pages: list[tuple[Kind, str, int | None]] = [
        (Kind.FEED, site.feed_url, None),
        (Kind.SITEMAP, site.sitemap_url, None),
        *((Kind.SECTION, section.url, section.pk) for section in site.sections.all()),
    ]
    for kind, url, section in pages:
        if url:
            yield Wish(kind, url, section, known.get((site.pk, kind, section), ""))


def latest_today(sites: Sequence[MemberSite], *, now: datetime) -> dict[Target, Observation]:
    """Return today's newest answer of every address: the same content has the same facts."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = (
        Observation.objects.filter(site__in=sites, asked_at__gte=midnight, failure="")
        .exclude(digest="")
        .order_by("site_id", "kind", "section_id", "-asked_at")
        .distinct("site_id", "kind", "section_id")
    )
    return {(one.site_id, one.kind, one.section_id): one for one in rows}


def _portraits(sites: Sequence[MemberSite]) -> dict[int, list[dict[str, Any]]]:
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


def store(
    done: Round,
    sites: Sequence[MemberSite],
    answers: dict[int, list[Answer]],
    *,
    counts: bool,
) -> dict[int, int]:
    """Write down every answer; return the open suspicions by site (see `availability.strikes`)."""
    before = latest_today(sites, now=timezone.now())
    rows = [
        _observation(done, site, answer, before, counts=counts)
        for site in sites
        for answer in answers[site.pk]
    ]
    Observation.objects.bulk_create(rows)
    _keep_copies(answers)
    return {
        site: availability.strikes(seen, spacing=spacing())
        for site, seen in seen_homes(sites).items()
    }


def _observation(
    done: Round,
    site: MemberSite,
    answer: Answer,
    before: dict[Target, Observation],
    *,
    counts: bool,
) -> Observation:
    wish, fetched = answer.wish, answer.fetched
    tls = fetched.tls
    row = Observation(
        site=site,
        section_id=wish.section,
        round=done,
        kind=wish.kind,
        url=wish.url,
        asked_at=answer.asked_at,
        counts=counts,
        is_planned=any(window.covers(answer.asked_at) for window in site.maintenance.all()),
        failure=answer.failure or "",
        reason=fetched.reason[:300],
        status=fetched.status,
        elapsed_ms=fetched.elapsed_ms,
        final_url=fetched.final_url[:500],
        digest=answer.digest,
        tls_not_after=tls.not_after if tls else None,
        tls_issuer=tls.issuer[:200] if tls else "",
    )
    if answer.facts is not None:
        _write_facts(row, answer.facts)
    elif earlier := before.get((site.pk, wish.kind, wish.section)):
        for name in ("was_read", "news_day", "news_evidence", "news_rule", "findings"):
            setattr(row, name, getattr(earlier, name))
    return row


def _write_facts(row: Observation, facts: Facts) -> None:
    if facts.news:
        row.news_day = facts.news.day
        row.news_evidence, row.news_rule = facts.news.evidence[:240], facts.news.rule[:30]
    row.was_read = bool(row.digest) and not facts.is_unreadable
    row.findings = [asdict(one) for one in facts.findings]


def _keep_copies(answers: dict[int, list[Answer]]) -> None:
    """Keep the home pages that look new: one a day, and each on which something is odd."""
    since = timezone.now() - COPY_EVERY
    recent = set(
        PageCopy.objects.filter(site__in=answers, seen_at__gte=since, is_clean=True).values_list(
            "site", "url"
        )
    )
    PageCopy.objects.bulk_create(
        [
            _copy(site, answer)
            for site, many in answers.items()
            for answer in many
            if answer.facts and answer.facts.portrait
            if answer.facts.findings or (site, answer.wish.url) not in recent
        ],
        ignore_conflicts=True,
    )


def _copy(site: int, answer: Answer) -> PageCopy:
    return PageCopy(
        site_id=site,
        url=answer.wish.url,
        digest=answer.digest,
        body=zlib.compress(answer.fetched.text().encode()),
        portrait=answer.facts.portrait,
        is_clean=all(one.is_mild for one in answer.facts.findings),
        seen_at=answer.asked_at,
    )


def seen_homes(sites: Sequence[MemberSite]) -> dict[int, list[availability.Seen]]:
    """Return the last counting observations of each home page, the oldest first."""
    place = Window(RowNumber(), partition_by=F("site"), order_by=F("asked_at").desc())
    rows = (
        Observation.objects.filter(site__in=sites, kind=Kind.HOME, counts=True)
        .annotate(place=place)
        .filter(place__lte=OBSERVED)
        .order_by("asked_at")
        .values_list("site", "asked_at", "url", "failure", "reason", "elapsed_ms", "is_planned")
    )
    found: dict[int, list[availability.Seen]] = {site.pk: [] for site in sites}
    for site, at, url, failure, reason, elapsed, planned in rows:
        seen = availability.Seen(
            at, url, Failure(failure) if failure else None, reason, elapsed, planned
        )
        found[site].append(seen)
    return found


def forget_old(*, now: datetime) -> int:
    """Erase raw answers older than `KEPT`, and rounds left without any; return how many answers.

    The newest answer of every address stays: the verdicts of today stand on it. So do pages with
    something odd on them, which are evidence, and the last looks that new ones are compared with.
    """
    newest = (
        Observation.objects.order_by("site_id", "kind", "section_id", "-asked_at")
        .distinct("site_id", "kind", "section_id")
        .values("pk")
    )
    old = Observation.objects.filter(asked_at__lt=now - KEPT).exclude(pk__in=newest)
    gone, _ = old.delete()
    place = Window(RowNumber(), partition_by=[F("site"), F("url")], order_by=F("seen_at").desc())
    looks = PageCopy.objects.filter(is_clean=True).annotate(place=place)
    spare = looks.filter(place__gt=PORTRAITS, seen_at__lt=now - KEPT).values_list("pk", flat=True)
    PageCopy.objects.filter(pk__in=list(spare)).delete()
    Round.objects.filter(opened_at__lt=now - KEPT, observations__isnull=True).delete()
    return gone
