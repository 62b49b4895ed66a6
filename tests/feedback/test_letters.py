"""Mail in: answers join their submission, machines are recognised, all else waits for a person."""

from email.message import EmailMessage

import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core import attachments, mailin
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, RawMail, Role
from feedback import actions
from feedback.models import AgencyContact, Letter, Message, Submission
from feedback.reports.followed import follow
from feedback.states import Outcome, State
from tests.feedback.makers import forwarded, mailbox, make_submission, replied
from tests.people import make_person

pytestmark = pytest.mark.django_db


def letter(submission=None, *, sender, body="Nắp cống ở trước nhà số 5.", to=None, **headers):
    """Return the row made of one mail that arrived."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = to or mailin.reply_address("feedback", submission.code)
    mail["Subject"] = "Re: ý kiến"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body)
    return arrive(mail)


def arrive(mail):
    row = mailin.keep(bytes(mail))
    assert mailin.handle(row.pk), row.last_error
    return Letter.objects.filter(raw=row).first()


def test_an_answer_from_the_sender_joins_the_submission_and_the_clock_goes_on(officer):
    submission = make_submission(sender_email="Binh@nguoidan.example")
    actions.ask_sender(pk=submission.pk, actor=officer, question="Ở đâu ạ?")
    came = letter(submission, sender="binh@nguoidan.example", body="Hẻm 12.\n\n> Ở đâu ạ?")
    submission.refresh_from_db()
    assert (came.state, submission.state) == (Letter.State.THREADED, State.SUBMITTED)
    message = submission.messages.get(purpose=Message.Purpose.ADDITION)
    assert (message.body, message.channel) == ("Hẻm 12.", "mail")


def test_a_file_comes_along_and_one_that_is_refused_is_named(officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    mail = EmailMessage()
    mail["From"] = "a@nguoidan.example"
    mail["To"] = mailin.reply_address("feedback", submission.code)
    mail.set_content("Gửi kèm.")
    mail.add_attachment(b"Danh s\xc3\xa1ch\n", "text", "plain", filename="danh-sach.txt")
    mail.add_attachment(b"MZ\x90\x00", "application", "octet-stream", filename="anh.exe")
    came = arrive(mail)
    assert [file.name for file in attachments.of(came.message)] == ["danh-sach.txt"]
    assert "Tệp không nhận" in came.message.body


def test_many_refused_files_are_told_in_one_sentence(officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    mail = EmailMessage()
    mail["From"] = "a@nguoidan.example"
    mail["To"] = mailin.reply_address("feedback", submission.code)
    mail.set_content("Gửi kèm.")
    for number in range(25):
        mail.add_attachment(b"MZ\x90\x00", "application", "x-test", filename=f"anh-{number}.exe")
    body = arrive(mail).message.body
    assert body.count("Tệp không nhận") == 1
    assert "anh-4.exe và 15 tệp nữa" in body
    assert "các tệp sau chưa được xét" in body


def test_a_mail_with_two_senders_waits_for_a_person(officer):
    submission = make_submission(sender_email="binh@nguoidan.example")
    mail = EmailMessage()
    mail["To"] = mailin.reply_address("feedback", submission.code)
    mail.set_content("Xin rút ý kiến.")
    two = b"From: la@kegian.example\r\nFrom: binh@nguoidan.example\r\n" + bytes(mail)
    for came in (arrive(two), letter(submission, sender="la@x.example, binh@nguoidan.example")):
        assert (came.state, came.reason) == (
            Letter.State.HELD,
            "Thư không ghi đúng một người gửi.",
        )


def test_a_mail_whose_words_cannot_be_read_waits_and_is_taken_as_it_came(client, officer):
    submission = make_submission(sender_email="binh@nguoidan.example")
    raw = (
        f"From: binh@nguoidan.example\nTo: {mailin.reply_address('feedback', submission.code)}\n"
        "Content-Type: text/plain; charset=x-unknown-99\nContent-Transfer-Encoding: base64\n\n"
    ).encode()
    came = arrive(raw)
    assert came.state == Letter.State.HELD
    assert "Không đọc được" in came.reason
    client.force_login(officer)
    page = client.get(reverse("feedback_desk:letter", args=[came.pk])).text
    at = reverse("feedback_desk:letter_raw", args=[came.pk])
    assert at in page
    assert client.get(at).content == raw
    assert AuditEntry.objects.filter(verb="feedback.letter_taken", actor=officer).count() == 1


def test_somebody_elses_answer_waits_for_a_person(officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    came = letter(submission, sender="nguoi-la@nguoidan.example")
    assert came.state == Letter.State.HELD
    assert not submission.messages.exists()
    actions.join_letter(pk=came.pk, actor=officer, code=submission.code, is_senders=True)
    assert submission.messages.count() == 1
    with pytest.raises(Refused) as found:
        actions.discard_letter(pk=came.pk, actor=officer, reason="Lỡ.")
    assert found.value.code == "settled"


def test_a_strangers_words_are_laid_beside_and_never_become_the_senders(client, officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    actions.ask_sender(pk=submission.pk, actor=officer, question="Ở đâu ạ?")
    came = letter(submission, sender="nguoi-la@nguoidan.example", body="Đừng sửa cống ấy.")
    client.force_login(officer)
    at = reverse("feedback_desk:letter_act", args=[came.pk, "join"])
    refused = client.post(at, {"code": submission.code})
    assert refused.status_code == 422
    assert "lời trong thư là của ai" in refused.text
    client.post(at, {"code": submission.code, "whose": "other"})
    submission.refresh_from_db()
    assert submission.state == State.NEEDS_INFO
    (beside,) = submission.messages.filter(purpose=Message.Purpose.ENCLOSED)
    assert beside.author == officer
    shown = client.get(reverse("feedback_desk:case", args=[submission.code])).text
    assert f"Thư của nguoi-la@nguoidan.example; {officer} đưa vào" in shown
    followed = follow(submission, now=timezone.now())
    assert not any("Đừng sửa" in event.text for event in followed.events)


def test_what_the_sender_wrote_from_elsewhere_says_who_put_it_in(client, officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    came = letter(submission, sender="a.khac@nguoidan.example", body="Hẻm 12.")
    actions.join_letter(pk=came.pk, actor=officer, code=submission.code, is_senders=True)
    followed = follow(submission, now=timezone.now())
    assert any("thư ông/bà gửi từ địa chỉ khác" in event.title for event in followed.events)


def test_mail_of_the_body_that_has_the_case_is_named_as_such(officer):
    hop = forwarded(officer)
    contact = AgencyContact.objects.filter(organisation=hop.organisation).first()
    contact = contact or AgencyContact.objects.create(
        organisation=hop.organisation, email="gopy@so.example", valid_from="2020-01-01"
    )
    came = letter(hop.submission, sender=contact.email)
    assert came.state == Letter.State.HELD
    assert came.reason == f"Từ đầu mối của {hop.organisation}, nơi đã được chuyển ý kiến."


def test_a_case_named_in_a_mail_to_the_office_is_proposed(client, officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    typed = submission.code.replace("-", " ").lower()
    came = letter(sender="a@nguoidan.example", to="gopy@cityweb.example", body=f"Về {typed} ạ.")
    client.force_login(officer)
    page = client.get(reverse("feedback_desk:letter", args=[came.pk])).text
    assert "Thư nhắc mã" in page
    assert f'value="{submission.code}"' in page


@pytest.mark.parametrize(
    ("headers", "state"),
    [
        ({"Auto_Submitted": "auto-replied"}, Letter.State.AUTOMATIC),
        ({"X_Autoreply": "yes"}, Letter.State.AUTOMATIC),
    ],
)
def test_machines_answer_nobody(headers, state):
    submission = make_submission(sender_email="a@nguoidan.example")
    assert letter(submission, sender="a@nguoidan.example", **headers).state == state
    assert not submission.messages.exists()


def bounced(submission, recipient, status="5.1.1", action="failed"):
    """Return the row of a report that our mail to `recipient` did not arrive."""
    raw = (
        "From: MAILER-DAEMON@mx.example.vn\nReturn-Path: <>\n"
        f"To: {mailin.reply_address('feedback', submission.code)}\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nUndelivered.\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.vn\n\n"
        f"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\n\n--b--\n"
    )
    return arrive(raw.encode())


@pytest.mark.slow
def test_a_case_tells_that_its_sender_is_not_reached_until_they_write(client, officer):
    submission = make_submission(sender_email="binh@nguoidan.example")
    client.force_login(officer)

    def head():
        return client.get(f"/nghiep-vu/feedback/{submission.code}/").text

    bounced(submission, "co-quan@so.example")
    assert "Thư gửi người gửi có trục trặc" not in head()
    came = bounced(submission, "Binh@nguoidan.example")
    assert came.is_of_mail_to_sender
    assert "Thư gửi người gửi có trục trặc" in head()
    assert "Thư không tới được người nhận (mã 5.1.1)." in head()
    assert client.get(reverse("feedback_desk:letter", args=[came.pk])).status_code == 200
    bounced(submission, "binh@nguoidan.example", "4.4.1", "delayed")
    assert "Thư chưa tới được người nhận (mã 4.4.1); máy chủ thư còn gửi lại." in head()
    letter(submission, sender="binh@nguoidan.example")
    assert "Thư gửi người gửi có trục trặc" not in head()


def test_a_forged_reply_address_leads_nowhere():
    submission = make_submission(sender_email="a@nguoidan.example")
    address = mailin.reply_address("feedback", submission.code)
    head, _, domain = address.partition("@")
    forged = f"{head[:-1]}{'a' if head[-1] != 'a' else 'b'}@{domain}"
    came = letter(sender="a@nguoidan.example", to=forged)
    assert (came.state, came.submission) == (Letter.State.HELD, None)


def test_the_same_mail_fetched_twice_is_read_once():
    submission = make_submission(sender_email="a@nguoidan.example")
    for body in ("Một.", "Một, gửi qua máy chủ khác."):
        letter(submission, sender="a@nguoidan.example", body=body, Message_ID="<1@nha.example>")
    first, again = Letter.objects.order_by("pk")
    assert (again.state, again.repeats) == (Letter.State.REPEATED, first)
    assert submission.messages.count() == 1
    assert RawMail.objects.count() == 2


def test_what_comes_for_a_joined_one_is_read_with_its_original(client, officer):
    original = forwarded(officer).submission
    joined = make_submission(sender_email="b@nguoidan.example")
    actions.merge(pk=joined.pk, into=original.pk, actor=officer)
    came = letter(joined, sender="b@nguoidan.example")
    assert (came.state, came.submission) == (Letter.State.THREADED, joined)
    client.force_login(officer)
    assert f"Người gửi {joined.code}" in client.get(f"/nghiep-vu/feedback/{original.code}/").text


def test_an_answer_to_what_is_over_waits_for_a_person(officer):
    submission = replied(officer, sender_email="c@nguoidan.example")
    assert letter(submission, sender="c@nguoidan.example").state == Letter.State.HELD


def test_an_answer_to_one_joined_to_what_is_over_waits_for_a_person(officer):
    lead = replied(officer)
    follower = make_submission(sender_email="theo@nguoidan.example")
    Submission.objects.filter(pk=follower.pk).update(
        state=State.MERGED, outcome=Outcome.MERGED, duplicate_of=lead
    )
    came = letter(follower, sender="theo@nguoidan.example")
    assert (came.state, came.submission) == (Letter.State.HELD, follower)
    assert "kết thúc" in came.reason


def test_a_held_mail_becomes_a_submission_of_the_day_it_came(officer):
    came = letter(sender="d@nguoidan.example", to="gopy@cityweb.example")
    submission = actions.take_letter_in(pk=came.pk, actor=officer, mailbox=mailbox())
    assert (submission.channel, submission.received_at) == ("mail", came.received_at)
    assert submission.sender_email == "d@nguoidan.example"


def test_a_person_cannot_join_a_letter_to_what_they_may_not_see(officer):
    reader = make_person(Role.DENUNCIATION_READER)
    submission = make_submission()
    actions.restrict(pk=submission.pk, actor=officer, reason="Tố cáo.")
    came = letter(sender="e@nguoidan.example", to="gopy@cityweb.example")
    with pytest.raises(Refused) as found:
        actions.join_letter(pk=came.pk, actor=officer, code=submission.code, is_senders=True)
    assert found.value.code == "not-found"
    assert Submission.objects.visible_to(reader).get() == submission


def test_the_office_settles_held_mail_on_its_screen(client, officer):
    came = letter(sender="g@nguoidan.example", to="gopy@cityweb.example", body="Xin hỏi.")
    client.force_login(officer)
    assert "Re: ý kiến" in client.get(reverse("feedback_desk:letters")).content.decode()
    screen = reverse("feedback_desk:letter", args=[came.pk])
    assert "Xin hỏi." in client.get(screen).content.decode()
    wrong = client.post(reverse("feedback_desk:letter_act", args=[came.pk, "join"]), {"code": "XD"})
    assert wrong.status_code == 422
    assert "gõ chưa đúng" in wrong.content.decode()
    code = make_submission().code
    Submission.objects.update(is_restricted=True)
    foreign = client.post(wrong.request["PATH_INFO"], {"code": code, "whose": "sender"})
    assert foreign.status_code == 409
    assert foreign.context["join"].errors["code"] == ["Không tìm thấy ý kiến có mã này."]
    assert code in foreign.content.decode()
    client.post(
        reverse("feedback_desk:letter_act", args=[came.pk, "take-in"]), {"mailbox": mailbox().pk}
    )
    assert Submission.objects.latest("pk").channel == "mail"


def test_strangers_read_no_mail(client):
    came = letter(sender="h@nguoidan.example", to="gopy@cityweb.example")
    client.force_login(make_person(Role.EDITOR))
    assert client.get(reverse("feedback_desk:letter", args=[came.pk])).status_code == 403
