"""What senders, bodies and readers are told when a case takes another turn."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cityweb.core.models import OutboxItem
from feedback import actions
from feedback.models import DataSubjectRequest, Letter, Message, Publication
from feedback.reports.at_body import case
from feedback.states import PublicationState
from tests.feedback.makers import answered, forwarded, make_submission, replied
from tests.feedback.test_letters import letter
from tests.feedback.test_lookup import PATH, look_up

pytestmark = pytest.mark.django_db


def titles(hop):
    shown = case(hop, address_of=lambda *_: "", now=timezone.now())
    return [addition.title for addition in shown.additions]


def test_who_holds_a_link_is_told_that_it_was_taken_back(officer):
    hop = forwarded(officer)
    actions.recall_hop(pk=hop.pk, actor=officer, reason="Chuyển nhầm cho Sở")
    mails = OutboxItem.objects.filter(kind="mail", dedupe_key__contains=":recalled:")
    assert [mail.facts["to"] for mail in mails] == [hop.links.get().sent_to]
    body = mails.get().facts["body"]
    assert hop.submission.code in body and "không phải trả lời" in body
    assert "Chuyển nhầm" not in body and "/don-vi/" not in body


def test_a_body_reads_whose_words_were_added(officer):
    hop = forwarded(officer)
    follower = make_submission()
    actions.merge(pk=follower.pk, into=hop.submission_id, actor=officer)
    for one in (hop.submission, follower):
        actions.add_information(pk=one.pk, body="Nắp cống còn kêu.")
    own, other = titles(hop)
    assert own == Message.Purpose.ADDITION.label
    assert other == "Người gửi một ý kiến khác về cùng việc viết thêm"


def test_a_joined_case_leaves_what_is_prepared_for_the_public(officer, head):
    submission = replied(officer, head)
    draft = actions.prepare_publication(pk=submission.pk, actor=officer)
    actions.reopen(pk=submission.pk, reason="Vẫn vỡ.")
    original = answered(officer).submission
    actions.merge(pk=submission.pk, into=original.pk, actor=officer)
    found = Publication.objects.get(pk=draft.pk)
    assert found.state == PublicationState.DECLINED
    assert original.code in found.reason and found.decided_by == officer


def test_whose_data_are_gone_is_promised_no_answer(client, officer, head):
    original = answered(officer).submission
    follower = make_submission()
    actions.merge(pk=follower.pk, into=original.pk, actor=officer)
    kind = DataSubjectRequest.Kind.DELETE
    asked = actions.ask_about_data(pk=follower.pk, kind=kind, text="")
    client.force_login(head)
    deciding = client.get(reverse("feedback_desk:data_request", args=[asked.pk])).text
    assert f"đã gộp vào {original.code}" in deciding and "còn đang chờ" in deciding
    actions.decide_on_data(pk=asked.pk, actor=head, is_granted=True, answer="Đã xóa.")
    page = look_up(Client(), follower).text
    assert "không gửi trả lời của việc này cho ông/bà nữa" in page
    assert "ông/bà nhận được sau khi" not in page and "Bổ sung" not in page


def test_the_words_of_the_office_are_english_on_the_english_page(officer):
    submission = make_submission(sender_email="a@nguoidan.example")
    actions.accept(pk=submission.pk, actor=officer)
    actions.ask_sender(pk=submission.pk, actor=officer, question="Ở hẻm nào?")
    shown = look_up(Client(), submission, path=f"/en{PATH}")
    assert "The Office has accepted your letter." in shown.text
    assert "Phòng đã tiếp nhận ý kiến" not in shown.text
    foreign = shown.tree.xpath("//ol[@class='timeline']//div[@lang='vi']/p/text()")
    assert foreign == ["Ở hẻm nào?"]


def test_a_reader_is_offered_no_case_that_is_not_theirs(client, officer, head, reader):
    submission = replied(officer, head, sender_email="a@nguoidan.example")
    words = "Tôi tố cáo ông Ba, cán bộ phường, nhận hối lộ của dân."
    came = letter(submission, sender="a@nguoidan.example", body=words)
    assert came.state == Letter.State.HELD and came.is_restricted
    client.force_login(reader)
    page = client.get(reverse("feedback_desk:letter", args=[came.pk]))
    assert page.context["join"]["code"].value() == ""
    assert reverse("feedback_desk:case", args=[submission.code]) not in page.text
