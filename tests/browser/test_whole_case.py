"""One case from its plan to its end, through the screens, as the people who see it through."""

import base64
import re
import time
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from advertising.demo.zoo import server as zoo
from cityweb.settings import ports
from tests.browser.axe import findings
from tests.browser.test_desk_of_dossiers import signed_in  # noqa: F401  a fixture

DESK = "/nghiep-vu/advertising/"
SITE = "xeviet.example"
CAPTURE_SECONDS = 150
# A closing sign that opens another page: nobody has to wait for it while it is measured.
PAGE = "gia-mo-cua-so"
FAILS, SEEN = "F6", "Bấm nút tắt thì mở trang bán hàng."
PROOF = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)
LOOKS = [("light", 1280), ("dark", 360), ("light", 360)]


class Person:
    """Somebody at the desk, with a browser of their own."""

    def __init__(self, page):
        self.page = page

    def does(self, case, verb, **said):
        """Take a step on the page of a case: fill in its form and send it."""
        self.tries(case, verb, **said)
        expect(self.page.locator(".note.success")).to_be_visible()

    def tries(self, case, verb, **said):
        self.page.goto(f"{case}?do={verb}")
        self._send(f"form[action$='/{verb}/']", said)

    def writes(self, case, panel, verb, **said):
        """Fill in and send a form in a panel of the case."""
        self.page.goto(f"{case}?panel={panel}")
        self.unfold()
        self._send(f"main form[action$='/{verb}/']", said)
        expect(self.page.locator(".note.success")).to_be_visible()

    def unfold(self):
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    def _send(self, form, said):
        for name, value in said.items():
            field = self.page.locator(f"{form} [name='{name}']")
            if isinstance(value, bool):
                field.set_checked(value)
            elif isinstance(value, dict):
                field.set_input_files(value)
            elif field.evaluate("one => one.tagName") == "SELECT":
                text = field.locator("option").filter(has_text=value).first.inner_text()
                field.select_option(label=text)
            else:
                field.fill(value)
        self.page.locator(f"{form} button.btn").last.click()

    def looks_at(self, *addresses):
        """Return what axe finds on each with everything unfolded, and what outgrows a phone."""
        found = []
        for number, address in enumerate(addresses):
            scheme, width = LOOKS[number % len(LOOKS)]
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.goto(address)
            self.unfold()
            found += [f"{address} {scheme} {width}: {one}" for one in findings(self.page)]
            if self.page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{address}: wider than {width}")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1280, "height": 800})
        return found


def captured(person, case):
    """Wait until nothing is being captured; return how the newest capture ended."""
    ends_at = time.monotonic() + CAPTURE_SECONDS
    states = person.page.locator("main table").first.locator("tbody .state")
    while time.monotonic() < ends_at:
        person.page.goto(f"{case}?panel=evidence")
        if not {"Chờ chụp", "Đang chụp"} & set(states.all_inner_texts()):
            return states.first.inner_text()
        person.page.wait_for_timeout(1000)
    return pytest.fail("the page was not captured in time")


@pytest.mark.slow
def test_a_case_is_walked_from_its_plan_to_its_end(signed_in, portal):  # noqa: F811
    lead, head, director, clerk = (
        Person(signed_in(name, DESK)) for name in ("kiemtra", "truongphong", "giamdoc", "vanthu")
    )
    played = zoo.address(PAGE, ports.of_samples(urlsplit(portal).port) + 3)
    plan, case = planned(lead, director)
    # The page is opened as a phone and a desktop and measured while the decision is signed.
    lead.writes(case, "evidence", "chup", url=played)
    invited(lead, head, case)
    decided(lead, director, case)
    found = lead.looks_at(plan, f"{DESK}ke-hoach/", f"{DESK}ke-hoach/moi/", case)
    refused_without_evidence(lead, case)
    assert captured(lead, case) == "Đã xong"
    measured = lead.page.locator(".measured", has=lead.page.get_by_text(FAILS, exact=True))
    expect(measured.first).to_contain_text("bấm nút tắt thì mở trang khác")
    minuted(lead, case)
    found += lead.looks_at(*(f"{case}?panel={name}" for name in ("checklist", "people", "papers")))
    violation = charged(lead, case)
    fined(lead, head, violation)
    found += head.looks_at(violation)
    director.does(violation, "issue")
    clerk.does(violation, "serve", how="Giao tận tay bà Hạnh, Giám đốc công ty")
    lead.does(violation, "pay", receipt="BL-0001")
    head.does(case, "conclude", words="Có một hành vi vi phạm.", requests="Gỡ quảng cáo.")
    put_right(lead, case, violation, played)
    rest = ("", "vi-pham/", "tin-bao/", "bao-cao/", "bao-cao/vi-pham/", "thuc-dia/")
    found += lead.looks_at(violation, f"{case}chung-cu/1/", *(DESK + one for one in rest))
    assert captured(lead, case) == "Đã xong"
    expect(lead.page.locator("main table").first).to_contain_text("Không thấy quảng cáo nào")
    lead.does(violation, "comply")
    lead.does(case, "close")
    expect(lead.page.locator(".case-facts")).to_contain_text("Đã kết thúc")
    found += lead.looks_at(f"{case}?panel=diary", f"{case}?panel=evidence")
    assert found == []


def planned(lead, director):
    """Return the addresses of a plan that was approved, and of an inspection of it."""
    page = lead.page
    page.goto(f"{DESK}ke-hoach/moi/")
    page.select_option("[name=kind]", label="Đột xuất")
    for name, words in {
        "year": str(date.today().year), "name": "Kiểm tra nút tắt giả trên điện thoại",
        "purpose": "Chấn chỉnh quảng cáo không tắt được.", "grounds": "Phản ánh của người dân",
    }.items():  # fmt: skip
        page.fill(f"[name={name}]", words)
    page.get_by_role("button", name="Lập kế hoạch").click()
    plan = page.url
    lead.does(plan, "choose", site=SITE, reason="Nhiều phản ánh trong tháng.")
    lead.does(plan, "put-up")
    director.does(plan, "approve")
    lead.does(plan, "open", target=SITE)
    page.goto(plan)
    page.get_by_role("link", name=re.compile("^KT-")).click()
    return plan, page.url


def invited(lead, head, case):
    """Let another body be asked along: one proposes it, the head signs the letter."""
    lead.does(case, "invite", organisation="Sở VH&TT", purpose="Cử người tham gia đoàn")
    lead.page.goto(f"{case}?do=sign-invitation")
    expect(lead.page.get_by_role("button", name="Ký, gửi công văn mời")).to_have_count(0)
    head.does(case, "sign-invitation")
    expect(head.page.locator("main a[href*='/van-ban/']").first).to_be_visible()


def decided(lead, director, case):
    """Let the team be named, the decision signed, the inspected told, and the check begin."""
    lead.does(case, "staff", lead="Trần Đình Lộc")
    lead.does(case, "put-up")
    lead.page.goto(f"{case}?do=decide")
    expect(lead.page.get_by_role("button", name="Ký, ban hành")).to_have_count(0)
    director.does(case, "decide")
    lead.does(case, "notify", how="Giao trực tiếp cho giám đốc công ty")
    lead.does(case, "begin")


def marked(lead, case, exhibits):
    """Write a result into every line of the checklist; one fails."""
    page = lead.page
    page.goto(f"{case}?panel=checklist")
    for line in page.locator("ul.checks > li").all():
        is_bad = line.locator("h3").inner_text().startswith(f"{FAILS}.")
        line.locator("select").select_option("fail" if is_bad else "pass")
        if is_bad:
            line.locator("textarea").fill(SEEN)
            line.locator("input[name^=exhibits]").fill(exhibits)
    page.get_by_role("button", name="Ghi kết quả kiểm tra").click()
    expect(page.locator(".note.success")).to_be_visible()


def refused_without_evidence(lead, case):
    """The minutes are not closed while what was found has nothing to show for it."""
    marked(lead, case, exhibits="")
    lead.writes(
        case, "people", "attend", name="Bà Hoàng Thị Hạnh", position="Giám đốc",
        statement="Công ty sẽ gỡ quảng cáo trong ngày.",
    )  # fmt: skip
    lead.tries(case, "minute")
    expect(lead.page.locator(".step")).to_contain_text(f"Vi phạm chưa có chứng cứ: {FAILS}.")
    expect(lead.page.locator(".case-facts")).to_contain_text("Đang kiểm tra")


def minuted(lead, case):
    """Name the picture that was captured, and close the minutes."""
    lead.unfold()
    row = lead.page.locator("tr", has_text="Ảnh quảng cáo").first
    exhibit = row.locator("td").first.inner_text()
    marked(lead, case, exhibits=f"{exhibit} (góc trên bên phải)")
    lead.does(case, "minute")


def charged(lead, case):
    """Return the address of a violation whose offender has explained themselves."""
    lead.does(case, "charge")
    lead.page.goto(f"{case}?panel=case")
    lead.page.get_by_role("link", name=re.compile("VP")).first.click()
    violation = lead.page.url
    lead.does(violation, "minute")
    lead.does(violation, "explain", way="Bằng văn bản", words="Mạng quảng cáo tự chèn nút.")
    return violation


def fined(lead, head, violation):
    """Let the fine be reckoned by one and reviewed by another."""
    source = "Văn bản đối chiếu Điều 38 khoản 2"
    lead.does(
        violation, "draft", low="10000000", high="15000000", basis="cá nhân", source=source,
        authority="Giám đốc Sở", authority_source=source,
        remedies="Gỡ bỏ quảng cáo vi phạm", pay_to="Kho bạc Nhà nước khu vực II, tài khoản mẫu",
    )  # fmt: skip
    expect(lead.page.locator("#fine")).to_have_text("Xử phạt: 25.000.000 đồng")
    lead.page.goto(f"{violation}?do=review")
    expect(lead.page.get_by_role("button", name="Thẩm định pháp lý")).to_have_count(0)
    head.does(violation, "review", words="Đúng hành vi, đúng khung, còn thời hiệu.")


def put_right(lead, case, violation, played):
    """Let the owner take the advertisement down, and prove it; its page is captured again."""
    lead.page.goto(played.replace(f"{PAGE}/", ""))
    lead.page.locator(f"form[action='/go/{PAGE}/'] button").click()
    picture = {"name": "da-go.png", "mimeType": "image/png", "buffer": PROOF}
    lead.writes(
        case, "evidence", "gather", upload=picture, title="Trang sau khi gỡ", kind="Ảnh màn hình",
        is_own_screen=True,
    )  # fmt: skip
    lead.does(violation, "prove", remedy="Gỡ bỏ", proof="Trang sau khi gỡ")
