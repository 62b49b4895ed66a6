"""Remembers the news of each site, and tells what only looks new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from members import novelty
from members.abnormality.hosts import host_of
from members.asking import Answer, Wish
from members.freshness import Piece
from members.models import MemberSite, NewsMark
from members.novelty import Memory, Sorted

KEPT = timedelta(days=400)

Answers = Mapping[int, Sequence[Answer]]
News = dict[tuple[int, Wish], Sorted]


def sort_news(sites: Iterable[MemberSite], answers: Answers) -> News:
    """Return the news of every answer that lists any, sorted by what was seen before."""
    listed = {
        (site.pk, one.wish): (site, one.facts.pieces)
        for site in sites
        for one in answers[site.pk]
        if one.facts and one.facts.pieces
    }
    known = _known((site.pk, pieces) for site, pieces in listed.values())
    return {
        key: novelty.sort_out(pieces, _memory(pieces, known[site.pk]), host=host_of(site.home_url))
        for key, (site, pieces) in listed.items()
    }


def learn(news: News) -> None:
    """Remember the day under which each piece of news was seen first."""
    rows: dict[tuple[int, int], date] = {}
    for (site, _), found in news.items():
        for piece in found.new:
            for mark in _marks(piece).values():
                rows[site, mark] = min(piece.day, rows.get((site, mark), piece.day))
    NewsMark.objects.bulk_create(
        [NewsMark(site_id=site, mark=mark, day=day) for (site, mark), day in rows.items()],
        ignore_conflicts=True,
    )


def forget_old(*, now: datetime) -> int:
    """Forget the news of more than a year ago; return how many marks."""
    return NewsMark.objects.filter(day__lt=(now - KEPT).date()).delete()[0]


def _known(listed: Iterable[tuple[int, Sequence[Piece]]]) -> dict[int, dict[int, date]]:
    sites: set[int] = set()
    marks: set[int] = set()
    for site, pieces in listed:
        sites.add(site)
        marks.update(mark for piece in pieces for mark in _marks(piece).values())
    found: dict[int, dict[int, date]] = defaultdict(dict)
    rows = NewsMark.objects.filter(site__in=sites, mark__in=marks)
    for site, mark, day in rows.values_list("site", "mark", "day"):
        found[site][mark] = day
    return found


def _memory(pieces: Iterable[Piece], known: Mapping[int, date]) -> Memory:
    """Return what is remembered of these pieces, by the keys that sorting asks for."""
    memory = Memory({}, {})
    for piece in pieces:
        for key, mark in _marks(piece).items():
            if mark in known:
                kind, text = key
                (memory.addresses if kind == "a" else memory.titles)[text] = known[mark]
    return memory


def _marks(piece: Piece) -> dict[tuple[str, str], int]:
    keys = (("a", novelty.address_key(piece.address)), ("t", novelty.title_key(piece.title)))
    return {
        key: int.from_bytes(sha256(":".join(key).encode()).digest()[:8], signed=True)
        for key in keys
        if key[1]
    }
