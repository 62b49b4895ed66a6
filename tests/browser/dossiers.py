"""How dossiers go through the screens: filed by an organisation, worked on at the desk."""

from tests.browser.people import press, put, scan

DESK = "/nghiep-vu/licensing/"
SOURCE = "Quyết định công bố thủ tục của Thành phố"


def _unseen(page, name, **options):
    """Look at nothing: a screen of this kind was looked at before."""


def sent(page, contents, *, look=_unseen):
    """Fill in what was begun, add what is missing, send it; return its code of deposit."""
    press(page, "Bắt đầu soạn hồ sơ")
    for name, words in contents.items():
        page.fill(f"[name={name}]", words)
    look(page, "nội dung", scheme="dark")
    press(page, "Lưu và sang bước giấy tờ")
    page.get_by_role("link", name="3. Kiểm tra, nộp").click()
    assert "Chưa nộp được, cần sửa hoặc bổ sung" in page.inner_text("main")
    look(page, "cần sửa hoặc bổ sung")
    missing = page.locator(".summary a").all_inner_texts()
    page.get_by_role("link", name="2. Giấy tờ").click()
    for name in missing:
        part = page.locator("ol.papers > li").filter(has_text=name)
        put(page, part.locator("input[type=file]"), scan(name[:40]))
    look(page, "giấy tờ")
    page.get_by_role("link", name="Sang bước kiểm tra").click()
    look(page, "kiểm tra")
    press(page, "Nộp hồ sơ")
    assert page.inner_text(".standing-now") == "Mới đăng ký"
    look(page, "biên nhận")
    return page.inner_text(".lead .code")


def opened(page, code):
    """Find a dossier in the list of the desk by its code, and open it."""
    page.goto(f"{DESK}?q={code}")
    page.locator("a[data-open]").first.click()
    page.wait_for_selector("#panel")


def comes_next(page):
    """Return the step that stands open for a person, with its button, not among the others."""
    return page.inner_text("#step h2")


def do(page, label, **fields):
    """Take one step on what is open: the step that stands open, or another of those offered."""
    if comes_next(page) != label:
        folded = page.locator("#step details:not([open]) > summary")
        if folded.count():
            folded.click()
        page.locator("#step").get_by_role("link", name=label, exact=True).click()
        page.wait_for_selector(f"#step h2:text-is('{label}')")
    for name, words in fields.items():
        field = page.locator(f"#step [name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)
    with page.expect_navigation():
        page.locator("#step .acts button").click()
    said = page.locator(".notes")
    assert said.count() and said.inner_text().startswith("Đã ghi"), page.inner_text("body")


def received(people, code, *, look=_unseen):
    """Receive, hand over and take up: the clerk, then the specialist."""
    page = people["motcua"]
    opened(page, code)
    look(page, "hồ sơ chờ tiếp nhận")
    do(page, "Tiếp nhận hồ sơ", days="10", pause_mode="restart", source=SOURCE)
    officer = page.locator("[name=to] option", has_text="Vũ Đình Khoa").get_attribute("value")
    do(page, "Chuyển chuyên viên", to=officer)
    page = people["capphep"]
    opened(page, code)
    do(page, "Bắt đầu thẩm định")


def tick(page, chosen, *, wrong=""):
    """Choose the same in every row of a list; one is wrong and says so. Save the list.

    Papers for which there is no file stay open.
    """
    for row in page.locator("ul.checks > li, ol.checks > li").all():
        words = row.inner_text()
        if "Chưa có tệp." in words:
            continue
        is_wrong = bool(wrong) and wrong in words
        row.locator("select").select_option(label="Chưa đúng, chưa đủ" if is_wrong else chosen)
        if is_wrong:
            row.locator("textarea").fill("Trang cuối chưa có chữ ký và dấu của người đứng đầu.")
    with page.expect_navigation():
        page.locator("#panel ~ section button.go").click()


def panel(page, name):
    page.get_by_role("navigation", name="Phần của hồ sơ").get_by_role("link", name=name).click()
    page.wait_for_selector(f"nav.tabs a[aria-current]:text-is('{name}')")


def decided(people, code, *, look=_unseen):
    """Draft, review, sign, number and seal, hand out: each by another person."""
    page = people["capphep"]
    assert comes_next(page) == "Dự thảo kết quả"
    do(page, "Dự thảo kết quả", reason=f"Theo đề nghị. {SOURCE}.")
    panel(page, "Văn bản")
    look(page, "dự thảo")
    assert comes_next(page) == "Trình Trưởng phòng"
    do(page, "Trình Trưởng phòng")
    for who, label in (
        ("truongphong", "Duyệt, trình Giám đốc"),
        ("giamdoc", "Ký duyệt kết quả"),
        ("vanthu", "Cấp số, đóng dấu, phát hành"),
        ("motcua", "Trả kết quả"),
    ):
        page = people[who]
        opened(page, code)
        assert comes_next(page) == label
        do(page, label)


def history(page):
    """Return what happened to the licence, the first first."""
    return page.locator(".timeline h3").all_inner_texts()[::-1]
