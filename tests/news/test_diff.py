"""Differences: readable, complete, and harmless whatever stands in the text."""

import html as entities
from difflib import SequenceMatcher

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from cityweb.news import actions, diff
from cityweb.news.states import State
from tests.news.makers import make_article, make_column, make_editor, make_site

LABELS = {"title": "Tiêu đề", "body": "Nội dung"}


def compare(old, new):
    texts = [{"title": "Như nhau", "body": body} for body in (old, new)]
    return diff.compare(*texts, LABELS, html="body")


def shown(pieces):
    marks = {diff.SAME: "", diff.ADDED: "+", diff.REMOVED: "-"}
    return [f"{marks[piece.kind]}{piece.text}" for piece in pieces]


def test_only_fields_that_differ_are_shown():
    assert compare("<p>a</p>", "<p>a</p>") == []
    (found,) = compare("<p>a</p>", "<p>b</p>")
    assert found.label == "Nội dung"


def test_a_changed_word_is_shown_inside_its_sentence():
    pieces = diff.words("Tuyến dài 11 km với chín ga.", "Tuyến dài 12 km với chín ga.")
    assert shown(pieces) == ["Tuyến dài ", "-11", "+12", " km với chín ga."]


def test_texts_with_nothing_in_common_stand_side_by_side():
    assert shown(diff.words("Thu Hà", "Mai Anh")) == ["-Thu Hà", "+Mai Anh"]


def test_a_changed_link_a_changed_picture_and_a_changed_heading_are_seen():
    (link,) = compare('<p><a href="/a">Xem</a></p>', '<p><a href="/b">Xem</a></p>')
    assert any("b" in piece.text for piece in link.paragraphs[0].pieces if piece.kind == diff.ADDED)
    (picture,) = compare('<img src="/m/1.webp" alt="Cầu">', '<img src="/m/2.webp" alt="Cầu">')
    assert picture.paragraphs[0].is_changed
    (heading,) = compare("<p>Đề mục</p>", "<h2>Đề mục</h2>")
    assert heading.paragraphs[0].name == "Đoạn → Đề mục lớn"


def test_bold_alone_is_named_as_a_change_of_form():
    (found,) = compare("<p>Chữ đậm</p>", "<p>Chữ <strong>đậm</strong></p>")
    assert "định dạng" in found.paragraphs[0].name


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = diff.words(old, new)
    assert "".join(p.text for p in pieces if p.kind != diff.ADDED) == old
    assert "".join(p.text for p in pieces if p.kind != diff.REMOVED) == new


def test_a_very_long_paragraph_is_not_compared_word_by_word(monkeypatch):
    def never(*args, **kwargs):
        raise AssertionError("compared")

    monkeypatch.setattr(SequenceMatcher, "get_opcodes", never)
    assert len(diff.words("từ " * 5000, "chữ " * 5000)) == 2


@pytest.fixture
def column(db):
    return make_column(make_site())


def page_of(client, edition, **query):
    address = reverse("admin:news_edition_differences", args=[edition.pk])
    return client.get(address, query)


def test_a_draft_is_compared_with_the_live_edition_by_itself(client, column):
    first = make_article(column, title="Tên đang đăng")
    client.force_login(make_editor(column.site))
    draft = actions.new_draft(article_id=first.article_id, actor=first.author)
    actions.save_draft(
        pk=draft.pk,
        actor=first.author,
        lock_version=1,
        content={"title": "Tên <b>mới</b>", "lead": "<script>alert(1)</script>"},
    )
    page = page_of(client, draft)
    assert (page.context["old"].pk, page.context["new"].pk) == (first.pk, draft.pk)
    text = page.content.decode()
    assert "<script>alert(1)" not in text
    assert "<script>alert(1)</script>" in entities.unescape(text)


def test_any_two_editions_can_be_compared_and_no_others(client, column):
    first = make_article(column, state=State.SUPERSEDED, title="Bản một")
    client.force_login(make_editor(column.site))
    page = page_of(client, first, tu="2", den="1")
    assert (page.context["old"].number, page.context["new"].number) == (2, 1)
    assert page_of(client, first, tu="9", den="1").status_code == 404
    assert page_of(client, first, tu="x", den="1").status_code == 404


def test_the_history_shows_who_took_which_step_and_offers_old_editions_back(client, column):
    first = make_article(column, state=State.SUPERSEDED)
    client.force_login(make_editor(column.site))
    page = client.get(reverse("admin:news_edition_history", args=[first.pk]))
    text = entities.unescape(page.content.decode())
    assert f"{first.author} Trình biên tập" in text
    assert f"{first.approved_by} Duyệt" in text
    assert [row["edition"].number for row in page.context["rows"]] == [2, 1]
    client.post(reverse("admin:news_edition_change", args=[first.pk]), {"step": "restore"})
    assert first.article.editions.get(number=3).state == State.DRAFT
