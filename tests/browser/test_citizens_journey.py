"""A citizen writes to a mailbox on a phone, follows it, and works without scripts as well."""

import re

from tests.browser.axe import findings, findings_in_both_schemes

FORM = "/gop-y/xay-dung-thanh-pho/"
# Nobody writes a letter faster; a quicker one is asked to wait.
READING_MS = 3_500


def write(page):
    page.select_option("#id_category", "thoat-nuoc")
    page.fill("#id_subject", "Nắp cống vỡ trước số 12")
    page.fill("#id_body", "Nắp cống giữa hẻm vỡ một nửa từ hai tuần nay.")


def send(page):
    page.wait_for_timeout(READING_MS)
    page.locator(".send button").click()
    page.wait_for_load_state()


def kept(page):
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('letter-'))")


def test_a_letter_from_a_phone_is_sent_and_followed(visit):
    page = visit(FORM, width=360)
    write(page)
    page.locator("#id_area").press_sequentially("quan 1", delay=20)
    page.wait_for_selector(".offers li")
    assert findings(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#id_area") == "Phường Bến Thành"
    page.set_input_files(
        "#id_files", [{"name": "ghi-chu.txt", "mimeType": "text/plain", "buffer": b"12"}]
    )
    page.wait_for_selector(".waiting li button")
    send(page)
    assert "Đã nhận ý kiến của ông/bà" in page.inner_text("h1")
    assert "ghi-chu.txt" in page.inner_text(".facts")
    assert findings_in_both_schemes(page, (1280, 360)) == []
    assert kept(page) == []
    assert page.context.cookies() == []
    page.click("text=Xem tình trạng")
    page.wait_for_load_state()
    assert re.search(r"Ý kiến XD\d\d-", page.inner_text("h1"))
    assert findings_in_both_schemes(page, (1280, 360)) == []


def test_what_was_typed_is_there_after_a_crash_of_the_page(visit):
    page = visit(FORM)
    write(page)
    page.wait_for_timeout(700)
    ticket = page.input_value("[name=ticket]")
    page.goto("about:blank")
    page.goto(FORM)
    assert page.input_value("#id_subject") == "Nắp cống vỡ trước số 12"
    assert page.input_value("[name=ticket]") == ticket
    page.click("text=Xóa bản nháp")
    page.wait_for_load_state()
    assert page.input_value("#id_subject") == ""
    assert kept(page) == []


def test_errors_are_told_beside_the_fields_and_axe_finds_nothing(visit):
    page = visit(FORM)
    send(page)
    assert page.locator("[role=alert] li").count() == 3
    assert page.evaluate("document.activeElement.id") == "chua-gui-duoc"
    assert findings_in_both_schemes(page, (1280, 360)) == []


def test_a_risky_letter_is_proved_by_the_browser_itself(visit):
    page = visit(FORM)
    write(page)
    page.evaluate("document.querySelector('#id_homepage').value = 'https://x.example'")
    page.locator(".send button").click()
    page.wait_for_selector(".codes", timeout=30_000)


def test_without_scripts_a_place_is_asked_about_and_files_wait(visit):
    page = visit(FORM, java_script_enabled=False)
    write(page)
    page.fill("#id_area", "quận 1")
    page.set_input_files(
        "#id_files", [{"name": "a.txt", "mimeType": "text/plain", "buffer": b"abc"}]
    )
    send(page)
    assert "a.txt" in page.inner_text(".waiting")
    page.locator("input[name=unit]").nth(1).check()
    send(page)
    assert "Đã nhận ý kiến" in page.inner_text("h1")


def test_the_receipt_prints_its_codes_and_no_buttons(visit):
    page = visit(FORM)
    write(page)
    send(page)
    page.emulate_media(media="print")
    assert page.locator(".codes").is_visible()
    assert page.locator("button:visible").count() == 0
