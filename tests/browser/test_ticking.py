"""Ticking many submissions on a narrow phone and by keyboard: the box that is pressed is ticked."""

from tests.browser.test_desk_of_mailboxes import LIST, desk  # noqa: F401  a fixture

BOXES = "tbody input[type=checkbox]"


def test_each_box_that_is_pressed_is_ticked_on_a_phone(desk):  # noqa: F811
    page = desk("chuyenvien", width=360)
    page.goto(LIST)
    boxes = page.locator(BOXES)
    for place in range(min(boxes.count(), 8)):
        boxes.nth(place).click()
        assert boxes.nth(place).is_checked(), place


def test_the_keyboard_reaches_a_box_and_stays_there(desk):  # noqa: F811
    page = desk("chuyenvien")
    page.goto(LIST)
    page.locator(BOXES).nth(1).focus()
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    assert page.locator(BOXES).nth(1).is_checked()
