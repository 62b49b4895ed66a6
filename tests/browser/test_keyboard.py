"""A reader without a mouse gets past the menus, sees where they are, and can search."""

import pytest

OUTLINE = """() => {
    const style = getComputedStyle(document.activeElement);
    return {
        tag: document.activeElement.tagName,
        text: document.activeElement.textContent.trim().slice(0, 60),
        shown: document.activeElement.checkVisibility({opacityProperty: true}),
        marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
            || style.boxShadow !== "none",
    };
}"""


def test_the_first_tab_stop_leads_past_the_menus(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target.startswith("#")
    assert page.evaluate(OUTLINE)["shown"]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == target
    assert page.locator(target).evaluate("e => e.matches('main') || e.querySelector('h1') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tab_stop_shows_where_it_is(visit, address_of, scheme):
    page = visit(address_of("article"), color_scheme=scheme)
    unmarked = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(OUTLINE)
        if stop["tag"] == "BODY":
            break
        if not (stop["marked"] and stop["shown"]):
            unmarked.append(stop)
    assert unmarked == []


def test_search_works_from_the_keyboard_alone(visit):
    page = visit("/")
    box = page.locator("input[type=search]").first
    box.focus()
    page.keyboard.type("thành phố")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?**")
    assert page.locator("main a[href*='/bai-viet/']").count() > 0
