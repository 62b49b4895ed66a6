"""RSS as a subscriber's program reads it."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from lxml import etree

from tests.news.crowds import make_crowd
from tests.news.makers import make_article, make_column, make_picture, make_site
from tests.news.reading import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def read(reader, path):
    response = reader.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_site_feed_holds_the_newest_thirty(reader, column):
    crowd = make_crowd(column, 35)
    found = read(reader, "/rss/")
    assert [entry.link for entry in found.entries] == [
        f"{column.site.origin}{one.path}" for one in crowd[:30]
    ]
    assert found.feed.title == column.site.name
    assert found.feed.language == "vi"


def test_a_column_feed_holds_the_column_and_what_is_below(reader, column):
    child = make_column(column.site, parent=column)
    (below,) = make_crowd(child, 1)
    make_crowd(make_column(column.site), 1)
    found = read(reader, f"/rss/{column.slug}/")
    assert [entry.title for entry in found.entries] == [below.title]
    assert column.name in found.feed.title


def test_an_entry_carries_text_picture_date_and_a_lasting_id(reader, column):
    at = datetime(2026, 11, 23, 1, 15, tzinfo=UTC)
    live = make_article(
        column,
        at=at,
        title="Metro số 2 & “ga ngầm” <mới>",
        lead="Chín nhà ga.",
        body='<p>Xem <a href="/trang/metro/">trang</a>.</p>',
        picture=make_picture(column.site),
        picture_alt="Nhà ga",
        tags=["metro"],
    ).article.live
    (entry,) = read(reader, "/rss/").entries
    assert entry.title == live.title
    assert entry.summary == "Chín nhà ga."
    assert f'href="{column.site.origin}/trang/metro/"' in entry.content[0].value
    assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == at
    assert entry.id == f"{column.site.origin}/bai-viet/{live.pk}/"
    assert reader.get(entry.id.removeprefix(column.site.origin))["Location"] == live.path
    assert entry.enclosures[0].type == "image/webp"
    assert entry.enclosures[0].href.startswith(f"{column.site.origin}/media/")
    assert [tag.term for tag in entry.tags] == ["metro"]


def test_dates_are_written_as_the_format_asks(reader, column):
    make_crowd(column, 1, at=datetime(2026, 11, 23, 1, 15, tzinfo=UTC))
    tree = etree.fromstring(reader.get("/rss/").content)
    assert tree.findtext(".//item/pubDate") == "Mon, 23 Nov 2026 08:15:00 +0700"


def test_a_feed_names_its_own_address(reader, column):
    for path in ("/rss/", f"/rss/{column.slug}/"):
        links = {link.rel: link.href for link in read(reader, path).feed.links}
        assert links["self"] == f"{column.site.origin}{path}"


def test_a_second_look_costs_nothing_until_something_is_new(reader, column):
    make_crowd(column, 3)
    etag = reader.get("/rss/")["ETag"]
    again = reader.get("/rss/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    make_crowd(column, 1)
    assert reader.get("/rss/", headers={"if-none-match": etag}).status_code == 200


def test_control_characters_do_not_break_a_feed(reader, column):
    make_crowd(column, 1, lead="Một\x0b hai\x1f", body="<p>Ba\x08</p>")
    assert len(read(reader, "/rss/").entries) == 1


def test_an_empty_feed_is_valid_and_a_missing_one_is_not_there(reader, column):
    assert read(reader, f"/rss/{column.slug}/").entries == []
    assert reader.get("/rss/khong-co/").status_code == 404


def test_english_has_its_own_feed(reader, column):
    make_crowd(column, 1)
    (english,) = make_crowd(make_column(column.site, language="en"), 1)
    found = read(reader, "/en/rss/")
    assert [entry.link for entry in found.entries] == [f"{column.site.origin}{english.path}"]
    assert found.feed.language == "en"


def test_pages_name_their_feeds(reader, column):
    links = page(reader.get(column.path)).xpath("//link[@type='application/rss+xml']/@href")
    assert links == [f"{column.site.origin}/rss/", f"{column.site.origin}/rss/{column.slug}/"]
    for link in links:
        read(reader, link.removeprefix(column.site.origin))


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    make_crowd(column, 60, step=timedelta(0))
    reader.get("/rss/")
    for path in ("/rss/", f"/rss/{column.slug}/"):
        with django_assert_max_num_queries(2):
            reader.get(path)
