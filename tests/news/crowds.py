"""Many published articles at once, for lists; written straight into the tables readers get."""

import itertools
from datetime import timedelta

from django.utils import timezone

from cityweb.news import live, rules
from cityweb.news.models import Article, Edition, LiveArticle, Placement
from cityweb.news.states import State

_numbers = itertools.count(1)


def make_crowd(column, count, *, at=None, step=timedelta(minutes=1), **content):
    """Return `count` live articles, the newest first, `step` apart (zero: all at one moment)."""
    at = at or timezone.now()
    parents = live.parents_of_columns(column.site_id)
    columns = rules.with_ancestors([column.pk], parents)
    articles = Article.objects.bulk_create(
        Article(site_id=column.site_id, language=column.language) for _ in range(count)
    )
    editions = Edition.objects.bulk_create(
        Edition(article=article, state=State.PUBLISHED, main_column=column, **_text())
        for article in articles
    )
    crowd = LiveArticle.objects.bulk_create(
        LiveArticle(
            article=edition.article,
            edition=edition,
            site_id=column.site_id,
            language=column.language,
            slug=edition.slug,
            title=edition.title,
            main_column=column,
            column_ids=columns,
            published_at=at - number * step,
            updated_at=at - number * step,
            **{"lead": "Tóm tắt.", "body": "<p>Nội dung.</p>"} | content,
        )
        for number, edition in enumerate(editions)
    )
    Placement.objects.bulk_create(
        Placement(column_id=pk, live=one, published_at=one.published_at)
        for one in crowd
        for pk in columns
    )
    return crowd


def _text():
    number = next(_numbers)
    return {"title": f"Bài trong đám đông số {number}", "slug": f"bai-dam-dong-{number}"}
