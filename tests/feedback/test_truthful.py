"""What the office says is true: how a case ended, who was told, which day was promised."""

from datetime import date

import pytest
from django.utils import timezone

from cityweb.core import clocks, workdays
from cityweb.core.errors import Refused
from cityweb.core.workdays import Calendar
from feedback import actions, rules
from feedback.reports import followed
from feedback.reports.statistics import Line
from feedback.states import Channel, HopState, Outcome, ReplyState
from tests.feedback.desk import address, take, verbs_of
from tests.feedback.makers import answered, make_submission

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("bodies", "is_true"),
    [
        ([HopState.RECALLED], True),
        ([HopState.RETURNED, HopState.SENT], True),
        ([HopState.RECALLED, HopState.ANSWERED], False),
        ([HopState.RETURNED], False),
        ([], False),
    ],
)
def test_only_who_was_asked_and_answered_nothing_is_silent(bodies, is_true):
    assert (rules.untrue(Outcome.NO_REPLY, bodies) == "") is is_true
    assert rules.untrue(Outcome.PARTLY, bodies) == ""


def test_no_step_says_that_a_body_is_silent_which_has_answered(desk, officer, head):
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    page = take(desk, hop.submission, "submit", body="Xong.", outcome="no_reply", version=1)
    assert "Đã có cơ quan trả lời" in page.context["save"].errors["outcome"][0]
    assert "no_reply" not in dict(page.context["save"].fields["outcome"].choices)
    for state, verb, actor in (
        (ReplyState.DRAFT, actions.submit_reply, officer),
        (ReplyState.IN_REVIEW, actions.approve_reply, head),
        (ReplyState.APPROVED, actions.send_reply, officer),
    ):
        approver = head if state == ReplyState.APPROVED else None
        type(reply).objects.filter(pk=reply.pk).update(
            outcome=Outcome.NO_REPLY, state=state, approver=approver
        )
        with pytest.raises(Refused) as refusal:
            verb(pk=reply.pk, actor=actor)
        assert refusal.value.code == "untrue-outcome"


@pytest.mark.parametrize(
    ("on_time", "late", "percent"),
    [(8, 1, 89), (2, 1, 67), (199, 1, 99), (1, 999, 1), (5, 0, 100), (0, 3, 0), (0, 0, None)],
)
def test_rates_are_rounded_and_whole_only_without_any_delay(on_time, late, percent):
    numbers = {"on_time": on_time, "late": late, "overdue": 0}
    assert Line(None, "Tất cả", numbers).on_time_percent == percent


def test_who_gave_no_address_is_asked_by_a_person_before_the_clock_stands_still(desk, officer):
    one = make_submission(sender_email="", sender_phone="0966 000 666")
    assert "Người gửi không để lại địa chỉ thư" in desk.get(address(one)).text
    page = take(desk, one, "ask", question="Số nhà nào?")
    assert page.context["step_form"].errors["asked_by"] == [
        "Hãy ghi đã hỏi người gửi bằng cách nào."
    ]
    assert Channel.PAPER.value not in dict(page.context["step_form"].fields["asked_by"].choices)
    take(desk, one, "ask", question="Số nhà nào?", asked_by="phone")
    assert one.messages.get().channel == Channel.PHONE
    assert clocks.of(one, "reply").get().state == "paused"
    page = desk.post(f"{address(one)}do/accept/", follow=True).text
    assert "Đã tiếp nhận. Người gửi không để lại địa chỉ thư" in page
    assert clocks.of(one, "reply").get().state == "running"


def test_who_cannot_be_asked_stops_no_clock(desk, officer):
    one = make_submission(sender_email="", sender_name="")
    assert "ask" not in verbs_of(desk.get(address(one)))
    with pytest.raises(Refused) as refusal:
        actions.ask_sender(pk=one.pk, actor=officer, question="Đâu?", asked_by=Channel.PHONE)
    assert refusal.value.code == "unreachable"
    assert clocks.of(one, "reply").get().state == "running"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 23), "sau hôm nay"),
        (date(2026, 12, 15), "sau hạn trả lời, 15/12/2026"),
        (date(2026, 12, 19), "làm việc kế tiếp là 21/12/2026"),
        (date(9999, 12, 31), "không được sau 23/11/2027"),
        (date(2026, 12, 16), ""),
    ],
)
def test_a_promised_day_is_worked_after_the_due_one_and_not_far(day, why):
    given = {"today": date(2026, 11, 23), "due_on": date(2026, 12, 15), "calendar": Calendar()}
    given["last"] = date(2027, 11, 23)
    said = rules.unfit_promise(day, **given)
    assert why in said
    assert bool(said) is bool(why)


def test_a_promised_day_is_refused_beside_its_field_and_told_to_the_sender(desk, officer):
    one = make_submission(sender_email="")
    due_on = clocks.of(one, "reply").get().due_on
    page = take(desk, one, "promise", day=due_on.isoformat(), reason="Chờ khảo sát.")
    assert "sau hạn trả lời" in page.context["step_form"].errors["day"][0]
    with pytest.raises(Refused) as refusal:
        actions.promise_day(pk=one.pk, actor=officer, day=due_on, reason="Chờ.")
    assert refusal.value.code == "unfit-day"
    day = workdays.calendar().add(due_on, 3)
    said = {"day": day.isoformat(), "reason": "Chờ khảo sát."}
    page = desk.post(f"{address(one)}do/promise/", said, follow=True).text
    assert "Đã ghi ngày hẹn mới. Người gửi không để lại địa chỉ thư" in page
    events = followed.follow(one, now=timezone.now()).events
    assert f"Phòng báo tiến độ: hẹn trả lời ngày {day:%d/%m/%Y}" in [one.title for one in events]
