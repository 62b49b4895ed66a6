"""Sitemaps as search engines read them, checked against the published schemas."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from lxml import etree

from cityweb.news import actions
from cityweb.news.models import LiveArticle, Page
from cityweb.news.reports import sitemaps
from cityweb.news.states import WithdrawalReason
from tests.news.crowds import make_crowd
from tests.news.makers import make_article, make_board_member, make_column, make_site

pytestmark = pytest.mark.django_db

SCHEMA = Path(__file__).parents[1] / "public_checks" / "sitemap.xsd"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def read(reader, path):
    """Return the addresses of a sitemap or index that passed its schema."""
    response = reader.get(path)
    assert response.status_code == 200
    tree = etree.fromstring(response.content)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    return [element.text for element in tree.iter(f"{SPACE}loc")]


def below(reader, column):
    """Return every address that the index leads to."""
    found = []
    for address in read(reader, "/sitemap.xml"):
        path = address.removeprefix(column.site.origin)
        if path != "/sitemap-tin-moi.xml":
            found += read(reader, path)
    return found


def test_every_address_of_the_site_is_named_once_and_answers(reader, column):
    crowd = make_crowd(column, 3)
    english = make_crowd(make_column(column.site, language="en"), 2)
    Page.objects.create(site=column.site, title="Giới thiệu", slug="gioi-thieu", is_public=True)
    Page.objects.create(site=column.site, title="Ẩn", slug="an", is_public=False)
    found = below(reader, column)
    assert len(found) == len(set(found))
    paths = {address.removeprefix(column.site.origin) for address in found}
    assert {one.path for one in (*crowd, *english)} <= paths
    assert {"/", "/en/", column.path, "/trang/gioi-thieu/"} <= paths
    assert "/trang/an/" not in paths
    assert {path: reader.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_articles_are_cut_into_shards_that_no_article_falls_between(reader, column, monkeypatch):
    monkeypatch.setattr(sitemaps, "SHARD", 4)
    crowd = make_crowd(column, 11)
    found = [address for address in below(reader, column) if "/bai-viet/" in address]
    assert sorted(found) == sorted(f"{column.site.origin}{one.path}" for one in crowd)
    shards = [one for one in read(reader, "/sitemap.xml") if "bai-viet" in one]
    assert len(shards) >= 3


def test_an_article_leaves_the_sitemap_the_moment_it_expires(reader, column):
    kept, expiring = make_article(column), make_article(column)
    assert len([one for one in below(reader, column) if "/bai-viet/" in one]) == 2
    board = make_board_member(column.site)
    reason = WithdrawalReason.EXPIRED
    actions.withdraw(pk=expiring.pk, actor=board, reason=reason, note="Hết hạn nộp.")
    found = [address for address in below(reader, column) if "/bai-viet/" in address]
    assert found == [f"{column.site.origin}{kept.article.live.path}"]


def test_expired_articles_and_other_sites_are_left_out(reader, column):
    crowd = make_crowd(column, 2)
    LiveArticle.objects.filter(pk=crowd[0].pk).update(is_listed=False)
    make_crowd(make_column(make_site()), 1)
    found = [address for address in below(reader, column) if "/bai-viet/" in address]
    assert found == [f"{column.site.origin}{crowd[1].path}"]


@pytest.mark.parametrize("shard", [987_654, 2**62, 10**40])
def test_a_shard_without_articles_is_not_there(reader, shard):
    assert reader.get(f"/sitemap-bai-viet-{shard}.xml").status_code == 404


def test_the_index_tells_when_a_shard_changed(reader, column):
    (one,) = make_crowd(column, 1)
    tree = etree.fromstring(reader.get("/sitemap.xml").content)
    told = [element.text for element in tree.iter(f"{SPACE}lastmod")]
    assert told == [timezone.localtime(one.updated_at).isoformat(timespec="seconds")]


def test_the_news_sitemap_holds_two_days(reader, column):
    now = timezone.now()
    fresh = make_crowd(column, 2, at=now)
    make_crowd(column, 1, at=now - timedelta(hours=49))
    found = read(reader, "/sitemap-tin-moi.xml")
    assert found == [f"{column.site.origin}{one.path}" for one in fresh]


def test_a_news_sitemap_without_news_names_the_home_page(reader, column):
    """The protocol allows no empty list."""
    assert read(reader, "/sitemap-tin-moi.xml") == [f"{column.site.origin}/"]


def test_the_news_sitemap_escapes_titles(reader, column):
    make_crowd(column, 1)
    LiveArticle.objects.update(title="A & B <c>")
    assert b"A &amp; B &lt;c&gt;" in reader.get("/sitemap-tin-moi.xml").content


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    make_crowd(column, 50)
    for path in ("/sitemap.xml", "/sitemap-trang.xml", "/sitemap-tin-moi.xml"):
        reader.get(path)
        with django_assert_max_num_queries(5):
            reader.get(path)
