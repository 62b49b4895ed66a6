"""What stands around every public page, and what every answer promises to caches and browsers."""

import pytest
from django.conf import settings

from cityweb.news import nav
from cityweb.news.models import Column, Page, Site
from tests.news.crowds import make_crowd
from tests.news.makers import make_column, make_site
from tests.news.reading import page, texts

pytestmark = pytest.mark.django_db

PAGES = ["/", "/chuyen-muc/thoi-su/", "/chuyen-de/", "/tim-kiem/?q=metro", "/so-do-cong/", "/en/"]


@pytest.fixture
def cityweb():
    """The default site, with an article and a page."""
    site = Site.objects.get(code="cityweb")
    make_crowd(Column.objects.get(site=site, slug="thoi-su"), 2)
    Page.objects.create(
        site=site, title="Giới thiệu", slug="gioi-thieu", is_public=True, is_in_footer=True
    )
    return site


@pytest.mark.parametrize("path", PAGES)
def test_the_same_bytes_go_to_everyone(citizen, cityweb, editor, path):
    answers = [citizen.get(path)]
    citizen.force_login(editor)
    answers.append(citizen.get(path))
    assert answers[0].content == answers[1].content
    for answer in answers:
        assert answer.cookies == {}
        assert answer["Cache-Control"] == "public, max-age=30, stale-while-revalidate=60"
        assert "Cookie" not in answer.get("Vary", "")
    assert "csrf" not in answers[0].content.decode().lower()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_the_page_needs_inline_code_or_another_host(citizen, cityweb, path):
    response = citizen.get(path)
    tree = page(response)
    inline = tree.xpath(
        "//style | //@style | //script[not(@src)][not(@type='application/ld+json')]"
    )
    assert inline == []
    sources = tree.xpath("//@src | //link[@rel!='alternate'][@rel!='canonical']/@href")
    assert [source for source in sources if not source.startswith("/")] == []
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_a_language_a_title_and_a_canonical_address(
    citizen, cityweb, path
):
    tree = page(citizen.get(path))
    assert len(tree.xpath("//h1")) == 1
    assert tree.get("lang") == ("en" if path.startswith("/en/") else "vi")
    assert tree.findtext(".//title").strip()
    (canonical,) = tree.xpath("//link[@rel='canonical']/@href")
    assert canonical.startswith(cityweb.origin)
    assert tree.xpath("//a[@class='skip']/@href") == ["#noi-dung"]
    assert tree.xpath("//main[@id='noi-dung']")


def test_the_header_names_the_agency_and_the_four_ways(citizen, cityweb):
    tree = page(citizen.get("/"))
    assert cityweb.owner_name in texts(tree, "//header")[0]
    named = set(texts(tree, "//a"))
    assert {"Trang chủ", "Giới thiệu", "Dịch vụ công trực tuyến", "Sơ đồ cổng"} <= named
    assert "https://dichvucong.gov.vn" in tree.xpath("//a/@href")


def test_the_footer_names_who_answers_for_the_site(citizen, cityweb):
    (footer,) = texts(page(citizen.get("/")), "//footer")
    for fact in ("owner_name", "responsible_person", "address", "phone", "email"):
        assert getattr(cityweb, fact) in footer
    assert "©" in footer


def test_the_other_language_is_offered_where_it_exists(citizen, cityweb):
    assert page(citizen.get("/")).xpath("//a[@class='language']/@href") == ["/en/"]
    assert page(citizen.get("/en/")).xpath("//a[@class='language']/@href") == ["/"]
    alone = make_site()
    make_column(alone)
    nav.forget()
    tree = page(citizen.get("/", headers={"host": alone.host}))
    assert tree.xpath("//a[@class='language']") == []


def test_english_pages_speak_english(citizen, cityweb):
    text = page(citizen.get("/en/")).text_content()
    assert cityweb.owner_name_en in text
    assert "Skip to main content" in text
    assert "Trang chủ" not in text


def test_two_sites_show_their_own_names_and_menus(citizen, cityweb):
    other = Site.objects.get(code="ict-hcm")
    tree = page(citizen.get("/", headers={"host": other.host}))
    assert other.owner_name in texts(tree, "//header")[0]
    menu = set(texts(tree, "//ul[@class='strip']//a"))
    assert "Tin ICT" in menu
    assert "Tin thời sự" not in menu


def test_a_renamed_column_shows_in_the_menu_as_soon_as_it_is_read_anew(citizen, cityweb):
    citizen.get("/")
    Column.objects.filter(slug="thoi-su").update(name="Thời sự trong ngày")
    nav.forget()
    assert "Thời sự trong ngày" in texts(page(citizen.get("/")), "//ul[@class='strip']//a")


def test_reading_needs_no_script(citizen, cityweb):
    tree = page(citizen.get("/"))
    (controls,) = tree.xpath("//div[@class='reader']")
    assert "hidden" in controls.attrib
    assert tree.xpath("//nav[@class='menu']//details/summary")


def test_only_reading_is_possible(citizen, cityweb):
    for path in PAGES:
        assert citizen.head(path).status_code == 200
        assert citizen.post(path).status_code == 405


def test_the_sheet_stays_small():
    assert (settings.ROOT / "static/css/site.css").stat().st_size < 25_000
    assert (settings.ROOT / "static/js/reader.js").stat().st_size < 4_000
