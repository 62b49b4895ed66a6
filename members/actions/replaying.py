"""Reads stored pages again after a rule or a list of words has changed."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from members import depths
from members.abnormality.keywords import Changes
from members.actions import delving, guising, judging
from members.models import Kind, MemberSite, Observation, PageCopy, SubPage
from members.reading import Facts, Job, Reader
from members.reports import lists, observed

Looks = Sequence[dict[str, Any]]
AT_ONCE = 100
# A little more than a day, so that no change falls between two nights.
LOOKED_BACK = timedelta(hours=25)
SENT_AWAY = "off-site-redirect"


def judge_all(*, now: datetime, is_reread: bool) -> tuple[int, int, int]:
    """Judge every watched site anew, with `is_reread` from its kept pages read by today's lists.

    Returns how many sites there are, how many pages were read and how many verdicts changed.
    """
    watched = MemberSite.objects.watched(timezone.localdate(now))
    sites = list(watched.prefetch_related("sections"))
    read = changed = 0
    for start in range(0, len(sites), AT_ONCE):
        batch = sites[start : start + AT_ONCE]
        if is_reread:
            read += read_again(sites=batch)
        changed += judging.judge(batch, now=now)
    return len(sites), read, changed


def follow_lists(*, now: datetime) -> int:
    """Read and judge everything kept anew where a list changed since yesterday.

    Returns how many verdicts changed.
    """
    changed_at = lists.changed_at()
    if changed_at is None or changed_at < now - LOOKED_BACK:
        return 0
    return judge_all(now=now, is_reread=True)[2]


def read_again(*, sites: Sequence[MemberSite]) -> int:
    """Read the newest kept home page of each site by today's rules; return how many were read.

    What earlier answers with this content said of it is corrected; the page is judged as of the day
    it was seen, against the looks it had before.
    """
    copies = list(
        PageCopy.objects.filter(site__in=sites, url=F("site__home_url"))
        .order_by("site_id", "-seen_at")
        .distinct("site_id")
        .select_related("site")
    )
    past = observed.portraits(sites)
    # A page that is compared with itself would never be odd.
    older = ([look for look in past[copy.site_id] if look != copy.portrait] for copy in copies)
    read = read_copies(list(zip(copies, older, strict=True)))
    for copy, facts in zip(copies, read, strict=True):
        correct(copy, facts)
    below = _read_below(sites) + guising.read_again(sites=sites)
    return sum(not facts.is_unreadable for facts in read) + below


def _read_below(sites: Sequence[MemberSite]) -> int:
    """Read the kept pages below again as they were last seen; return how many were read."""
    pages = {
        (page.site_id, page.url, page.digest): page
        for page in SubPage.objects.filter(site__in=sites).exclude(digest="")
    }
    copies = [
        (copy, page)
        for copy in PageCopy.objects.filter(site__in=sites)
        .exclude(url=F("site__home_url"))
        .select_related("site")
        .iterator(chunk_size=100)
        if (page := pages.get((copy.site_id, copy.url, copy.digest)))
    ]
    jobs = [_job(copy, (), kind=delving.read_as(page)) for copy, page in copies]
    read = asyncio.run(_read(jobs, lists.changes()))
    for (copy, page), facts in zip(copies, read, strict=True):
        if not facts.is_unreadable:
            _correct_below(copy, page, facts)
    return sum(not facts.is_unreadable for facts in read)


@transaction.atomic
def _correct_below(copy: PageCopy, page: SubPage, facts: Facts) -> None:
    page = SubPage.objects.select_for_update().get(pk=page.pk)
    page.findings = [asdict(one) for one in facts.findings]
    delving.settle(page, at=timezone.now())
    page.save(update_fields=["findings", "planted_at", "cleaned_at"])
    copy.is_clean = all(one.is_mild for one in facts.findings)
    copy.save(update_fields=["is_clean"])


def read_copies(copies: Sequence[tuple[PageCopy, Looks]]) -> list[Facts]:
    """Return the facts of kept pages, each compared with the looks given with it."""
    return asyncio.run(_read([_job(copy, past) for copy, past in copies], lists.changes()))


def _job(copy: PageCopy, past: Looks, *, kind: str = Kind.HOME) -> Job:
    return Job(
        kind=kind,
        url=copy.url,
        home=copy.site.home_url,
        today=timezone.localdate(copy.seen_at),
        text=zlib.decompress(copy.body).decode(),
        chain=(copy.url,),
        past=tuple(past),
        sought=depths.SOUGHT,
    )


async def _read(jobs: Sequence[Job], changes: Changes) -> list[Facts]:
    async with Reader(changes) as reader:
        return [await reader.read(job) for job in jobs]


@transaction.atomic
def correct(copy: PageCopy, facts: Facts) -> None:
    """Let a kept page, and the answers that had its content, say what was read now."""
    if facts.is_unreadable:
        return
    rows = Observation.objects.filter(site=copy.site_id, kind=Kind.HOME, digest=copy.digest)
    news = facts.news
    # Where the visit was sent away to is no part of the page: that finding stays as it was seen.
    for row in rows.filter(was_read=True):
        sent_away = [one for one in row.findings if one["rule"] == SENT_AWAY]
        row.findings = sent_away + [asdict(one) for one in facts.findings]
        row.news_day = news.day if news else None
        row.news_evidence = news.evidence[:240] if news else ""
        row.news_rule = news.rule[:30] if news else ""
        row.save(update_fields=["findings", "news_day", "news_evidence", "news_rule"])
    copy.portrait, copy.is_clean = facts.portrait, all(one.is_mild for one in facts.findings)
    copy.save(update_fields=["portrait", "is_clean"])
