"""The home page: pinned articles, the newest ones, and a block for each column that wants one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from cityweb.core.prepared import Prepared, Slot, any_of
from cityweb.news import nav, wording
from cityweb.news.models import Column, HeroSlot, LiveArticle, Placement
from cityweb.news.models.home import HERO_SLOTS
from cityweb.news.reports import cards
from cityweb.news.reports.cards import Card

FEATURED = "tin-noi-bat"
LEADING_BLOCKS = 2
LEADING_SIZE = 4
BLOCK_SIZE = 4


@dataclass(slots=True)
class Block:
    """One column's part of the page: its first article large, the others as lines."""

    column: Column
    first: Card
    others: list[Card]


@dataclass(slots=True)
class Home:
    hero: list[Card]
    leading: list[Block]
    blocks: list[Block]


def home(site_id: int, language: str, now: datetime) -> Home:
    """Compose the home page; no article stands on it twice.

    A free hero place takes the newest of the column “tin nổi bật”, then of the whole site.
    """
    columns = nav.columns(site_id, language)
    with_block = sorted(
        (column for column in columns.values() if column.home_position is not None),
        key=lambda column: (column.home_position, column.position),
    )
    featured = [column.pk for column in columns.values() if column.slug == FEATURED]
    sizes = [LEADING_SIZE] * LEADING_BLOCKS + [BLOCK_SIZE] * len(with_block)
    newest = _newest(featured, with_block, most=HERO_SLOTS + sum(sizes))
    used: set[int] = set()
    hero = _hero(site_id, language, now, newest.get(featured[0], []) if featured else [], used)
    chosen = [
        (column, _take(newest.get(column.pk, []), size, used))
        for column, size in zip(with_block, sizes, strict=False)
    ]
    today = now.astimezone(wording.ZONE).date()
    found = cards.by_number(used, site_id, columns, today=today)
    blocks = [
        block for column, numbers in chosen if (block := _block(column, numbers, found)) is not None
    ]
    return Home(
        [found[number] for number in hero if number in found],
        blocks[:LEADING_BLOCKS],
        blocks[LEADING_BLOCKS:],
    )


def _newest(
    featured: Iterable[int], with_block: Iterable[Column], *, most: int
) -> dict[int, list[int]]:
    """Return the newest articles of each column.

    `most` is what the whole page can hold, so a block fills up whatever stands above it.
    """
    wanted = [*featured, *(column.pk for column in with_block)]
    return dict(_newest_question(most).rows(columns=wanted))


@lru_cache(maxsize=16)
def _newest_question(most: int) -> Prepared:
    newest = (
        Placement.objects.filter(column=OuterRef("pk"))
        .order_by("-published_at", "-live")
        .values("live")[:most]
    )
    rows = Column.objects.filter(any_of("pk", "columns")).order_by()
    return Prepared(lambda: rows.values_list("pk", ArraySubquery(newest)))


def _hero(
    site_id: int, language: str, now: datetime, featured: list[int], used: set[int]
) -> list[int]:
    pinned = _pinned(site_id, language, now)
    used.update(pinned.values())
    free = iter(_take(featured, HERO_SLOTS - len(pinned), used))
    hero = [pinned.get(position) or next(free, 0) for position in range(1, HERO_SLOTS + 1)]
    missing = hero.count(0)
    if missing:
        on_site = LiveArticle.objects.on(site_id, language).values_list("pk", flat=True)
        rest: Iterator[int] = iter(_take(list(on_site[: HERO_SLOTS * 2]), missing, used))
        hero = [number or next(rest, 0) for number in hero]
    return [number for number in hero if number]


def _pinned(site_id: int, language: str, now: datetime) -> dict[int, int]:
    """Return the pinned articles by position; of two on one position the later pin holds."""
    latest = dict(_PINNED.rows(site=site_id, language=language, now=now))
    # One article pinned to two positions keeps the first of them.
    first_place: dict[int, int] = {}
    for position in sorted(latest):
        first_place.setdefault(latest[position], position)
    return {position: article for article, position in first_place.items()}


_PINNED = Prepared(
    lambda: (
        HeroSlot.objects.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=Slot("now")),
            site=Slot("site"),
            language=Slot("language"),
            starts_at__lte=Slot("now"),
            article__live__is_listed=True,
        )
        .order_by("starts_at", "pk")
        .values_list("position", "article")
    )
)


def _take(numbers: Iterable[int], size: int, used: set[int]) -> list[int]:
    """Return up to `size` numbers not used yet, and mark them as used."""
    fresh: list[int] = []
    for number in numbers:
        if len(fresh) == size:
            break
        if number not in used:
            fresh.append(number)
            used.add(number)
    return fresh


def _block(column: Column, numbers: list[int], found: dict[int, Card]) -> Block | None:
    """Return the block, led by its newest article that has a picture, or nothing when empty."""
    listed = [found[number] for number in numbers if number in found]
    if not listed:
        return None
    first = next((card for card in listed if card["picture"]), listed[0])
    return Block(column, first, [card for card in listed if card is not first])
