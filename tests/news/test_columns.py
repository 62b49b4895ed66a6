"""The tree of columns: its shape, its addresses, and the articles that move with a branch."""

import pytest
from django.urls import reverse

from cityweb.core.errors import Refused
from cityweb.core.models import Role
from cityweb.news import actions
from cityweb.news.models import Column, LiveArticle, Placement, Redirect
from cityweb.news.models.search import SearchEntry
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return make_site()


@pytest.fixture
def chief(site):
    return make_board_member(site)


def columns_of(edition):
    """Return where readers find the article, by all three tables that say so."""
    live = LiveArticle.objects.get(article=edition.article_id)
    placed = set(Placement.objects.filter(live=live).values_list("column", flat=True))
    assert placed == set(live.column_ids)
    assert placed == set(SearchEntry.objects.get(live=live).column_ids)
    return placed


def move(column, parent, actor):
    column.parent = parent
    return actions.save_column(actor=actor, column=column)


def test_articles_of_a_branch_move_with_it(site, chief, django_assert_max_num_queries):
    top, other, beside = (make_column(site) for _ in range(3))
    column = make_column(site, parent=top)
    below = make_column(site, parent=column)
    deep, direct = make_article(below), make_article(column)
    both = make_article(column, extra_columns=[beside])
    stays = make_article(top)
    with django_assert_max_num_queries(25):
        move(column, other, chief)
    assert columns_of(deep) == {below.pk, column.pk, other.pk}
    assert columns_of(direct) == {column.pk, other.pk}
    assert columns_of(both) == {column.pk, other.pk, beside.pk}
    assert columns_of(stays) == {top.pk}
    move(column, None, chief)
    assert columns_of(deep) == {below.pk, column.pk}


def test_an_article_that_stands_above_in_its_own_right_stays_there(site, chief):
    top = make_column(site)
    column = make_column(site, parent=top)
    edition = make_article(column, extra_columns=[top])
    move(column, None, chief)
    assert columns_of(edition) == {column.pk, top.pk}


def test_a_ring_a_deep_tree_and_a_foreign_parent_are_refused(site, chief):
    top = make_column(site)
    middle = make_column(site, parent=top)
    leaf = make_column(site, parent=middle)
    for column, parent, code in (
        (top, leaf, "column-ring"),
        (make_column(site), leaf, "column-too-deep"),
        (top, make_column(site), "column-too-deep"),
        (make_column(site), make_column(make_site()), "column-foreign-parent"),
        (make_column(site), make_column(site, language="en"), "column-foreign-parent"),
    ):
        with pytest.raises(Refused) as refusal:
            move(column, parent, chief)
        assert refusal.value.code == code


def test_a_new_address_leaves_a_redirect_that_never_turns_in_circles(site, chief):
    column = make_column(site, slug="a")
    for slug in ("b", "c", "a", "d"):
        column.slug = slug
        actions.save_column(actor=chief, column=column)
    leads = dict(Redirect.objects.filter(site=site).values_list("old_path", "new_path"))
    pages = {f"/chuyen-muc/{old}/": "/chuyen-muc/d/" for old in "abc"}
    feeds = {f"/rss/{old}/": "/rss/d/" for old in "abc"}
    assert leads == pages | feeds


def test_only_the_board_of_the_whole_site_changes_the_tree(site):
    column = make_column(site)
    for person in (
        make_editor(site),
        make_board_member(column),
        make_board_member(make_site()),
        make_person(Role.ADMINISTRATOR),
    ):
        with pytest.raises(Refused):
            actions.save_column(actor=person, column=column)


def test_a_refusal_is_shown_above_the_form_with_what_was_typed(client, site, chief):
    client.force_login(chief)
    top = make_column(site)
    leaf = make_column(site, parent=make_column(site, parent=top))
    form = {"name": "Tên đang gõ", "slug": top.slug, "position": 5, "parent": leaf.pk}
    page = client.post(reverse("admin:news_column_change", args=[top.pk]), form)
    text = page.content.decode()
    assert "Chuyên mục không thể nằm dưới chính nó." in text
    assert "Tên đang gõ" in text
    assert Column.objects.get(pk=top.pk).name == top.name


def test_the_board_adds_and_renames_columns_in_admin(client, site, chief):
    client.force_login(chief)
    form = {"site": site.pk, "language": "vi", "name": "Nhà ở", "slug": "nha-o", "position": 1}
    client.post(reverse("admin:news_column_add"), form)
    column = Column.objects.get(site=site)
    client.post(reverse("admin:news_column_change", args=[column.pk]), form | {"slug": "nha"})
    leads = Redirect.objects.filter(site=site).values_list("new_path", flat=True)
    assert sorted(leads) == ["/chuyen-muc/nha/", "/rss/nha/"]
    listed = client.get(reverse("admin:news_column_changelist"))
    assert "Nhà ở" in listed.content.decode()
