"""However it is read, an answer is what ranking every single match would give."""

import json
import random
from datetime import date, datetime, time, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from cityweb.news import search
from cityweb.news.models import Column, SearchEntry, Site
from cityweb.news.search import query, sql

pytestmark = pytest.mark.django_db
ARTICLES = 500
WORDS = ["đất", "đai", "đạt", "đại", "nhà", "ở", "cầu", "cấu", "đường", "sông", "hồ", "phố", "chợ"]
TYPED = ["đất", "dat", "đất đai", "dat dai", "nhà ở", "cau", '"đất đai nhà"', "song ho pho cho"]
FIRST_DAY = date(2026, 1, 1)
RANK_ALL = """
    WITH ranks AS (
        SELECT head::tsquery, body::int[], place
        FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS rank (head, body, place)
    ), ranked AS (
        SELECT live_id, published_at, (
            SELECT min(place) FROM ranks
            WHERE (ranks.head IS NULL OR entry.head @@ ranks.head)
              AND (ranks.body IS NULL OR entry.body @> ranks.body)
        ) AS rank FROM news_searchentry entry
        WHERE (%s::bigint IS NULL OR %s = ANY (column_ids))
          AND (%s::timestamptz IS NULL OR published_at >= %s)
          AND (%s::timestamptz IS NULL OR published_at < %s)
    )
    SELECT live_id FROM ranked WHERE rank IS NOT NULL
    ORDER BY rank, published_at DESC, live_id DESC
"""


@pytest.fixture
def crowd(tmp_path):
    """Many short articles of few words over a hundred days, every tenth in one column."""
    draw = random.Random(5)
    path = tmp_path / "tin.jsonl"
    with path.open("w") as out:
        for number in range(ARTICLES):
            day = FIRST_DAY + timedelta(days=draw.randrange(100))
            row = {
                "id": number,
                "title": " ".join(draw.choices(WORDS, k=4)),
                "lead": " ".join(draw.choices(WORDS, k=6)),
                "body": " ".join(draw.choices(WORDS, k=12)),
                "date": day.isoformat(),
                "topic": "dat-dai" if number % 10 == 0 else "thoi-su",
            }
            out.write(json.dumps(row) + "\n")
    call_command("import_articles", str(path), verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE news_searchentry")


@pytest.mark.slow
@pytest.mark.parametrize("all_in_sample", [True, False])
def test_every_page_is_that_of_ranking_all(crowd, all_in_sample):
    """With every article in the sample all seem common and are read one by one from the newest."""
    if all_in_sample:
        SearchEntry.objects.update(is_sample=True)
    site = Site.objects.get(code="cityweb")
    column = Column.objects.get(site=site, slug="dat-dai").pk
    days = {"since": FIRST_DAY + timedelta(days=20), "until": FIRST_DAY + timedelta(days=60)}
    for filters in ({}, {"column_id": column}, days, {"column_id": column, **days}):
        for typed in TYPED:
            assert pages(site, typed, filters) == ranked(site, typed, filters), (typed, filters)


def pages(site, typed, filters):
    found, after = [], None
    while True:
        asked = {"site_id": site.pk, "language": "vi", "after": after, "limit": 19, **filters}
        page = search.find(typed, **asked)
        found += [hit.article_id for hit in page.hits]
        after = page.next
        if after is None:
            return found


def ranked(site, typed, filters):
    scope = sql.Scope(site.pk, "vi").prefix
    read = query.parse(typed)
    wanted = query.ranks(read)
    column = filters.get("column_id")
    since = midnight(filters["since"]) if filters.get("since") else None
    end = midnight(filters["until"] + timedelta(days=1)) if filters.get("until") else None
    heads = [sql.head_of(rank, scope) for rank in wanted]
    bodies = [sql.body_of(rank, scope) for rank in wanted]
    with connection.cursor() as cursor:
        cursor.execute(RANK_ALL, [heads, bodies, column, column, since, since, end, end])
        found = [pk for (pk,) in cursor.fetchall()]
    if not read.phrases:
        return found
    shown = SearchEntry.objects.select_related("live").in_bulk(found)
    phrase = " ".join(word.folded for word in read.phrases[0])
    return [pk for pk in found if phrase in plain_words(shown[pk].live)]


def midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def plain_words(live):
    texts = (live.title, live.lead, live.body.removeprefix("<p>").removesuffix("</p>"))
    folded = [" ".join(word.folded for word in query.words(value)) for value in texts]
    return " | ".join(folded)
