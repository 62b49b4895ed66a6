"""Denunciations from end to end: by their readers, whatever else those are, and by nobody else."""

from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.db import transaction
from django.utils import timezone

from cityweb.core import mailin
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions, queues
from feedback.models import Letter, Publication, Submission
from feedback.reports import statistics
from feedback.states import HopState, Kind, Outcome, State
from tests.feedback.makers import (
    answered,
    classified,
    forwarded,
    make_body,
    make_submission,
    replied,
)
from tests.feedback.test_letters import arrive
from tests.people import make_person
from tests.rows import first_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
LIST = "/nghiep-vu/feedback/"
READER = Role.DENUNCIATION_READER
# Everybody who may hold the office besides another one.
PLACES = [(READER,), (READER, Role.DIRECTOR), (READER, Role.OFFICE_HEAD), (READER, Role.OFFICER)]


@shared
def hidden(officer):
    one = make_submission(subject="Việc ở phường mẫu", sender_email="to.cao@nguoidan.example")
    actions.restrict(pk=one.pk, actor=officer, reason="Có dấu hiệu tố cáo")
    return Submission.objects.get(pk=one.pk)


def now_of(one):
    return Submission.objects.get(pk=one.pk)


def refused(code, verb, **given):
    with pytest.raises(Refused) as found, transaction.atomic():
        verb(**given)
    assert found.value.code == code


def do(client, one, verb, **fields):
    return client.post(f"{LIST}{one.code}/do/{verb}/", fields)


def paper(**fields):
    today = timezone.localdate()
    given = {
        "body": "Thanh tra Thành phố",
        "paper": "123/VP-TD",
        "paper_on": today,
        "guidance": "Đơn của ông/bà đã được chuyển đến Thanh tra Thành phố.",
    }
    return given | fields


@pytest.mark.parametrize("roles", first_of(PLACES))
def test_a_reader_walks_it_to_the_competent_body(client, hidden, roles):
    """A director or head who reads denunciations handles them like everybody appointed."""
    person = make_person(*roles)
    client.force_login(person)
    at = f"{LIST}{hidden.code}/"
    assert client.get(at).context["step"].key == "accept"
    assert do(client, hidden, "accept").status_code == 302
    assert do(client, hidden, "classify", kind="denunciation").status_code == 302
    assert do(client, hidden, "note", body="Đã trao đổi với văn thư.").status_code == 302
    page = client.get(at)
    assert page.context["step"].key == "transfer"
    assert "forward" not in {verb.key for verb in page.context["other_steps"]}
    assert client.post(f"{at}sender/").status_code == 200
    assert do(client, hidden, "transfer", **paper()).status_code == 302

    done = now_of(hidden)
    assert (done.state, done.outcome) == (State.REDIRECTED, Outcome.TRANSFERRED)
    assert (done.kind, done.is_restricted, done.assigned_to) == (Kind.DENUNCIATION, True, person)
    step = done.steps.last()
    assert "123/VP-TD" in step.reason and "Thanh tra" in step.public_note
    assert "Đã chuyển cơ quan có thẩm quyền bằng văn bản" in client.get(at).text


def test_a_paper_of_tomorrow_was_not_sent_yet(hidden, reader):
    tomorrow = timezone.localdate() + timedelta(days=1)
    given = paper(paper_on=tomorrow)
    refused("not-yet-sent", actions.transfer_on_paper, pk=hidden.pk, actor=reader, **given)
    given = paper(guidance=" ")
    refused("no-reason", actions.transfer_on_paper, pk=hidden.pk, actor=reader, **given)


def test_only_what_is_isolated_goes_by_paper(officer, head):
    one = classified(officer)
    given = paper()
    refused("not-restricted", actions.transfer_on_paper, pk=one.pk, actor=head, **given)


def test_the_sender_is_mailed_nothing_but_the_code(hidden, reader):
    actions.transfer_on_paper(pk=hidden.pk, actor=reader, **paper())
    said = " ".join(str(item.facts) for item in OutboxItem.objects.about(hidden)[1:])
    assert hidden.code in said
    assert "Thanh tra" not in said and "123/VP-TD" not in said


@pytest.mark.parametrize("roles", first_of(PLACES))
def test_it_is_never_forwarded_by_routine_and_never_published(client, hidden, roles):
    person = make_person(*roles)
    body = make_body()
    refused("restricted", actions.forward, pk=hidden.pk, actor=person, organisation=body)
    refused("restricted", actions.prepare_publication, pk=hidden.pk, actor=person)
    client.force_login(person)
    assert do(client, hidden, "forward", organisation=body.pk).status_code == 409
    assert "panel=publication" not in client.get(f"{LIST}{hidden.code}/").text
    assert client.post(f"{LIST}{hidden.code}/cong-khai/prepare/").status_code != 200
    assert not Publication.objects.exists() and not hidden.hops.exists()


def test_readers_answer_it_among_themselves_but_never_alone(client, hidden, reader):
    other = make_person(READER, full_name="Người đọc thứ hai")
    actions.classify(pk=hidden.pk, actor=reader, kind=Kind.DENUNCIATION, category=None)
    actions.answer_here(pk=hidden.pk, actor=reader)
    reply = actions.draft_reply(pk=hidden.pk, actor=reader)
    given = {"body": "Đơn đã được xem xét.", "outcome": Outcome.ANSWERED, "version": 1}
    actions.save_reply(pk=reply.pk, actor=reader, **given)
    actions.submit_reply(pk=reply.pk, actor=reader)
    refused("own-reply", actions.approve_reply, pk=reply.pk, actor=reader)

    assert not queues.named("approve", reader).rows(reader).exists()
    assert queues.named("approve", other).rows(other).get() == hidden
    client.force_login(other)
    assert client.get(f"{LIST}{hidden.code}/").context["step"].key == "approve"
    assert do(client, hidden, "approve").status_code == 302
    assert do(client, hidden, "send").status_code == 302
    assert now_of(hidden).state == State.REPLIED


def test_a_reader_approves_nothing_of_the_room(officer, reader):
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.submit_reply(pk=reply.pk, actor=officer)
    refused("not-found", actions.approve_reply, pk=reply.pk, actor=reader)
    both = make_person(Role.OFFICER, READER)
    assert not queues.named("approve", both).rows(both).exists()
    refused("not-your-role", actions.approve_reply, pk=reply.pk, actor=both)


def test_it_stays_a_denunciation_until_a_reader_lets_it_go(client, hidden, reader, officer):
    given = {"pk": hidden.pk, "actor": reader}
    refused("restricted", actions.classify, kind=Kind.REPORT, category=None, **given)
    refused("other-law", actions.lift_restriction, kind=Kind.COMPLAINT, reason="Nhầm", **given)
    client.force_login(reader)
    reason = "Chỉ nêu việc nắp cống."
    response = do(client, hidden, "lift-restriction", kind="report", reason=reason)
    assert response["Location"] == LIST
    freed = now_of(hidden)
    assert (freed.is_restricted, freed.kind) == (False, Kind.REPORT)
    client.force_login(officer)
    assert client.get(f"{LIST}{hidden.code}/").status_code == 200
    assert AuditEntry.objects.get(verb="feedback.restriction_lifted").reason == reason


def test_what_was_joined_is_isolated_and_freed_with_it(officer, reader):
    original, twin = classified(officer), make_submission()
    actions.merge(pk=twin.pk, into=original.pk, actor=officer)
    actions.restrict(pk=original.pk, actor=officer, reason="Tố cáo")
    assert now_of(twin).is_restricted
    actions.lift_restriction(pk=original.pk, actor=reader, kind=Kind.REPORT, reason="Nhầm")
    assert not now_of(twin).is_restricted


def test_nobody_stays_in_charge_of_what_they_may_not_see(officer, reader, head):
    one = classified(officer)
    assert one.assigned_to == officer
    actions.restrict(pk=one.pk, actor=officer, reason="Tố cáo")
    assert now_of(one).assigned_to is None
    refused("not-a-reader", actions.assign, pk=one.pk, actor=reader, officer=head)
    actions.assign(pk=one.pk, actor=reader, officer=make_person(READER))
    actions.assign(pk=one.pk, actor=reader, officer=reader)
    assert now_of(one).assigned_to == reader
    actions.lift_restriction(pk=one.pk, actor=reader, kind=Kind.REPORT, reason="Nhầm")
    assert now_of(one).assigned_to is None


def test_the_screen_offers_readers_to_give_it_to(client, hidden, reader, officer):
    client.force_login(reader)
    page = client.get(f"{LIST}{hidden.code}/", {"do": "assign"}).text
    assert reader.full_name in page and officer.full_name not in page


def letter_about(one):
    mail = EmailMessage()
    mail["From"] = "nguoi.khac@nguoidan.example"
    mail["To"] = mailin.reply_address("feedback", one.code)
    mail["Subject"] = "Bằng chứng tố cáo"
    mail.set_content("Kèm theo đây.")
    return arrive(mail)


def test_mail_about_it_is_in_the_pen_of_its_readers_alone(client, hidden, reader, officer, head):
    letter = letter_about(hidden)
    assert letter.state == Letter.State.HELD
    for person in (officer, head):
        client.force_login(person)
        for address in ("thu-den/", "thu-den/?xem=tat-ca"):
            page = client.get(f"{LIST}{address}").text
            assert "Bằng chứng" not in page and hidden.code not in page
        assert client.get(f"{LIST}thu-den/{letter.pk}/").status_code == 404
        assert client.post(f"{LIST}thu-den/{letter.pk}/discard/").status_code == 404
        refused("not-found", actions.discard_letter, pk=letter.pk, actor=person, reason="x")
    client.force_login(reader)
    assert "Bằng chứng" in client.get(f"{LIST}thu-den/").text
    box = hidden.mailbox
    refused("restricted", actions.take_letter_in, pk=letter.pk, actor=reader, mailbox=box)
    actions.join_letter(pk=letter.pk, actor=reader, code=hidden.code, is_senders=False)
    assert now_of(hidden).messages.count() == 1


@pytest.mark.parametrize(
    ("sender", "body", "name"),
    [
        ("khac@nguoidan.example", "Việc {code} tới đâu rồi?", ""),
        ("mat@nguoidan.example", "Cho tôi hỏi thăm.", ""),
        ("khac@nguoidan.example", "Kèm theo.", "don-to-cao-ong-Tam.txt"),
        ("khac@nguoidan.example", "Cho tôi hỏi vụ ông Tám cán bộ địa chính ăn tiền tới đâu", ""),
    ],
)
def test_mail_to_the_office_about_what_is_isolated_is_its_readers(officer, sender, body, name):
    hidden = make_submission(sender_email="mat@nguoidan.example")
    actions.restrict(pk=hidden.pk, actor=officer, reason="Tố cáo.")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "gopy@cityweb.example", "Hỏi"
    mail.set_content(body.format(code=hidden.code))
    if name:
        mail.add_attachment(b"Danh s\xc3\xa1ch\n", "text", "plain", filename=name)
    came = arrive(mail)
    assert came.is_restricted
    assert not Letter.objects.visible_to(officer).exists()


def test_mail_about_nothing_restricted_is_no_matter_of_a_reader(client, reader):
    letter = letter_about(make_submission())
    client.force_login(reader)
    assert client.get(f"{LIST}thu-den/{letter.pk}/").status_code == 404


def test_a_reader_decides_on_the_data_of_its_sender(client, hidden, reader):
    asked = actions.ask_about_data(pk=hidden.pk, kind="access", text="Xin bản sao")
    client.force_login(reader)
    assert hidden.code in client.get(f"{LIST}yeu-cau-du-lieu/").text
    at = f"{LIST}yeu-cau-du-lieu/{asked.pk}/"
    assert client.get(at).status_code == 200
    client.post(f"{at}grant/", {"answer": "Gửi kèm bản sao."})
    asked.refresh_from_db()
    assert asked.decided_by == reader


def test_it_is_in_no_statistics_and_no_public_answer(citizen, officer, head):
    one = replied(officer, head, subject="Đèn đường tắt")
    publication = actions.prepare_publication(pk=one.pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    actions.publish(pk=publication.pk, actor=head)
    assert citizen.get(publication.path).status_code == 200
    actions.restrict(pk=one.pk, actor=head, reason="Tố cáo")
    assert citizen.get(publication.path).status_code in (404, 410)
    assert not statistics.countable().filter(pk=one.pk).exists()


def test_what_lies_at_a_body_is_taken_back_from_it_when_it_is_isolated(officer):
    hop = forwarded(officer)
    actions.restrict(pk=hop.submission_id, actor=officer, reason="Nêu tên người nhận tiền.")
    hop.refresh_from_db()
    assert hop.state == HopState.RECALLED and not hop.links.filter(revoked_at=None).exists()
    assert hop.submission.is_restricted and hop.submission.state == State.CLASSIFIED
