"""Puts editions before the reader and takes them away: the one writer of the read model.

Every function runs inside the caller's transaction, under the lock of the article's row.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cityweb.core import html
from cityweb.news import rules, search
from cityweb.news.models import Column, Edition, LiveArticle, Placement


def parents_of_columns(site_id: int) -> dict[int, int | None]:
    """Return every column of the site with its parent."""
    return dict(Column.objects.filter(site=site_id).values_list("pk", "parent"))


def put(edition: Edition, *, first_published_at: datetime, updated_at: datetime) -> LiveArticle:
    """Make `edition` what readers get at the article's address, in its columns and in search."""
    live, _ = LiveArticle.objects.update_or_create(
        article=edition.article,
        defaults={
            **facts(edition),
            **lists(edition),
            "is_listed": True,
            "expired_note": "",
            "published_at": first_published_at,
            "updated_at": updated_at,
        },
    )
    place(live, live.column_ids)
    search.index([live.pk])
    return live


def preview(edition: Edition, *, now: datetime) -> LiveArticle:
    """Return what `put` would write now, unsaved."""
    article = edition.article
    return LiveArticle(
        article=article,
        published_at=article.first_published_at or now,
        updated_at=now,
        **facts(edition),
        **lists(edition),
    )


def lists(edition: Edition) -> dict[str, Any]:
    """Return the fields of `LiveArticle` that follow from other rows of the edition."""
    own = [edition.main_column_id, *edition.extra_columns.values_list("pk", flat=True)]
    return {
        "column_ids": rules.with_ancestors(own, parents_of_columns(edition.article.site_id)),
        "related_ids": list(edition.related.order_by("pk").values_list("pk", flat=True)),
        "files": [
            {"url": file.file.url, "title": file.title, "size": file.size}
            for file in edition.files.all()
        ],
    }


def facts(edition: Edition, *, body: str | None = None) -> dict[str, Any]:
    """Return the fields of `LiveArticle` that follow from the edition's own row.

    `body` is the edition's text where it was cleaned just now.
    """
    return {
        "edition": edition,
        "site_id": edition.article.site_id,
        "language": edition.article.language,
        "slug": edition.slug,
        "title": edition.title,
        "lead": edition.lead,
        "body": html.clean(edition.body) if body is None else body,
        "main_column_id": edition.main_column_id,
        "authors": edition.authors,
        "source_name": edition.source_name,
        "source_url": edition.source_url,
        "picture": picture_facts(edition),
        "tags": edition.tags,
        "correction_note": edition.correction_note,
    }


def picture_facts(edition: Edition) -> dict[str, object]:
    """Return the lead picture as plain values, or an empty dict."""
    if edition.picture is None:
        return {}
    return {
        **edition.picture.as_card(),
        "alt": edition.picture_alt or edition.picture.alt,
        "caption": edition.picture_caption or edition.picture.caption,
        "credit": edition.picture.credit,
    }


def place(live: LiveArticle, columns: Iterable[int]) -> None:
    """Make the article stand in exactly these columns."""
    live.placements.all().delete()
    Placement.objects.bulk_create(
        Placement(column_id=column, live=live, published_at=live.published_at) for column in columns
    )


def expire(article_id: int, note: str) -> None:
    """Keep the article readable at its address, with a note, and take it out of every list."""
    LiveArticle.objects.filter(article=article_id).update(is_listed=False, expired_note=note)
    Placement.objects.filter(live=article_id).delete()
    search.index([article_id])


def take_down(article_id: int) -> None:
    """Remove the article from the reader altogether."""
    LiveArticle.objects.filter(article=article_id).delete()
