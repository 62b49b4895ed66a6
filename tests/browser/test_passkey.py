"""A passkey in a real browser: added, used after the password, used instead of it, removed."""

EMAIL = "quantri@demo.cityweb.example"
PASSWORD = "cityweb-demo-2026"
# A laptop with a fingerprint reader, as Chromium pretends to have one.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def enter_password(page):
    page.goto("/tai-khoan/dang-nhap/")
    page.fill("input[name=login]", EMAIL)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def leave(page):
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url("**/")


def test_a_passkey_guards_and_opens_an_account(visit):
    page = visit("/tai-khoan/dang-nhap/")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    enter_password(page)
    page.wait_for_url("**/nghiep-vu/")
    page.goto("/tai-khoan/lop-thu-hai/khoa/them/")
    page.get_by_label("Đăng nhập không cần mật khẩu").check()
    page.get_by_role("button", name="Thêm khóa").click()
    page.get_by_role("heading", name="Mã dự phòng").wait_for()

    page.goto("/nghiep-vu/")
    leave(page)
    enter_password(page)
    page.wait_for_url("**/nhap-ma/")
    page.get_by_role("button", name="Dùng khóa bảo mật").click()
    page.wait_for_url("**/nghiep-vu/")

    leave(page)
    page.goto("/tai-khoan/dang-nhap/")
    page.get_by_role("button", name="Đăng nhập bằng khóa bảo mật").click()
    page.wait_for_url("**/nghiep-vu/")

    page.goto("/tai-khoan/lop-thu-hai/khoa/")
    page.get_by_role("link", name="Gỡ").click()
    page.get_by_role("button", name="Gỡ khóa").click()
    page.get_by_text("Chưa có khóa nào.").wait_for()
