"""What a sender says by telephone or on paper: an officer writes it down, and the wait is over."""

import pytest

from cityweb.core import clocks
from cityweb.core.errors import Refused
from feedback import actions
from feedback.models import Message
from feedback.reports import veiled
from feedback.states import Channel, State
from tests.feedback.desk import address, take, verbs_of
from tests.feedback.makers import make_submission
from tests.feedback.test_lookup import look_up

pytestmark = pytest.mark.django_db


def test_a_spoken_answer_ends_the_wait(desk, citizen, officer):
    one = make_submission(sender_email="", sender_phone="0903123456")
    actions.ask_sender(pk=one.pk, actor=officer, question="Số nhà nào?", asked_by=Channel.PHONE)
    assert "write-down" in verbs_of(desk.get(address(one)))
    assert "ghi lại lời họ" in desk.get(address(one)).text
    take(desk, one, "write-down", channel="phone", body="Số 12, gần chợ.")
    one.refresh_from_db()
    assert one.state == State.SUBMITTED
    assert clocks.of(one, "reply").get().state == "running"
    said = one.messages.get(purpose=Message.Purpose.ADDITION)
    assert (said.channel, said.author) == (Channel.PHONE, officer)
    assert f"Người gửi (điện thoại), {officer} ghi" in desk.get(address(one)).text
    page = look_up(citizen, one).text
    assert "Phòng ghi lại lời ông/bà nói hoặc gửi giấy" in page
    assert "Số 12, gần chợ." in page
    assert officer.full_name not in page


def test_what_was_written_down_is_heard_with_the_original(officer):
    original, joined = make_submission(), make_submission()
    said = {"channel": Channel.PAPER, "body": "Cả hẻm đều bị."}
    actions.write_down(pk=joined.pk, actor=officer, **said)
    actions.merge(pk=joined.pk, into=original.pk, actor=officer)
    heard = Message.objects.of_all_joined(original).filter(purpose__in=veiled.FROM_SENDER)
    assert [one.body for one in heard] == ["Cả hẻm đều bị."]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"body": " ", "channel": Channel.PHONE}, "no-text"),
        ({"body": "Số 12.", "channel": Channel.WEB}, "other-channel"),
    ],
)
def test_only_what_was_said_is_written_down(officer, said, code):
    with pytest.raises(Refused) as refusal:
        actions.write_down(pk=make_submission().pk, actor=officer, **said)
    assert refusal.value.code == code


def test_a_note_is_a_word_and_no_book(desk):
    one = make_submission()
    page = take(desk, one, "note", body="x" * 30_000)
    assert page.status_code == 422
    assert "4000" in page.context["remark"].errors["body"][0]
    assert "maxlength" not in page.text
    assert not one.notes.exists()
