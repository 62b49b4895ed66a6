"""What waits for one person has its own term: a copy for the joined, a question to a sender."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from cityweb.core import clocks
from cityweb.core.models import AuditEntry, Clock, LegalRule, OutboxItem, Role
from feedback import actions, queues
from feedback.actions import following
from feedback.models import Message, SharedCopy
from feedback.reports import shared, tally
from feedback.states import Channel
from tests.feedback.desk import LIST, address
from tests.feedback.makers import make_submission, replied
from tests.people import make_person

pytestmark = pytest.mark.django_db
# Monday 2026-11-23, 09:00 in the city.
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def mails(start):
    """Return who was written to, by the beginning of the key, and the words."""
    items = OutboxItem.objects.filter(kind="mail", dedupe_key__startswith=start).order_by("pk")
    return [(json.loads(item.payload)["to"], item.facts["body"]) for item in items]


def pass_time(start, *, days):
    """Let the reminders run every six hours."""
    now = start
    while now < start + timedelta(days=days):
        actions.remind(now=now)
        now += timedelta(hours=6)


@pytest.fixture
def copy(officer, head):
    """A copy of an answer that waits since Monday, for one who was joined."""
    with time_machine.travel(MONDAY, tick=False):
        original = replied(officer, head)
        actions.merge(pk=make_submission().pk, into=original.pk, actor=officer)
    return shared.waiting(original)


def case_of(copy):
    return copy.reply.submission


def test_a_copy_that_waits_has_a_term_by_the_offices_rule(
    client, officer, copy, django_assert_max_num_queries
):
    clock = clocks.of(copy).get()
    assert (clock.rule.code, clock.rule.is_law, clock.received_at) == ("FB.SHARE", False, MONDAY)
    tally.forget()
    with time_machine.travel(MONDAY + timedelta(days=6), tick=False):
        client.force_login(officer)
        client.get(LIST)
        with django_assert_max_num_queries(12):
            page = client.get(LIST, {"heap": "share"})
        (row,) = page.context["page"].rows
        assert (row.deadline.colour, row.deadline.detail) == ("late", "chờ từ 23/11")
        assert "lâu nhất 6 ngày" in page.text
        assert "lâu nhất 6 ngày" in client.get("/nghiep-vu/").text
        case = client.get(address(case_of(copy))).text
        assert f"Vì sao hạn gửi người có ý kiến gộp là {clock.due_on:%d/%m/%Y}?" in case
        assert "quy định của Phòng" in case
        assert (
            "cho gửi bản trả lời"
            in client.get(reverse("feedback_desk:deadline", args=[case_of(copy).code])).text
        )


def test_it_is_reminded_of_up_the_ladder_each_mark_once_until_it_is_let_through(
    officer, head, copy
):
    director = make_person(Role.DIRECTOR)
    pass_time(MONDAY, days=30)
    told = [to for to, _ in mails("feedback:mark:")]
    assert sorted(told) == sorted([officer.email] * 3 + [head.email] * 2 + [director.email])
    assert "gửi trả lời cho người có ý kiến gộp" in mails("feedback:mark:")[0][1]
    case = case_of(copy)
    actions.share_answer(pk=case.pk, actor=officer, body="Đã thay nắp cống.")
    assert clocks.of(copy).get().state == "stopped"


@pytest.mark.parametrize("ending", ["reopened", "answered publicly"])
def test_what_waits_no_more_is_forgotten_by_its_clock(officer, head, copy, ending):
    case = case_of(copy)
    if ending == "reopened":
        actions.reopen(pk=case.pk, reason="Vẫn vỡ.")
        assert not SharedCopy.objects.exists()
    else:
        made = actions.prepare_publication(pk=case.pk, actor=officer)
        actions.mask_rest(pk=made.pk, actor=officer)
        actions.publish(pk=made.pk, actor=head)
    assert not Clock.objects.open().filter(name="share").exists()
    pass_time(MONDAY + timedelta(days=10), days=2)
    assert not [words for _, words in mails("feedback:mark:") if "ý kiến gộp" in words]
    if ending != "reopened":
        actions.withdraw_publication(pk=made.pk, actor=head, reason="Có sai sót.")
        assert Clock.objects.open().filter(name="share").count() == 1


def test_a_copy_older_than_the_rule_gets_its_term_when_next_looked_at(copy):
    Clock.objects.filter(name="share").update(name="old")
    Clock.objects.filter(name="old").update(state="stopped", stopped_at=MONDAY)
    for _ in range(2):
        following.start_missing(now=MONDAY + timedelta(days=1))
    assert clocks.of(copy, "share").get().received_at == MONDAY + timedelta(days=1)


def asked(officer, **fields):
    with time_machine.travel(MONDAY, tick=False):
        one = make_submission(**fields)
        actions.ask_sender(pk=one.pk, actor=officer, question="Số nhà nào?", asked_by=Channel.PHONE)
    return one


def silent_rows(officer, at):
    with time_machine.travel(at, tick=False):
        return list(queues.named("silent", officer).rows(officer))


def test_a_silent_sender_is_reminded_once_and_then_the_officer_is_told(client, officer, head):
    one = asked(officer)
    clock = clocks.of(one.messages.get()).get()
    assert (clock.rule.code, clock.rule.is_law) == ("FB.SENDER.REPLY", False)
    assert clocks.of(one, "reply").get().state == "paused"
    pass_time(MONDAY, days=40)
    ((to, words),) = mails(f"feedback:{one.pk}:question-again")
    assert to == one.sender_email
    assert "Số nhà nào?" in words and "23/11/2026" in words
    ((to, words),) = mails("feedback:silent:")
    assert to == officer.email
    assert "đã được nhắc một lần bằng thư" in words
    told = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"feedback.sender_reminded", "feedback.sender_silent"} <= told
    assert silent_rows(officer, MONDAY + timedelta(days=5)) == []
    assert silent_rows(officer, MONDAY + timedelta(days=20)) == [one]
    with time_machine.travel(MONDAY + timedelta(days=20), tick=False):
        client.force_login(officer)
        assert "im lặng quá thời gian Phòng chờ" in client.get(address(one)).text
        page = client.get(LIST, {"heap": "silent"})
        assert page.context["page"].rows[0].deadline.detail == "chờ từ 23/11"


def test_a_reminder_that_could_not_go_in_time_goes_with_the_last_mark(officer):
    one = asked(officer)
    pass_time(MONDAY + timedelta(days=30), days=2)
    assert len(mails(f"feedback:{one.pk}:question-again")) == 1
    ((_, words),) = mails("feedback:silent:")
    assert "đã được nhắc" not in words


def test_who_gave_no_mail_address_is_reminded_by_the_officer(officer):
    one = asked(officer, sender_email="", sender_phone="0903123456")
    pass_time(MONDAY, days=40)
    assert not mails(f"feedback:{one.pk}:question-again")
    first, last = (words for _, words in mails("feedback:silent:"))
    assert "hãy nhắc qua điện thoại" in first
    assert "hãy xử lý theo những gì đã có" in last and "bằng thư" not in last


@pytest.mark.parametrize("ending", ["answered", "taken up", "turned down"])
def test_who_is_waited_for_no_more_is_not_reminded(officer, ending):
    one = asked(officer)
    if ending == "answered":
        actions.add_information(pk=one.pk, body="Số 12.")
    elif ending == "taken up":
        actions.accept(pk=one.pk, actor=officer)
    else:
        actions.reject(pk=one.pk, actor=officer, reason="Không rõ việc gì.")
    assert clocks.of(Message.objects.filter(submission=one).first()).get().state == "stopped"
    pass_time(MONDAY + timedelta(days=20), days=1)
    assert not mails(f"feedback:{one.pk}:question-again") and not mails("feedback:silent:")


def test_without_a_settled_rule_nobody_is_reminded_by_a_guess(officer):
    LegalRule.objects.filter(code="FB.SENDER.REPLY").update(value=None)
    one = asked(officer)
    assert not clocks.of(one.messages.get()).exists()
    pass_time(MONDAY + timedelta(days=20), days=1)
    assert not mails(f"feedback:{one.pk}:question-again")
