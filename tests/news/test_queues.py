"""The newsroom's landing: each person's own work, counted, and fast however much there is."""

import pytest
from django.urls import reverse

from cityweb.core.models import Role
from cityweb.news import actions, queues
from cityweb.news.states import State
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = reverse("admin:news_edition_changelist")


@pytest.fixture
def column():
    return make_column(make_site())


def counts(person):
    return {queue.title: queue.count(person) for queue in queues.of(person)}


@pytest.mark.slow
def test_everybody_sees_the_own_heaps(column):
    author, board = make_editor(column.site), make_board_member(column.site)
    for state in State:
        make_article(column, state=state, author=author, approver=board)
    actions.return_for_changes(
        pk=make_article(column, state=State.EDITED, author=author).pk, actor=board, reason="Thiếu."
    )
    assert counts(author) == {
        "Nháp của tôi": 2,
        "Bị trả lại": 1,
        "Chờ biên tập": 1,
        "Đã hẹn giờ": 1,
        "Đang đăng": 2,
    }
    assert counts(board)["Chờ tôi duyệt"] == 1
    assert counts(board)["Đã duyệt, chờ đăng"] == 1
    assert counts(board)["Nháp của tôi"] == 0
    assert counts(make_board_member(make_site())) == dict.fromkeys(counts(board), 0)


def test_nobody_is_asked_to_approve_the_own_text(column):
    board = make_board_member(column.site)
    make_article(column, state=State.EDITED, author=board)
    assert counts(board)["Chờ tôi duyệt"] == 0


def test_counts_stop_at_a_thousand(column, monkeypatch):
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    person = make_editor(column.site)
    for _ in range(4):
        make_article(column, state=State.SUBMITTED)
    assert counts(person)["Chờ biên tập"] == 3


def test_the_list_shows_one_row_an_article(client, column):
    person = make_editor(column.site)
    client.force_login(person)
    live = make_article(column)
    draft = actions.new_draft(article_id=live.article_id, actor=person)
    gone = make_article(column, state=State.DISCARDED)
    rows = client.get(LIST).context["cl"].result_list
    assert [row.pk for row in rows] == [draft.pk]
    assert [r.pk for r in client.get(LIST, {"hang": "dang-dang"}).context["cl"].result_list] == [
        live.pk
    ]
    found = client.get(LIST, {"trang-thai": "discarded"}).context["cl"].result_list
    assert [row.pk for row in found] == [gone.pk]


def test_titles_are_found_however_they_are_typed(client, column):
    client.force_login(make_editor(column.site))
    make_article(column, title="Bảng giá đường sắt")
    wanted = make_article(column, title="Quy hoạch đất đai 2030")
    for typed in ("đất đai", "dat dai", "ĐẤT Đ", "đai quy"):
        rows = client.get(LIST, {"q": typed}).context["cl"].result_list
        assert [row.pk for row in rows] == [wanted.pk], typed


def test_strange_words_in_the_search_box_do_no_harm(client, column):
    client.force_login(make_editor(column.site))
    for typed in ("'; drop table --", "a & | !", "((", "\\", ":*", "%"):
        assert client.get(LIST, {"q": typed}).status_code == 200


def test_the_list_leads_on_behind_the_last_counted_row(client, column, monkeypatch):
    monkeypatch.setattr("cityweb.news.admin.desk.DeskPaginator.counted_at_most", 3)
    monkeypatch.setattr("cityweb.news.admin.editions.EditionAdmin.list_per_page", 2)
    client.force_login(make_editor(column.site))
    articles = [make_article(column, state=State.DRAFT) for _ in range(5)]
    assert client.get(LIST).context["older"] == ""
    page = client.get(LIST, {"p": 2})
    assert len(page.context["cl"].result_list) == 1
    assert "Xem các bài cũ hơn" in page.content.decode()
    older = client.get(LIST + page.context["older"])
    assert [row.pk for row in older.context["cl"].result_list] == [
        article.pk for article in reversed(articles[:2])
    ]


def test_the_list_costs_the_same_however_many_rows(client, column, django_assert_max_num_queries):
    client.force_login(make_board_member(column.site))
    for _ in range(12):
        make_article(column)
    with django_assert_max_num_queries(22):
        assert client.get(LIST).status_code == 200


def test_the_queues_are_on_the_landing_pages_of_the_newsroom_only(client, column):
    make_article(column, state=State.SUBMITTED)
    client.force_login(make_editor(column.site))
    for address in (reverse("admin:index"), reverse("desk:landing")):
        assert "Chờ biên tập" in client.get(address).content.decode()
    client.force_login(make_person(Role.INSPECTOR))
    assert "Chờ biên tập" not in client.get(reverse("desk:landing")).content.decode()


def test_related_articles_are_searched_among_those_readers_can_open(client, column):
    client.force_login(make_editor(column.site))
    live = make_article(column, title="Tuyến metro số 2")
    make_article(column, state=State.DRAFT, title="Tuyến metro số 3")
    answer = client.get(
        reverse("admin:news_edition_find"), {"site": column.site_id, "term": "metro"}
    ).json()
    assert [found["id"] for found in answer["results"]] == [str(live.article_id)]
