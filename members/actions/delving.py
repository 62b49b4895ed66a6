"""Looks below the home page: which pages are asked, and what becomes of their answers."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from cityweb.core.fetch import Failure
from members import depths, scheduling
from members.actions import budget
from members.asking import Answer, Errand, Wish
from members.depths import Origin
from members.models import Kind, KnownLinks, MemberSite, PageCopy, SubPage, Watch
from members.reading.links import Link
from members.reports import observed

MOST_NEW = 40
"""So many new addresses of one page are kept to be read; more are read by nobody in time."""
MOST_KNOWN = 5_000
MOST_RECHECKED = 3
COPIED_EVERY = timedelta(days=7)
_READ_AS = {Origin.SEARCH: "search", Origin.MAP: "sitemap"}
_SOURCES = {Kind.HOME: Origin.LINK, Kind.SITEMAP: Origin.SITEMAP}

Answers = Mapping[int, Sequence[Answer]]


def errands(watches: Sequence[Watch], *, now: datetime) -> list[Errand]:
    """Return what to ask below each home page; nothing where the site itself does not answer."""
    sites = [watch.site for watch in watches]
    homes = observed.latest(sites)
    up = [site for site in sites if _is_up(homes.get((site.pk, Kind.HOME, None)))]
    _add_places(up, now=now)
    pages: dict[int, list[SubPage]] = defaultdict(list)
    for page in SubPage.objects.filter(site__in=up).defer("findings", "disguised"):
        pages[page.site_id].append(page)
    made = []
    for watch in watches:
        spent = watch.spent(timezone.localdate(now))
        room = min(depths.ROUND_REQUESTS, depths.DAILY_REQUESTS - spent)
        wishes = tuple(_wishes(pages[watch.site_id], room, now=now))
        wanted = room if wishes else 0
        made.append(
            Errand(
                site=watch.site_id,
                code=watch.site.code,
                home=watch.site.home_url,
                wishes=wishes,
                purse=budget.take(watch, wanted, most=depths.DAILY_REQUESTS, now=now),
            )
        )
    budget.save(watches)
    return made


def _is_up(home: observed.Observation | None) -> bool:
    return home is not None and home.is_ok


def _add_places(sites: Sequence[MemberSite], *, now: datetime) -> None:
    """Make known the home page, which is only asked in guises, and the place tried today."""
    today = timezone.localdate(now)
    SubPage.objects.bulk_create(
        [
            SubPage(site=site, url=url, origin=origin, found_at=now)
            for site in sites
            for url, origin in (
                (site.home_url, Origin.HOME),
                (depths.guess(site.home_url, today, shift=site.pk)[:500], Origin.GUESS),
            )
        ],
        ignore_conflicts=True,
    )


def _wishes(pages: Sequence[SubPage], room: int, *, now: datetime) -> Iterable[Wish]:
    by_key = {page.pk: page for page in pages}
    places = [page.place for page in pages]
    chosen = depths.page_for_guises(places, now=now) if room > len(depths.GUISES) else None
    if chosen is not None:
        for guise in depths.GUISES:
            yield Wish(Kind.GUISED, by_key[chosen].url, page=chosen, guise=guise)
        room -= len(depths.GUISES)
    for key in depths.next_pages(places, room=room, now=now):
        yield _wish(by_key[key])


def _wish(page: SubPage) -> Wish:
    """Return the visit to a page; one that showed search engines another page is asked as one."""
    return Wish(
        Kind.BELOW,
        page.url,
        reading=read_as(page),
        page=page.pk,
        guise="bot" if page.was_disguised else "",
        sought=depths.SOUGHT if page.origin == Origin.SEARCH else "",
    )


def read_as(page: SubPage) -> str:
    """Return how what a page answers is read."""
    return _READ_AS.get(Origin(page.origin), Kind.BELOW)


def infected(sites: Collection[int]) -> dict[int, list[Wish]]:
    """Return the visits that tell whether the infected pages of sites are clean by now."""
    found: dict[int, list[Wish]] = defaultdict(list)
    rows = SubPage.objects.filter(site__in=sites, planted_at__isnull=False).order_by("asked_at")
    for page in rows:
        if page.is_infected and len(found[page.site_id]) < MOST_RECHECKED:
            found[page.site_id].append(_wish(page))
    return found


def reschedule(watch: Watch, *, now: datetime) -> None:
    """Give a site its next look below, and let others have it."""
    every = timedelta(hours=settings.MEMBERS_DEEP_HOURS)
    due = scheduling.next_due(f"{watch.site.code}/", interval=every, now=now)
    Watch.objects.filter(pk=watch.pk, round=watch.round_id).update(
        deep_due_at=due, leased_until=None
    )


def take_in(answers: Answers) -> None:
    """Keep what the answers of a round say of pages below, and what new pages they lead to."""
    visits = [one for many in answers.values() for one in many if one.wish.page]
    pages = SubPage.objects.select_for_update().in_bulk([one.wish.page for one in visits])
    for one in visits:
        if page := pages.get(one.wish.page):
            _note(page, one)
    SubPage.objects.bulk_update(pages.values(), _NOTED)
    _promote_lists(visits, pages)
    _keep_copies(visits, pages)
    _learn(answers)


_NOTED = (
    *("asked_at", "guised_at", "failure", "digest", "findings", "disguised", "was_disguised"),
    *("planted_at", "cleaned_at"),
)


def _note(page: SubPage, answer: Answer) -> None:
    """Let a page say what a visit saw; a visit that saw nothing leaves what was known."""
    facts = answer.facts
    if answer.wish.kind == Kind.GUISED:
        if answer.wish.guise == "browser":
            page.guised_at = answer.asked_at
            if facts and not facts.is_unreadable and answer.digest:
                page.disguised = [asdict(one) for one in facts.findings]
    else:
        page.asked_at, page.failure = answer.asked_at, answer.failure or ""
        if answer.failure is Failure.NOT_FOUND:
            page.findings, page.digest = [], ""
        elif answer.digest and facts and not facts.is_unreadable:
            page.findings, page.digest = [asdict(one) for one in facts.findings], answer.digest
    settle(page, at=answer.asked_at)


def settle(page: SubPage, *, at: datetime) -> None:
    """Let a page be infected or clean by what is found on it now."""
    grave = any(not one["is_mild"] for one in (*page.findings, *page.disguised))
    page.was_disguised = page.was_disguised or bool(page.disguised)
    if grave and not page.is_infected:
        page.planted_at = at
    elif not grave and page.is_infected:
        page.cleaned_at = at


def _promote_lists(visits: Iterable[Answer], pages: Mapping[int, SubPage]) -> None:
    """Read the first few pages again and again that turn out to be lists of news."""
    new = [
        pages[one.wish.page]
        for one in visits
        if one.facts and one.facts.lists_news and one.wish.page in pages
    ]
    new = [page for page in new if page.origin in {Origin.LINK, Origin.SITEMAP}]
    for page in new:
        held = SubPage.objects.filter(site=page.site_id, origin=Origin.LIST)
        if held.count() < depths.MOST_LISTS:
            SubPage.objects.filter(pk=page.pk).update(origin=Origin.LIST)


def _keep_copies(visits: Iterable[Answer], pages: Mapping[int, SubPage]) -> None:
    """Keep each page on which something is odd, and one a week of the others."""
    read = [one for one in visits if one.digest and one.facts and one.wish.page in pages]
    recent = set(
        PageCopy.objects.filter(
            site__in={pages[one.wish.page].site_id for one in read},
            url__in={one.wish.url for one in read},
            seen_at__gte=timezone.now() - COPIED_EVERY,
            is_clean=True,
        ).values_list("site", "url")
    )
    PageCopy.objects.bulk_create(
        [
            PageCopy(
                site_id=pages[one.wish.page].site_id,
                url=one.wish.url,
                digest=one.digest,
                body=zlib.compress(one.fetched.text().encode()),
                portrait={},
                is_clean=all(found.is_mild for found in one.facts.findings),
                seen_at=one.asked_at,
            )
            for one in read
            if one.wish.kind == Kind.BELOW
            if one.facts.findings or (pages[one.wish.page].site_id, one.wish.url) not in recent
        ],
        ignore_conflicts=True,
    )


def _learn(answers: Answers) -> None:
    """Make known the pages that home pages, sitemaps and odd pages lead to for the first time."""
    known = {
        (one.site_id, one.origin): one for one in KnownLinks.objects.filter(site__in=list(answers))
    }
    new: list[SubPage] = []
    for site, many in answers.items():
        for one in many:
            if one.facts is None or not one.digest:
                continue
            origin = _SOURCES.get(Kind(one.wish.kind), Origin.SITEMAP)
            memory = known.setdefault(
                (site, origin), KnownLinks(site_id=site, origin=origin, marks=[])
            )
            fresh = _never_seen(one.facts.links, memory)
            new += [_page(site, link, one.asked_at) for link in fresh[:MOST_NEW]]
            if fresh:
                memory.save()
            if one.facts.search:
                new += _search_page(site, one)
    SubPage.objects.bulk_create(new, ignore_conflicts=True)


def _never_seen(links: Iterable[Link], memory: KnownLinks) -> list[Link]:
    """Return the links that a source lists for the first time, and remember them."""
    seen = set(memory.marks)
    fresh = {mark: link for link in links if (mark := _mark(link.url)) not in seen}
    memory.marks = [*memory.marks, *fresh][-MOST_KNOWN:]
    return list(fresh.values())


def _mark(url: str) -> int:
    return int.from_bytes(sha256(url.encode()).digest()[:8], signed=True)


def _page(site: int, link: Link, at: datetime) -> SubPage:
    return SubPage(site_id=site, url=link.url, origin=link.origin, is_odd=link.is_odd, found_at=at)


def _search_page(site: int, answer: Answer) -> list[SubPage]:
    """Return the site's own search, where none is known that answers."""
    held = SubPage.objects.filter(site=site, origin=Origin.SEARCH)
    if held.exclude(failure=Failure.NOT_FOUND).exists():
        return []
    link = Link(answer.facts.search, Origin.SEARCH)
    return [_page(site, link, answer.asked_at)]
