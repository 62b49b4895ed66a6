"""Passwords, second factors, lock-outs: one way in for admin, desks and account pages."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.core.cache import cache

from cityweb.core import outbox
from cityweb.core.models import AuditEntry, OutboxItem, Role
from tests.people import PASSWORD, make_person

LOGIN = "/tai-khoan/dang-nhap/"
CODE = "/tai-khoan/lop-thu-hai/nhap-ma/"
DESK = "/nghiep-vu/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

pytestmark = pytest.mark.django_db


def sign_in(client, person, password=PASSWORD, **data):
    return client.post(LOGIN, {"login": person.email, "password": password} | data)


def code(secret=SECRET, at=None):
    return format_hotp_value(hotp_value(secret, int((at or time.time()) // 30)))


@pytest.fixture
def guarded(editor):
    """An editor with an authenticator app."""
    TOTP.activate(editor, SECRET)
    return editor


def test_an_editor_signs_in_and_stands_at_the_desk(client, editor):
    client.get(LOGIN)
    response = sign_in(client, editor)
    assert response.status_code == 302
    assert response["Location"] == DESK
    assert "Lê Thị Biên Tập" in client.get(DESK).text
    assert AuditEntry.objects.filter(verb="core.signed_in", actor=editor).count() == 1


def test_the_address_is_found_in_any_case(client, editor):
    assert (
        client.post(LOGIN, {"login": editor.email.upper(), "password": PASSWORD}).status_code == 302
    )


def test_the_session_key_changes_at_sign_in(client, editor):
    client.session.save()
    before = client.session.session_key
    sign_in(client, editor)
    assert client.session.session_key != before


def test_admin_asks_for_the_password_in_the_same_place(client, editor):
    response = client.get("/admin/login/?next=/admin/core/adminunit/")
    assert response["Location"] == f"{LOGIN}?next=/admin/core/adminunit/"
    assert client.get("/admin/")["Location"] == f"{LOGIN}?next=/admin/"
    response = sign_in(client, editor, next="/admin/core/adminunit/")
    assert response["Location"] == "/admin/core/adminunit/"


def test_a_foreign_address_is_no_next_page(client, editor):
    assert sign_in(client, editor, next="https://evil.example/")["Location"] == DESK


def test_wrong_password_and_unknown_person_read_the_same(client, editor):
    wrong = client.post(LOGIN, {"login": editor.email, "password": "sai"})
    unknown = client.post(LOGIN, {"login": "khong-co@cityweb.example", "password": "sai"})
    for response in (wrong, unknown):
        assert response.status_code == 200
        assert "Thư điện tử hoặc mật khẩu chưa đúng." in response.text


def test_too_many_wrong_passwords_lock_the_pair_of_name_and_address(client, editor, board):
    for _ in range(8):
        response = sign_in(client, editor, "sai")
    assert response.status_code == 429
    assert "Bạn có thể thử lại sau" in response.text
    assert 1700 < int(response["Retry-After"]) <= 1800
    assert sign_in(client, editor).status_code == 429
    assert sign_in(client, board).status_code == 302


def test_the_lock_opens_after_half_an_hour(client, editor):
    for _ in range(8):
        sign_in(client, editor, "sai")
    with time_machine.travel(time.time() + 31 * 60):
        assert sign_in(client, editor).status_code == 302


def test_an_administrator_can_open_the_lock(client, editor, administrator):
    for _ in range(8):
        sign_in(client, editor, "sai")
    client.force_login(administrator)
    attempt = AccessAttempt.objects.get()
    client.post(f"/admin/axes/accessattempt/{attempt.pk}/delete/", {"post": "yes"})
    client.logout()
    assert sign_in(client, editor).status_code == 302


def test_someone_switched_off_does_not_get_in(client, editor):
    editor.is_active = False
    editor.save()
    assert sign_in(client, editor)["Location"] == "/tai-khoan/ngung-hoat-dong/"
    assert client.get(DESK)["Location"].startswith(LOGIN)


def test_being_switched_off_ends_the_session_at_once(client, editor):
    client.force_login(editor)
    editor.is_active = False
    editor.save()
    assert client.get(DESK)["Location"].startswith(LOGIN)


def test_signing_out_takes_a_post(client, editor):
    client.force_login(editor)
    assert "Bạn muốn kết thúc phiên" in client.get("/tai-khoan/dang-xuat/").text
    assert client.get(DESK).status_code == 200
    client.post("/tai-khoan/dang-xuat/")
    assert client.get(DESK).status_code == 302


def test_staff_without_a_second_factor_set_one_up_first(client, editor, settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    client.force_login(editor)
    for at in (DESK, "/admin/"):
        assert client.get(at)["Location"] == "/tai-khoan/lop-thu-hai/"
    assert client.post("/admin/core/user/add/").status_code == 403
    page = client.get("/tai-khoan/lop-thu-hai/").text
    assert "Hãy thiết lập lớp xác thực thứ hai" in page


def test_others_need_no_second_factor(client, settings):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    client.force_login(make_person(Role.APPLICANT))
    assert client.get("/tai-khoan/lop-thu-hai/").status_code == 200


def test_an_authenticator_app_is_set_up(client, editor, settings, mailoutbox, monkeypatch):
    # The test's own transaction never commits; allauth waits for that to tell.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda tell, **_: tell())
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    sign_in(client, editor)
    page = client.get("/tai-khoan/lop-thu-hai/ung-dung/bat/").text
    secret = re.search(r'class="secret">(\w+)<', page)[1]
    client.post("/tai-khoan/lop-thu-hai/ung-dung/bat/", {"code": code(secret)})
    assert client.get(DESK).status_code == 200
    assert AuditEntry.objects.filter(verb="core.totp_activated", actor=editor).exists()
    assert any("Đã bật ứng dụng tạo mã" in mail.subject for mail in mailoutbox)
    stored = Authenticator.objects.get(user=editor, type="totp").data["secret"]
    assert secret not in stored


def test_the_code_is_asked_for_after_the_password(client, guarded):
    assert sign_in(client, guarded)["Location"] == CODE
    assert client.get(DESK)["Location"].startswith(LOGIN)
    assert "ứng dụng tạo mã" in client.get(CODE).text
    assert client.post(CODE, {"code": code()})["Location"] == DESK
    assert client.get(DESK).status_code == 200


def test_a_code_works_once(client, guarded):
    with time_machine.travel(time.time(), tick=False):
        sign_in(client, guarded)
        client.post(CODE, {"code": code()})
        client.post("/tai-khoan/dang-xuat/")

        cache.clear()
        sign_in(client, guarded)
        assert "Mã này đã dùng" in client.post(CODE, {"code": code()}).text


def test_wrong_codes_count_like_wrong_passwords(client, guarded):
    sign_in(client, guarded)
    for _ in range(8):
        response = client.post(CODE, {"code": "000000"})
    assert response.status_code == 429
    assert client.post(CODE, {"code": code()}).status_code == 429


def test_a_recovery_code_opens_the_door_once(client, guarded):
    recovery = RecoveryCodes.activate(guarded).get_unused_codes()[0]
    sign_in(client, guarded)
    assert client.post(CODE, {"code": recovery})["Location"] == DESK
    client.post("/tai-khoan/dang-xuat/")
    sign_in(client, guarded)
    assert client.post(CODE, {"code": recovery}).status_code == 200


def test_a_waiting_sign_in_can_be_left(client, guarded):
    sign_in(client, guarded)
    client.post("/tai-khoan/dang-xuat/", {"next": LOGIN})
    assert client.get(LOGIN).status_code == 200


def test_asking_for_a_new_password_tells_nobody_who_exists(client, editor, mailoutbox):
    at = "/tai-khoan/mat-khau/quen/"
    known = client.post(at, {"email": editor.email})
    unknown = client.post(at, {"email": "khong-co@cityweb.example"})
    outbox.sweep()
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    assert [mail.to for mail in mailoutbox] == [[editor.email]]


def test_the_link_in_the_mail_sets_a_password_and_still_asks_for_the_code(
    client, guarded, mailoutbox
):
    client.post("/tai-khoan/mat-khau/quen/", {"email": guarded.email})
    outbox.sweep()
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = client.get(link, follow=True)
    new = "một câu dài dễ nhớ 2026"
    at = form.request["PATH_INFO"]
    client.post(at, {"password1": new, "password2": new})
    assert client.get(DESK).status_code == 302
    assert sign_in(client, guarded, new)["Location"] == CODE
    assert AuditEntry.objects.filter(verb="core.password_reset", target_id=guarded.pk).exists()
    assert "đã dùng hoặc đã hết hạn" in client.get(link, follow=True).text


def test_a_mail_server_that_is_down_changes_no_answer(client, editor, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert client.post("/tai-khoan/mat-khau/quen/", {"email": editor.email}).status_code == 302
    outbox.sweep()
    (item,) = OutboxItem.objects.waiting()
    assert item.last_error == "ConnectionRefusedError"


@pytest.mark.parametrize(
    "at",
    [
        "mat-khau/doi/",
        "lop-thu-hai/",
        "lop-thu-hai/ung-dung/bat/",
        "lop-thu-hai/ung-dung/tat/",
        "lop-thu-hai/du-phong/",
        "lop-thu-hai/du-phong/tao/",
        "lop-thu-hai/khoa/",
        "lop-thu-hai/khoa/them/",
        "lop-thu-hai/khoa/xac-nhan-lai/",
        "lop-thu-hai/xac-nhan-lai/",
        "xac-nhan-lai/",
    ],
)
def test_account_pages_are_in_vietnamese(client, editor, at):
    sign_in(client, editor)
    TOTP.activate(editor, SECRET)
    RecoveryCodes.activate(editor)
    response = client.get(f"/tai-khoan/{at}", follow=True)
    assert response.status_code == 200
    assert 'lang="vi"' in response.text
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", response.text, flags=re.DOTALL)
    assert not re.search(r"\b(the|your|password|code|sign|are you sure|key|name)\b", text, re.I)
