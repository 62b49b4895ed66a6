"""An article's page: the article, its translation, and what to read next."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from cityweb.core.prepared import Prepared, Slot
from cityweb.news import nav
from cityweb.news.models import Article, LiveArticle
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports import cards
from cityweb.news.reports.cards import Card
from cityweb.news.rules import MAX_REDIRECT_STEPS
from cityweb.news.states import WithdrawalReason

RELATED = 5
_FIELDS = [field.attname for field in LiveArticle._meta.concrete_fields]
# The article itself and those the editor chose may be among them.
_NEWEST_IN_COLUMN = cards.newest_in_column(2 * RELATED)


@dataclass(slots=True)
class Absence:
    """What became of an article that readers no longer get: taken down, or replaced."""

    withdrawn_at: datetime | None
    moved_to: str


def article(pk: int, site_id: int) -> LiveArticle | None:
    """Return the article as readers get it, with `translation_path` (empty: none) set on it."""
    row = _ARTICLE.first(pk=pk, site=site_id)
    if row is None:
        return None
    *values, translated, original = row
    live = LiveArticle.from_db("default", _FIELDS, values)
    live.translation_path = _path_of(translated or original)
    return live


def with_translations() -> QuerySet[LiveArticle]:
    """Return the live articles with the address facts of their translation or original."""
    others = LiveArticle.objects.listed()
    translation = others.filter(article__translation_of=OuterRef("pk"))
    original = others.filter(pk=OuterRef("article__translation_of"))
    address = JSONObject(pk="article_id", slug="slug", language="language")
    return LiveArticle.objects.annotate(
        translated=Subquery(translation.values(found=address)[:1]),
        original=Subquery(original.values(found=address)[:1]),
    )


_ARTICLE = Prepared(
    lambda: (
        with_translations()
        .filter(pk=Slot("pk"), site=Slot("site"))
        .values_list(*_FIELDS, "translated", "original")
    )
)


def _path_of(found: dict[str, object] | None) -> str:
    if not found:
        return ""
    prefix = language_prefix(str(found["language"]))
    return f"{prefix}/bai-viet/{found['pk']}-{found['slug']}/"


def related(live: LiveArticle) -> list[Card]:
    """Return the articles the editor chose, then the newest of the same column, each once."""
    columns = nav.columns(live.site_id, live.language)
    chosen = cards.by_number(live.related_ids, live.site_id, columns) if live.related_ids else {}
    chosen.pop(live.pk, None)
    found = [chosen[number] for number in live.related_ids if number in chosen][:RELATED]
    if len(found) < RELATED:
        newest = _NEWEST_IN_COLUMN.rows(column=live.main_column_id)
        seen = {live.pk, *(card["pk"] for card in found)}
        fresh = (cards.card(row, columns) for row in newest if row[0] not in seen)
        found = [*found, *fresh][:RELATED]
    return found


def absence(pk: int, site_id: int) -> Absence | None:
    """Tell what became of an article that is not live, or nothing if readers never got it.

    A replaced article leads to the end of the chain of its replacements, in one step.
    """
    steps = 0
    step = Article.objects.filter(pk=pk, site=site_id, withdrawn_at__isnull=False).first()
    first = step
    while step is not None and step.replaced_by_id and steps < MAX_REDIRECT_STEPS:
        steps += 1
        live = LiveArticle.objects.filter(pk=step.replaced_by_id).defer("body").first()
        if live is not None:
            return Absence(step.withdrawn_at, live.path)
        step = Article.objects.filter(pk=step.replaced_by_id, withdrawn_at__isnull=False).first()
    is_gone = first is not None and first.withdrawal_reason != WithdrawalReason.EXPIRED
    return Absence(first.withdrawn_at, "") if is_gone else None
