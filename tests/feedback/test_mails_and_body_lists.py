"""What mails tell, what a body reads after its deed, and codes as people type them."""

import pytest

from cityweb.core.models import OutboxItem, Role
from feedback import actions, codes
from feedback.abuse import risk
from feedback.models import Hop, Mailbox, RetentionPolicy
from feedback.reports import boxes
from feedback.states import Outcome
from tests.feedback.letters import send
from tests.feedback.makers import answered, classified, forwarded, make_body, make_submission
from tests.feedback.test_agency import give_file, key_of
from tests.people import make_person

pytestmark = pytest.mark.django_db


def mails(subject):
    sent = [item.payload for item in OutboxItem.objects.filter(kind="mail").order_by("pk")]
    return [str(one) for one in sent if subject in str(one)]


def test_the_mail_to_a_body_tells_category_and_term_and_can_be_answered(officer):
    hop = forwarded(officer)
    (said,) = mails("Ý kiến cần cơ quan trả lời")
    assert f"Lĩnh vực: {hop.submission.category}" in said
    assert "Hạn trả lời: " in said
    assert f"{hop.submission.code.lower()}" in said.lower().split("reply_to")[1]


def test_the_sender_reads_the_term_when_it_is_accepted(officer):
    classified(officer)
    assert "Hạn trả lời: " in mails("đã được tiếp nhận")[0]


def test_the_mail_with_the_reply_says_that_there_is_a_file(officer, head):
    hop = answered(officer)
    give_file(hop)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    given = {"body": "Đã thay.", "outcome": Outcome.ANSWERED, "version": reply.version}
    actions.save_reply(pk=reply.pk, actor=officer, **given)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head)
    actions.send_reply(pk=reply.pk, actor=officer)
    assert "Trả lời có tệp kèm theo" in mails("Trả lời ý kiến của ông/bà")[0]


def test_while_no_term_of_retention_is_set_the_administrator_and_the_sender_are_told(
    citizen, client, administrator
):
    RetentionPolicy.objects.all().delete()
    assert "chưa quy định thời hạn lưu giữ" in citizen.get("/gop-y/website/").text
    client.force_login(administrator)
    assert "Hộp thư chưa đặt thời hạn lưu giữ" in client.get("/nghiep-vu/").text
    assert boxes.without_term().count() == 3
    for box in Mailbox.objects.all():
        RetentionPolicy.objects.create(mailbox=box, months=60, basis="Mẫu", is_active=True)
    assert not boxes.without_term().exists()
    boxes.forget()
    assert "chưa quy định thời hạn lưu giữ" not in citizen.get("/gop-y/website/").text


def test_a_unit_that_gives_back_is_told_it_goes_to_the_body_above(citizen, client, officer):
    body = make_body()
    unit = make_body("Đội mẫu", parent=body)
    below = actions.pass_on(pk=forwarded(officer, body).pk, actor=None, organisation=unit)
    answer = citizen.post(
        f"/don-vi/{key_of(below)}/tra-lai/", {"reason": "Không phải đội."}, follow=True
    )
    assert "đã về cơ quan đã giao việc" in answer.text
    assert "đến cơ quan khác" not in answer.text


def test_an_account_reads_that_it_was_sent_and_finds_what_it_answered(client, officer):
    body = make_body()
    hop = forwarded(officer, body)
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=body))
    given = {"answer": "Đã thay nắp cống.", "answered_by": "Lê Mẫu"}
    page = client.post(f"/don-vi/viec/{hop.pk}/tra-loi/", given, follow=True)
    assert "Đã gửi trả lời về Phòng" in page.text
    assert f"/don-vi/viec/{hop.pk}/" in page.text and "Trả lời lúc" in page.text


@pytest.mark.slow
def test_an_account_opens_what_lies_at_its_body_and_nothing_else(client, officer):
    bodies = [make_body(f"Sở {number}") for number in range(3)]
    unit = make_body("Đội của Sở 0", parent=bodies[0])
    hops = [forwarded(officer, body) for body in bodies for _ in range(2)]
    actions.pass_on(pk=hops[0].pk, actor=None, organisation=unit)
    actions.answer_hop(pk=hops[2].pk, actor=None, answer="Xong.")
    client.force_login(make_person(Role.AGENCY_CONTACT, organisation=bodies[0]))
    for hop in Hop.objects.select_related("organisation"):
        own = bodies[0].pk in (hop.organisation_id, hop.organisation.parent_id)
        status = client.get(f"/don-vi/viec/{hop.pk}/").status_code
        assert status == (200 if own else 404), hop.organisation


@pytest.mark.parametrize("way", ["{}{}", " {} {} ", "{}–{}", "{} - {}"])
def test_a_code_is_known_however_it_is_typed(citizen, way):
    one = make_submission()
    head, tail = one.code.split("-")
    typed = way.format(head.lower(), f"{tail[:4]} {tail[4:]}".lower())
    assert codes.tidy_code(typed) == one.code
    given = {"code": typed, "secret": codes.secret_for(one.token)}
    assert one.subject in citizen.post("/gop-y/tra-cuu/", given).text


def test_who_must_wait_is_told_the_true_reason(citizen, monkeypatch):
    monkeypatch.setattr(risk, "QUICKEST_SECONDS", 60)
    assert "điền nhanh hơn bình thường" in send(citizen).text
    monkeypatch.setattr(risk, "SENT_BY_NETWORK", (0, 0, 60))
    assert "vừa được gửi từ mạng này" in send(citizen).text
    monkeypatch.setattr(risk, "SENT_BY_NETWORK", (50, 60, 60))
    monkeypatch.setattr(risk, "SENT_BY_EMAIL", (0, 0, 60))
    assert "với địa chỉ thư này" in send(citizen, sender_email="a@nguoidan.example").text
