"""The statements of search. Every word a reader typed travels as a parameter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from cityweb.news.search.lexemes import numbered
from cityweb.news.search.query import ALL, Rank

_PAGE = """
    SELECT found_rank, found_at, found_id
    FROM news_search_page(%s::text[], %s::text[], %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_COUNT = "SELECT news_search_count(%s, %s, %s, %s, %s, %s, %s, %s)"
_ANSWERED = "SELECT is_answered FROM news_search_answered(%s::text[])"
_NEAR = "SELECT near_folded, near_shown FROM news_search_near(%s, %s::text[], %s)"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles are asked for; times from `since` to before `until`."""

    site_id: int
    language: str
    column_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def prefix(self) -> str:
        """What stands before every lexeme, so that sites and languages never mix."""
        return f"{self.site_id}{self.language}"

    @property
    def arguments(self) -> list[object]:
        return [self.site_id, self.language, self.column_id, self.since, self.until]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in an answer; without an article, the beginning of a rank."""

    rank: int = 1
    published_at: datetime | None = None
    article_id: int | None = None


def page(ranks: Sequence[Rank], asked: Scope, after: Place, wanted: int) -> list[Place]:
    """Return up to `wanted` places after `after`, by rank (1 is the first), then newest first."""
    heads = [head_of(rank, asked.prefix) for rank in ranks]
    bodies = [body_of(rank, asked.prefix) for rank in ranks]
    position = [after.rank, after.published_at, after.article_id, wanted]
    with connection.cursor() as cursor:
        cursor.execute(_PAGE, [heads, bodies, *asked.arguments, *position])
        return [Place(*row) for row in cursor.fetchall()]


def count(rank: Rank, asked: Scope, most: int) -> int:
    """Return how many articles are of `rank` or better, counting no further than `most`."""
    condition = [head_of(rank, asked.prefix), body_of(rank, asked.prefix)]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [*condition, *asked.arguments, most])
        return cursor.fetchone()[0]


def answered(ranks: Sequence[Rank], asked: Scope) -> list[bool]:
    """Tell for each rank, all asking for the whole article, whether any article is of it."""
    bodies = [body_of(rank, asked.prefix) for rank in ranks]
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERED, [bodies])
        return [is_answered for (is_answered,) in cursor.fetchall()]


def near(keys: Sequence[str], asked: Scope, most: int) -> list[tuple[str, str]]:
    """Return terms that have one of `keys` among their remainders: folded, and as written."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [asked.prefix, list(keys), most])
        return cursor.fetchall()


def head_of(rank: Rank, scope: str) -> str | None:
    """Return the rank as tsquery text, if it asks for title or lead."""
    if rank.depth == ALL:
        return None
    sets = (" & ".join(f"'{scope}{rank.depth}{each}'" for each in one) for one in rank.any_of)
    return " | ".join(f"({one})" for one in sets)


def body_of(rank: Rank, scope: str) -> str | None:
    """Return the rank as the text of an array of numbers, if it asks for the whole article."""
    if rank.depth != ALL:
        return None
    (lexemes,) = rank.any_of
    return "{" + ",".join(str(numbered(scope, each)) for each in lexemes) + "}"
