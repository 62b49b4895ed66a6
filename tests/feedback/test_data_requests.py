"""Requests about personal data: on a clock, decided by the head, done at once or refused."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, LegalRule, OutboxItem
from cityweb.core.sealed import blind_index
from feedback import actions, codes
from feedback.actions.erasing import ERASED
from feedback.forms import keys
from feedback.models import DataSubjectRequest, Publication, Submission
from feedback.states import PublicationState
from tests.feedback.makers import make_submission, replied
from tests.shared import shared

pytestmark = pytest.mark.django_db
Kind, State = DataSubjectRequest.Kind, DataSubjectRequest.State


@shared
def ended(officer, head):
    return replied(officer, head, sender_name="Trần Thị Bê", may_publish_name=True)


def ask(submission, kind, text=""):
    return actions.ask_about_data(pk=submission.pk, kind=kind, text=text)


def decide(asked, head, is_granted=True, answer="Đã làm theo yêu cầu.", **more):
    return actions.decide_on_data(
        pk=asked.pk, actor=head, is_granted=is_granted, answer=answer, **more
    )


def refused(code, verb, *given, **named):
    with pytest.raises(Refused) as found, transaction.atomic():
        verb(*given, **named)
    assert found.value.code == code


def mails(submission):
    return OutboxItem.objects.about(submission).filter(dedupe_key__contains=":data:")


def test_a_request_runs_on_the_clock_of_the_law_when_it_is_settled(ended):
    LegalRule.objects.filter(code="PDP.RESPOND").update(confidence="KNOWN")
    asked = ask(ended, Kind.ACCESS)
    (clock,) = clocks.of(asked)
    assert (clock.amount, clock.unit) == (2, "working_day")
    refused("already-asked", ask, ended, Kind.ACCESS)
    refused("no-text", ask, ended, Kind.RECTIFY, " ")


def test_granting_deletion_erases_at_once_and_tells_the_sender(ended, head):
    asked = ask(ended, Kind.DELETE, "Xin xóa tên Trần Thị Bê")
    decide(asked, head)
    found = Submission.objects.get(pk=ended.pk)
    assert (found.body, found.sender_name, found.sender_email) == (ERASED, "", "")
    asked.refresh_from_db()
    assert asked.state == State.GRANTED and asked.text == ""
    assert all(clock.stopped_at for clock in clocks.of(asked))
    assert mails(found).count() == 1
    refused("decided", decide, asked, head)
    refused("nothing-left", ask, found, Kind.ACCESS)


def test_what_is_held_is_not_deleted_on_request(ended, head):
    asked = ask(ended, Kind.DELETE)
    actions.hold(pk=ended.pk, actor=head, reason="Công văn 12")
    refused("on-hold", decide, asked, head)
    asked.refresh_from_db()
    assert asked.state == State.WAITING


def test_what_is_in_work_is_promised_and_erased_after_its_end(client, head, officer):
    one = make_submission(sender_name="Trần Thị Bê", may_publish_name=True)
    LegalRule.objects.filter(code="PDP.RESPOND").update(confidence="KNOWN")
    asked = ask(one, Kind.DELETE)
    client.force_login(head)
    page = client.get(reverse("feedback_desk:data_request", args=[asked.pk])).text
    assert "Chấp thuận, xóa khi kết thúc" in page and "Vì sao hạn là ngày này" in page
    granting = reverse("feedback_desk:decide_on_data", args=[asked.pk, "grant"])
    assert client.post(granting, {"answer": "Sẽ xóa."}).status_code == 302
    asked.refresh_from_db()
    assert asked.state == State.PROMISED and all(each.stopped_at for each in clocks.of(asked))
    assert not Submission.objects.get(pk=one.pk).may_publish_name
    refused("already-asked", ask, one, Kind.DELETE)
    day_after = timezone.now() + timedelta(days=2)
    assert actions.keep_promises(now=day_after) == 0
    actions.reject(pk=one.pk, actor=officer, reason="Trùng việc đã trả lời.")
    assert actions.keep_promises(now=timezone.now()) == 0
    assert actions.keep_promises(now=day_after) == 1
    assert Submission.objects.get(pk=one.pk).sender_name == ""
    asked.refresh_from_db()
    assert asked.state == State.GRANTED and mails(one).count() == 1


def test_the_screen_says_why_what_is_held_cannot_be_erased(client, ended, head):
    asked = ask(ended, Kind.DELETE)
    actions.hold(pk=ended.pk, actor=head, reason="Công văn 12")
    client.force_login(head)
    assert "Công văn 12" in client.get(reverse("feedback_desk:data_request", args=[asked.pk])).text
    granting = reverse("feedback_desk:decide_on_data", args=[asked.pk, "grant"])
    answer = client.post(granting, {"answer": "Đã xóa."})
    assert answer.status_code == 409 and "đang được giữ" in answer.text


def test_a_refusal_needs_words_and_changes_nothing(ended, head, officer):
    asked = ask(ended, Kind.DELETE)
    refused("no-reason", decide, asked, head, is_granted=False, answer=" ")
    refused("not-your-role", decide, asked, officer)
    decide(asked, head, is_granted=False, answer="Hồ sơ đang được thanh tra.")
    assert Submission.objects.get(pk=ended.pk).sender_name == "Trần Thị Bê"
    assert mails(ended).count() == 1


def test_who_was_granted_a_copy_opens_it_for_a_while_and_the_trail_notes_it(citizen, ended, head):
    asked = ask(ended, Kind.ACCESS, "Xin biết Phòng lưu gì.")
    key = keys.issue(ended.pk)
    copy = reverse("feedback:data_copy", args=[asked.pk])
    assert citizen.post(copy, {"key": key}).status_code == 409
    decide(asked, head, answer="Bản sao ở trang tra cứu.")
    both = {"code": ended.code, "secret": codes.secret_for(ended.token)}
    followed = citizen.post("/gop-y/tra-cuu/", both).text
    assert "Bản sao ở trang tra cứu." in followed and "Cung cấp dữ liệu: đã chấp thuận" in followed
    page = citizen.post(copy, {"key": key}).text
    response = citizen.post(copy, {"key": key, "form": "json"})
    assert response["Content-Disposition"].endswith(f'"du-lieu-{ended.code}.json"')
    found = response.json()
    assert found["Người gửi"]["Họ tên hoặc tên tổ chức"] == "Trần Thị Bê"
    assert found["Ý kiến"]["Nội dung"] == ended.body and found["Trả lời"]
    for words in ("Trần Thị Bê", ended.body, "Đơn vị đã thay nắp cống."):
        assert words in page
    assert AuditEntry.objects.filter(verb="feedback.data_copied", target_id=ended.pk).count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        late = citizen.post(copy, {"key": keys.issue(ended.pk)})
        assert late.status_code == 409 and "Trần Thị Bê" not in late.text
    assert citizen.post(copy, {"key": keys.issue(make_submission().pk)}).status_code == 409
    assert "Đã quá 30 phút" in citizen.post(copy, {"key": "x"}).text


def test_who_gave_no_address_reads_the_refusal_on_the_page(citizen, ended, head):
    asked = ask(ended, Kind.DELETE)
    both = {"code": ended.code, "secret": codes.secret_for(ended.token)}
    assert "Xóa dữ liệu: chờ quyết định" in citizen.post("/gop-y/tra-cuu/", both).text
    decide(asked, head, is_granted=False, answer="Hồ sơ đang được thanh tra.")
    assert "Hồ sơ đang được thanh tra." in citizen.post("/gop-y/tra-cuu/", both).text


def test_a_correction_puts_the_sender_right(ended, head):
    asked = ask(ended, Kind.RECTIFY, "Tên tôi là Bế")
    refused("nothing-corrected", decide, asked, head)
    decide(asked, head, corrections={"sender_name": "Trần Thị Bế", "sender_phone": "0901234567"})
    found = Submission.objects.get(pk=ended.pk)
    assert found.sender_name == "Trần Thị Bế" and found.body == ended.body
    assert found.phone_index == blind_index("0901234567", purpose="feedback.phone")
    assert found.sender_email == ended.sender_email


@pytest.mark.parametrize("kind", [Kind.RESTRICT, Kind.OBJECT, Kind.WITHDRAW])
def test_the_public_copy_follows_the_request(ended, officer, head, kind):
    publication = actions.prepare_publication(pk=ended.pk, actor=officer)
    actions.mask_rest(pk=publication.pk, actor=officer)
    Publication.objects.update(sender_name="Trần Thị Bê")
    actions.publish(pk=publication.pk, actor=head)
    decide(ask(ended, kind), head)
    found = Publication.objects.get()
    assert found.sender_name == "" and not Submission.objects.get(pk=ended.pk).may_publish_name
    stays = kind == Kind.WITHDRAW
    assert (found.state == PublicationState.PUBLISHED) is stays


def test_the_head_decides_on_the_desk(client, ended, head):
    asked = ask(ended, Kind.RECTIFY, "Số điện thoại sai")
    client.force_login(head)
    page = client.get(reverse("feedback_desk:data_requests")).content.decode()
    assert ended.code in page and "Chỉnh sửa dữ liệu" in page
    one = reverse("feedback_desk:data_request", args=[asked.pk])
    assert "Số điện thoại sai" in client.get(one).content.decode()

    granting = reverse("feedback_desk:decide_on_data", args=[asked.pk, "grant"])
    assert client.post(granting, {"answer": ""}).status_code == 422
    response = client.post(granting, {"answer": "Đã sửa.", "sender_phone": "0901234567"})
    assert response.status_code == 302
    assert Submission.objects.get(pk=ended.pk).sender_phone == "0901234567"
    decided = client.get(reverse("feedback_desk:data_requests"), {"xem": "da-quyet-dinh"})
    assert "Đã chấp thuận" in decided.content.decode()
    assert f"Chỉnh sửa dữ liệu, ý kiến {ended.code}: đã chấp thuận." in decided.text


def test_a_request_about_what_is_isolated_is_not_there_for_the_head(client, ended, head, reader):
    asked = ask(ended, Kind.ACCESS)
    actions.restrict(pk=ended.pk, actor=head, reason="Có thể là tố cáo.")
    client.force_login(head)
    assert client.get(reverse("feedback_desk:data_request", args=[asked.pk])).status_code == 404
    assert ended.code not in client.get(reverse("feedback_desk:data_requests")).content.decode()
    refused("not-found", decide, asked, head)
