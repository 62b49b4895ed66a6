"""No editor sees or touches the other site's work unless given: by address and by sent form."""

import pytest
from django.urls import reverse

from cityweb.core.models import Role
from cityweb.news.models import Campaign, Edition, EditorialRight, HeroSlot, Page, Picture, Site
from cityweb.news.states import State
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_picture,
    make_site,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def theirs():
    return make_column(make_site())


@pytest.fixture
def own():
    return make_column(make_site())


@pytest.fixture
def visitor(client, own):
    """A member of the board of one site, signed in."""
    client.force_login(make_board_member(own.site))
    return client


def rows_of(column):
    """Return a row of each kind of the newsroom on the column's site."""
    site = column.site
    article = make_article(column)
    return {
        "edition": article,
        "column": column,
        "picture": make_picture(site),
        "page": Page.objects.create(site=site, title="Trang", slug="trang"),
        "campaign": Campaign.objects.create(
            site=site, title="Chuyên đề", slug="chuyen-de", lead="Lời", starts_on="2026-01-01"
        ),
        "site": site,
        "editorialright": EditorialRight.objects.filter(site=site).first(),
    }


def test_rows_of_another_site_do_not_exist(visitor, theirs):
    for name, row in rows_of(theirs).items():
        address = reverse(f"admin:news_{name}_change", args=[row.pk])
        assert visitor.get(address).status_code == 404, name
        assert visitor.get(reverse(f"admin:news_{name}_history", args=[row.pk])).status_code == 404
        sent = visitor.post(address, {"step": "withdraw", "alt": "x", "name": "x", "title": "x"})
        assert sent.status_code in {404, 405}, name
    assert Edition.objects.get(article__site=theirs.site).state == State.PUBLISHED


def test_lists_hold_only_what_was_given(visitor, theirs, own):
    foreign, mine = rows_of(theirs), rows_of(own)
    for name in mine:
        page = visitor.get(reverse(f"admin:news_{name}_changelist"))
        listed = set(page.context["cl"].queryset.values_list("pk", flat=True))
        assert mine[name].pk in listed, name
        assert foreign[name].pk not in listed, name


def test_screens_around_an_edition_are_closed_to_others(visitor, theirs):
    edition = make_article(theirs, state=State.DRAFT)
    for name in ("preview", "preview_page", "differences"):
        assert (
            visitor.get(reverse(f"admin:news_edition_{name}", args=[edition.pk])).status_code == 404
        )
    saved = visitor.post(
        reverse("admin:news_edition_autosave", args=[edition.pk]),
        {"lock_version": 1, "title": "Xâm nhập"},
    )
    assert saved.status_code == 404
    edition.refresh_from_db()
    assert edition.title != "Xâm nhập"


def test_nothing_is_begun_on_another_site(visitor, theirs):
    begun = visitor.post(
        reverse("admin:news_edition_add"), {"title": "Xâm nhập", "column": theirs.pk}
    )
    assert "nằm ngoài phạm vi" in begun.content.decode()
    visitor.post(
        reverse("admin:news_column_add"),
        {"site": theirs.site_id, "language": "vi", "name": "Lạ", "slug": "la", "position": 1},
    )
    visitor.post(
        reverse("admin:news_page_add"),
        {"site": theirs.site_id, "language": "vi", "title": "Lạ", "slug": "la", "position": 1},
    )
    assert not Edition.objects.filter(title="Xâm nhập").exists()
    assert not theirs.site.columns.filter(slug="la").exists()
    assert not Page.objects.filter(slug="la").exists()


def test_the_home_page_and_pictures_of_another_site_are_closed(visitor, theirs, own):
    article = make_article(theirs).article
    slot = HeroSlot.objects.create(
        site=theirs.site, position=1, article=article, starts_at="2026-01-01T00:00Z"
    )
    assert visitor.post(reverse("admin:news_heroslot_unpin", args=[slot.pk])).status_code == 404
    page = visitor.get(reverse("admin:news_heroslot_changelist"), {"trang": theirs.site.code})
    assert page.context["site"] == own.site
    find = visitor.get(reverse("admin:news_edition_find"), {"site": theirs.site_id})
    assert find.status_code == 403
    make_picture(theirs.site)
    store = visitor.get(reverse("admin:news_picture_store"), {"site": theirs.site_id})
    assert store.json() == {"pictures": []}
    upload = visitor.post(f"{reverse('admin:news_picture_upload')}?site={theirs.site_id}", {})
    assert upload.status_code == 400
    assert Picture.objects.filter(site=theirs.site).count() == 1


def test_who_has_one_column_has_neither_the_home_page_nor_the_tree(client, own):
    client.force_login(make_board_member(own))
    page = client.get(reverse("admin:news_heroslot_changelist"))
    assert page.context["site"] is None
    assert client.get(reverse("admin:news_column_change", args=[own.pk])).status_code == 404
    assert client.get(reverse("admin:news_site_change", args=[own.site_id])).status_code == 404


def test_an_editor_gives_no_rights_and_changes_no_tree(client, own):
    client.force_login(make_editor(own.site))
    assert client.get(reverse("admin:news_editorialright_changelist")).status_code == 403
    assert client.get(reverse("admin:news_site_changelist")).status_code == 403
    assert client.post(reverse("admin:news_column_add"), {}).status_code == 403
    sent = client.post(reverse("admin:news_column_change", args=[own.pk]), {"name": "Khác"})
    assert sent.status_code == 403


def test_a_board_member_gives_rights_on_the_own_site_only(visitor, own, theirs):
    person = make_person(Role.EDITOR)
    address = reverse("admin:news_editorialright_add")
    visitor.post(address, {"user": person.pk, "site": theirs.site_id, "column": ""})
    assert not person.editorial_rights.exists()
    visitor.post(address, {"user": person.pk, "site": own.site_id, "column": own.pk})
    assert person.editorial_rights.get().column == own
    address = reverse("admin:news_editorialright_delete", args=[person.editorial_rights.get().pk])
    visitor.post(address, {"post": "yes"})
    assert not person.editorial_rights.exists()


def test_an_administrator_gives_rights_everywhere_but_reads_no_drafts(client, theirs):
    client.force_login(make_person(Role.ADMINISTRATOR))
    person = make_person(Role.EDITOR)
    client.post(
        reverse("admin:news_editorialright_add"),
        {"user": person.pk, "site": theirs.site_id, "column": ""},
    )
    assert person.editorial_rights.get().site == theirs.site
    edition = make_article(theirs, state=State.DRAFT)
    assert client.get(reverse("admin:news_edition_change", args=[edition.pk])).status_code == 403


def test_only_an_administrator_changes_a_host_name(visitor, client, own):
    facts = {name: getattr(own.site, name) for name in ("name", "name_en", "owner_name", "tagline")}
    facts |= {"owner_name_en": "x", "tagline_en": "x", "responsible_person": "x", "address": "x"}
    facts |= {"phone": "1022", "email": "a@b.example", "host": "khac.example"}
    address = reverse("admin:news_site_change", args=[own.site_id])
    visitor.post(address, facts)
    changed = Site.objects.get(pk=own.site_id)
    assert (changed.responsible_person, changed.host) == ("x", own.site.host)
    client.force_login(make_person(Role.ADMINISTRATOR))
    client.post(address, facts)
    assert Site.objects.get(pk=own.site_id).host == "khac.example"
