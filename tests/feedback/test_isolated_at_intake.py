"""What may be a denunciation is isolated before anybody could read it, however it came."""

from email.message import EmailMessage

import pytest

from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions
from feedback.audit_hiding import letters_hidden_from
from feedback.models import Letter, Submission
from feedback.states import Channel, Kind
from tests.feedback.letters import send
from tests.feedback.makers import mailbox, make_submission
from tests.feedback.test_letters import arrive
from tests.people import make_person

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"
WORDS = {"subject": "Tố cáo cán bộ X nhận hối lộ", "body": "Xin giữ bí mật tên tôi."}


def mails(template_says):
    sent = [item.payload for item in OutboxItem.objects.filter(kind="mail")]
    return [one for one in sent if template_says in str(one)]


def test_nobody_but_its_reader_opens_it_from_the_first_moment(client, reader, officer, head):
    one = make_submission(**WORDS, begun=False)
    assert one.is_restricted and not one.kind
    address = f"{LIST}{one.code}/"
    for person in (officer, head, make_person(Role.DIRECTOR)):
        client.force_login(person)
        assert client.get(address).status_code == 404
    client.force_login(reader)
    page = client.get(address)
    assert page.status_code == 200
    assert "lift-restriction" in {step.key for step in page.context["grave_steps"]} | {
        step.key for step in page.context["other_steps"]
    }


def test_its_readers_are_told_once_and_nothing_of_what(reader):
    one = make_submission(**WORDS)
    actions.begin(pk=one.pk)
    (told,) = mails("Có ý kiến hạn chế người đọc")
    assert reader.email in str(told) and one.code in str(told)
    assert "hối lộ" not in str(told)


def test_while_nobody_is_appointed_the_administrators_are_told_to_appoint(administrator):
    make_submission(**WORDS)
    (told,) = mails("Có ý kiến hạn chế người đọc")
    assert administrator.email in str(told)
    assert f"cấp vai trò “{Role.DENUNCIATION_READER.label}”" in str(told)


def test_a_reader_lets_back_what_was_none_and_the_sender_gets_the_receipt(reader, officer):
    one = make_submission(**WORDS)
    assert not mails("Mã bí mật:")
    actions.lift_restriction(pk=one.pk, actor=reader, kind=Kind.REPORT, reason="Chỉ góp ý")
    assert len(mails("Mã bí mật:")) == 1
    assert Submission.objects.visible_to(officer).filter(pk=one.pk).exists()


def test_ordinary_letters_go_to_the_room(officer, reader):
    one = make_submission()
    assert not one.is_restricted and not mails("hạn chế người đọc")


def mail_in():
    mail = EmailMessage()
    mail["From"] = "nguoi.viet@nguoidan.example"
    mail["To"] = "gopy@cityweb.example"
    mail["Subject"] = WORDS["subject"]
    mail.set_content(WORDS["body"])
    return arrive(mail)


def test_a_mail_is_held_for_the_readers_alone_and_taken_in_isolated(officer, head, reader):
    held = mail_in()
    assert held.state == Letter.State.HELD and held.is_restricted
    for person in (officer, head):
        assert not Letter.objects.visible_to(person).exists()
        assert letters_hidden_from(person).get() == held
    assert mails("thư đến hạn chế người đọc")
    one = actions.take_letter_in(pk=held.pk, actor=reader, mailbox=mailbox())
    actions.begin(pk=one.pk)
    assert (one.is_restricted, one.channel) == (True, Channel.MAIL)
    # Who wrote by mail has no other way to the secret.
    assert len(mails("Mã bí mật:")) == 1
    assert not letters_hidden_from(reader).exists()


def test_the_form_says_once_where_it_goes_and_takes_it_all_the_same(citizen):
    shown = send(citizen, **WORDS)
    assert "đây có thể là tố cáo" in shown.text and "Vẫn gửi" in shown.text
    assert WORDS["body"] in shown.text
    assert not Submission.objects.exists()
    again = {**WORDS, "da_biet": shown.value("da_biet"), "ticket": shown.value("ticket")}
    assert "Đã nhận ý kiến" in send(citizen, **again).text
    one = Submission.objects.get()
    assert one.is_restricted
    assert "Đã nhận ý kiến" in send(citizen, **again).text
    assert AuditEntry.objects.filter(verb="feedback.received").count() == 1


def test_a_complaint_is_told_where_it_goes_and_stays_in_the_room(citizen):
    words = {"subject": "Khiếu nại quyết định xử phạt", "body": "Tôi khiếu nại quyết định số 5."}
    shown = send(citizen, **words)
    assert "đây có thể là khiếu nại" in shown.text and not Submission.objects.exists()
    send(citizen, **words, da_biet="1")
    assert not Submission.objects.get().is_restricted
