"""Bringing over: articles of another system, published at once, many in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from cityweb.core import audit
from cityweb.news import live, search
from cityweb.news.actions.publishing import put_live
from cityweb.news.importing.copying import copy, reserve
from cityweb.news.importing.placing import Columns
from cityweb.news.importing.preparing import Bundle, Prepared, prepare
from cityweb.news.models import Article, Edition, LiveArticle, Placement, SearchEntry, Site
from cityweb.news.search.sql import Scope
from cityweb.news.search.terms import Term
from cityweb.news.states import IN_WORK, State

_TOUCHED = "bài đã được biên tập ở đây, giữ nguyên"
_TAKEN_DOWN = "bài đã được gỡ ở đây, không đăng lại"


@dataclass(slots=True)
class Outcome:
    """What became of imported articles; `kept` holds the lines that gave way to our own work."""

    added: int = 0
    renewed: int = 0
    unchanged: int = 0
    kept: list[tuple[int, str]] = field(default_factory=list)

    def __iadd__(self, other: Outcome) -> Outcome:
        self.added += other.added
        self.renewed += other.renewed
        self.unchanged += other.unchanged
        self.kept += other.kept
        return self


class Publishing:
    """How the lines of an import become articles of one site, from now on."""

    def __init__(self, site: Site, language: str, columns: Columns) -> None:
        self._site, self._language, self._columns = site, language, columns
        self._now = timezone.now()
        self._known: set[Term] = set()

    def prepare(self, numbered: Sequence[tuple[int, bytes]]) -> Bundle:
        """Do all that needs no database."""
        scope = Scope(self._site.pk, self._language).prefix
        return prepare(numbered, self._columns, scope, self._now)

    def store(self, prepared: Sequence[Prepared]) -> Outcome:
        """Publish articles that are new, renew those that changed, leave the others.

        Of two with one key the later is taken. What people here edited or took down stays as it is.
        """
        latest = {each.item.key: each for each in prepared}
        spoken = {term for each in latest.values() for term in each.terms} - self._known
        # First, and by itself: in the long transaction below, another one that has a word in
        # common would wait for its end.
        with transaction.atomic():
            search.expect_many()
            search.remember(spoken)
        self._known |= spoken
        count = len(prepared)
        return _publish(latest, count, self._site, self._language, self._columns, self._now)


@transaction.atomic
def _publish(
    latest: Mapping[str, Prepared],
    count: int,
    site: Site,
    language: str,
    columns: Columns,
    now: datetime,
) -> Outcome:
    search.expect_many()
    stored = _stored(site, latest)
    outcome = Outcome(unchanged=count - len(latest))
    new = [each for key, each in latest.items() if key not in stored]
    _add(new, site, language, columns)
    outcome.added = len(new)
    for key, article in stored.items():
        _renew(article, latest[key], now, outcome)
    if new or outcome.renewed:
        counts = {"added": outcome.added, "renewed": outcome.renewed}
        audit.record(actor=None, verb="news.imported", target=site, **counts)
    return outcome


def _stored(site: Site, keys: Iterable[str]) -> dict[str, Article]:
    found = Article.objects.filter(site=site, source_key__in=sorted(keys)).order_by("pk")
    return {article.source_key: article for article in found.select_for_update()}


def _add(new: Sequence[Prepared], site: Site, language: str, columns: Columns) -> None:
    articles = reserve(Article, len(new))
    editions = reserve(Edition, len(new))
    rows = _Rows(site, language, columns)
    for each, article, edition in zip(new, articles, editions, strict=True):
        rows.add(each, article, edition)
    for model, values in rows.of.items():
        copy(model, values)


class _Rows:
    """Every row that makes new articles, as values: a model's instance takes ten times as long."""

    def __init__(self, site: Site, language: str, columns: Columns) -> None:
        self.columns = columns
        self.article = Article(site=site, language=language)
        # In the order in which they refer to each other.
        self.of: dict[type[Model], list[dict[str, Any]]] = {
            model: [] for model in (Article, Edition, LiveArticle, Placement, SearchEntry)
        }

    def add(self, each: Prepared, article_id: int, edition_id: int) -> None:
        own = {"site_id": self.article.site_id, "language": self.article.language}
        first = {
            "id": article_id,
            **own,
            "source_key": each.item.key,
            "source_hash": each.hash,
            "first_published_at": each.published_at,
        }
        edition = {
            "id": edition_id,
            "article_id": article_id,
            "state": State.PUBLISHED,
            "published_at": each.published_at,
            "publish_at": each.published_at,
            **_content(each),
        }
        facts = live.facts(Edition(article=self.article, **_content(each)), body=each.shown)
        facts |= {"article_id": article_id, "edition_id": edition_id}
        del facts["edition"]
        listed = {
            "column_ids": self.columns.with_ancestors[each.column_id],
            "published_at": each.published_at,
        }
        self.of[Article].append(first)
        self.of[Edition].append(edition)
        self.of[LiveArticle].append({**facts, **listed, "updated_at": each.published_at})
        self.of[Placement] += [
            {"column_id": column, "live_id": article_id, "published_at": each.published_at}
            for column in listed["column_ids"]
        ]
        entry = search.entry_fields(article_id, head=each.head, body=each.body)
        self.of[SearchEntry].append({**entry, **own, **listed})


def _content(each: Prepared) -> dict[str, object]:
    return {
        "title": each.item.title,
        "slug": each.slug,
        "lead": each.item.lead,
        "body": each.item.body,
        "main_column_id": each.column_id,
        "source_name": each.item.source_name,
        "source_url": each.item.url,
    }


def _renew(article: Article, each: Prepared, now: datetime, outcome: Outcome) -> None:
    """Publish a changed article as its next edition, unless people here have worked on it."""
    if article.source_hash == each.hash:
        outcome.unchanged += 1
        return
    latest = article.editions.order_by("-number").first()
    if article.withdrawn_at:
        outcome.kept.append((each.line, _TAKEN_DOWN))
        return
    if latest.author_id or latest.updated_by_id or latest.state in IN_WORK:
        outcome.kept.append((each.line, _TOUCHED))
        return
    edition = Edition(article=article, number=latest.number + 1, **_content(each))
    edition.state = State.APPROVED
    edition.save()
    article.source_hash = each.hash
    put_live(edition, at=now)
    outcome.renewed += 1
