"""From an empty page to a reader: two people write, edit, approve and publish; a citizen finds it.

One test, because it is one story; each step stands on the one before.
"""

import re
import secrets

import feedparser
import pytest

from tests.browser.axe import findings, findings_in_both_schemes

WRITER = "thoisu@demo.cityweb.example"
APPROVER = "truongban@demo.cityweb.example"
PASSWORD = "cityweb-demo-2026"
AUTOSAVE_MS = 30_000


@pytest.fixture
def sign_in(visit):
    def enter(email, path="/admin/"):
        page = visit(f"/tai-khoan/dang-nhap/?next={path}")
        page.fill("input[name=login]", email)
        page.fill("input[name=password]", PASSWORD)
        page.locator("main form").first.get_by_role("button").click()
        page.wait_for_url(f"**{path}")
        return page

    return enter


def type_body(page, text):
    page.locator(".ck-editor__editable").click()
    page.keyboard.type(text)


def press(page, label):
    page.locator(".steps").get_by_role("button", name=label, exact=True).click()


def state_of(page):
    return page.locator(".standing .state").inner_text()


def test_an_article_goes_from_an_empty_page_to_a_reader(sign_in, visit, portal):
    mark = secrets.token_hex(3)
    title = f"Khánh thành cầu đi bộ rạch Xuyên Tâm {mark}"

    # The writer begins, types, and is saved without pressing anything.
    writer = sign_in(WRITER, "/admin/news/edition/add/")
    writer.fill("[name=title]", title)
    column = writer.locator("[name=column] option", has_text="Tin thời sự").first
    writer.select_option("[name=column]", column.get_attribute("value"))
    writer.get_by_role("button", name="Bắt đầu viết").click()
    writer.wait_for_url(re.compile(r"/admin/news/edition/\d+/change/"))
    address = writer.url.removeprefix(portal)
    writer.fill("[name=lead]", "Cây cầu dài 120 mét nối hai bờ kênh mở cửa cho người dân.")
    type_body(writer, "Sáng nay, người dân hai phường qua lại trên cây cầu mới.")
    with writer.expect_response(re.compile("/tu-luu/"), timeout=AUTOSAVE_MS + 5000) as saved:
        pass
    assert saved.value.json()["errors"] == {}
    writer.reload()
    assert "qua lại trên cây cầu mới" in writer.locator(".ck-editor__editable").inner_text()
    press(writer, "Trình biên tập")
    assert state_of(writer) == "Chờ biên tập"

    # The second person edits, approves and publishes; the writer could not have.
    editor = sign_in(APPROVER, address)
    assert writer.get_by_role("button", name="Duyệt bài").count() == 0
    editor.fill("[name=lead]", "Cầu đi bộ dài 120 mét mở cửa cho người dân từ sáng nay.")
    press(editor, "Biên tập xong, trình duyệt")
    press(editor, "Duyệt bài")
    press(editor, "Đăng ngay")
    assert state_of(editor) == "Đang đăng"
    assert findings(editor) == []

    # A citizen finds it by search without marks, reads it, and the feed has it.
    citizen = visit(f"/tim-kiem/?q=khanh+thanh+cau+di+bo+rach+xuyen+tam+{mark}", width=360)
    citizen.get_by_role("link", name=re.compile(mark)).first.click()
    assert citizen.locator("h1").inner_text() == title
    assert "mở cửa cho người dân từ sáng nay" in citizen.locator("article").inner_text()
    assert title in [entry.title for entry in feedparser.parse(f"{portal}/rss/").entries]
    published_at = citizen.url.removeprefix(portal)

    # Withdrawn for an error: the address says gone, in words, and passes axe as well.
    editor.locator("summary", has_text="Gỡ bài").click()
    editor.locator("[name=withdraw-kind][value=error]").check()
    editor.fill("[name=withdraw-note]", "Thông tin chưa chính xác.")
    press(editor, "Gỡ bài")
    assert state_of(editor) == "Đã gỡ"
    assert findings(visit(published_at, status=410)) == []


@pytest.mark.parametrize(
    "path", ["/nghiep-vu/", "/admin/", "/admin/news/edition/", "/admin/news/edition/add/"]
)
def test_axe_finds_nothing_at_the_desk(sign_in, path):
    page = sign_in(APPROVER, path)
    found = findings_in_both_schemes(page, (1280,))
    assert found == [], "\n".join(found)
