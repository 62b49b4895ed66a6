"""A stranger looks a licence up, takes its paper and lets it be verified; a forged one is found."""

from tests.browser.axe import findings_in_both_schemes

WIDTHS = (1280, 360)


def check(page):
    found = findings_in_both_schemes(page, WIDTHS)
    assert found == [], "\n".join(found)


def test_a_stranger_verifies_a_licence(visit, tmp_path):
    page = visit("/giay-phep/", java_script_enabled=True)
    page.locator(".hits a").first.click()
    check(page)
    address = page.url
    pdf = page.request.get(page.get_by_role("link", name="Bản ký số").get_attribute("href")).body()
    forged = bytearray(pdf)
    forged[len(forged) // 2] ^= 1
    for data, words in ((pdf, "Nguyên vẹn, nhưng là bản thử"), (forged, "Tệp này không hợp lệ")):
        file = tmp_path / "giay-phep.pdf"
        file.write_bytes(bytes(data))
        page.goto("/xac-minh/")
        page.set_input_files("#tep", file)
        page.get_by_role("button", name="Xác minh tệp").click()
        assert page.locator("#ket-qua").inner_text() == words
        check(page)
    page.goto(f"{address}?ngay=2020-01-01")
    assert "chưa được cấp" in page.get_by_role("status").inner_text()
    check(page)
