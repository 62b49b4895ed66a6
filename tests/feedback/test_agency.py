"""What a responsible body sees and does: by the mailed link, and by its small account."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cityweb.core import attachments
from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions, codes
from feedback.models import AgencyContact, AgencyLink, Hop, Message
from feedback.states import HopState, State
from tests.feedback.makers import forwarded, make_body, make_submission
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
UNKNOWN = "x" * 43


@shared
def body():
    return make_body("Sở Giao thông mẫu")


@shared
def hop(officer, body):
    return forwarded(officer, body, subject="Đèn tín hiệu hỏng", place="Ngã tư mẫu")


def key_of(hop):
    """Return the newest key that works, as the mail to the body carries it."""
    letters = [item.payload for item in OutboxItem.objects.filter(kind="mail").order_by("-pk")]
    found = [key for letter in letters for key in re.findall(r"/don-vi/([\w-]{43})/", letter)]
    digests = set(hop.links.filter(revoked_at=None).values_list("key_digest", flat=True))
    return next(key for key in found if codes.digest_of_link_key(key) in digests)


@pytest.fixture
def link(hop):
    return f"/don-vi/{key_of(hop)}/"


@shared
def contact(body):
    return make_person(Role.AGENCY_CONTACT, organisation=body, full_name="Trần Đầu Mối")


def text_file(name="bien-ban.txt"):
    return SimpleUploadedFile(name, "Biên bản hiện trường.".encode(), "text/plain")


def give_file(owner, name="anh-hien-truong.txt"):
    return attachments.take(
        io.BytesIO("Hiện trường.".encode()), name=name, kinds=attachments.TEXTS, owner=owner
    )


def test_the_link_shows_the_case_and_nothing_of_its_sender(citizen, hop, link):
    response = citizen.get(link)
    assert response.status_code == 200
    assert "Đèn tín hiệu hỏng" in response.text and "Ngã tư mẫu" in response.text
    assert "Vì sao hạn là ngày này" in response.text
    for secret in ("Nguyễn Văn Thử", hop.submission.sender_email):
        assert secret not in response.text
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


def test_the_sender_is_shown_where_the_office_said_so(citizen, hop):
    Hop.objects.filter(pk=hop.pk).update(shares_sender=True)
    assert "Nguyễn Văn Thử" in citizen.get(f"/don-vi/{key_of(hop)}/").text


def test_looking_changes_nothing(citizen, hop, link):
    before = AuditEntry.objects.count()
    for method in (citizen.get, citizen.head):
        method(link)
    for verb in ("nhan", "tra-loi", "tra-lai", "giao"):
        assert citizen.get(f"{link}{verb}/").status_code == 405
    hop.refresh_from_db()
    assert hop.state == HopState.SENT
    assert AuditEntry.objects.count() == before
    assert hop.links.get().opened_at is None


def dead_links(hop, link):
    now = timezone.now()
    links = AgencyLink.objects.filter(hop=hop)
    yield "unknown", f"/don-vi/{UNKNOWN}/", None
    yield "wrong", link[:-3] + "zz/", None
    yield "revoked", link, lambda: links.update(revoked_at=now)
    yield "expired", link, lambda: links.update(revoked_at=None, expires_at=now)


def test_a_link_that_does_not_work_says_the_same_whatever_the_reason(citizen, hop, link):
    said = set()
    for reason, address, ruin in dead_links(hop, link):
        if ruin:
            ruin()
        for answer in (citizen.get(address), citizen.post(f"{address}nhan/")):
            assert answer.status_code == 404, reason
            said.add(answer.text)
    assert len(said) == 1
    assert "Xin cấp lại liên kết" in said.pop()
    hop.refresh_from_db()
    assert hop.state == HopState.SENT


def test_a_link_ends_with_its_contact_and_with_a_case_that_became_restricted(citizen, hop, link):
    AgencyContact.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert citizen.get(link).status_code == 404
    AgencyContact.objects.update(valid_to=None)
    assert citizen.get(link).status_code == 200


def test_a_renewed_link_ends_the_one_before(citizen, officer, hop, link):
    actions.extend_link(pk=hop.pk, actor=officer)
    assert citizen.get(link).status_code == 404
    assert citizen.get(f"/don-vi/{key_of(hop)}/").status_code == 200


def test_the_body_acknowledges_and_answers_with_files(citizen, hop, link):
    citizen.post(f"{link}nhan/")
    assert citizen.post(f"{link}nhan/").status_code == 302
    hop.refresh_from_db()
    assert hop.state == HopState.ACKNOWLEDGED
    assert "Đã xác nhận nhận ý kiến lúc" in citizen.get(link).text
    assert hop.links.get().opened_at is not None
    response = citizen.post(
        f"{link}tra-loi/",
        {"answer": "Đã thay bóng đèn.", "answered_by": "Lê Kỹ Thuật", "files": [text_file()]},
    )
    assert response["Location"].startswith("/don-vi/xong/?viec=tra-loi")
    assert "Đã gửi trả lời" in citizen.get(response["Location"]).text
    hop.refresh_from_db()
    assert (hop.state, hop.answered_by) == (HopState.ANSWERED, "Lê Kỹ Thuật")
    assert hop.submission.state == State.ANSWERED
    assert [found.name for found in attachments.of(hop)] == ["bien-ban.txt"]
    assert citizen.get(link).status_code == 404


def test_what_was_given_to_a_unit_is_given_once(citizen, hop, link):
    units = [make_body(name, parent=hop.organisation) for name in ("Đội Đèn", "Đội Cống")]
    for _ in range(2):
        sent = {"organisation": units[0].pk, "message": "Xin xử lý."}
        assert citizen.post(f"{link}giao/", sent).status_code == 302
    assert hop.sub_hops.count() == 1
    page = citizen.post(f"{link}giao/", {"organisation": units[1].pk})
    assert page.status_code == 422 and "Đã giao Đội Đèn" in page.text
    assert "Giao đơn vị trực thuộc" not in page.text


def test_an_account_that_comes_by_the_desk_is_led_to_its_own_page(client, contact):
    client.force_login(contact)
    response = client.get("/nghiep-vu/")
    assert (response.status_code, response["Location"]) == (302, "/don-vi/")
    assert client.get("/nghiep-vu/feedback/").status_code == 403


def test_what_was_typed_and_sent_survives_a_mistake(citizen, hop, link):
    response = citizen.post(
        f"{link}tra-loi/", {"answer": "Đã thay bóng đèn.", "files": [text_file()]}
    )
    assert response.status_code == 422
    assert "Đã thay bóng đèn." in response.text
    assert "Hãy ghi tên người trả lời." in response.text
    ticket = re.search(r'name="ticket" value="([^"]+)"', response.text)[1]
    citizen.post(
        f"{link}tra-loi/", {"answer": "Đã thay.", "answered_by": "Lê Kỹ Thuật", "ticket": ticket}
    )
    assert len(attachments.of(hop)) == 1


def test_a_refused_file_is_named_and_the_answer_waits(citizen, hop, link):
    bad = SimpleUploadedFile("chay.exe", b"MZ\x90", "application/pdf")
    response = citizen.post(
        f"{link}tra-loi/", {"answer": "Xong.", "answered_by": "Lê", "files": [bad]}
    )
    assert response.status_code == 422
    assert "chay.exe" in response.text
    hop.refresh_from_db()
    assert hop.state == HopState.SENT


def test_the_body_returns_what_is_not_theirs(citizen, hop, link):
    assert citizen.post(f"{link}tra-lai/", {"reason": ""}).status_code == 422
    response = citizen.post(f"{link}tra-lai/", {"reason": "Đường do phường quản lý."})
    assert response.status_code == 302
    hop.refresh_from_db()
    assert (hop.state, hop.returned_reason) == (HopState.RETURNED, "Đường do phường quản lý.")
    assert hop.submission.state == State.CLASSIFIED


@pytest.mark.slow
def test_a_unit_answers_to_its_body_which_makes_its_own_answer_from_it(citizen, officer, hop, link):
    unit = make_body("Trung tâm đèn", parent=hop.organisation)
    stranger = make_body("Cơ quan lạ")
    given = {"organisation": stranger.pk, "message": ""}
    assert citizen.post(f"{link}giao/", given).status_code == 422
    citizen.post(f"{link}giao/", {"organisation": unit.pk, "message": "Xử lý gấp."})
    below = hop.sub_hops.get()
    unit_link = f"/don-vi/{key_of(below)}/"
    page = citizen.get(unit_link).text
    assert "Xử lý gấp." in page
    assert hop.message not in page or not hop.message
    citizen.post(
        f"{unit_link}tra-loi/",
        {"answer": "Trung tâm đã thay bóng.", "answered_by": "Tổ 2", "files": [text_file()]},
    )
    hop.refresh_from_db()
    assert (hop.state, hop.submission.state) == (HopState.ACKNOWLEDGED, State.FORWARDED)
    # The older link goes on, and a new one came with the news.
    for address in (link, f"/don-vi/{key_of(hop)}/"):
        page = citizen.get(address).text
        assert "Trung tâm đã thay bóng." in page
    file_address = re.search(r'href="(/tep/[^"]+)"', page)[1].replace("&amp;", "&")
    assert citizen.get(file_address).status_code == 200


def test_files_open_to_the_holder_of_the_link_alone(citizen, officer, hop, link):
    ours = give_file(hop.submission)
    foreign = give_file(make_submission(), "khac.txt")
    page = citizen.get(link).text
    address = re.search(r'href="(/tep/[^"]+)"', page)[1].replace("&amp;", "&")
    assert str(ours.key) in address
    assert citizen.get(address).status_code == 200
    assert citizen.get(f"/tep/{ours.key}/").status_code == 404
    assert citizen.get(address.replace(str(ours.key), str(foreign.key))).status_code == 404
    hop.links.update(revoked_at=timezone.now())
    assert citizen.get(address).status_code == 404
    citizen.force_login(officer)
    assert citizen.get(f"/tep/{ours.key}/").status_code == 200


def test_a_restricted_case_keeps_its_files_to_its_readers(citizen, officer):
    submission = make_submission()
    found = give_file(submission)
    actions.restrict(pk=submission.pk, actor=officer, reason="Có thể là tố cáo.")
    for person, status in (
        (officer, 404),
        (make_person(Role.AGENCY_CONTACT, organisation=make_body()), 404),
        (make_person(Role.DENUNCIATION_READER), 200),
    ):
        citizen.force_login(person)
        assert citizen.get(f"/tep/{found.key}/").status_code == status


def test_the_account_sees_its_body_and_its_units_and_nobody_else(citizen, officer, hop, contact):
    unit = make_body("Đội đèn", parent=hop.organisation)
    below = forwarded(officer, unit, subject="Việc của đội")
    foreign = forwarded(officer, make_body("Sở khác"), subject="Việc của người khác")
    citizen.force_login(contact)
    page = citizen.get("/don-vi/").text
    assert "Đèn tín hiệu hỏng" in page and "Việc của đội" in page
    assert "Việc của người khác" not in page
    assert citizen.get(f"/don-vi/viec/{hop.pk}/").status_code == 200
    assert citizen.get(f"/don-vi/viec/{foreign.pk}/").status_code == 404
    for verb in ("nhan", "tra-loi", "tra-lai", "giao"):
        assert citizen.post(f"/don-vi/viec/{foreign.pk}/{verb}/").status_code == 404
    looked = citizen.get(f"/don-vi/viec/{below.pk}/").text
    assert "Gửi trả lời" not in looked
    citizen.post(f"/don-vi/viec/{below.pk}/nhan/")
    below.refresh_from_db()
    assert below.state == HopState.SENT


def test_the_account_answers_under_its_own_name(citizen, hop, contact):
    citizen.force_login(contact)
    citizen.post(f"/don-vi/viec/{hop.pk}/tra-loi/", {"answer": "Đã thay."})
    hop.refresh_from_db()
    assert (hop.state, hop.answered_by) == (HopState.ANSWERED, "Trần Đầu Mối")
    assert AuditEntry.objects.get(verb="feedback.hop_answered").actor_id == contact.pk
    assert "Đã thay." in citizen.get(f"/don-vi/viec/{hop.pk}/").text
    # Pressed twice: the same answer is no fault, another one is.
    again = citizen.post(f"/don-vi/viec/{hop.pk}/tra-loi/", {"answer": "Đã thay."})
    other = citizen.post(f"/don-vi/viec/{hop.pk}/tra-loi/", {"answer": "Chưa thay."})
    assert (again.status_code, other.status_code) == (302, 422)


def test_what_was_given_back_is_gone_from_the_body(citizen, hop, contact):
    actions.return_hop(pk=hop.pk, actor=contact, reason="Không phải của Sở.")
    citizen.force_login(contact)
    assert citizen.get(f"/don-vi/viec/{hop.pk}/").status_code == 404


def test_a_body_never_sees_the_hop_of_another(citizen, officer, hop, link):
    actions.return_hop(pk=hop.pk, actor=None, reason="Lý do riêng của cơ quan đầu.")
    second = actions.forward(
        pk=hop.submission_id, actor=officer, organisation=make_body("Cơ quan sau")
    )
    page = citizen.get(f"/don-vi/{key_of(second)}/").text
    assert "Lý do riêng của cơ quan đầu." not in page
    assert "Sở Giao thông mẫu" not in page


def test_what_the_sender_added_is_shown(citizen, hop, link):
    actions.add_information(pk=hop.submission_id, body="Bổ sung: đèn thứ ba.")
    Message.objects.create(
        submission=hop.submission,
        purpose=Message.Purpose.PROGRESS,
        body="Riêng.",
        at=timezone.now(),
    )
    page = citizen.get(link).text
    assert "Bổ sung: đèn thứ ba." in page
    assert "Riêng." not in page


def test_the_list_needs_few_queries(citizen, officer, body, contact, django_assert_max_num_queries):
    for _ in range(4):
        forwarded(officer, body)
    citizen.force_login(contact)
    with django_assert_max_num_queries(10):
        citizen.get("/don-vi/")


def test_others_have_no_business_here(citizen, officer, hop):
    citizen.force_login(officer)
    assert citizen.get("/don-vi/").status_code == 403
    assert citizen.get(f"/don-vi/viec/{hop.pk}/").status_code == 403


def test_what_was_typed_is_shown_when_the_case_was_taken_back(client, officer, hop, contact):
    address, key = f"/don-vi/viec/{hop.pk}/", key_of(hop)
    actions.recall_hop(pk=hop.pk, actor=officer, reason="Chuyển nhầm")
    client.force_login(contact)
    words = "Sở đã cử đội đến hiện trường sáng nay."
    for sent in (
        client.post(f"{address}tra-loi/", {"answer": words}),
        Client().post(f"/don-vi/{key}/tra-loi/", {"answer": words}),
    ):
        assert sent.status_code == 404 and words in sent.text and "không được nhận" in sent.text
