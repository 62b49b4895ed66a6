"""The wall of member sites in a real browser: alive, clean for axe, and fit for a phone."""

import pytest

from tests.browser.axe import findings_in_both_schemes

PASSWORD = "cityweb-demo-2026"
WALL = "/nghiep-vu/members/"
WIDTHS = (1280, 360)
# The sample sites are asked a few seconds after the start; a busy machine takes longer.
ALIVE_MS = 90_000


@pytest.fixture
def wall(visit):
    """The wall as the sample monitor sees it, once the sites have been asked."""
    page = visit(WALL)
    page.fill("input[name=login]", "theodoi@demo.cityweb.example")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"**{WALL}")
    page.get_by_role("heading", name="Có lỗi").wait_for(timeout=ALIVE_MS)
    return page


def test_the_wall_comes_to_life_by_itself_and_leads_to_a_proof(wall):
    assert findings_in_both_schemes(wall, WIDTHS) == []
    wall.set_viewport_size({"width": 1280, "height": 800})
    wall.get_by_role("link", name="Sở Công Thương").click()
    assert "Liên kết lạ mang lời chào mời" in wall.inner_text("main")
    assert "nhacai88.example" in wall.inner_text("main")
    assert findings_in_both_schemes(wall, WIDTHS) == []
    wall.get_by_role("button", name="Kiểm tra lại ngay").click()
    assert "xếp vào lượt kiểm tra tới" in wall.inner_text("main")


@pytest.mark.parametrize("address", [f"{WALL}danh-sach/", f"{WALL}danh-ba/nhap/"])
def test_the_other_screens_fit_a_phone_and_axe_finds_nothing(wall, address):
    wall.goto(address)
    assert findings_in_both_schemes(wall, WIDTHS) == []
    assert wall.evaluate("document.documentElement.scrollWidth") <= WIDTHS[-1]
