"""The desk of what waits: who sees it, what it says of people, and what can be done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cityweb.core import desk, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, OutboxItem, Role
from cityweb.core.outbox import filing, looking, mending
from tests.people import make_person

pytestmark = pytest.mark.django_db

LIST = "/nghiep-vu/cho-gui/"


def make_item(number=1, **fields):
    fields = {
        "kind": "mail",
        "dedupe_key": f"core.tested:{number}",
        "payload": '{"to": "nguyen.van.an@example.vn", "body": "Chuyện riêng", "reply_to": "",'
        ' "subject": "Trả lời", "attachments": []}',
    } | fields
    return OutboxItem.objects.create(**fields)


@pytest.fixture
def head(db):
    return make_person(Role.OFFICE_HEAD, full_name="Võ Trưởng Phòng")


@pytest.fixture
def signed_in(client, head, monkeypatch):
    monkeypatch.setattr(desk, "_queues", [])  # the queues of other apps are theirs to test
    client.force_login(head)
    return client


def test_each_list_shows_its_own(signed_in, head):
    now = timezone.now()
    waiting = make_item(1)
    late = make_item(2, not_before=now - timedelta(hours=1))
    troubled = make_item(3, not_before=now + timedelta(hours=1), attempts=9)
    gone = make_item(4, given_up_at=now, last_error="SMTP 550")
    make_item(5, done_at=now)
    shown = {
        name: [row.pk for row in looking.leaf(name, head, after=None).rows]
        for name in looking.LISTS
    }
    assert shown == {
        "": [troubled.pk, late.pk, waiting.pk],
        "tre": [troubled.pk, late.pk],
        "bo": [gone.pk],
    }
    page = signed_in.get(f"{LIST}?loc=bo").text
    assert f"Thư số {gone.pk}" in page
    assert "SMTP 550" in page
    assert f"Thư số {waiting.pk}" not in page


def test_nobody_is_named(signed_in):
    item = make_item(about_type=None)
    pages = signed_in.get(LIST).text + signed_in.get(f"{LIST}{item.pk}/").text
    assert "n•••@example.vn" in pages
    for secret in ("nguyen.van.an", "Chuyện riêng", "Trả lời"):
        assert secret not in pages


def test_long_lists_are_leafed_through_with_few_queries(signed_in, django_assert_max_num_queries):
    OutboxItem.objects.bulk_create(
        OutboxItem(kind="mail", dedupe_key=f"core.tested:{number}") for number in range(120)
    )
    seen, address = [], LIST
    while address:
        with django_assert_max_num_queries(16):
            page = signed_in.get(address)
        leaf = page.context["leaf"]
        seen += [row.pk for row in leaf.rows]
        address = f"{LIST}?sau={leaf.after}" if leaf.after else ""
    assert seen == sorted(OutboxItem.objects.values_list("pk", flat=True), reverse=True)


@pytest.mark.parametrize("query", ["loc=gi", "sau=x", "sau=99999999999999999999", "sau=-1"])
def test_a_broken_address_is_no_page(signed_in, query):
    assert signed_in.get(f"{LIST}?{query}").status_code == 404


def test_one_that_cannot_be_opened_is_still_shown(signed_in, settings):
    item = make_item()
    settings.FIELD_KEYS = {"another": b"x" * 32}
    assert "thiếu khóa mã hóa" in signed_in.get(f"{LIST}{item.pk}/").text


def test_a_given_up_mail_is_sent_after_all(signed_in, head, mailoutbox):
    item = make_item(given_up_at=timezone.now(), attempts=15, last_error="SMTP 550")
    page = signed_in.post(f"{LIST}{item.pk}/gui-lai/", follow=True)
    assert "Đã xếp lại vào hàng" in page.text
    assert AuditEntry.objects.filter(verb="core.outbox_retried", actor=head).exists()
    outbox.sweep()
    assert len(mailoutbox) == 1
    assert "Đã xong" in signed_in.get(f"{LIST}{item.pk}/").text


def test_a_waiting_mail_is_dropped_for_a_reason(signed_in, head, mailoutbox):
    item = make_item()
    at = f"{LIST}{item.pk}/"
    page = signed_in.post(f"{at}bo/", {"reason": " "}, follow=True, headers={"referer": at})
    assert not OutboxItem.objects.get().given_up_at
    page = signed_in.post(f"{at}bo/", {"reason": "Gửi nhầm"}, follow=True).text
    assert "Gửi nhầm" in page
    assert AuditEntry.objects.get(verb="core.outbox_dropped").reason == "Gửi nhầm"
    assert outbox.sweep() == 0


REFUSALS = [
    ({"done_at": timezone.now()}, "outbox-done"),
    ({"lease_until": timezone.now() + timedelta(days=9000)}, "outbox-busy"),
    ({"given_up_at": timezone.now(), "payload": ""}, "outbox-forgotten"),
]


@pytest.mark.parametrize(("fields", "code"), REFUSALS, ids=[code for _, code in REFUSALS])
def test_what_cannot_be_tried_again(head, fields, code):
    with pytest.raises(Refused) as refused:
        mending.retry(pk=make_item(**fields).pk, actor=head)
    assert refused.value.code == code


def test_only_those_who_look_after_it_may(officer):
    item = make_item()
    for verb in (
        lambda: mending.retry(pk=item.pk, actor=officer),
        lambda: mending.drop(pk=item.pk, actor=officer, reason="x"),
    ):
        with pytest.raises(Refused) as refused:
            verb()
        assert refused.value.code == "not-yours"


def test_an_unknown_item_is_no_page(signed_in):
    assert signed_in.get(f"{LIST}1/").status_code == 404
    assert signed_in.post(f"{LIST}1/gui-lai/").status_code == 404
    assert signed_in.post(f"{LIST}1/bo/", {"reason": "x"}).status_code == 404


@pytest.fixture
def filed(settings, tmp_path):
    settings.EMAIL_BACKEND = filing.BACKEND
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


def test_mails_of_the_demo_are_read_on_a_desk_page(client, administrator, filed):
    client.force_login(administrator)
    assert "Chưa có thư nào" in client.get("/nghiep-vu/thu-di/").text
    make_item()
    outbox.sweep()
    (name,) = filing.names()
    page = client.get("/nghiep-vu/thu-di/").text
    assert "Trả lời" in page
    assert name in page
    assert "Chuyện riêng" in client.get(f"/nghiep-vu/thu-di/{name}/").text


@pytest.mark.parametrize("role", [one for one in Role if one != Role.ADMINISTRATOR])
def test_nobody_else_reads_mails_that_hold_the_secrets_of_others(client, filed, role):
    make_item()
    outbox.sweep()
    client.force_login(make_person(role))
    for path in ("", f"{filing.names()[0]}/"):
        answer = client.get(f"/nghiep-vu/thu-di/{path}")
        assert answer.status_code in (403, 404)
        assert "Chuyện riêng" not in answer.text


@pytest.mark.parametrize("name", ["x", "..%2f..%2fmanage", "20260101T000000000000-a"])
def test_no_other_file_is_read(client, administrator, filed, name):
    client.force_login(administrator)
    assert client.get(f"/nghiep-vu/thu-di/{name}/").status_code == 404


def test_where_mail_is_really_sent_there_is_no_such_page(client, administrator):
    client.force_login(administrator)
    assert client.get("/nghiep-vu/thu-di/").status_code == 404
    assert client.get("/nghiep-vu/thu-di/20260101T000000000000-a/").status_code == 404
