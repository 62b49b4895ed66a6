"""One case from the plan to its end, as the four people who see it through."""

import re
import time
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.test_desk_of_dossiers import looked_at, signed_in  # noqa: F401  a fixture

DESK = "/nghiep-vu/advertising/"
# A page is opened as a phone and a desktop, measured, and shown again from its archive.
CAPTURE_SECONDS = 150


class Person:
    """Somebody at the desk, with a browser of their own."""

    def __init__(self, page):
        self.page = page

    def does(self, case, verb, **said):
        """Take a step on the page of a case: fill in its form and send it."""
        self.page.goto(f"{case}?do={verb}")
        self._send(f"form[action$='/{verb}/']", said)

    def writes(self, case, panel, verb, **said):
        """The same in a panel of the case."""
        self.page.goto(f"{case}?panel={panel}")
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        self._send(f"main form[action$='/{verb}/']", said)

    def _send(self, form, said):
        for name, value in said.items():
            field = self.page.locator(f"{form} [name='{name}']")
            if value is False:
                field.uncheck()
            elif isinstance(value, dict) or field.get_attribute("type") == "file":
                field.set_input_files(value)
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(**({"index": value} if value == 1 else {"label": value}))
            else:
                field.fill(value)
        self.page.locator(f"{form} button.btn").last.click()
        expect(self.page.locator(".note.success")).to_be_visible()


def wait_for_captures(person, case):
    ends_at = time.monotonic() + CAPTURE_SECONDS
    states = person.page.locator("main table").first.locator("tbody .state")
    while time.monotonic() < ends_at:
        person.page.goto(f"{case}?panel=evidence")
        if not {"Chờ chụp", "Đang chụp"} & set(states.all_inner_texts()):
            return states.first.inner_text()
        person.page.wait_for_timeout(2000)
    return pytest.fail("the page was not captured in time")


@pytest.mark.slow
def test_a_case_is_walked_by_four_people(signed_in):  # noqa: F811
    lead, second, head, director = (
        Person(signed_in(name, DESK)) for name in ("kiemtra", "kiemtra2", "truongphong", "giamdoc")
    )
    case = planned_and_decided(lead, director)
    lead.writes(case, "evidence", "chup", measures=False)
    assert wait_for_captures(lead, case) == "Đã xong"
    checked(lead, case)
    violation = charged(lead, case)
    sanctioned(violation, lead, second, director)
    head.does(case, "conclude", words="Có một hành vi vi phạm.", requests="Gỡ quảng cáo.")
    put_right(lead, case, violation)
    lead.does(case, "close")
    expect(lead.page.locator(".case-facts")).to_contain_text("Đã kết thúc")
    panels = [f"{case}?panel={name}" for name in ("case", "evidence", "checklist", "people")]
    screens = [*panels, f"{case}?panel=papers", f"{case}?panel=diary", violation]
    lists = ["", "ke-hoach/", "tin-bao/", "vi-pham/", "bao-cao/", "bao-cao/vi-pham/", "thuc-dia/"]
    custody = f"{case}chung-cu/1/"
    assert looked_at(lead.page, custody, *screens, *(DESK + one for one in lists)) == []


def planned_and_decided(lead, director):
    """Return the address of an inspection that may begin, and has."""
    lead.page.goto(f"{DESK}ke-hoach/moi/")
    year = str(date.today().year)
    said = {"year": year, "name": "Kiểm tra đột xuất", "purpose": "…", "grounds": "…"}
    for name, words in said.items():
        lead.page.fill(f"[name={name}]", words)
    lead.page.get_by_role("button", name=re.compile("Lập kế hoạch")).click()
    plan = lead.page.url
    lead.does(plan, "choose", site="tinbennghe.example", reason="Nhiều phản ánh.")
    lead.does(plan, "put-up")
    director.does(plan, "approve")
    lead.does(plan, "open", target=1)
    lead.page.goto(plan)
    lead.page.get_by_role("link", name=re.compile("^KT-")).click()
    case = lead.page.url
    lead.does(case, "staff", lead="Trần Đình Lộc")
    lead.does(case, "put-up")
    director.does(case, "decide")
    lead.does(case, "notify", how="Giao trực tiếp cho giám đốc")
    lead.does(case, "begin")
    return case


def checked(lead, case):
    """Fill in the checklist, let the inspected speak, sign the minutes."""
    page = lead.page
    page.goto(f"{case}?panel=checklist")
    for line in page.locator("ul.checks > li").all():
        is_bad = line.locator("h3").inner_text().startswith("F5B.")
        line.locator("select").select_option("fail" if is_bad else "pass")
        if is_bad:
            line.locator("textarea").fill("Sau 3 giây mới tắt được.")
            line.locator("input[name^=exhibits]").fill("CC-01 (giữa màn hình)")
    page.get_by_role("button", name="Ghi kết quả kiểm tra").click()
    lead.writes(case, "people", "attend", name="Ông An", position="Giám đốc", statement="Sẽ gỡ.")
    lead.does(case, "minute")


def charged(lead, case):
    """Return the address of a violation with its minutes."""
    lead.does(case, "charge")
    lead.page.goto(case)
    lead.page.get_by_role("link", name=re.compile("/VP")).first.click()
    violation = lead.page.url
    lead.does(violation, "minute")
    lead.does(violation, "explain", way="Không giải trình")
    return violation


def sanctioned(violation, lead, second, director):
    source = "Văn bản đối chiếu Điều 38 khoản 2"
    lead.does(
        violation, "draft", low="10000000", high="15000000", source=source,
        authority="Giám đốc Sở", authority_source=source,
        remedies="Gỡ quảng cáo", pay_to="Kho bạc Nhà nước, tài khoản mẫu",
    )  # fmt: skip
    second.does(violation, "review", words="Đúng căn cứ, đúng khung.")
    director.does(violation, "issue")
    lead.does(violation, "serve", how="Giao tận tay giám đốc")
    lead.does(violation, "pay", receipt="BL-0001")


def put_right(lead, case, violation):
    """Prove the remedy; the page is captured again, still bad, and that is explained."""
    lead.writes(case, "evidence", "chup", measures=False)
    wait_for_captures(lead, case)
    lead.does(violation, "prove", remedy=1, proof=1)
    wait_for_captures(lead, case)
    lead.does(violation, "comply", words="Đã xem lại trang: quảng cáo khác, lập hồ sơ riêng.")
