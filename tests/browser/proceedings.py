"""How a proceeding about a licence goes through the screens: opened, then decided."""

from tests.browser.dossiers import DESK, _unseen, comes_next, do
from tests.browser.people import press

CASES = f"{DESK}vu-viec/"


def begun(people, licence, ground, facts, *, look=_unseen):
    """Open a proceeding about the licence at an address; return where it is on every desk."""
    page = people["capphep"]
    page.goto(f"{DESK}giay-phep/{licence.rstrip('/').rpartition('/')[2]}/")
    page.locator("summary", has_text="Mở vụ việc").click()
    form = page.locator("form[action$='/mo-vu-viec/']")
    form.locator("[name=ground]").select_option(label=ground)
    form.locator("[name=basis]").fill("Điểm d khoản 1 Điều 5, theo văn bản đã đọc")
    form.locator("[name=facts]").fill(facts)
    look(page, "giấy phép ở bàn làm việc")
    press(page, "Mở vụ việc")
    page.locator(f"main a[href^='{CASES}']").first.click()
    page.wait_for_selector("#step")
    return page.url


def ruled(people, case, *, look=_unseen, **drafted):
    """Draft, review, sign, issue the decision: each by another person."""
    for who, label, fields in (
        ("capphep", "Dự thảo quyết định", drafted),
        ("capphep", "Trình Trưởng phòng", {}),
        ("truongphong", "Duyệt, trình Giám đốc", {}),
        ("giamdoc", "Ký duyệt quyết định", {}),
        ("vanthu", "Cấp số, đóng dấu, ban hành", {}),
    ):
        page = people[who]
        page.goto(case)
        assert comes_next(page) == label
        look(page, f"vụ việc: {label}")
        do(page, label, **fields)
