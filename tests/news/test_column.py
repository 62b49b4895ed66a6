"""A column's page: what is in it, and leafing through it without losing anything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core import keyset
from tests.news.crowds import make_crowd
from tests.news.makers import make_article, make_column, make_picture, make_site
from tests.news.reading import follow, linked_data, page, texts

pytestmark = pytest.mark.django_db

LINKS = "//ul[contains(@class,'cards')]//h2/a/@href"


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    """A browser on the column's own site."""
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def test_the_newest_stand_first(reader, column):
    crowd = make_crowd(column, 25)
    links = page(reader.get(column.path)).xpath(LINKS)
    assert links == [one.path for one in crowd[:20]]


@pytest.mark.parametrize("step", [timedelta(minutes=1), timedelta(0)], ids=["apart", "all at once"])
def test_leafing_to_older_pages_shows_each_article_once(reader, column, step):
    crowd = make_crowd(column, 65, step=step)
    pages = [tree.xpath(LINKS) for tree in follow(reader, column.path, "next")]
    assert [len(links) for links in pages] == [20, 20, 20, 5]
    shown = [link for links in pages for link in links]
    assert sorted(shown) == sorted(one.path for one in crowd)


@pytest.mark.parametrize("step", [timedelta(minutes=1), timedelta(0)], ids=["apart", "all at once"])
def test_leafing_back_shows_the_same_articles(reader, column, step):
    make_crowd(column, 65, step=step)
    *_, last = follow(reader, column.path, "next")
    seen = [link for tree in follow(reader, column.path, "next") for link in tree.xpath(LINKS)]
    newer = last.xpath("//nav[@class='leafing']/a[@rel='prev']/@href")[0]
    pages = [page(reader.get(f"{column.path}{newer}"))]
    while further := pages[0].xpath("//nav[@class='leafing']/a[@rel='prev']/@href"):
        pages.insert(0, page(reader.get(f"{column.path}{further[0]}")))
    shown = [link for tree in pages for link in tree.xpath(LINKS)]
    assert shown == seen[: len(shown)]
    assert len(shown) == 60


def test_an_article_published_meanwhile_moves_nothing(reader, column):
    crowd = make_crowd(column, 30, at=timezone.now() - timedelta(days=1))
    older = page(reader.get(column.path)).xpath("//a[@rel='next']/@href")[0]
    make_crowd(column, 5)
    links = page(reader.get(f"{column.path}{older}")).xpath(LINKS)
    assert links == [one.path for one in crowd[20:]]


@pytest.mark.parametrize("token", ["x", "%00", "!!!!", "A" * 22, "_" * 22, "-" * 5000])
def test_a_broken_token_leads_to_the_first_page(reader, column, token):
    make_crowd(column, 1)
    response = reader.get(f"{column.path}?truoc={token}")
    assert response.status_code in {200, 302}
    if response.status_code == 302:
        assert response["Location"] == column.path


def test_a_token_names_its_place_to_the_microsecond():
    place = (timezone.now(), 2**40)
    assert keyset.read_token(keyset.token(place)) == place


def test_articles_of_columns_below_are_shown_with_their_column(reader, column):
    child = make_column(column.site, parent=column)
    (one,) = make_crowd(child, 1)
    tree = page(reader.get(column.path))
    assert tree.xpath(LINKS) == [one.path]
    assert texts(tree, "//ul[contains(@class,'cards')]//p[@class='kicker']") == [child.name]
    assert texts(tree, "//ul[@class='chips']//a") == [child.name]


def test_the_way_up_is_shown_to_people_and_machines(reader, column):
    child = make_column(column.site, parent=column)
    tree = page(reader.get(child.path))
    assert texts(tree, "//nav[@class='crumbs']//a") == ["Trang chủ", column.name]
    steps = linked_data(tree)["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [
        (1, column.name),
        (2, child.name),
    ]


def test_the_menu_marks_the_column_at_the_top(reader, column):
    child = make_column(column.site, parent=column)
    tree = page(reader.get(child.path))
    assert texts(tree, "//ul[@class='strip']//a[@aria-current]") == [column.name]


def test_an_empty_column_says_what_will_appear(reader, column):
    assert "chưa có bài" in page(reader.get(column.path)).text_content()


def test_a_column_of_another_site_or_language_is_not_there(reader, column):
    elsewhere = make_column(make_site())
    english = make_column(column.site, language="en")
    assert reader.get(f"/chuyen-muc/{elsewhere.slug}/").status_code == 404
    assert reader.get(f"/chuyen-muc/{english.slug}/").status_code == 404
    assert reader.get(english.path).status_code == 200


def test_a_picture_keeps_its_place_while_it_loads(reader, column):
    picture = make_picture(column.site)
    make_article(column, picture=picture)
    (image,) = page(reader.get(column.path)).xpath("//ul[contains(@class,'cards')]//img")
    assert (image.get("width"), image.get("height")) == ("720", "480")
    assert image.get("srcset").count(" 360w") == 1
    assert image.get("alt") == ""


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    make_crowd(column, 120)
    *_, last = follow(reader, column.path, "next")
    with django_assert_max_num_queries(3):
        reader.get(column.path)
    assert last.xpath(LINKS)
