"""Static pages in their tree, and the map of the site as text."""

import pytest

from cityweb.core.models import Organisation
from cityweb.news.models import Page
from tests.news.makers import make_column, make_site
from tests.news.reading import page, texts
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return make_site()


@pytest.fixture
def reader(citizen, site):
    citizen.defaults["HTTP_HOST"] = site.host
    return citizen


def make_page(site, title, *, parent=None, **fields):
    slug = fields.pop("slug", f"trang-{Page.objects.count()}")
    given = {"body": "<h2>Mục</h2><p>Nội dung.</p>", "is_public": True}
    return Page.objects.create(site=site, title=title, slug=slug, parent=parent, **given | fields)


def test_a_page_stands_in_its_family(reader, site):
    top = make_page(site, "Giới thiệu")
    child = make_page(site, "Bộ máy", parent=top)
    grandchild = make_page(site, "Ủy ban", parent=child)
    make_page(site, "Quy chế")
    tree = page(reader.get(grandchild.path))
    assert texts(tree, "//nav[@class='crumbs']//a") == ["Trang chủ", "Giới thiệu", "Bộ máy"]
    assert texts(tree, "//nav[@class='related']//li/a") == ["Bộ máy", "Ủy ban"]
    assert texts(tree, "//nav[@class='related']//a[@aria-current='page']") == ["Ủy ban"]


def test_the_unit_is_shown_and_the_person_is_not(reader, site):
    unit = Organisation.objects.create(name="Phòng Thông tin điện tử", kind="office")
    owner = make_person(full_name="Nguyễn Kín Tiếng", organisation=unit)
    text = reader.get(make_page(site, "Liên hệ", owner=owner).path).content.decode()
    assert "Phòng Thông tin điện tử" in text
    assert "Nguyễn Kín Tiếng" not in text


def test_a_page_that_is_not_public_is_not_there_but_what_is_below_it_is(reader, site):
    hidden = make_page(site, "Đang soạn", is_public=False)
    child = make_page(site, "Đã công khai", parent=hidden)
    assert reader.get(hidden.path).status_code == 404
    assert reader.get(child.path).status_code == 200
    tree = page(reader.get("/so-do-cong/"))
    assert "Đang soạn" not in tree.text_content()
    assert child.path in tree.xpath("//main//a/@href")


def test_what_editors_type_is_cleaned_again_on_the_way_out(reader, site):
    dirty = make_page(site, "Trang", body="<p onclick=a()>Chữ<script>b()</script></p>")
    assert texts(page(reader.get(dirty.path)), "//div[@class='body']") == ["Chữ"]


def test_the_map_names_every_column_and_public_page(reader, site):
    parent = make_column(site)
    child = make_column(site, parent=parent)
    about = make_page(site, "Giới thiệu")
    links = page(reader.get("/so-do-cong/")).xpath("//main//a/@href")
    assert {parent.path, child.path, about.path, "/rss/", f"/rss/{child.slug}/"} <= set(links)


def test_the_map_leads_nowhere_dead(reader, site):
    make_column(site, parent=make_column(site))
    make_page(site, "Giới thiệu")
    links = page(reader.get("/so-do-cong/")).xpath("//body//a/@href")
    inside = {link for link in links if link.startswith("/")}
    assert {link: reader.get(link).status_code for link in inside} == dict.fromkeys(inside, 200)


def test_any_number_of_pages_takes_few_queries(reader, site, django_assert_max_num_queries):
    top = make_page(site, "Giới thiệu")
    for number in range(30):
        make_page(site, f"Trang {number}", parent=top)
    # What a process remembers is filled first.
    for path in (top.path, "/so-do-cong/"):
        reader.get(path)
    with django_assert_max_num_queries(3):
        reader.get(top.path)
    with django_assert_max_num_queries(3):
        reader.get("/so-do-cong/")
