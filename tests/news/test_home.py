"""The home page: who stands where, and that nobody stands there twice."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from cityweb.news import actions, wording
from cityweb.news.models import Campaign, HeroSlot, LiveArticle, Site
from cityweb.news.reports.home import home
from cityweb.news.states import State, WithdrawalReason
from tests.news.crowds import make_crowd
from tests.news.makers import make_article, make_board_member, make_column, make_site
from tests.news.reading import linked_data, page, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return make_site()


def visit(client, site, path="/"):
    response = client.get(path, headers={"host": site.host})
    assert response.status_code == 200
    return page(response)


def hero_titles(tree):
    return texts(
        tree, "//section[contains(@class,'hero')]//h2 | //section[contains(@class,'hero')]//h3"
    )


def pin(live, position, *, starts=-1, ends=None):
    now = timezone.now()
    return HeroSlot.objects.create(
        site=live.site,
        position=position,
        article=live.article,
        starts_at=now + timedelta(hours=starts),
        ends_at=None if ends is None else now + timedelta(hours=ends),
    )


def test_a_site_without_news_says_what_will_appear(citizen, site):
    tree = visit(citizen, site)
    assert "Chưa có tin nào" in tree.text_content()
    assert len(tree.xpath("//h1")) == 1


def test_the_hero_takes_the_newest_of_the_featured_column_then_of_the_site(citizen, site):
    featured = make_column(site, slug="tin-noi-bat")
    other = make_column(site)
    (chosen,) = make_crowd(featured, 1, at=timezone.now() - timedelta(days=9))
    newer = make_crowd(other, 6)
    assert hero_titles(visit(citizen, site)) == [chosen.title, *(one.title for one in newer[:4])]


def test_a_pin_holds_its_place_between_its_dates_only(citizen, site):
    column = make_column(site)
    crowd = make_crowd(column, 9)
    pin(crowd[6], 1)
    pin(crowd[7], 2, starts=1)
    pin(crowd[8], 3, starts=-5, ends=-1)
    expected = [crowd[6], *crowd[:4]]
    assert hero_titles(visit(citizen, site)) == [one.title for one in expected]


def test_the_later_pin_of_one_position_holds(citizen, site):
    crowd = make_crowd(make_column(site), 7)
    pin(crowd[5], 2, starts=-3)
    pin(crowd[6], 2, starts=-2)
    assert hero_titles(visit(citizen, site))[1] == crowd[6].title


def test_an_article_pinned_twice_stands_once(citizen, site):
    crowd = make_crowd(make_column(site), 7)
    pin(crowd[6], 1)
    pin(crowd[6], 3)
    shown = hero_titles(visit(citizen, site))
    assert shown[0] == crowd[6].title
    assert len(set(shown)) == 5


def test_a_withdrawn_article_leaves_its_pinned_place_to_the_newest(citizen, site):
    column = make_column(site)
    board = make_board_member(site)
    edition = make_article(column, state=State.PUBLISHED)
    pin(edition.article.live, 1)
    (newest, *_rest) = make_crowd(column, 3)
    reason = WithdrawalReason.ERROR
    actions.withdraw(pk=edition.pk, actor=board, reason=reason, note="Sai.")
    assert hero_titles(visit(citizen, site))[0] == newest.title


def test_nothing_appears_twice_on_the_whole_page(citizen, site):
    featured = make_column(site, slug="tin-noi-bat", home_position=1)
    parent = make_column(site, home_position=2)
    child = make_column(site, parent=parent, home_position=3)
    for column in (featured, parent, child):
        make_crowd(column, 12)
    links = visit(citizen, site).xpath(
        "//main//h2/a/@href | //main//h3/a/@href | //main//li/a/@href"
    )
    articles = [link for link in links if "/bai-viet/" in link]
    assert len(articles) == len(set(articles)) == 5 + 4 + 4 + 4


def test_a_block_fills_up_whatever_stands_above_it(site):
    columns = [make_column(site, home_position=number) for number in range(1, 5)]
    for column in columns:
        make_crowd(column, 20)
    found = home(site.pk, "vi", timezone.now())
    sizes = [1 + len(block.others) for block in (*found.leading, *found.blocks)]
    assert sizes == [4, 4, 4, 4]


def test_blocks_stand_in_the_order_of_their_columns(citizen, site):
    late = make_column(site, home_position=9)
    early = make_column(site, home_position=1)
    make_column(site)
    for column in (late, early):
        make_crowd(column, 9)
    blocks = texts(visit(citizen, site), "//h2[@class='rule']")
    assert blocks == [early.name, late.name]


def test_a_changed_word_and_a_changed_picture_show_at_once(citizen, site):
    column = make_column(site, home_position=1)
    *_, lowest = make_crowd(column, 7)
    assert lowest.title in visit(citizen, site).text_content()
    picture = {"src": "/media/moi.webp", "srcset": "", "width": 9, "height": 6}
    LiveArticle.objects.filter(pk=lowest.pk).update(title="Tên vừa sửa", picture=picture)
    tree = visit(citizen, site)
    assert lowest.title not in tree.text_content()
    assert "Tên vừa sửa" in tree.text_content()
    assert tree.xpath("//img[@src='/media/moi.webp']")


def test_yesterdays_card_no_longer_says_today(citizen, site):
    make_crowd(make_column(site), 2, at=datetime(2026, 11, 22, 9, tzinfo=wording.ZONE))
    with time_machine.travel(datetime(2026, 11, 22, 20, tzinfo=wording.ZONE), tick=False):
        assert "hôm nay" in visit(citizen, site).text_content()
    with time_machine.travel(datetime(2026, 11, 23, 7, tzinfo=wording.ZONE), tick=False):
        assert "hôm nay" not in visit(citizen, site).text_content()


def test_another_site_and_another_language_stay_out(citizen, site):
    make_crowd(make_column(make_site()), 3)
    make_crowd(make_column(site, language="en"), 3)
    assert hero_titles(visit(citizen, site)) == []
    assert len(hero_titles(visit(citizen, site, "/en/"))) == 3


def test_running_campaigns_are_shown_and_others_are_not(citizen, site):
    today = timezone.localdate()
    for name, starts, ends, is_public in (
        ("Đang chạy", -2, 2, True),
        ("Đã xong", -9, -1, True),
        ("Chưa tới", 1, 9, True),
        ("Chưa công khai", -2, 2, False),
    ):
        Campaign.objects.create(
            site=site,
            title=name,
            slug=name.lower().replace(" ", "-").encode("ascii", "ignore").decode(),
            lead="…",
            starts_on=today + timedelta(days=starts),
            ends_on=today + timedelta(days=ends),
            is_public=is_public,
        )
    assert texts(visit(citizen, site), "//ul[@class='doors']//b") == ["Đang chạy"]


def test_what_editors_type_is_escaped(citizen, site):
    column = make_column(site, name="<i>Mục</i>", home_position=1)
    author = make_article(column, title='<script>alert("1")</script> & co', lead="<b>không</b>")
    text = citizen.get("/", headers={"host": site.host}).content.decode()
    assert author.title not in text
    assert "&lt;script&gt;" in text
    assert "<b>không" not in text
    assert "<i>Mục" not in text


def test_the_search_action_leads_to_the_search_page(citizen, site):
    action = linked_data(visit(citizen, site))["potentialAction"]
    address = action["target"]["urlTemplate"].replace("{search_term_string}", "metro")
    assert address.startswith(site.origin)
    path = address.removeprefix(site.origin)
    assert citizen.get(path, headers={"host": site.host}).status_code == 200


def test_any_number_of_rows_takes_few_queries(citizen, site, django_assert_max_num_queries):
    columns = [make_column(site, home_position=number) for number in range(1, 11)]
    for column in columns:
        for one in make_crowd(column, 40)[:1]:
            pin(one, columns.index(column) % 5 + 1)
    visit(citizen, site)
    with django_assert_max_num_queries(5):
        visit(citizen, site)


def test_the_default_site_answers_to_any_host(citizen):
    default = Site.objects.get(is_default=True)
    tree = page(citizen.get("/", headers={"host": "cong-thong-tin.example"}))
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{default.origin}/"]
