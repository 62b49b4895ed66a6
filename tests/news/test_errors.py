"""What people see when something is not there, not allowed, or broken."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError

from cityweb.core import error_pages
from cityweb.news import nav
from cityweb.news.models import Redirect
from tests.news.makers import make_site
from tests.news.reading import page, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def calm(client):
    """A browser that shows our error pages instead of raising in the test."""
    client.raise_request_exception = False
    return client


def break_with(monkeypatch, problem):
    def fail(*_args, **_more):
        raise problem

    monkeypatch.setattr("cityweb.news.views.home.compose", fail)


def test_a_missing_page_offers_ways_on_inside_the_site(citizen):
    response = citizen.get("/khong-co/")
    tree = page(response)
    assert response.status_code == 404
    assert texts(tree, "//h1") == ["Không tìm thấy trang này"]
    assert tree.xpath("//main//form/@action") == ["/tim-kiem/"]
    assert tree.xpath("//footer")
    assert response["Cache-Control"] == "no-store"


def test_an_english_address_is_answered_in_english(citizen):
    tree = page(citizen.get("/en/not-there/"))
    assert texts(tree, "//h1") == ["This page was not found"]
    assert tree.get("lang") == "en"


def test_a_forbidden_page_says_what_to_do(calm, monkeypatch):
    break_with(monkeypatch, PermissionDenied())
    response = calm.get("/")
    assert response.status_code == 403
    assert "hãy đăng nhập" in response.content.decode()


def test_a_bad_request_says_what_to_do(calm, monkeypatch):
    break_with(monkeypatch, SuspiciousOperation("x"))
    response = calm.get("/")
    assert response.status_code == 400
    assert texts(page(response), "//h1") == ["Yêu cầu không đọc được"]


def test_a_fault_of_ours_tells_nothing_about_itself(calm, monkeypatch):
    break_with(monkeypatch, RuntimeError("mật khẩu là 123"))
    response = calm.get("/")
    assert response.status_code == 500
    assert texts(page(response), "//h1") == ["Trang gặp lỗi"]
    assert "123" not in response.content.decode()


def test_a_database_that_does_not_answer_is_a_503_drawn_without_it(
    calm, monkeypatch, django_assert_num_queries
):
    def fail(_host):
        raise OperationalError("connection refused")

    monkeypatch.setattr(nav, "site_for", fail)
    with django_assert_num_queries(0):
        response = calm.get("/")
    assert response.status_code == 503
    assert response["Retry-After"] == str(error_pages.RETRY_SECONDS)
    assert texts(page(response), "//h1") == ["Cổng đang tạm ngừng"]


def test_an_address_that_moved_leads_on_for_its_own_site_only(citizen):
    site, other = make_site(), make_site()
    Redirect.objects.create(site=site, old_path="/trang/cu/", new_path="/trang/moi/")
    response = citizen.get("/trang/cu/", headers={"host": site.host})
    assert (response.status_code, response["Location"]) == (301, "/trang/moi/")
    assert citizen.get("/trang/cu/", headers={"host": other.host}).status_code == 404


def test_a_page_that_exists_wins_over_a_redirect(citizen):
    site = make_site()
    Redirect.objects.create(site=site, old_path="/", new_path="/trang/moi/")
    assert citizen.get("/", headers={"host": site.host}).status_code == 200


def test_an_address_with_a_nul_is_not_there(citizen):
    assert citizen.get("/khong-co/%00/").status_code == 404
