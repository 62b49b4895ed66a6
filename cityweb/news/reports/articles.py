"""An article's page: the article, its translation, and what to read next."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from cityweb.news import nav
from cityweb.news.models import Article, LiveArticle, Placement
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports import cards
from cityweb.news.reports.cards import Card
from cityweb.news.rules import MAX_REDIRECT_STEPS
from cityweb.news.states import WithdrawalReason

RELATED = 5
_TRANSLATION = JSONObject(pk="article_id", slug="slug", language="language")


@dataclass(slots=True)
class Absence:
    """What became of an article that readers no longer get: taken down, or replaced."""

    withdrawn_at: datetime | None
    moved_to: str


def article(pk: int, site_id: int) -> LiveArticle | None:
    """Return the article as readers get it, with `translation_path` (empty: none) set on it."""
    others = LiveArticle.objects.listed()
    translation = others.filter(article__translation_of=OuterRef("pk"))
    original = others.filter(pk=OuterRef("article__translation_of"))
    live = (
        LiveArticle.objects.filter(pk=pk, site=site_id)
        .annotate(
            translated=Subquery(translation.values(found=_TRANSLATION)[:1]),
            original=Subquery(original.values(found=_TRANSLATION)[:1]),
        )
        .first()
    )
    if live is not None:
        live.translation_path = _path_of(live.translated or live.original)
    return live


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
        newest = (
            Placement.objects.filter(column=live.main_column_id)
            .order_by("-published_at", "-live")
            .values_list(*cards.PLACEMENT_FIELDS)[: RELATED + len(found) + 1]
        )
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
