"""Writes what search reads, inside the transaction that changes what readers get."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from cityweb.news.models import LiveArticle, SearchEntry, SearchTerm
from cityweb.news.search import lexemes, sql, terms
from cityweb.news.search.plain import plain

SAMPLE_EVERY = 64
_REWRITTEN = ["site", "language", "column_ids", "published_at", "is_sample", "head", "body"]
_READ = ("article_id", "site_id", "language", "column_ids", "published_at", "title", "lead", "body")


def index(article_ids: Collection[int]) -> None:
    """Make search find these articles as readers see them now, or not at all if unlisted."""
    listed = list(LiveArticle.objects.listed().filter(pk__in=article_ids).only(*_READ))
    gone = set(article_ids) - {live.pk for live in listed}
    SearchEntry.objects.filter(pk__in=gone).delete()
    add(listed)


def add(listed: Sequence[LiveArticle]) -> None:
    """Write the entries of articles that are listed, and the words their titles bring."""
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


def remember(spoken: Iterable[terms.Term]) -> None:
    """Store words that may be suggested; always in one order, so that writers cannot deadlock."""
    rows = [SearchTerm(**term._asdict(), near=terms.near(term.folded)) for term in sorted(spoken)]
    SearchTerm.objects.bulk_create(rows, ignore_conflicts=True)


def entry(live: LiveArticle) -> SearchEntry:
    """Return the entry of a listed article, not yet stored."""
    scope = sql.Scope(live.site_id, live.language).prefix
    title, lead, body = lexemes.read(live.title, live.lead, plain(live.body))
    return SearchEntry(
        live=live,
        site_id=live.site_id,
        language=live.language,
        column_ids=live.column_ids,
        published_at=live.published_at,
        is_sample=live.pk % SAMPLE_EVERY == 0,
        head=lexemes.vector(scope, lexemes.of_head(title, lead)),
        body=list(lexemes.of_all(scope, (title, lead, body))),
    )
