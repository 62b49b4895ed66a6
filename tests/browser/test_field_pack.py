"""A pack taken along, worked on without a network, sent when there is one again."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings_in_both_schemes
from tests.browser.test_desk_of_dossiers import signed_in  # noqa: F401  a fixture

DESK = "/nghiep-vu/advertising/"
PASSPHRASE = "sông Sài Gòn 2026"
# A red dot, as a phone would send it.
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)
# Everything that the page keeps on the device, as text: keys and words must not stand in it.
KEPT = """async () => {
    const read = (request) => new Promise((done) => {
        request.onsuccess = () => done(request.result);
    });
    const base = await read(indexedDB.open("cityweb-field"));
    const rows = [];
    for (const name of ["packs", "entries"])
        rows.push(...await read(base.transaction(name).objectStore(name).getAll()));
    const text = (value) => {
        if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
            return new TextDecoder().decode(value);
        if (value && typeof value === "object") return Object.values(value).map(text).join(" ");
        return String(value);
    };
    return rows.map(text).join(" ");
}"""


@pytest.mark.slow
def test_a_pack_is_worked_on_offline_and_merged_when_back(signed_in):  # noqa: F811
    page = signed_in("kiemtra", DESK)
    page.goto(f"{DESK}?q=tinbennghe.example")
    page.locator("main table a").first.click()
    case = page.url.split("?")[0]
    page.get_by_role("link", name="Bảng kiểm").click()
    page.get_by_role("link", name=re.compile("Mang ra thực địa")).click()
    page.get_by_label("Mật khẩu của gói").first.fill(PASSPHRASE)
    page.get_by_label("Gõ lại mật khẩu").fill(PASSPHRASE)
    page.get_by_role("button", name="Lấy gói").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("tinbennghe.example")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")

    page.context.set_offline(True)
    page.reload()
    page.get_by_label("Mật khẩu của gói").last.fill("không phải mật khẩu", timeout=30_000)
    page.get_by_role("button", name="Mở", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Mật khẩu không đúng.")
    page.get_by_label("Mật khẩu của gói").last.fill(PASSPHRASE)
    page.get_by_role("button", name="Mở", exact=True).click()
    left = page.locator("#lines > li").filter(has=page.locator("[data-own]")).last
    left.get_by_label("Kết quả").select_option("fail")
    left.get_by_label("Mô tả").fill("Thấy ở quầy: thiếu cảnh báo bắt buộc")
    left.get_by_label("Ảnh").set_input_files(
        {"name": "quay.png", "mimeType": "image/png", "buffer": PHOTO}
    )
    expect(left.locator("canvas")).to_be_visible()
    page.get_by_label("Ghi chú", exact=True).fill("Chủ cửa hàng đi vắng")
    page.get_by_role("button", name="Thêm ghi chú").click()
    expect(page.locator("#sent")).to_have_text("3 mục chờ gửi · không có mạng")
    expect(page.get_by_role("button", name="Gửi về hồ sơ")).to_be_disabled()
    kept = page.evaluate(KEPT)
    assert "tinbennghe" not in kept and "vắng" not in kept and "\x89PNG" not in kept
    assert findings_in_both_schemes(page, (1280, 360)) == []

    page.context.set_offline(False)
    page.get_by_role("button", name="Gửi về hồ sơ").click()
    expect(page.locator("#sent")).to_have_text("Mọi mục đã gửi")
    expect(left.locator("[data-own]")).to_have_text("Đã vào hồ sơ")
    expect(left.locator(".kept-entries")).to_contain_text(re.compile(r"→ CC-\d+"))

    page.goto(f"{case}?panel=checklist")
    expect(page.locator("main")).to_contain_text("Thấy ở quầy: thiếu cảnh báo bắt buộc")
    page.goto(f"{case}?panel=diary")
    expect(page.locator("main")).to_contain_text("Chủ cửa hàng đi vắng")
