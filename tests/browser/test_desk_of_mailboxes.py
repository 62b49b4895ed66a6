"""The officers' desk in a real browser: axe finds nothing, a phone holds it, keys walk the list."""

import pytest

from tests.browser.axe import findings_in_both_schemes

PASSWORD = "cityweb-demo-2026"
LIST = "/nghiep-vu/feedback/"
WIDTHS = (1280, 360)


@pytest.fixture
def desk(visit):
    """Sign a sample person in and return the page they see: `desk("chuyenvien")`."""

    def sign_in(name, width=1280):
        page = visit(LIST, width=width)
        page.fill("input[name=login]", f"{name}@demo.cityweb.example")
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"**{LIST}")
        return page

    return sign_in


def first_in(page, query):
    page.goto(f"{LIST}?{query}")
    return page.locator("[data-open]").first.get_attribute("href")


CASES = {
    "new": "state=submitted",
    "accepted": "state=accepted",
    "classified": "state=classified",
    "at a body": "state=forwarded&panel=forwarding",
    "answered": "state=answered",
    "in review": "state=reply_review",
    "replied": "state=replied&sort=received",
}


def test_axe_finds_nothing_on_the_list(desk):
    page = desk("chuyenvien")
    for query in ("", "?state=forwarded&urgent=on", "?q=kh%C3%B4ng+c%C3%B3+g%C3%AC", "?heap=spam"):
        page.goto(LIST + query)
        for fold in page.locator("details.fold:visible > summary").all():
            fold.click()
        found = findings_in_both_schemes(page, WIDTHS)
        assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", CASES)
def test_axe_finds_nothing_on_a_case(desk, kind):
    page = desk("truongphong")
    address = first_in(page, CASES[kind])
    for query in ("", "?panel=timeline", "?panel=reply", "?panel=notes", "?panel=forwarding"):
        page.goto(address + query)
        for fold in page.locator(
            "main details > summary:visible, aside > section > details > summary:visible"
        ).all():
            fold.click()
        found = findings_in_both_schemes(page, WIDTHS)
        assert found == [], f"{query}\n" + "\n".join(found)


def test_axe_finds_nothing_on_the_days_of_a_deadline(desk):
    page = desk("chuyenvien")
    page.goto(first_in(page, "state=classified") + "deadline/")
    found = findings_in_both_schemes(page, WIDTHS)
    assert found == [], "\n".join(found)


def test_nothing_runs_out_of_a_narrow_phone(desk):
    page = desk("chuyenvien", width=360)
    addresses = [LIST, first_in(page, "state=answered"), first_in(page, "state=forwarded")]
    for address in addresses:
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, address


def test_keys_walk_the_list_and_open_a_case(desk):
    page = desk("chuyenvien")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("[data-row]").nth(1)
    assert second.get_attribute("aria-selected") == "true"
    page.keyboard.press("x")
    assert second.locator("[name=code]").is_checked()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 5, "y": 5})
    address = second.locator("[data-open]").get_attribute("href")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_ready_made_words_go_into_the_text(desk):
    page = desk("chuyenvien")
    page.goto(first_in(page, "state=submitted") + "?do=redirect")
    page.get_by_text("Đoạn soạn sẵn").click()
    page.locator("[data-insert]").first.click()
    assert len(page.locator("#case-guidance").input_value()) > 40
