"""Pages, campaigns and the home page as editors keep them."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.news import actions
from cityweb.news.models import Campaign, HeroSlot, Page, Redirect
from cityweb.news.states import State, WithdrawalReason
from tests.news.makers import (
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
def site(column):
    return column.site


@pytest.fixture
def chief(site):
    return make_board_member(site)


@pytest.fixture
def writer(site):
    return make_editor(site)


def page_form(site, **fields):
    given = {"site": site.pk, "language": "vi", "title": "Giới thiệu", "slug": "gioi-thieu"}
    return given | {"body": "<p onclick=x>Lời</p>", "position": 1} | fields


@pytest.mark.slow
def test_an_editor_writes_a_page_and_the_board_makes_it_public(client, site, writer, chief):
    client.force_login(writer)
    client.post(reverse("admin:news_page_add"), page_form(site))
    page = Page.objects.get(site=site)
    assert page.body == "<p>Lời</p>"
    change = reverse("admin:news_page_change", args=[page.pk])
    refused = client.post(change, page_form(site, is_public="on"))
    assert "Chỉ Ban Biên tập công khai" in refused.content.decode()
    client.force_login(chief)
    client.post(change, page_form(site, is_public="on", slug="ve-chung-toi"))
    page.refresh_from_db()
    assert page.is_public
    assert Redirect.objects.get(site=site).new_path == page.path
    client.force_login(writer)
    refused = client.post(change, page_form(site, title="Sửa lén", is_public=""))
    page.refresh_from_db()
    assert page.title == "Giới thiệu"


def test_pages_form_a_tree_without_rings(site, chief):
    top = actions.save_page(actor=chief, page=Page(site=site, title="A", slug="a"))
    below = actions.save_page(actor=chief, page=Page(site=site, title="B", slug="b", parent=top))
    top.parent = below
    with pytest.raises(Refused) as refusal:
        actions.save_page(actor=chief, page=top)
    assert refusal.value.code == "page-ring"
    foreign = Page(site=site, language="en", title="C", slug="c", parent=below)
    with pytest.raises(Refused) as refusal:
        actions.save_page(actor=chief, page=foreign)
    assert refusal.value.code == "page-foreign-parent"


def test_overdue_pages_are_found(client, site, chief):
    client.force_login(chief)
    today = timezone.localdate()
    for name, day in (("cũ", today), ("mới", today + timedelta(days=1)), ("không hạn", None)):
        Page.objects.create(site=site, title=name, slug=f"trang-{len(name)}", review_on=day)
    listed = client.get(reverse("admin:news_page_changelist"), {"ra-soat": "qua-han"})
    assert [page.title for page in listed.context["cl"].result_list] == ["cũ"]
    assert "quá hạn" in listed.content.decode()


def test_a_campaign_keeps_its_picks_in_the_order_chosen(client, site, chief, column):
    client.force_login(chief)
    form = {"site": site.pk, "language": "vi", "title": "Chuyển đổi số", "slug": "cds"}
    form |= {"lead": "Lời", "starts_on": "2026-11-01", "banner_text": "Cùng chuyển đổi số"}
    assert client.post(reverse("admin:news_campaign_add"), form).status_code == 302
    campaign = Campaign.objects.get(site=site)
    articles = [make_article(column).article for _ in range(3)]
    picks = [articles[2].pk, articles[0].pk, articles[1].pk]
    change = reverse("admin:news_campaign_change", args=[campaign.pk])
    client.post(change, form | {"picks": picks, "auto_tags": "số, Số, hóa"})
    campaign.refresh_from_db()
    assert list(campaign.picked.values_list("article", flat=True)) == picks
    assert campaign.auto_tags == ["số", "hóa"]
    opened = client.get(change).content.decode()
    places = [opened.index(f'<option value="{pk}" selected') for pk in picks]
    assert places == sorted(places)


def test_a_public_campaign_belongs_to_the_board_and_to_its_site(site, writer, chief, column):
    facts = {"site": site, "title": "A", "slug": "a", "lead": "Lời", "starts_on": date(2026, 1, 1)}
    with pytest.raises(Refused):
        actions.save_campaign(actor=writer, campaign=Campaign(**facts, is_public=True), picks=[])
    foreign = make_article(make_column(make_site())).article
    with pytest.raises(Refused) as refusal:
        actions.save_campaign(actor=chief, campaign=Campaign(**facts), picks=[foreign])
    assert refusal.value.code == "foreign-pick"


def pin(site, actor, edition, position=1, starts=0, ends=None):
    now = timezone.now()
    return actions.pin(
        actor=actor,
        site=site,
        language="vi",
        position=position,
        article=edition.article,
        starts_at=now + timedelta(hours=starts),
        ends_at=None if ends is None else now + timedelta(hours=ends),
    )


def test_a_place_is_given_to_one_article_at_a_time(site, chief, column):
    first, second = make_article(column), make_article(column)
    pin(site, chief, first, starts=0, ends=2)
    for starts, ends in ((0, None), (1, 3), (-1, 1)):
        with pytest.raises(Refused) as refusal:
            pin(site, chief, second, starts=starts, ends=ends)
        assert refusal.value.code == "place-taken"
    pin(site, chief, second, starts=2)
    with pytest.raises(Refused) as refusal:
        pin(site, chief, second, position=2, starts=5)
    assert refusal.value.code == "pinned-twice"


def test_only_what_readers_can_open_is_pinned(site, chief, column):
    draft = make_article(column, state=State.APPROVED)
    elsewhere = make_article(make_column(make_site()))
    for edition in (draft, elsewhere):
        with pytest.raises(Refused) as refusal:
            pin(site, chief, edition)
        assert refusal.value.code == "not-live"


def test_a_running_pin_ends_and_a_coming_one_disappears(site, chief, column):
    running = pin(site, chief, make_article(column), position=1)
    coming = pin(site, chief, make_article(column), position=2, starts=3)
    now = timezone.now()
    for slot in (running, coming):
        actions.unpin(pk=slot.pk, actor=chief, now=now)
    assert HeroSlot.objects.get().ends_at == now


def test_the_home_screen_shows_what_readers_see_and_why_a_pin_does_not_show(
    client, site, chief, column
):
    client.force_login(chief)
    gone, newest = make_article(column, title="Bài đã gỡ"), make_article(column, title="Bài mới")
    pin(site, chief, gone)
    pin(site, chief, newest, position=2, starts=4)
    actions.withdraw(pk=gone.pk, actor=chief, reason=WithdrawalReason.ERROR, note="Sai.")
    page = client.get(reverse("admin:news_heroslot_changelist"), {"trang": site.code})
    places = page.context["places"]
    assert places[0]["shown"]["title"] == "Bài mới"
    text = page.content.decode()
    assert "vị trí nhường cho bài mới nhất" in text
    assert "Sắp ghim" in text


def test_pinning_by_form_explains_a_conflict_beside_the_field(client, site, chief, column):
    client.force_login(chief)
    first, second = make_article(column), make_article(column)
    address = f"{reverse('admin:news_heroslot_changelist')}?trang={site.code}"
    assert client.post(address, {"article": first.article_id, "position": 1}).status_code == 302
    page = client.post(address, {"article": second.article_id, "position": 1})
    assert "Vị trí 1 đã có bài ghim" in page.context["form"].errors["position"][0]
    backwards = {"article": second.article_id, "position": 2}
    backwards |= {"starts_at": "2026-12-02T10:00", "ends_at": "2026-12-01T10:00"}
    page = client.post(address, backwards)
    assert "sau giờ bắt đầu" in page.context["form"].errors["ends_at"][0]
    slot = HeroSlot.objects.get()
    client.post(reverse("admin:news_heroslot_unpin", args=[slot.pk]))
    slot.refresh_from_db()
    assert slot.ends_at is not None
