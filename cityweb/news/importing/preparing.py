"""All of an import that needs no database: done in child processes, one bundle of lines a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cityweb.core import html
from cityweb.news import rules
from cityweb.news.importing.items import BadLine, Item, digest, read
from cityweb.news.importing.placing import Columns
from cityweb.news.search import lexemes, terms
from cityweb.news.search.plain import plain


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be stored: what readers see, and what search holds of it.

    `shown` is its body cleaned once more, as it leaves to readers.
    """

    line: int
    item: Item
    hash: str
    slug: str
    shown: str
    column_id: int
    published_at: datetime
    head: str
    body: str
    terms: frozenset[terms.Term]


@dataclass(slots=True)
class Bundle:
    """Lines of a file with what became of them; each line is in one list, blank lines in none."""

    articles: list[Prepared] = field(default_factory=list)
    bad: list[tuple[int, str]] = field(default_factory=list)


def prepare(
    numbered: Sequence[tuple[int, bytes]], columns: Columns, scope: str, now: datetime
) -> Bundle:
    """Read lines as articles. Without a date, or with one to come, an article is of `now`."""
    bundle = Bundle()
    for number, raw in numbered:
        try:
            item = read(raw)
        except BadLine as problem:
            bundle.bad.append((number, str(problem)))
            continue
        if item:
            bundle.articles.append(_prepared(number, item, columns, scope, now))
    return bundle


def _prepared(number: int, item: Item, columns: Columns, scope: str, now: datetime) -> Prepared:
    column_id = columns.of(item.topic)
    shown = html.clean(item.body)
    own = [item.title, item.lead, item.body, str(column_id), str(item.published_at), item.url]
    title, lead, body = lexemes.read(item.title, item.lead, plain(shown))
    return Prepared(
        line=number,
        item=item,
        hash=digest("\0".join(own)),
        shown=shown,
        slug=rules.slug_for(item.title),
        column_id=column_id,
        published_at=min(item.published_at or now, now),
        head=lexemes.vector(scope, lexemes.of_head(title, lead)),
        body=lexemes.array(lexemes.of_all(scope, (title, lead, body))),
        terms=frozenset(terms.of_title(scope, item.title)),
    )
