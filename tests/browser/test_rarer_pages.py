"""axe-core finds nothing on the pages that need something to have happened: light, dark, narrow.

Their rows are made here, and the pages served by the test's own process.
"""

import os
from email.message import EmailMessage

import pytest
from django.db import transaction
from django.utils import timezone

from cityweb.core import mailin, outbox
from cityweb.core.clocks import recounting
from cityweb.core.models import LegalRule, OutboxItem, Role
from cityweb.core.outbox import filing
from feedback import actions
from tests.browser.axe import findings_in_both_schemes
from tests.feedback.makers import answered, forwarded, make_submission, replied
from tests.people import make_person

# The driver keeps a loop of events in this thread, which is none of the portal's doing.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (1280, 360)
DESK = "/nghiep-vu/feedback/"
RUNS_OUT = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def officer(db):
    return make_person(Role.OFFICER, full_name="Nguyễn Minh Châu")


@pytest.fixture
def head(db):
    return make_person(Role.OFFICE_HEAD, full_name="Đặng Kim Oanh")


@pytest.fixture
def page(browser, live_server):
    """A page of Chromium before the test's own server."""
    profile = browser.new_context(base_url=live_server.url, locale="vi-VN")
    yield profile.new_page()
    profile.close()


@pytest.fixture
def sign_in(client, page, live_server):
    def sign(person):
        client.force_login(person)
        cookie = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])

    return sign


def look_at(page, *addresses, status=200):
    """Open each, unfold what is folded, and ask axe; nothing may run out of a narrow phone."""
    for address in addresses:
        answer = page.goto(address)
        assert answer.status == status, address
        check(page, address)


def check(page, where):
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = findings_in_both_schemes(page, WIDTHS)
    assert found == [], f"{where}\n" + "\n".join(found)
    assert not page.evaluate(RUNS_OUT), where


def come_in(sender, subject, to="gopy@cityweb.example"):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail.set_content("Đèn đường trước số 12 tắt đã ba đêm, mong được sửa.")
    mailin.handle(mailin.keep(bytes(mail)).pk)


def test_letters(page, sign_in, officer):
    come_in("an@nguoidan.example", "Đèn đường tắt")
    come_in("MAILER-DAEMON@nha.example", "Không gửi được")
    sign_in(officer)
    look_at(page, f"{DESK}thu-den/", f"{DESK}thu-den/?xem=tat-ca")
    page.click("main table a, main .list a")
    check(page, "letter")


def test_requests_about_data(page, sign_in, officer, head):
    one = replied(officer, head)
    for kind in ("delete", "rectify"):
        asked = actions.ask_about_data(pk=one.pk, kind=kind, text="Xin xử lý giúp tôi.")
        sign_in(head)
        look_at(page, f"{DESK}yeu-cau-du-lieu/{asked.pk}/")
    look_at(page, f"{DESK}yeu-cau-du-lieu/", f"{DESK}yeu-cau-du-lieu/?xem=da-quyet-dinh")
    look_at(page, f"{DESK}yeu-cau-du-lieu/so-xoa/")


def test_statistics_and_the_rows_behind_a_number(page, sign_in, officer, head):
    replied(officer, head)
    forwarded(officer)
    sign_in(officer)
    look_at(page, f"{DESK}thong-ke/", f"{DESK}thong-ke/danh-sach/?measure=received")
    look_at(page, f"{DESK}thong-ke/danh-sach/?measure=merged")


def test_the_sheet_of_a_case_and_a_held_case(page, sign_in, officer, head):
    one = answered(officer).submission
    actions.hold(pk=one.pk, actor=head, reason="Công văn số 12 của cơ quan điều tra.")
    sign_in(head)
    look_at(
        page, f"{DESK}{one.code}/phieu/", f"{DESK}{one.code}/", f"{DESK}{one.code}/?do=lift-hold"
    )


def test_a_denunciation_before_its_reader(page, sign_in):
    one = make_submission(subject="Tố cáo cán bộ nhận tiền")
    sign_in(make_person(Role.DENUNCIATION_READER))
    address = f"{DESK}{one.code}/"
    look_at(page, DESK, address, f"{address}?do=transfer", f"{address}?do=lift-restriction")


def test_the_page_on_which_a_body_answers(page, sign_in, officer):
    hop = forwarded(officer)
    body = OutboxItem.objects.filter(dedupe_key__startswith="feedback:link:").get().facts["body"]
    look_at(
        page, next(word for word in body.split() if "/don-vi/" in word).partition("testserver")[2]
    )
    sign_in(make_person(Role.AGENCY_CONTACT, organisation=hop.organisation))
    look_at(page, "/don-vi/", f"/don-vi/viec/{hop.pk}/")
    look_at(page, "/don-vi/khong-co-lien-ket-nay/", status=404)


def test_what_a_machine_is_asked_to_prove(page):
    # The script would solve it and send the letter on at once.
    page.route("**/js/proof*.js", lambda route: route.abort())
    page.goto("/gop-y/xay-dung-thanh-pho/")
    page.select_option("#id_category", index=1)
    page.fill("#id_subject", "Nắp cống vỡ")
    page.fill("#id_body", "Nắp cống giữa hẻm vỡ một nửa.")
    page.evaluate("document.querySelector('#id_homepage').value = 'https://x.example'")
    page.locator(".send button").click()
    page.wait_for_selector("[name=challenge]", state="attached")
    check(page, "challenge")


def test_an_answer_that_was_taken_down(page, officer, head):
    one = replied(officer, head)
    publication = actions.prepare_publication(pk=one.pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    publication = actions.publish(pk=publication.pk, actor=head)
    actions.withdraw_publication(pk=publication.pk, actor=head, reason="Đã có quy định mới.")
    look_at(page, publication.path, status=410)


def test_the_public_copy_being_prepared(page, sign_in, officer, head):
    one = replied(officer, head, body="Gọi tôi: 0903 123 456, nhà 45/2 Lê Lai.")
    actions.prepare_publication(pk=one.pk, actor=officer)
    sign_in(head)
    look_at(page, f"{DESK}{one.code}/cong-khai/")


def test_rules_terms_and_what_waits_to_be_sent(
    page, sign_in, officer, administrator, settings, tmp_path
):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = filing.BACKEND, tmp_path
    make_submission()
    outbox.sweep()
    make_submission()
    gone = make_submission()
    waiting = OutboxItem.objects.about(gone).get(kind="mail")
    OutboxItem.objects.filter(pk=waiting.pk).update(
        done_at=None, given_up_at=timezone.now(), last_error="SMTP 550"
    )
    sign_in(administrator)
    look_at(page, "/nghiep-vu/cho-gui/", "/nghiep-vu/cho-gui/?loc=bo")
    look_at(page, f"/nghiep-vu/cho-gui/{waiting.pk}/", "/nghiep-vu/thu-di/")
    look_at(page, f"/nghiep-vu/thu-di/{filing.names()[0]}/")
    rule = LegalRule.objects.order_by("pk").first()
    look_at(page, "/nghiep-vu/quy-tac/", "/nghiep-vu/thoi-han/")
    look_at(page, f"/nghiep-vu/quy-tac/{rule.pk}/")


def test_the_calendar_in_the_admin(page, sign_in, administrator):
    today = timezone.localdate()
    with transaction.atomic():
        made = recounting.ask(actor=administrator, days=(today, today))
    sign_in(administrator)
    at = "/admin/core/calendarday/"
    look_at(page, at, f"{at}bao-cao/{made.pk}/", f"{at}nhap/2027/?de-xuat")
