"""Sending to a mailbox: what is wrong is told, nothing typed is lost, one sending is one record."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.models import AuditEntry, OutboxItem
from feedback import codes
from feedback.forms import tickets
from feedback.models import Submission
from feedback.views import receipts
from tests.feedback.letters import LETTER, Page, open_form, send

pytestmark = pytest.mark.django_db

REGULATION = {
    "slug": "quy-dinh-hanh-chinh",
    "category": "khong-hop-thuc-te",
    "sender_name": "Trần Thị Bình",
    "sender_address": "12 Lê Lợi, phường Sài Gòn",
    "sender_phone": "0901 234 567",
}


def a_text(name="ghi-chu.txt", content="Nắp cống vỡ ngày 12."):
    return SimpleUploadedFile(name, content.encode(), content_type="text/plain")


def test_a_letter_is_taken_in_and_answered_with_code_and_secret(citizen):
    page = send(citizen, sender_email="binh@nguoidan.example", area="sài gòn", place="12 Lê Lợi")
    submission = Submission.objects.get()
    assert page.codes() == (submission.code, codes.secret_for(submission.token))
    assert submission.body == "Nắp cống giữa hẻm vỡ một nửa, xe máy dễ sụp bánh.\nĐã hai tuần nay."
    assert submission.unit.name == "Phường Sài Gòn"
    assert submission.notice.version == 1
    assert AuditEntry.objects.filter(verb="feedback.received", target_id=submission.pk).exists()
    assert OutboxItem.objects.filter(dedupe_key=f"feedback.begin:{submission.pk}").exists()


def test_no_cookie_is_set_and_no_secret_stands_in_an_address(citizen):
    page = send(citizen)
    assert not citizen.cookies
    secret = page.codes()[1]
    addresses = page.tree.xpath("//@href | //@action | //@src")
    assert [one for one in addresses if secret in one] == []
    assert page.response["Cache-Control"] == "no-store"


def test_a_form_works_where_foreign_pages_could_forge_nothing():
    strict = Client(enforce_csrf_checks=True)
    assert send(strict).codes()
    assert Page(strict.post("/gop-y/website/", LETTER)).codes() == ()


def test_going_back_and_sending_again_is_one_record(citizen):
    ticket = open_form(citizen).value("ticket")
    first, again = send(citizen, ticket=ticket), send(citizen, ticket=ticket)
    assert first.codes() == again.codes() != ()
    assert Submission.objects.get().subject == LETTER["subject"]
    assert "Ý kiến này đã nhận từ trước" in again.text


def test_another_letter_from_the_same_form_is_kept_and_sent_by_one_press(citizen):
    ticket = open_form(citizen).value("ticket")
    first = send(citizen, ticket=ticket)
    other = send(citizen, ticket=ticket, subject="Việc khác hẳn", files=[a_text()])
    assert other.status == 409 and other.codes() == ()
    said = other.text
    assert not [one for one in (*first.codes(), LETTER["subject"]) if one in said]
    assert (other.value("subject"), "ghi-chu.txt" in said) == ("Việc khác hẳn", True)
    assert len(other.tree.xpath("//button[text()='Gửi thành ý kiến mới']")) == 2
    (form,) = other.tree.xpath("//form[@id='la-thu']")
    sent = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
    second = send(citizen, subject="Việc khác hẳn", **sent)
    assert second.codes()[0] not in (*first.codes(), "")
    newest = Submission.objects.order_by("pk").last()
    assert Submission.objects.count() == 2 and newest.subject == "Việc khác hẳn"
    assert [one.name for one in attachments.of(newest)] == ["ghi-chu.txt"]


def test_a_secret_whose_receipt_was_lost_comes_again_until_it_was_seen_once(citizen):
    ticket = open_form(citizen).value("ticket")
    first = send(citizen, ticket=ticket)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        again = send(citizen, ticket=ticket)
        assert again.codes() == first.codes()
        (dot,) = again.tree.xpath("//img[contains(@src, '/da-nhan/')]/@src")
        assert citizen.get(dot)["Content-Type"] == "image/gif"
        replayed = send(citizen, ticket=ticket)
    assert replayed.codes() == first.codes()[:1]
    assert first.codes()[1] not in replayed.response.content.decode()
    assert send(citizen, ticket=ticket).codes() == first.codes()


def test_who_opened_the_page_of_a_letter_has_its_secret(citizen):
    ticket = open_form(citizen).value("ticket")
    code, secret = send(citizen, ticket=ticket).codes()
    citizen.post("/gop-y/tra-cuu/", {"code": code, "secret": secret})
    with time_machine.travel(timezone.now() + timedelta(minutes=4)):
        assert send(citizen, ticket=ticket).codes() == (code,)
    assert citizen.get("/gop-y/da-nhan/1:x.gif").status_code == 404


def test_the_page_of_a_form_outlives_its_sending_in_the_browser(citizen):
    """A POST to the very address of a page makes browsers forget the page, its ticket with it."""
    page = open_form(citizen)
    addresses = page.tree.xpath("//form[@class='letter']/@action | //form//@formaction")
    assert addresses
    assert all(one.startswith("/gop-y/xay-dung-thanh-pho/?") for one in addresses)


def test_the_receipt_repeats_what_was_sent_as_it_was_recorded(citizen):
    ticket = open_form(citizen).value("ticket")
    given = {"ticket": ticket, "area": "sài gòn", "place": "12 Lê Lợi"}
    first, again = send(citizen, **given), send(citizen, **given)
    for page in (first, again):
        (sent,) = page.tree.xpath("//dd[contains(@class, 'as-sent')]")
        assert sent.text_content() == Submission.objects.get().body
        for words in ("Giao thông, đường sá", "12 Lê Lợi, Phường Sài Gòn", LETTER["subject"]):
            assert words in page.text


def test_a_receipt_from_the_page_of_its_minute_is_the_receipt(citizen, rf):
    """What is drawn once for many differs from what is drawn for one in nothing."""
    sent = {"subject": "<b>Nắp cống</b> & \ue000secret\ue000", "place": "Hẻm “12”"}
    for more in (sent, sent | {"sender_email": "binh@nguoidan.example"}):
        ticket = open_form(citizen).value("ticket")
        drawn = send(citizen, ticket=ticket, **more)
        request = rf.get("/")
        request.site = drawn.response.wsgi_request.site
        kept = Submission.objects.get(code=drawn.codes()[0])
        alone = receipts.show(request, kept, tickets.read(ticket), is_again=False)
        assert drawn.response.content == alone.content
        assert alone.headers["Cache-Control"] == drawn.response.headers["Cache-Control"]


def test_a_second_sending_that_fails_the_checks_keeps_what_was_typed(citizen):
    ticket = open_form(citizen).value("ticket")
    send(citizen, ticket=ticket)
    page = send(citizen, ticket=ticket, subject="", body="Điều khác")
    assert page.codes() == () and list(page.errors()) == ["subject"]
    assert page.value("body").strip() == "Điều khác"


def test_the_same_letter_with_its_file_sent_again_is_the_same(citizen):
    ticket = open_form(citizen).value("ticket")
    first = send(citizen, ticket=ticket, files=[a_text()])
    assert send(citizen, ticket=ticket, files=[a_text()]).codes() == first.codes() != ()
    assert len(attachments.of(Submission.objects.get())) == 1


def test_every_error_stands_beside_its_field_and_at_the_top(citizen):
    page = send(citizen, subject=" ", body="", category="", sender_phone="12", sender_email="sai")
    assert page.errors() == {
        "subject": "Xin ghi tiêu đề.",
        "body": "Xin ghi nội dung.",
        "category": "Xin chọn lĩnh vực gần nhất.",
        "sender_phone": "Số chưa đúng. Ví dụ đúng: 0901 234 567.",
        "sender_email": "Địa chỉ chưa đúng. Ví dụ đúng: ten@vidu.vn.",
    }
    assert len(page.summary()) == 5
    assert "Tiêu đề: Xin ghi tiêu đề." in page.summary()
    assert page.response["Cache-Control"] == "no-store"
    assert not Submission.objects.exists()


def test_typed_text_survives_an_error(citizen):
    typed = {"body": "Dòng một <b>\nDòng hai", "area": "quận 1", "place": "Số 5 & 6"}
    page = send(citizen, subject="", may_publish_name="on", **typed)
    assert {name: page.value(name).strip() for name in typed} == typed
    assert page.tree.xpath("//input[@name='may_publish_name']/@checked")
    assert page.tree.xpath("//option[@selected]/@value") == ["giao-thong"]


@pytest.mark.parametrize(
    ("left_out", "field"),
    [("sender_name", "sender_name"), ("sender_address", "sender_address"),
     ("sender_phone", "sender_phone")],
)  # fmt: skip
def test_what_the_law_asks_is_required(citizen, left_out, field):
    page = send(citizen, **REGULATION | {left_out: ""})
    assert list(page.errors()) == [field]


def test_an_email_is_contact_enough(citizen):
    fields = REGULATION | {"sender_phone": "", "sender_email": "binh@nguoidan.example"}
    assert send(citizen, **fields).codes()


def test_a_name_is_asked_for_when_it_may_be_published(citizen):
    assert list(send(citizen, may_publish_name="on").errors()) == ["sender_name"]


def test_limits_are_refused_in_words_and_cut_nothing(citizen):
    page = send(citizen, subject="á" * 201, body="b" * 10_001)
    assert set(page.errors()) == {"subject", "body"}
    assert len(page.value("subject")) == 201
    assert not open_form(citizen).tree.xpath("//*[@maxlength][@name='subject' or @name='body']")


def test_control_characters_are_stripped_and_letters_composed(citizen):
    send(citizen, subject="Cô\u0301ng\u202e vỡ\x00", body="a\x07b")
    submission = Submission.objects.get()
    assert (submission.subject, submission.body) == ("Cống vỡ", "ab")


def test_a_category_of_another_mailbox_is_refused(citizen):
    assert list(send(citizen, category="loi-ky-thuat").errors()) == ["category"]


def test_a_former_ward_is_understood_without_a_script(citizen):
    send(citizen, area="phường Bến Nghé, quận 1")
    assert Submission.objects.get().unit.name == "Phường Sài Gòn"


def test_a_name_of_several_units_is_asked_about(citizen):
    page = send(citizen, area="quận 1")
    labels = [label.text_content() for label in page.tree.xpath("//fieldset//label")]
    assert any("Phường Tân Định" in label for label in labels)
    radio = page.tree.xpath("//label[contains(., 'Tân Định')]/@for")[0].removeprefix("id_unit_")
    assert send(citizen, ticket=page.value("ticket"), area="quận 1", unit=radio).codes()
    assert Submission.objects.get().unit.name == "Phường Tân Định"


def test_an_unknown_name_may_be_kept_as_it_was_typed(citizen):
    page = send(citizen, area="xóm Đáy", place="cạnh đình")
    assert list(page.errors()) == ["area"]
    assert send(citizen, area="xóm Đáy", place="cạnh đình", unit="0").codes()
    submission = Submission.objects.get()
    assert (submission.unit, submission.place) == (None, "cạnh đình, xóm Đáy")


def test_files_go_with_the_form_and_survive_an_error(citizen):
    page = send(citizen, subject="", files=[a_text(), a_text("anh.txt", "khác")])
    assert [row.text for row in page.tree.xpath("//ul[@class='waiting']/li/span[1]")] == [
        "ghi-chu.txt",
        "anh.txt",
    ]
    send(citizen, ticket=page.value("ticket"))
    assert [one.name for one in attachments.of(Submission.objects.get())] == [
        "ghi-chu.txt",
        "anh.txt",
    ]


def test_a_waiting_file_is_taken_back_without_losing_the_text(citizen):
    page = send(citizen, subject="", files=[a_text()])
    key = page.tree.xpath("//button[@name='remove_file']/@value")[0]
    page = send(citizen, ticket=page.value("ticket"), remove_file=key)
    assert not page.tree.xpath("//button[@name='remove_file']")
    assert page.value("subject") == LETTER["subject"]
    assert not Submission.objects.exists()


def test_a_refused_file_is_told_by_its_name_and_the_others_wait(citizen):
    page = send(citizen, files=[a_text(), SimpleUploadedFile("x.exe", b"MZ" * 40)])
    assert [line for line in page.summary() if line.startswith("x.exe: ")]
    assert page.tree.xpath("//button[@name='remove_file']")
    assert not Submission.objects.exists()


def test_the_same_file_sent_twice_is_kept_once(citizen):
    ticket = open_form(citizen).value("ticket")
    send(citizen, ticket=ticket, subject="", files=[a_text()])
    send(citizen, ticket=ticket, files=[a_text()])
    assert len(attachments.of(Submission.objects.get())) == 1


@pytest.mark.slow
def test_a_script_sends_files_ahead_and_takes_them_back(citizen):
    ticket = open_form(citizen).value("ticket")
    sent = citizen.post("/gop-y/tep/", {"ticket": ticket, "file": a_text()}).json()
    other = citizen.post("/gop-y/tep/", {"ticket": ticket, "file": a_text("b.txt", "hai")}).json()
    citizen.post("/gop-y/tep/bo/", {"ticket": ticket, "key": other["key"]})
    send(citizen, ticket=ticket)
    assert [one.name for one in attachments.of(Submission.objects.get())] == [sent["name"]]


def test_a_foreign_ticket_neither_adds_nor_removes(citizen):
    ticket = open_form(citizen).value("ticket")
    sent = citizen.post("/gop-y/tep/", {"ticket": ticket, "file": a_text()}).json()
    stranger = open_form(citizen).value("ticket")
    citizen.post("/gop-y/tep/bo/", {"ticket": stranger, "key": sent["key"]})
    assert (
        citizen.post("/gop-y/tep/", {"ticket": "x" + ticket, "file": a_text()}).status_code == 400
    )
    send(citizen, ticket=ticket)
    assert len(attachments.of(Submission.objects.get())) == 1


def test_the_sixth_file_is_refused(citizen):
    ticket = open_form(citizen).value("ticket")
    statuses = [
        citizen.post(
            "/gop-y/tep/", {"ticket": ticket, "file": a_text(f"{n}.txt", str(n))}
        ).status_code
        for n in range(6)
    ]
    assert statuses == [200] * 5 + [409]


def test_a_form_that_was_open_too_long_keeps_its_text_and_asks_once_more(citizen):
    with time_machine.travel(timezone.now() - timedelta(hours=25)):
        old = tickets.issue().text
    page = send(citizen, ticket=old)
    assert page.codes() == ()
    assert "Trang này mở đã quá lâu" in page.text
    assert page.value("subject") == LETTER["subject"]
    assert send(citizen, ticket=page.value("ticket")).codes()


@pytest.mark.parametrize("ticket", ["", "a", "zz.1:sig", "\x00"])
def test_a_forged_ticket_takes_nothing_in(citizen, ticket):
    page = Page(citizen.post("/gop-y/website/", {**LETTER, "ticket": ticket}))
    assert page.status == 200
    assert not Submission.objects.exists()


def test_going_back_finds_the_form_as_it_was_left(citizen):
    assert citizen.get("/gop-y/website/")["Cache-Control"] == "private, no-cache"
