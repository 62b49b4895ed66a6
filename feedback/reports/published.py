"""Questions and answers as everybody reads them: leafed through, searched, and the similar ones."""

import re
from dataclasses import dataclass

from cachetools.func import ttl_cache
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from cityweb.core import keyset, text
from feedback.models import Publication
from feedback.querysets import PublicationQuerySet

PAGE_SIZE = 20
FEED_SIZE = 30
FEW = 10
MOST_IN_SITEMAP = 20_000
SECONDS = 60
# Similar ones are weighed among so many of the newest that share a pair of words.
_WEIGHED = 1_000
_OFFERED = 3
_MOST_PAIRS = 24
_WORD = re.compile(r"[0-9a-z]{1,30}")


@dataclass(frozen=True)
class Asked:
    """What a reader narrowed the list to; empty parts narrow nothing."""

    words: str = ""
    mailbox: str = ""
    category: str = ""
    body: str = ""
    # A former district stands for all that it became.
    units: tuple[int, ...] = ()


def page(asked: Asked, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page, newest first; as fast at any depth."""
    return keyset.leaf(
        [(_asked_for(asked), "published_at", "pk")],
        turn,
        size=PAGE_SIZE,
        place_of=lambda row: (row.published_at, row.pk),
    )


def _asked_for(asked: Asked) -> PublicationQuerySet:
    rows = _listed()
    if asked.words:
        rows = rows.found_by(SearchQuery(text.fold(asked.words), config="simple"))
    if asked.mailbox:
        rows = rows.filter(submission__mailbox__slug=asked.mailbox)
    if asked.category:
        rows = rows.filter(submission__category__code=asked.category)
    if asked.body:
        rows = rows.filter(answered_by=asked.body)
    if asked.units:
        rows = rows.filter(submission__unit__in=asked.units)
    return rows


def search(words: str, most: int) -> list[Publication]:
    """Return the newest that hold all these words."""
    return (
        list(_asked_for(Asked(words=words)).order_by("-published_at", "-pk")[:most])
        if words
        else []
    )


def newest(count: int) -> list[Publication]:
    """Return the newest, for those who follow by feed."""
    return list(_listed().order_by("-published_at", "-pk")[:count])


def newest_on(category: str) -> list[Publication]:
    """Return the newest few under a category, for the page of another app about that matter."""
    rows = _asked_for(Asked(category=category))
    return list(rows.order_by("-published_at", "-pk")[:FEW])


def _listed() -> PublicationQuerySet:
    rows = Publication.objects.published()
    return rows.select_related("submission__mailbox", "submission__category", "submission__unit")


@ttl_cache(maxsize=1, ttl=SECONDS)
def bodies() -> tuple[str, ...]:
    """Return the bodies whose answers are public, by name."""
    rows = Publication.objects.published().exclude(answered_by="").order_by()
    names = rows.values_list("answered_by", flat=True).distinct()
    return tuple(sorted(names, key=text.sort_key))


def similar(typed: str) -> list[Publication]:
    """Return the published questions that share most neighbouring words with `typed`, or none.

    Most words of Vietnamese are pairs of syllables, so pairs tell matters apart where syllables do
    not. One shared pair is chance, unless there is only one.
    """
    words = _WORD.findall(text.fold(typed[:1000]))
    pairs = list(dict.fromkeys(zip(words, words[1:], strict=False)))[:_MOST_PAIRS]
    if not pairs:
        return []
    query = SearchQuery(
        " | ".join(f"({one} <-> {two})" for one, two in pairs), config="simple", search_type="raw"
    )
    near = Publication.objects.published().found_by(query).order_by("-published_at", "-pk")
    rows = Publication.objects.filter(pk__in=near.values("pk")[:_WEIGHED])
    ranked = rows.annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "-published_at")
    best = sorted(
        ((_shared(row, pairs), row) for row in ranked.only("title", "question")[:20]),
        key=lambda found: -found[0],
    )
    fewest = min(2, len(pairs))
    return [row for shared, row in best[:_OFFERED] if shared >= fewest]


def _shared(row: Publication, pairs: list[tuple[str, str]]) -> int:
    words = _WORD.findall(text.fold(f"{row.title} {row.question}"))
    return len(set(pairs) & set(zip(words, words[1:], strict=False)))


def forget() -> None:
    """Drop everything remembered in this process."""
    bodies.cache_clear()
