"""What a sender adds to an ordinary letter may make a denunciation of it: isolated all the same."""

from email.message import EmailMessage

import pytest
from django.utils import timezone

from cityweb.core import mailin
from cityweb.core.models import AuditEntry, Organisation, OutboxItem
from feedback import actions, suspicion
from feedback.models import Hop, Letter, Submission
from feedback.reports import at_body
from feedback.states import HopState, Kind, Outcome, State
from tests.feedback.makers import classified, forwarded, make_body, make_submission, replied
from tests.feedback.test_denunciations import paper
from tests.feedback.test_letters import arrive

pytestmark = pytest.mark.django_db
ACCUSES = "Tôi tố cáo ông X, cán bộ phường, nhận hối lộ."


def seen_by(person, one):
    return Submission.objects.visible_to(person).filter(pk=one.pk).exists()


def waits_told():
    sent = [str(item.payload) for item in OutboxItem.objects.filter(kind="mail")]
    return [one for one in sent if "Có ý kiến hạn chế người đọc" in one]


def mail_to(one, words, sender):
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, mailin.reply_address("feedback", one.code)
    mail.set_content(words)
    return arrive(mail)


def test_a_supplement_that_accuses_isolates_the_case_and_tells_its_readers(officer, reader):
    one = classified(officer)
    actions.add_information(pk=one.pk, body="Ở hẻm 12.")
    assert seen_by(officer, one)
    actions.add_information(pk=one.pk, body=ACCUSES)
    assert not seen_by(officer, one) and seen_by(reader, one)
    one.refresh_from_db()
    assert (one.assigned_to, one.state) == (None, State.CLASSIFIED)
    assert len(waits_told()) == 1 and "hối lộ" not in waits_told()[0]
    assert AuditEntry.objects.get(verb="feedback.restricted").actor is None


def test_words_that_accuse_only_together_with_the_letter(officer):
    letter = ("Trật tự vỉa hè", "Cán bộ phường cho chiếm vỉa hè. Mong xem xét.")
    assert not suspicion.may_denounce(*letter)
    assert suspicion.turns(*letter, "Xin giữ bí mật tên tôi.")
    assert not suspicion.turns("Tố cáo cán bộ nhận hối lộ", "Xin giữ bí mật.", "Ở hẻm 12.")


def test_what_a_reader_let_back_is_isolated_again_by_new_words_alone(officer, reader):
    one = classified(officer)
    actions.add_information(pk=one.pk, body=ACCUSES)
    actions.lift_restriction(pk=one.pk, actor=reader, kind=Kind.REPORT, reason="Chỉ góp ý")
    actions.add_information(pk=one.pk, body="Ở số nhà 5.")
    assert seen_by(officer, one)
    actions.add_information(pk=one.pk, body=f"{ACCUSES} Còn ông Y nữa.")
    assert not seen_by(officer, one)
    assert len(waits_told()) == 2


def test_it_is_taken_back_from_the_body_and_from_its_unit(officer, reader):
    body = make_body()
    hop = forwarded(officer, body)
    below = make_body("Phòng mẫu", parent=Organisation.objects.get(pk=body.pk))
    actions.pass_on(pk=hop.pk, actor=None, organisation=below)
    actions.add_information(pk=hop.submission_id, body=ACCUSES)
    assert set(Hop.objects.values_list("state", flat=True)) == {HopState.RECALLED}
    one = Submission.objects.get(pk=hop.submission_id)
    assert (one.state, one.is_restricted) == (State.CLASSIFIED, True)
    assert "tố cáo" not in one.steps.last().public_note


def test_a_reason_to_reopen_that_accuses_isolates(officer, head, reader):
    one = replied(officer, head)
    actions.reopen(pk=one.pk, reason=ACCUSES)
    assert not seen_by(head, one) and seen_by(reader, one)


def test_what_is_added_to_a_joined_one_isolates_the_original_with_all(officer, reader):
    one, lead = make_submission(), classified(officer)
    actions.merge(pk=one.pk, into=lead.pk, actor=officer)
    actions.add_information(pk=one.pk, body=ACCUSES)
    assert not any(seen_by(officer, each) for each in (one, lead))
    assert all(seen_by(reader, each) for each in (one, lead))


def test_a_mail_that_accuses_isolates_and_a_held_one_waits_for_the_readers(
    client, officer, head, reader
):
    one = classified(officer, sender_email="a@nguoidan.example")
    held = mail_to(one, ACCUSES, "khac@nguoidan.example")
    assert held.state == Letter.State.HELD
    assert not Letter.objects.visible_to(head).exists()
    assert Letter.objects.visible_to(reader).get() == held
    assert seen_by(officer, one)
    assert mail_to(one, f"{ACCUSES} Mong xem xét.", "a@nguoidan.example").state == "threaded"
    assert not seen_by(officer, one)


def test_an_officer_who_joins_such_a_mail_is_told_why_the_case_is_gone(client, officer, reader):
    one = classified(officer, body="Cán bộ phường cho chiếm vỉa hè. Mong xem xét.")
    held = mail_to(one, "Xin giữ bí mật tên tôi.", "khac@nguoidan.example")
    client.force_login(officer)
    address = f"/nghiep-vu/feedback/thu-den/{held.pk}/join/"
    led = client.post(address, {"code": one.code, "whose": "other"}, follow=True)
    assert "Thư có dấu hiệu tố cáo" in led.text
    assert not seen_by(officer, one)


def test_a_rating_that_accuses_isolates_too(officer, head, reader):
    one = replied(officer, head)
    actions.rate(pk=one.pk, stars=1, comment=ACCUSES)
    assert not seen_by(head, one) and seen_by(reader, one)
    assert len(waits_told()) == 1


def test_the_desk_reads_what_the_sender_thought_of_the_answer(client, officer, head):
    one = replied(officer, head)
    actions.rate(pk=one.pk, stars=2, comment="Trả lời còn chung chung.")
    client.force_login(head)
    page = client.get(f"/nghiep-vu/feedback/{one.code}/").text
    assert "Đánh giá trả lời: 2/5" in page and "Trả lời còn chung chung." in page


@pytest.fixture
def joined(officer):
    """An original at work, and one that was joined to it, whose sender then denounces somebody."""
    original, follower = classified(officer), make_submission()
    actions.merge(pk=follower.pk, into=original.pk, actor=officer)
    actions.add_information(pk=follower.pk, body=ACCUSES)
    return original, follower


def test_an_original_is_given_back_without_the_one_that_denounces(client, joined, officer, reader):
    original, follower = joined
    assert not seen_by(officer, original)
    actions.lift_restriction(pk=original.pk, actor=reader, kind=Kind.REPORT, reason="Việc khác")
    assert seen_by(officer, original) and not seen_by(officer, follower)
    client.force_login(officer)
    assert "nhận hối lộ" not in client.get(f"/nghiep-vu/feedback/{original.code}/").text
    actions.forward(pk=original.pk, actor=officer, organisation=make_body())
    hop = Hop.objects.get(submission=original)
    seen = at_body.case(hop, address_of=lambda *_: "", now=timezone.now())
    assert not seen.additions


def test_what_denounces_goes_on_by_paper_without_its_original(joined, officer, reader):
    original, follower = joined
    actions.lift_restriction(pk=original.pk, actor=reader, kind=Kind.REPORT, reason="Việc khác")
    actions.transfer_on_paper(pk=follower.pk, actor=reader, **paper())
    follower.refresh_from_db()
    assert (follower.outcome, follower.is_restricted) == (Outcome.TRANSFERRED, True)
    original.refresh_from_db()
    assert original.state == State.CLASSIFIED


def test_what_was_joined_may_be_given_back_alone(joined, officer, reader):
    original, follower = joined
    actions.lift_restriction(pk=original.pk, actor=reader, kind=Kind.REPORT, reason="Việc khác")
    actions.lift_restriction(pk=follower.pk, actor=reader, kind=Kind.REPORT, reason="Nói quá lời")
    assert seen_by(officer, follower)


def test_the_first_sender_is_not_told_that_they_added_what_another_did(officer):
    original, follower = forwarded(officer).submission, make_submission()
    actions.merge(pk=follower.pk, into=original.pk, actor=officer)
    actions.add_information(pk=follower.pk, body=ACCUSES)
    told = original.steps.order_by("pk").last().public_note
    assert told == "Phòng đang xem lại ý kiến này."


def test_an_answered_case_isolated_by_mistake_is_given_back(officer, head, reader):
    one = replied(officer, head)
    actions.restrict(pk=one.pk, actor=officer, reason="Nhầm")
    actions.lift_restriction(pk=one.pk, actor=reader, kind=Kind.REPORT, reason="Bấm nhầm")
    one.refresh_from_db()
    assert (one.state, one.is_restricted) == (State.REPLIED, False)
