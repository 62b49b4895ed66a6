"""Campaigns: the list, the page with its articles, and the banner for member sites."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html

from cityweb.news.models import Campaign, CampaignPick
from tests.news.crowds import make_crowd
from tests.news.makers import make_column, make_picture, make_site
from tests.news.reading import follow, linked_data, page, texts

pytestmark = pytest.mark.django_db

LINKS = "//ul[contains(@class,'cards')]//h2/a/@href"


@pytest.fixture
def column():
    return make_column(make_site())


@pytest.fixture
def reader(citizen, column):
    citizen.defaults["HTTP_HOST"] = column.site.host
    return citizen


def make_campaign(site, *, starts=-3, ends=3, **fields):
    today = timezone.localdate()
    given = {
        "title": "Chuyển đổi số vì người dân",
        "slug": "chuyen-doi-so",
        "lead": "Ba mươi ngày hỗ trợ tại khu phố.",
        "starts_on": today + timedelta(days=starts),
        "ends_on": None if ends is None else today + timedelta(days=ends),
        "is_public": True,
        "banner_text": "30 ngày chuyển đổi số",
    }
    return Campaign.objects.create(site=site, **given | fields)


def pick(campaign, *lives):
    for position, live in enumerate(lives):
        CampaignPick.objects.create(campaign=campaign, article=live.article, position=position)


def test_picked_articles_stand_first_and_none_stands_twice(reader, column):
    tagged = make_crowd(column, 3, tags=["số"])
    in_column = make_crowd(make_column(column.site), 2, tags=["số"])
    other = make_crowd(column, 1)
    campaign = make_campaign(column.site, auto_tags=["số"], auto_column=in_column[0].main_column)
    pick(campaign, tagged[2], other[0])
    links = page(reader.get(campaign.path)).xpath(LINKS)
    assert links[:2] == [tagged[2].path, other[0].path]
    assert sorted(links[2:]) == sorted(one.path for one in [*tagged[:2], *in_column])


@pytest.mark.parametrize("step", [timedelta(minutes=1), timedelta(0)], ids=["apart", "all at once"])
def test_leafing_shows_each_automatic_article_once(reader, column, step):
    crowd = make_crowd(column, 40, step=step, tags=["số"])
    campaign = make_campaign(column.site, auto_tags=["số"], auto_column=column)
    pick(campaign, crowd[7])
    pages = follow(reader, campaign.path, "next")
    links = [link for tree in pages for link in tree.xpath(LINKS)]
    assert links[0] == crowd[7].path
    assert sorted(links) == sorted(one.path for one in crowd)


def test_a_campaign_that_is_over_stays_readable_and_takes_in_nothing_new(reader, column):
    make_crowd(column, 1, tags=["số"])
    (old,) = make_crowd(column, 1, tags=["số"], at=timezone.now() - timedelta(days=5))
    campaign = make_campaign(column.site, starts=-9, ends=-2, auto_tags=["số"])
    tree = page(reader.get(campaign.path))
    assert tree.xpath(LINKS) == [old.path]
    assert "đã kết thúc" in tree.text_content()


@pytest.mark.parametrize("hidden", [{"is_public": False}, {"starts": 1, "ends": 9}])
def test_a_campaign_that_is_not_public_yet_is_not_there(reader, column, hidden):
    campaign = make_campaign(column.site, **hidden)
    assert reader.get(campaign.path).status_code == 404
    assert campaign.title not in reader.get("/chuyen-de/").content.decode()


def test_the_list_tells_running_from_over(reader, column):
    make_campaign(column.site, title="Đang chạy", slug="a")
    make_campaign(column.site, title="Không hạn", slug="b", ends=None)
    make_campaign(column.site, title="Đã qua", slug="c", starts=-9, ends=-1)
    tree = page(reader.get("/chuyen-de/"))
    assert set(texts(tree, "//ul[@class='cards']//h2")) == {"Đang chạy", "Không hạn"}
    assert texts(tree, "//ul[@class='lines']//a") == ["Đã qua"]


def test_the_banner_to_copy_is_a_plain_link_to_the_campaign(reader, column):
    picture = make_picture(column.site)
    campaign = make_campaign(
        column.site, banner_picture=picture, banner_text='Chung tay "số" & <hơn>'
    )
    tree = page(reader.get(campaign.path))
    (code,) = tree.xpath("//section[@class='carry']//code")
    link = html.fragment_fromstring(code.text)
    assert (link.tag, link.get("href")) == ("a", f"{column.site.origin}{campaign.path}")
    (image,) = link
    assert image.get("alt") == campaign.banner_text
    assert image.get("src") == f"{column.site.origin}{picture.url(720)}"
    assert set(link.attrib) | set(image.attrib) == {"href", "src", "width", "height", "alt"}


def test_a_banner_without_picture_is_its_words(reader, column):
    campaign = make_campaign(column.site, banner_text="<b>Chung tay</b>")
    (code,) = page(reader.get(campaign.path)).xpath("//section[@class='carry']//code")
    assert html.fragment_fromstring(code.text).text == "<b>Chung tay</b>"


def test_a_campaign_shows_its_days_and_its_place(reader, column):
    campaign = make_campaign(column.site)
    tree = page(reader.get(campaign.path))
    first, last = (f"{day:%d/%m/%Y}" for day in (campaign.starts_on, campaign.ends_on))
    assert f"Từ {first} đến hết {last}" in " ".join(tree.text_content().split())
    names = [step["name"] for step in linked_data(tree)["itemListElement"]]
    assert names == ["Chuyên đề", campaign.title]


def test_any_number_of_rows_takes_few_queries(reader, column, django_assert_max_num_queries):
    crowd = make_crowd(column, 60, tags=["số"])
    campaign = make_campaign(column.site, auto_tags=["số"], auto_column=column)
    pick(campaign, *crowd[:5])
    reader.get(campaign.path)
    with django_assert_max_num_queries(5):
        reader.get(campaign.path)
