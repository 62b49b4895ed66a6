"""The search page: the form, what it finds, and leafing on. Ranking has its own tests."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from cityweb.news import actions, search
from tests.news.crowds import make_crowd
from tests.news.makers import make_article, make_board_member, make_column, make_site
from tests.news.reading import page, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def find(reader, **asked):
    response = reader.get("/tim-kiem/", asked)
    assert response.status_code == 200
    return page(response)


def hits(tree):
    return tree.xpath("//ol[@class='hits']//h3/a/@href")


def publish(column, **content):
    return make_article(column, **content).article.live


def test_without_words_there_is_only_the_form(reader):
    tree = page(reader.get("/tim-kiem/"))
    assert tree.xpath("//main//input[@type='search']/@value") == [""]
    assert not tree.xpath("//section[@aria-labelledby='ket-qua']")


def test_an_article_is_found_without_marks_and_its_words_are_shown(reader, column):
    live = publish(column, title="Bảng giá đất đai năm 2027")
    tree = find(reader, q="dat dai")
    assert hits(tree) == [live.path]
    assert texts(tree, "//ol[@class='hits']//h3//mark")
    assert tree.xpath("//main//input[@type='search']/@value") == ["dat dai"]
    assert "1 bài" in texts(tree, "//h2[@id='ket-qua']")


def test_filters_keep_to_column_and_days(reader, column):
    other = make_column(column.site)
    at = datetime(2026, 3, 10, 5, tzinfo=UTC)
    early = publish(column, title="Kênh xanh một", at=at)
    late = publish(column, title="Kênh xanh hai", at=at + timedelta(days=9))
    elsewhere = publish(other, title="Kênh xanh ba", at=at)
    assert set(hits(find(reader, q="kênh xanh"))) == {early.path, late.path, elsewhere.path}
    kept = find(reader, q="kênh xanh", **{"chuyen-muc": column.slug, "den": "2026-03-10"})
    assert hits(kept) == [early.path]
    assert kept.xpath("//select/option[@selected]/@value") == [column.slug]
    assert kept.xpath("//input[@name='den']/@value") == ["2026-03-10"]
    assert hits(find(reader, q="kênh xanh", tu="2026-03-11")) == [late.path]


@pytest.mark.parametrize(
    ("asked", "told"),
    [({"tu": "hôm qua"}, "Ngày chưa đúng"), ({"tu": "2026-05-02", "den": "2026-05-01"}, "đổi lại")],
)
def test_days_that_make_no_sense_are_told(reader, asked, told):
    assert told in find(reader, q="kênh", **asked).text_content()


def test_an_unknown_column_is_told_and_a_renamed_one_still_filters(reader, column):
    inside = publish(column, title="Kênh xanh")
    publish(make_column(column.site), title="Kênh xanh")
    asked = {"q": "kênh xanh", "chuyen-muc": column.slug}
    column.slug = "ten-moi"
    actions.save_column(actor=make_board_member(column.site), column=column)
    kept = find(reader, **asked)
    assert hits(kept) == [inside.path]
    assert kept.xpath("//select/option[@selected]/@value") == ["ten-moi"]
    unknown = find(reader, q="kênh xanh", **{"chuyen-muc": "khong-co"})
    assert len(hits(unknown)) == 2
    assert "Không có chuyên mục này" in unknown.text_content()


def test_leafing_shows_each_article_once_and_keeps_the_filters(reader, column):
    crowd = make_crowd(column, 45, at=timezone.now())
    search.index([one.pk for one in crowd])
    address, seen = "/tim-kiem/?q=đám+đông&chuyen-muc=" + column.slug, []
    while address:
        tree = page(reader.get(address))
        seen += hits(tree)
        address = next(iter(tree.xpath("//nav[@class='leafing']/a[@rel='next']/@href")), None)
        assert address is None or f"chuyen-muc={column.slug}" in address
    assert sorted(seen) == sorted(one.path for one in crowd)


def test_nothing_found_says_what_to_try(reader):
    tree = find(reader, q="zzqxw")
    assert texts(tree, "//h2[@id='ket-qua']") == ["Không tìm thấy bài nào"]
    assert "Hãy thử ít từ hơn" in tree.text_content()


def test_what_a_reader_types_is_escaped(reader):
    text = reader.get("/tim-kiem/", {"q": '"><script>a()</script>'}).content.decode()
    assert "<script>a()" not in text


@pytest.mark.parametrize("typed", ["\x00", "a" * 5000, "% _ \\", "' OR 1=1", "\ud7ff\uffff", "🙂"])
def test_odd_words_are_answered_calmly(reader, typed):
    assert reader.get("/tim-kiem/", {"q": typed, "tiep": typed}).status_code == 200


def test_search_pages_are_not_indexed(reader):
    assert find(reader, q="a").xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    search.index([one.pk for one in make_crowd(column, 60)])
    find(reader, q="đám đông")
    with django_assert_max_num_queries(8):
        find(reader, q="đám đông")
    with django_assert_max_num_queries(8):
        find(reader, q="zzqxw đám")
