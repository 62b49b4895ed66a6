"""The life of licences from the first draft to the revocation, through the screens alone.

An organisation, five people of the office and a stranger, each in a browser of their own.
"""

import re
from datetime import date, timedelta

import pytest

from tests.browser.dossiers import (
    decided,
    do,
    history,
    opened,
    panel,
    received,
    sent,
    tick,
)
from tests.browser.people import People, press, put, scan
from tests.browser.proceedings import CASES, begun, ruled

EMAIL, PASSWORD = "lienhe@nhipsongmoi.example", "mat khau rieng cua nhip song"
PROFILE = {
    "name": "Công ty Cổ phần Nhịp Sống Mới",
    "registration": "Giấy chứng nhận đăng ký doanh nghiệp số 0319876543",
    "address": "Số 3 đường Lê Lợi, phường Sài Gòn, Thành phố Hồ Chí Minh",
    "phone": "028 3822 0000",
    "email": EMAIL,
    "representative": "Nguyễn Văn Đại Diện",
    "representative_position": "Giám đốc",
}
CONTENTS = {
    "site_name": "Nhịp sống mới",
    "purpose": "Cung cấp thông tin tổng hợp về đời sống tại Thành phố",
    "domains": "nhipsongmoi.example",
    "sections": "Đời sống\nVăn hóa",
    "sources": "Báo Một\nBáo Hai\nBáo Ba",
    "servers": "Trung tâm dữ liệu Thủ Đức",
    "manager": "Trần Thị Nội Dung",
    "manager_position": "Phó Giám đốc",
    "manager_phone": "028 3822 0001",
}
TODAY = date.today()
UNTIL, LONGER = TODAY + timedelta(days=1400), TODAY + timedelta(days=4200)
BACK = TODAY + timedelta(days=90)


@pytest.fixture
def people(visit):
    return People(visit)


def test_the_whole_life_of_licences(people, visit, tmp_path):
    applicant = signed_up(people, visit)
    write_profile(people, applicant)
    code = filed(people, applicant, CONTENTS | {"valid_to": UNTIL.isoformat()})
    received(people, code, look=people.look)
    asked_for_more(people, code)
    answered(people, applicant)
    appraised(people, code)
    decided(people, code, look=people.look)
    verified(people, visit, taken_home(people, applicant, code), tmp_path)

    # The register takes one decision a day: what follows is about licences of earlier days.
    holder = people["doanhnghiep"]
    domains = {"domains": "moi.example\nm.moi.example", "reason": "Thêm tên miền."}
    stranger = visit(again(people, holder, 0, "Sửa đổi, bổ sung giấy phép", domains))
    assert history(stranger) == ["Cấp giấy phép", "Sửa đổi, bổ sung"]
    assert "m.moi.example" in stranger.inner_text(".licence .facts")
    longer = {"valid_to": LONGER.isoformat(), "reason": "Tiếp tục hoạt động."}
    stranger.goto(again(people, holder, 1, "Gia hạn giấy phép", longer))
    assert history(stranger) == ["Cấp giấy phép", "Gia hạn"]
    assert f"đến hết ngày {LONGER:%d/%m/%Y}" in stranger.inner_text("p.standing")
    people.look(stranger, "giấy phép đã gia hạn", scheme="dark")

    remedied(people, applicant)
    suspended(people, stranger)
    revoked(people, stranger)
    assert people.faults == [], "\n".join(people.faults)


def signed_up(people, visit):
    """Prove an address by the link in the mail; return the page of the new account."""
    page = visit("/nop-ho-so/")
    people.look(page, "nộp hồ sơ")
    page.get_by_role("link", name="Đăng ký tài khoản").first.click()
    page.fill("input[name=email]", EMAIL)
    press(page, "Gửi liên kết xác nhận")
    page.goto(link_in_mail(people["quantri"], EMAIL))
    page.fill("input[name=full_name]", "Nguyễn Văn Đại Diện")
    page.fill("input[name=password]", PASSWORD)
    people.look(page, "tạo tài khoản")
    press(page, "Tạo tài khoản")
    return people.signed_in(EMAIL, PASSWORD)


def link_in_mail(page, email):
    """Wait for the mail to that address, and return the link in it."""
    page.goto("/nghiep-vu/thu-di/")
    row = page.get_by_role("row").filter(has_text=email)
    for _ in range(40):
        if row.count():
            break
        page.wait_for_timeout(250)
        page.reload()
    row.first.get_by_role("link").click()
    return page.locator(".letter a").first.get_attribute("href")


def write_profile(people, page):
    page.goto("/nop-ho-so/to-chuc/")
    for name, words in PROFILE.items():
        page.fill(f"[name={name}]", words)
    page.select_option("[name=kind]", "company")
    press(page, "Lưu thông tin")


def filed(people, page, contents):
    """Fill in a dossier for a first licence and send it; return its code of deposit."""
    page.goto("/nop-ho-so/thu-tuc/cap-giay-phep/")
    people.look(page, "thủ tục")
    page.get_by_role("link", name="Nộp trực tuyến").click()
    return sent(page, contents, look=people.look)


def asked_for_more(people, code):
    page = people["capphep"]
    panel(page, "Giấy tờ")
    people.look(page, "kiểm tra giấy tờ", scheme="dark")
    tick(page, "Đạt", wrong="Đề án hoạt động")
    do(page, "Yêu cầu bổ sung")


def answered(people, page):
    page.reload()
    assert page.inner_text(".standing-now") == "Yêu cầu bổ sung giấy tờ"
    people.look(page, "cần bổ sung")
    press(page, "Gửi bổ sung")
    assert "Chưa bổ sung hoặc giải trình" in page.inner_text("main")
    put(page, page.locator("#bo-sung ~ ol input[type=file]"), scan("de-an-da-ky"))
    page.locator("textarea[form=tra-loi]").fill("Đã ký và đóng dấu lại trang cuối.")
    press(page, "Gửi bổ sung")
    assert page.inner_text(".standing-now") == "Đang xử lý"


def appraised(people, code):
    page = people["capphep"]
    opened(page, code)
    panel(page, "Giấy tờ")
    tick(page, "Đạt")
    panel(page, "Thẩm định")
    people.look(page, "thẩm định")
    tick(page, "Đáp ứng")


def taken_home(people, page, code):
    """Return the number of the licence, as the holder reads it on its own page."""
    page.reload()
    assert page.inner_text(".standing-now") == "Đã trả kết quả"
    people.look(page, "hồ sơ đã có kết quả")
    page.goto("/ho-so/")
    page.fill("#ma", code)
    press(page, "Tra cứu")
    assert "Đã trả kết quả" in page.inner_text("main")
    people.look(page, "tra cứu hồ sơ")
    page.goto("/nop-ho-so/cua-toi/")
    return page.get_by_role("link", name=re.compile("^số ")).inner_text().removeprefix("số ")


def verified(people, visit, licence, tmp_path):
    """Let a stranger ask by number, then drop the file and one with a flipped byte."""
    page = visit("/xac-minh/")
    page.fill("#so", licence)
    press(page, "Tìm")
    people.look(page, "xác minh theo số")
    page.locator("#ket-qua ~ ul").get_by_role("link", name=licence).click()
    assert history(page) == ["Cấp giấy phép"]
    people.look(page, "giấy phép trong sổ")
    pdf = page.get_by_role("link", name="Bản ký số (PDF)").get_attribute("href")
    signed = page.request.get(pdf).body()
    forged = bytearray(signed)
    forged[len(forged) // 2] ^= 1
    for data, words in ((signed, "Nguyên vẹn, nhưng là bản thử"), (forged, "không hợp lệ")):
        file = tmp_path / "giay-phep.pdf"
        file.write_bytes(bytes(data))
        page.goto("/xac-minh/")
        page.set_input_files("#tep", file)
        press(page, "Xác minh tệp")
        assert words in page.inner_text("#ket-qua")
        people.look(page, f"tệp: {words}")


def again(people, page, place, procedure, contents):
    """File something about a licence from its own page and see it through; return where it is."""
    page.goto("/nop-ho-so/cua-toi/")
    page.get_by_role("link", name=re.compile("^số ")).nth(place).click()
    public = page.get_by_role("link", name="Xem trong sổ công khai").get_attribute("href")
    if place == 0:
        people.look(page, "giấy phép của tổ chức", scheme="dark")
    page.get_by_role("link", name=procedure, exact=True).click()
    code = sent(page, contents)
    received(people, code)
    tick(people["capphep"], "Đạt")
    decided(people, code)
    return public


def remedied(people, holder):
    """Have a condition put right: the head asks for it in a letter, the officer sees it done."""
    holder.goto("/nop-ho-so/cua-toi/")
    holder.get_by_role("link", name=re.compile("^số ")).first.click()
    holder.wait_for_url("**/giay-phep/*/")
    lacking = "Trang chủ không còn tên người chịu trách nhiệm quản lý nội dung."
    ground = "Không còn đáp ứng điều kiện cấp phép"
    case = begun(people, holder.url, ground, lacking, look=people.look)
    officer, head = people["capphep"], people["truongphong"]
    assert "Trưởng phòng gửi yêu cầu khắc phục trước" in officer.inner_text("#step")
    head.goto(case)
    do(head, "Yêu cầu khắc phục", days="10")
    holder.reload()
    assert lacking in holder.inner_text("#khac-phuc ~ p")
    people.look(holder, "bị yêu cầu khắc phục")
    letter = holder.get_by_role("link", name="Công văn yêu cầu khắc phục").get_attribute("href")
    assert holder.request.get(letter).body().startswith(b"%PDF")
    officer.goto(case)
    assert "tổ chức còn được khắc phục" in officer.inner_text("#step")
    people.look(officer, "chờ khắc phục")
    do(officer, "Ghi nhận đã khắc phục", reason="Trang chủ đã có tên, chức danh, điện thoại.")
    assert officer.inner_text(".case-facts .state") == "Kết thúc, không ra quyết định"


def suspended(people, stranger):
    """Suspend a licence whose holder was asked weeks ago to put things right, and never did."""
    officer = people["capphep"]
    officer.goto(f"{CASES}?state=remedy")
    officer.locator("td.code a").first.click()
    officer.wait_for_selector("#step")
    case = officer.url
    officer.locator("main .facts a").first.click()
    public = officer.locator("aside.detail a", has_text="Trang công khai").get_attribute("href")
    stranger.goto(public)
    ruled(
        people, case, reason="Hết hạn khắc phục, trang vẫn không có máy chủ tại Việt Nam.",
        until=BACK.isoformat(), source="Quy định đã đọc", look=people.look,
    )  # fmt: skip
    stranger.reload()
    assert stranger.inner_text("p.standing") == (f"Đang bị đình chỉ đến trước ngày {BACK:%d/%m/%Y}")
    assert history(stranger)[-1] == "Đình chỉ"
    people.look(stranger, "giấy phép bị đình chỉ")


def revoked(people, stranger):
    """Revoke the same licence in a proceeding of its own; ask by number, as strangers do."""
    again = "Trang vẫn đăng tin hằng ngày trong thời gian bị đình chỉ."
    case = begun(people, stranger.url, "Vi phạm đến mức thu hồi", again)
    ruled(people, case, reason=again)
    stranger.reload()
    assert stranger.inner_text("p.standing") == "Đã thu hồi"
    assert history(stranger)[-2:] == ["Đình chỉ", "Thu hồi"]
    people.look(stranger, "giấy phép bị thu hồi", scheme="dark")
    number = stranger.inner_text("h1").rpartition(" ")[2]
    stranger.goto("/xac-minh/")
    stranger.fill("#so", number)
    press(stranger, "Tìm")
    assert "Đã thu hồi" in stranger.locator("#ket-qua ~ ul").first.inner_text()
    people.look(stranger, "xác minh giấy phép bị thu hồi")
