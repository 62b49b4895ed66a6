"""What a page gave the browser, the search engine, its visitors and the telephone: kept, reread."""

from __future__ import annotations

import asyncio
import zlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from members.abnormality.keywords import Changes
from members.actions import delving
from members.asking import Answer, shows_something
from members.models import Guise, GuisePage, Kind, MemberSite, SubPage
from members.reading import Facts, Job, Reader
from members.reports import lists

Seen = Mapping[str, GuisePage]


def keep(visits: Collection[Answer]) -> None:
    """Keep the last look of every guise at a page, and as proof the last that showed a difference.

    A look without the browser's page compares nothing and is not kept.
    """
    looks: dict[int, list[Answer]] = defaultdict(list)
    for one in visits:
        if one.wish.page and one.wish.kind == Kind.GUISED and shows_something(one):
            looks[one.wish.page].append(one)
    rows: list[GuisePage] = []
    for page, many in looks.items():
        plain = next((one for one in many if one.wish.guise == Guise.BROWSER), None)
        if plain is None:
            continue
        is_odd = plain.facts is not None and bool(plain.facts.findings)
        for is_proof in (False, True) if is_odd else (False,):
            GuisePage.objects.filter(page=page, is_proof=is_proof).delete()
            rows += [_row(page, one, is_proof=is_proof) for one in many]
    GuisePage.objects.bulk_create(rows)


def _row(page: int, one: Answer, *, is_proof: bool) -> GuisePage:
    return GuisePage(
        page_id=page,
        guise=one.wish.guise,
        is_proof=is_proof,
        final_url=one.fetched.final_url[:500],
        body=zlib.compress(one.fetched.text().encode() if one.digest else b""),
        seen_at=one.asked_at,
    )


def read_again(*, sites: Sequence[MemberSite]) -> int:
    """Compare the last looks of the guises by today's lists and rules; return how many pages."""
    looks: dict[int, dict[str, GuisePage]] = defaultdict(dict)
    homes: dict[int, str] = {}
    rows = GuisePage.objects.filter(page__site__in=sites, is_proof=False)
    for one in rows.select_related("page__site").iterator(chunk_size=100):
        looks[one.page_id][one.guise] = one
        homes[one.page_id] = one.page.site.home_url
    jobs = {page: _job(seen, homes[page]) for page, seen in looks.items() if Guise.BROWSER in seen}
    read = asyncio.run(_read(jobs, lists.changes())) if jobs else {}
    for page, facts in read.items():
        if not facts.is_unreadable:
            _correct(page, facts)
    return sum(not facts.is_unreadable for facts in read.values())


def _job(seen: Seen, home: str) -> Job:
    plain = seen[Guise.BROWSER]
    others = (one for guise, one in seen.items() if guise != Guise.BROWSER)
    return Job(
        kind=Kind.GUISED,
        url=plain.final_url,
        home=home,
        today=timezone.localdate(plain.seen_at),
        text=plain.source,
        others=tuple((one.guise, one.final_url, 200, one.source) for one in others),
    )


async def _read(jobs: Mapping[int, Job], changes: Changes) -> dict[int, Facts]:
    async with Reader(changes) as reader:
        return {page: await reader.read(job) for page, job in jobs.items()}


@transaction.atomic
def _correct(pk: int, facts: Facts) -> None:
    page = SubPage.objects.select_for_update().get(pk=pk)
    page.disguised = [asdict(one) for one in facts.findings]
    delving.settle(page, at=timezone.now())
    page.save(update_fields=["disguised", "was_disguised", "planted_at", "cleaned_at"])
