"""Writes what search reads, inside the transaction that changes what readers get."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db import connection

from cityweb.news.models import LiveArticle, SearchEntry
from cityweb.news.search import lexemes, sql, terms
from cityweb.news.search.plain import plain

SAMPLE_EVERY = 64
_REWRITTEN = ["site", "language", "column_ids", "published_at", "is_sample", "head", "body"]
_READ = ("article_id", "site_id", "language", "column_ids", "published_at", "title", "lead", "body")
_REMEMBER = """
    INSERT INTO news_searchterm (scope, folded, shown, near)
    SELECT scope, folded, shown, string_to_array(near, '|')::varchar[]
    FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[])
        WITH ORDINALITY AS term (scope, folded, shown, near, place)
    ORDER BY place
    ON CONFLICT DO NOTHING
"""
# New lexemes wait in a list that every query reads whole, until it has this many kilobytes. Short
# lists keep queries fast; long ones let many articles be written in a third of the time.
_WAIT = "SELECT set_config('gin_pending_list_limit', %s, true), set_config('work_mem', %s, true)"
_SHORT, _LONG = ("64", "64MB"), ("131072", "256MB")


def index(article_ids: Collection[int]) -> None:
    """Make search find these articles as readers see them now, or not at all if unlisted."""
    listed = list(LiveArticle.objects.listed().filter(pk__in=article_ids).only(*_READ))
    gone = set(article_ids) - {live.pk for live in listed}
    SearchEntry.objects.filter(pk__in=gone).delete()
    add(listed)


def follow_columns(column_id: int) -> None:
    """Copy the columns of every article that stands in a column; their words stay as they are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE news_searchentry SET column_ids = live.column_ids"
            " FROM news_placement JOIN news_livearticle live ON live.article_id = live_id"
            " WHERE column_id = %s AND news_searchentry.live_id = live.article_id",
            [column_id],
        )


def add(listed: Sequence[LiveArticle]) -> None:
    """Write the entries of articles that are listed, and the words their titles bring."""
    _wait(_SHORT)
    SearchEntry.objects.bulk_create(
        [entry(live) for live in listed],
        update_conflicts=True,
        unique_fields=["live"],
        update_fields=_REWRITTEN,
    )
    found = (
        terms.of_title(sql.Scope(live.site_id, live.language).prefix, live.title) for live in listed
    )
    remember(set().union(*found))


def expect_many() -> None:
    """Make the rest of this transaction fast at writing many entries; `settle` afterwards."""
    _wait(_LONG)


def settle() -> None:
    """Bring what many entries left waiting to its place."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT news_search_settle()")


def _wait(limits: tuple[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_WAIT, limits)


def remember(spoken: Iterable[terms.Term]) -> None:
    """Store words that may be suggested; always in one order, so that writers cannot deadlock."""
    if rows := sorted(spoken):
        near = ["|".join(terms.near(term.folded)) for term in rows]
        with connection.cursor() as cursor:
            cursor.execute(_REMEMBER, [*map(list, zip(*rows, strict=True)), near])


def entry(live: LiveArticle) -> SearchEntry:
    """Return the entry of a listed article, not yet stored."""
    scope = sql.Scope(live.site_id, live.language).prefix
    title, lead, body = lexemes.read(live.title, live.lead, plain(live.body))
    return SearchEntry(
        site_id=live.site_id,
        language=live.language,
        column_ids=live.column_ids,
        published_at=live.published_at,
        **entry_fields(
            live.pk,
            head=lexemes.vector(scope, lexemes.of_head(title, lead)),
            body=lexemes.array(lexemes.of_all(scope, (title, lead, body))),
        ),
    )


def entry_fields(live_id: int, *, head: str, body: str) -> dict[str, object]:
    """Return what an entry has besides what its live article has too."""
    is_sample = live_id % SAMPLE_EVERY == 0
    return {"live_id": live_id, "is_sample": is_sample, "head": head, "body": body}
