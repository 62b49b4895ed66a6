"""Six people see a dossier through, and a stranger verifies the licence: looked at by axe.

The rows are made here, and the pages served by the test's own process.
"""

import os
import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from cityweb.core.models import Role
from licensing.models import Dossier, Licence
from tests.browser.axe import findings_in_both_schemes
from tests.licensing import dossiers

# The driver keeps a loop of events in this thread, which is none of the portal's doing.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
pytestmark = pytest.mark.django_db(transaction=True)
RUNS_OUT = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def office(settings, tmp_path):
    settings.STAFF_SECOND_FACTOR_REQUIRED = False
    settings.PAPER_KEYS, settings.PAPER_DEMO_AUTHORITY = tmp_path, True
    return dossiers.Office()


@pytest.fixture
def page_of(browser, live_server, office):
    """A page of Chromium in which that person is signed in; nobody without a role."""
    made = []

    def open_page(role=None):
        profile = browser.new_context(base_url=live_server.url, locale="vi-VN")
        made.append(profile)
        if role is not None:
            client = Client()
            client.force_login(
                office.of(role), backend="allauth.account.auth_backends.AuthenticationBackend"
            )
            profile.add_cookies([{"name": "sessionid", "url": live_server.url,
                                  "value": client.cookies["sessionid"].value}])  # fmt: skip
        return profile.new_page()

    yield open_page
    for profile in made:
        profile.close()


def look_at(page):
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    found = findings_in_both_schemes(page, (1280, 360))
    assert found == [], "\n".join(found)
    assert not page.evaluate(RUNS_OUT)
    page.set_viewport_size({"width": 1280, "height": 900})


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def file_it(page):
    page.goto("/nop-ho-so/thu-tuc/cap-giay-phep/")
    look_at(page)
    page.get_by_role("link", name="Nộp trực tuyến").click()
    press(page, "Bắt đầu soạn hồ sơ")
    for name, words in dossiers.CONTENTS.items():
        page.fill(f"[name={name}]", words)
    expect(page.locator("[data-saved]")).to_contain_text(re.compile("Đã lưu lúc"))
    look_at(page)
    press(page, "Lưu và sang bước giấy tờ")
    draft = Dossier.objects.get()
    for one in draft.version.components.filter(is_required=True):
        dossiers.make_file(draft, one.code)
    page.reload()
    look_at(page)
    page.get_by_role("link", name="Sang bước kiểm tra").click()
    look_at(page)
    press(page, "Nộp hồ sơ")
    assert page.get_by_text("SHA-256 của toàn bộ hồ sơ").is_visible()
    look_at(page)
    return draft


def test_a_dossier_is_seen_through_by_six_people_and_a_stranger(page_of, office):
    applicant = page_of(Role.APPLICANT)
    draft = file_it(applicant)
    address = f"/nghiep-vu/licensing/{draft.pk}/"
    clerk = page_of(Role.ONE_STOP_CLERK)
    clerk.goto("/nghiep-vu/licensing/?heap=new")
    look_at(clerk)
    clerk.get_by_role("link", name=office.applicant.name).click()
    for name, words in (("days", "10"), ("source", "Quyết định công bố thủ tục")):
        clerk.fill(f"[name={name}]", words)
    clerk.select_option("[name=pause_mode]", "restart")
    look_at(clerk)
    press(clerk, "Tiếp nhận hồ sơ")
    clerk.select_option("[name=to]", str(office.of(Role.OFFICER).pk))
    press(clerk, "Chuyển chuyên viên")
    officer = page_of(Role.OFFICER)
    officer.goto(address)
    press(officer, "Bắt đầu thẩm định")
    for one in draft.version.components.filter(is_required=True):
        officer.select_option(f"[name=verdict_{one.pk}]", "good")
    look_at(officer)
    press(officer, "Ghi kết quả kiểm tra")
    officer.goto(f"{address}?panel=conditions")
    for one in draft.version.conditions.all():
        officer.select_option(f"[name=verdict_{one.pk}]", "met")
    look_at(officer)
    press(officer, "Ghi kết luận thẩm định")
    officer.fill(".step [name=reason]", "Theo đề nghị của tổ chức")
    press(officer, "Dự thảo kết quả")
    officer.goto(f"{address}?do=put-up")
    press(officer, "Trình Trưởng phòng")
    for role, button in (
        (Role.OFFICE_HEAD, "Duyệt, trình Giám đốc"),
        (Role.DIRECTOR, "Ký duyệt kết quả"),
        (Role.RECORDS_CLERK, "Cấp số, đóng dấu, phát hành"),
    ):
        desk = page_of(role)
        desk.goto(address)
        look_at(desk)
        press(desk, button)
    licence = Licence.objects.get()
    applicant.reload()
    assert applicant.get_by_text("Đã xử lý xong").first.is_visible()
    look_at(applicant)
    stranger = page_of()
    stranger.goto(f"/xac-minh/{licence.current.paper.code}")
    assert stranger.get_by_text(licence.number).first.is_visible()
    draft.refresh_from_db()
    stranger.goto(f"/ho-so/?ma={draft.code}")
    look_at(stranger)
