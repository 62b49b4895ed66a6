"""The read-only API: the same articles and the same search as the pages."""

import pytest

from cityweb.news import actions
from cityweb.news.models import Column, Site
from tests.news.makers import make_article, make_board_member, make_column

pytestmark = pytest.mark.django_db
LIST = "/api/v1/articles/"


@pytest.fixture
def site():
    return Site.objects.get(code="cityweb")


@pytest.fixture
def column(site):
    return Column.objects.get(site=site, slug="dat-dai")


def test_articles_come_newest_first_page_by_page(client, column):
    made = [make_article(column, title=f"Bài {number}").article_id for number in range(5)]
    seen, after = [], ""
    while after is not None:
        page = client.get(LIST, {"limit": 2, "after": after}).json()
        seen += [item["id"] for item in page["items"]]
        after = page["next"]
    assert seen == made[::-1]


def test_an_item_tells_what_a_list_needs(client, site, column):
    edition = make_article(column, title="Kênh Tẻ", lead="Nạo vét.")
    response = client.get(LIST)
    (item,) = response.json()["items"]
    assert item["title"] == "Kênh Tẻ"
    assert item["url"] == f"{site.origin}/bai-viet/{edition.article_id}-kenh-te/"
    assert item["column"] == {"slug": "dat-dai", "name": "Đất đai"}
    assert item["published_at"].endswith(("Z", "+07:00", "+00:00"))
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "max-age=30" in response["Cache-Control"]
    assert not response.cookies


def test_search_ranks_as_the_page_does(client, column):
    lead = make_article(column, title="Tin", lead="Về đất đai.").article_id
    title = make_article(column, title="Luật đất đai").article_id
    make_article(column, title="Khác")
    first = client.get(LIST, {"q": "dat dai", "limit": 1}).json()
    second = client.get(LIST, {"q": "dat dai", "limit": 1, "after": first["next"]}).json()
    assert [page["items"][0]["id"] for page in (first, second)] == [title, lead]
    assert second["next"] is None


def test_columns_and_sites_narrow(client, site, column):
    inside = make_article(column).article_id
    outside = make_article(make_column(site, slug="khac")).article_id
    assert ids(client.get(LIST, {"column": "dat-dai-xay-dung"})) == [inside]
    assert ids(client.get(LIST, {"column": "khac"})) == [outside]
    assert ids(client.get(LIST, {"site": "ict-hcm"})) == []
    assert ids(client.get(LIST, headers={"host": "ict-hcm.localhost"})) == []
    assert ids(client.get(LIST, {"language": "en"})) == []


def test_a_renamed_column_is_found_by_its_old_name(client, site, column):
    inside = make_article(column).article_id
    column.slug = "ten-moi"
    actions.save_column(actor=make_board_member(site), column=column)
    assert ids(client.get(LIST, {"column": "dat-dai"})) == [inside]
    assert ids(client.get(LIST, {"column": "dat-dai", "q": "bài"})) == [inside]


def ids(response):
    return [item["id"] for item in response.json()["items"]]


def test_one_article_comes_with_its_text(client, column):
    edition = make_article(column, body="<p>Thân bài.</p>", tags=["kênh"])
    found = client.get(f"{LIST}{edition.article_id}/").json()
    assert (found["body"], found["tags"]) == ("<p>Thân bài.</p>", ["kênh"])
    assert client.head(f"{LIST}{edition.article_id}/").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("999999/", 404),
        ("abc/", 422),
        ("0/", 422),
        ("99999999999999999999/", 422),
        ("?limit=0", 422),
        ("?limit=51", 422),
        ("?limit=x", 422),
        ("?after=x", 404),
        ("?q=a&after=x", 404),
        ("?language=xx", 422),
        ("?column=khong-co", 404),
        ("?site=khong-co", 404),
        ("?q=" + "a" * 1_001, 422),
        ("?q=%00", 200),
        ("?q=!!!", 200),
        ("?q=%F0%9F%98%80&after=", 200),
        ("?column=%00", 404),
        ("?after=%00", 404),
    ],
)
def test_wrong_values_are_answered_as_the_description_says(client, path, status):
    response = client.get(LIST + path)
    assert response.status_code == status
    assert response["Content-Type"].startswith("application/json")
    assert "detail" in response.json() or status == 200


def test_an_empty_parameter_is_one_that_was_not_given(client, column):
    make_article(column, title="Kênh Tẻ")
    page = client.get(f"{LIST}?q=&column=&site=&language=&after=&limit=")
    assert page.status_code == 200 and len(page.json()["items"]) == 1


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    assert getattr(client, method)(LIST).status_code == 405


def test_the_description_names_every_answer(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == {LIST, LIST + "{article_id}/"}
    for path in paths.values():
        assert set(path["get"]["responses"]) == {"200", "404", "422"}


def test_the_number_of_questions_is_bounded(client, column, django_assert_max_num_queries):
    for _ in range(4):
        make_article(column)
    for asked in ({}, {"q": "bài thử"}, {"column": "dat-dai"}):
        client.get(LIST, asked)
        with django_assert_max_num_queries(4):
            client.get(LIST, asked)
