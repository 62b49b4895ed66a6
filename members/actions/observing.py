"""What is asked of the sites of a round, and how their answers become observations."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from cityweb.core.fetch import Fetched
from members import depths, novelty
from members.actions import budget, delving, guising, remembering, showings
from members.asking import Answer, Errand, Wish
from members.models import Kind, MemberSite, NewsDay, Observation, PageCopy, Round, Watch
from members.reading import Facts
from members.reports import observed
from members.verdicts import availability

SHOWINGS_KEPT = timedelta(days=400)
COPY_EVERY = timedelta(hours=20)
Known = dict[observed.Target, dict[str, str]]


def spacing() -> timedelta:
    """Return how long failures must go on before a site counts as down."""
    return timedelta(seconds=2 * settings.MEMBERS_RETRY_SECONDS)


def errands(watches: Sequence[Watch], *, now: datetime) -> list[Errand]:
    """Return what to ask of each site: its home always, the rest a few times a day."""
    sites = [watch.site for watch in watches]
    known = {target: _told(one) for target, one in observed.today(sites, now=now).items()}
    past = observed.portraits(sites)
    # Who asks by hand gets everything that is open, whatever the day has cost the site already.
    by_hand = {watch.site_id for watch in watches if watch.pages_asked_at is None}
    infected = delving.infected(by_hand)
    wants_security = showings.asks_for_security_txt(timezone.localdate(now))
    made = []
    for watch in watches:
        site = watch.site
        front = (site.pk, Kind.HOME, None)
        home = Wish(Kind.HOME, site.home_url, sought=depths.SOUGHT, **known.get(front, {}))
        pages = _registered(watch, known, now=now, wants_security=wants_security)
        purse = _purse(watch, 0 if site.pk in by_hand else len(pages), now=now)
        made.append(
            Errand(
                site=site.pk,
                code=site.code,
                home=site.home_url,
                wishes=(home, *infected.get(site.pk, ()), *pages),
                past=tuple(past[site.pk]),
                purse=None if site.pk in by_hand else purse,
            )
        )
    budget.save(watches)
    return made


def _told(earlier: Observation) -> dict[str, str]:
    """Return what is known of an address from its last answer.

    What followed "nothing changed" carries no marks, so that the next visit reads it in full: a
    server that says so whatever happens hides nothing for long.
    """
    return {
        "known": earlier.digest,
        "etag": earlier.etag,
        "last_modified": earlier.last_modified,
    }


def _marks(fetched: Fetched) -> dict[str, str]:
    """Return the marks by which a server knows its content again; one too long is no use."""
    sent = {"etag": "ETag", "last_modified": "Last-Modified"} if fetched.status == 200 else {}
    marks = {name: fetched.headers.get(header, "") for name, header in sent.items()}
    return {
        name: mark
        for name, mark in marks.items()
        if len(mark) <= Observation._meta.get_field(name).max_length
    }


def _purse(watch: Watch, pages: int, *, now: datetime) -> int:
    """Set aside what a few pages cost, with room for a redirect; begin the count of a new day."""
    wanted = pages + 1 if pages else 0
    return budget.take(watch, wanted, most=depths.REGISTERED_SHARE, now=now)


def _registered(watch: Watch, known: Known, *, now: datetime, wants_security: bool) -> list[Wish]:
    """Return what the register lists beside the home page, what was not read today first."""
    site = watch.site
    every = timedelta(hours=settings.MEMBERS_PAGES_HOURS)
    if watch.pages_asked_at and now - watch.pages_asked_at < every:
        return []
    pages: list[tuple[Kind, str, int | None]] = [
        (Kind.FEED, site.feed_url, None),
        (Kind.SITEMAP, site.sitemap_url, None),
        *((Kind.SECTION, section.url, section.pk) for section in site.sections.all()),
        (Kind.SECURITY, showings.security_address(site) if wants_security else "", None),
    ]
    wishes = [
        Wish(kind, url, section, **known.get((site.pk, kind, section), {}))
        for kind, url, section in pages
        if url
    ]
    return sorted(wishes, key=lambda wish: wish.known != "")


def store(
    done: Round,
    sites: Sequence[MemberSite],
    answers: dict[int, list[Answer]],
    *,
    counts: bool,
) -> dict[int, int]:
    """Write down every answer; return the open suspicions by site (see `availability.strikes`)."""
    before = observed.today(sites, now=timezone.now())
    news = remembering.sort_news(sites, answers)
    rows = []
    for site in sites:
        for answer in answers[site.pk]:
            row = _observation(done, site, answer, before, counts=counts)
            if sorted_news := news.get((site.pk, answer.wish)):
                _write_trick(row, novelty.unmask(sorted_news))
            rows.append(row)
    Observation.objects.bulk_create(rows)
    _keep_copies(answers)
    if counts:
        _learn_days(news)
        remembering.learn(news)
        showings.keep({site.pk: answers[site.pk] for site in sites})
        delving.take_in(answers)
        guising.keep([one for many in answers.values() for one in many])
    return {
        site: availability.strikes(seen, spacing=spacing())
        for site, seen in observed.homes(sites, now=timezone.now()).items()
    }


def _observation(
    done: Round,
    site: MemberSite,
    answer: Answer,
    before: dict[observed.Target, Observation],
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
        guise=wish.guise,
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
        **_marks(fetched),
    )
    if answer.facts is not None:
        _write_facts(row, answer.facts)
    elif wish.known and (earlier := before.get((site.pk, wish.kind, wish.section))):
        for name in _READ:
            setattr(row, name, getattr(earlier, name))
    return row


_READ = (
    *("was_read", "news_day", "news_evidence", "news_rule", "findings"),
    *("trick", "own_day", "own_proof"),
)


def _write_trick(row: Observation, unmasked: novelty.Unmasked | None) -> None:
    if unmasked:
        row.trick, row.own_day = unmasked.trick, unmasked.day
        row.own_proof = unmasked.proof[:240]


def _write_facts(row: Observation, facts: Facts) -> None:
    if facts.news:
        row.news_day = facts.news.day
        row.news_evidence, row.news_rule = facts.news.evidence[:240], facts.news.rule[:30]
    row.was_read = bool(row.digest) and not facts.is_unreadable
    row.findings = [asdict(one) for one in facts.findings]


def _learn_days(news: remembering.News) -> None:
    """Remember the days of a site's own news: they teach its rhythm."""
    days = {(site, day) for (site, _), found in news.items() for day in found.own_days}
    NewsDay.objects.bulk_create(
        [NewsDay(site_id=site, day=day) for site, day in sorted(days)], ignore_conflicts=True
    )


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
