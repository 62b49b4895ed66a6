"""The preview is the public page, for those who may see the draft and in our own frame only."""

import pytest
from django.urls import reverse

from cityweb.news import actions
from cityweb.news.models import LiveArticle
from cityweb.news.states import State
from tests.news.makers import (
    carry_to_publication,
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def author(column):
    return make_editor(column.site)


def preview(client, edition):
    return client.get(reverse("admin:news_edition_preview_page", args=[edition.pk]))


def body_of(response):
    """Return the page's main part without the hours, which differ by the moment."""
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_the_preview_is_what_readers_get(client, column, author):
    board = make_board_member(column.site)
    draft = make_article(column, state=State.DRAFT, author=author, body="<p>Nội dung đúng</p>")
    client.force_login(author)
    before = preview(client, draft)
    assert not LiveArticle.objects.filter(article=draft.article_id).exists()
    carry_to_publication(draft, author, board)
    public = client.get(draft.article.live.path, headers={"host": column.site.host})
    assert public.status_code == 200
    assert body_of(before) == body_of(public)


def test_the_preview_of_a_new_draft_does_not_change_the_live_page(client, column, author):
    first = make_article(column, author=author)
    draft = actions.new_draft(article_id=first.article_id, actor=author)
    actions.save_draft(pk=draft.pk, actor=author, lock_version=1, content={"title": "Chưa đăng"})
    client.force_login(author)
    assert "Chưa đăng" in body_of(preview(client, draft))
    public = client.get(first.article.live.path, headers={"host": column.site.host})
    assert "Chưa đăng" not in body_of(public)


def test_the_preview_is_not_indexed_kept_or_framed_by_strangers(client, column, author):
    draft = make_article(column, state=State.DRAFT, author=author)
    client.force_login(author)
    response = preview(client, draft)
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    around = client.get(reverse("admin:news_edition_preview", args=[draft.pk]))
    assert "frame-ancestors 'none'" in around.headers["Content-Security-Policy"]


def test_an_english_article_is_previewed_in_english(client):
    column = make_column(make_site(), language="en")
    author = make_editor(column.site)
    draft = make_article(column, state=State.DRAFT, author=author)
    client.force_login(author)
    assert '<html lang="en"' in preview(client, draft).content.decode()


def test_strangers_get_no_preview(client, column, author, officer):
    draft = make_article(column, state=State.DRAFT, author=author)
    assert preview(client, draft).status_code == 302
    client.force_login(officer)
    assert preview(client, draft).status_code == 403


def test_scripts_of_others_stay_out_of_the_editors_page(client, column, author):
    draft = make_article(column, state=State.DRAFT, author=author)
    client.force_login(author)
    policy = client.get(reverse("admin:news_edition_change", args=[draft.pk])).headers[
        "Content-Security-Policy"
    ]
    assert "script-src 'self'" in policy
    assert "style-src-attr 'unsafe-inline'" in policy
    assert policy.count("unsafe") == 1
