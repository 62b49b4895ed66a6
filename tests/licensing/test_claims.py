"""What a licensed site says of itself, compared with what the office has on file."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core import fetch, outbox
from cityweb.core.attachments import sandbox
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem, Role
from licensing import actions
from licensing.actions import claiming
from licensing.claims import Claim, compare
from licensing.models import ClaimCheck
from tests.licensing.makers import make_licence
from tests.licensing.test_dossier_desk import at
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
PAGE = """Trang tin Nhịp sống
Cơ quan chủ quản: CÔNG TY CỔ PHẦN NHỊP SỐNG
Địa chỉ: Số 3 đường Lê Lợi, phường Sài Gòn
Điện thoại: (+84) 28.3822.0000
Chịu trách nhiệm nội dung: Lê Văn Khác
"""


@shared
def licence(office):
    return make_licence(office.of(Role.SPECIALIST))


@pytest.fixture
def page(monkeypatch):
    """Let every visit find the page."""

    def found(url):
        return fetch.Fetched(url=url, hops=(fetch.Hop(url, 200, "203.0.113.1"),), body=b"<html>")

    monkeypatch.setattr(claiming.fetch, "fetch", found, raising=False)
    opened = sandbox.Opened("html", "", (), {}, (PAGE.encode(),))
    monkeypatch.setattr(sandbox, "run_on_bytes", lambda *args, **job: opened)


@pytest.mark.parametrize(
    ("key", "stated", "is_shown"),
    [
        ("holder", "Công ty Cổ phần Nhịp Sống", True),
        ("holder", "Công ty Cổ phần Nhịp", True),
        ("holder", "Công ty Cổ phần Nhịp Số", False),
        ("phone", "028 3822 0000", True),
        ("phone", "028 3822 0009", False),
        ("manager", "Trần Thị Nội Dung", False),
        ("number", "12/GP-SVHTT", False),
        ("address", "Số 3 đường Lê Lợi, phường Sài Gòn", True),
    ],
)
def test_what_is_stated_is_found_however_it_is_spelled(key, stated, is_shown):
    (found,) = compare([Claim(key, key, stated)], PAGE)
    assert found.is_shown == is_shown


def test_what_stands_in_its_place_is_shown():
    (found,) = compare([Claim("manager", "Người", "Trần Thị Nội Dung")], PAGE)
    assert found.near == "Chịu trách nhiệm nội dung: Lê Văn Khác"
    assert compare([Claim("number", "Số", "")], PAGE) == []


def test_at_the_appraisal_differences_stand_beside_the_conditions(office, working, page):
    client = client_of(office.of(Role.SPECIALIST))
    assert client.post(at(working, "act", "check-claims")).status_code == 302
    claiming.look_from_outbox(OutboxItem.objects.get(kind="licensing.claims"))
    made = working.claim_checks.get()
    assert made.url == "https://nhipsong.example/"
    missing = {one["key"] for one in made.compared if not one["is_shown"]}
    assert missing == {"email", "manager"} and made.differences == 2
    shown = client.get(at(working), {"panel": "conditions"}).text
    assert "2 điểm không thấy trên trang" in shown and "Lê Văn Khác" in shown
    claiming.look_from_outbox(OutboxItem.objects.get(kind="licensing.claims"))
    assert ClaimCheck.objects.get().done_at == made.done_at


def test_a_page_that_cannot_be_seen_says_why(licence, monkeypatch):
    def gone(url):
        return fetch.Fetched(
            url=url, failure=fetch.Failure.DNS_MISSING, reason="Quá lâu không trả lời"
        )

    monkeypatch.setattr(claiming.fetch, "fetch", gone, raising=False)
    actions.check_licence_claims(licence=licence.pk, actor=None)
    claiming.look_from_outbox(OutboxItem.objects.get(kind="licensing.claims"))
    assert ClaimCheck.objects.get().problem == "Quá lâu không trả lời"


def test_an_address_that_may_not_be_asked_ends_the_look(office, licence):
    actions.check_licence_claims(licence=licence.pk, actor=None)
    ClaimCheck.objects.update(url="https://127.0.0.1/")
    claiming.look_from_outbox(OutboxItem.objects.get(kind="licensing.claims"))
    made = ClaimCheck.objects.get()
    assert made.done_at and made.problem
    page = client_of(office.of(Role.SPECIALIST)).get(
        reverse("licensing_desk:licence", args=[licence.slug])
    )
    assert "Không xem được trang" in page.text and "Đối chiếu lại" in page.text


def test_a_fault_of_our_own_is_said_after_a_few_tries(licence, monkeypatch):
    def broken(url):
        raise ValueError("ours")

    monkeypatch.setattr(claiming.fetch, "fetch", broken, raising=False)
    actions.check_licence_claims(licence=licence.pk, actor=None)
    item = OutboxItem.objects.get(kind="licensing.claims")
    item.attempts = claiming.MOST_LOOKS
    with pytest.raises(ValueError, match="ours"):
        claiming.look_from_outbox(item)
    item.attempts += 1
    with pytest.raises(outbox.GiveUp):
        claiming.look_from_outbox(item)
    assert "Lỗi phía hệ thống" in ClaimCheck.objects.get().problem


def test_each_valid_licence_is_compared_once_a_year(office, licence):
    today = timezone.localdate()
    assert actions.check_yearly(today=today) == 1
    assert actions.check_yearly(today=today) == 0
    ClaimCheck.objects.update(asked_at=timezone.now() - timedelta(days=370))
    assert actions.check_yearly(today=today) == 1
    client = client_of(office.of(Role.SPECIALIST))
    page = client.get(reverse("licensing_desk:licence", args=[licence.slug])).text
    assert "đang chờ xem" in page


def test_who_does_not_keep_the_register_starts_no_look(office, licence):
    with pytest.raises(Refused):
        actions.check_licence_claims(licence=licence.pk, actor=office.of(Role.APPLICANT))


@pytest.mark.slow
def test_the_locked_child_reads_what_a_page_shows():
    html = "<title>t</title><script>bad()</script><p>Giấy phép <b>số 1</b></p>".encode()
    opened = sandbox.run_on_bytes("page", html)
    assert opened.refused == ""
    assert opened.blobs[0].decode().split() == ["Giấy", "phép", "số", "1"]
