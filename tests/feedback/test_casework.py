"""The way of a submission from the sender to the answer, by its verbs."""

import json
import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from cityweb.core import clocks
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions, codes, routing
from feedback.models import Category, Hop, RoutingRule, Submission
from feedback.states import HopState, Kind, Outcome, State
from tests.feedback.makers import (
    answered,
    classified,
    forwarded,
    mailbox,
    make_body,
    make_submission,
    replied,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def head():
    return make_person(Role.OFFICE_HEAD)


def refused(code, verb, **given):
    with pytest.raises(Refused) as found, transaction.atomic():
        verb(**given)
    assert found.value.code == code


def test_what_is_sent_twice_is_one_submission_with_one_receipt():
    token = uuid.uuid4()
    first, second = make_submission(token=token), make_submission(token=token)
    assert first == second
    assert Submission.objects.count() == 1
    assert OutboxItem.objects.filter(kind="mail").count() == 1
    assert codes.is_secret(codes.secret_for(token), first.secret_digest)
    assert codes.is_code(first.code)


def test_a_mistyped_code_is_noticed():
    code = codes.new_code("XD", 2026)
    assert codes.is_code(code)
    for place in range(5, len(code)):
        others = set(codes.ALPHABET) - {code[place]}
        assert not any(codes.is_code(code[:place] + one + code[place + 1 :]) for one in others)
    assert codes.tidy(" " + code.lower() + " ") == code


def test_clocks_count_from_receipt_however_late_the_worker_is():
    received = timezone.now() - timedelta(days=3)
    submission = make_submission(received_at=received)
    found = {clock.name: clock for clock in clocks.of(submission)}
    assert set(found) == {"acknowledge", "forward", "reply"}
    assert {clock.received_at for clock in found.values()} == {received}
    assert submission.steps.get().at == received


def test_each_mailbox_has_its_own_rule_for_forwarding():
    submission = make_submission(
        mailbox=mailbox("ADMIN_REGULATION"), category=Category.objects.get(code="sang-kien")
    )
    forward = clocks.of(submission, "forward").get()
    assert (forward.rule.code, forward.rule.is_law) == ("FB.REG.FORWARD", True)


def test_a_submission_goes_from_the_sender_to_the_answer(officer, head):
    submission = replied(officer, head)
    assert submission.outcome == Outcome.ANSWERED
    assert all(clock.stopped_at for clock in clocks.of(submission))
    states = list(submission.steps.values_list("state", flat=True))
    assert states == [
        *(State.SUBMITTED, State.ACCEPTED, State.CLASSIFIED, State.FORWARDED),
        *(State.ANSWERED, State.REPLY_REVIEW, State.REPLIED),
    ]
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"feedback.received", "feedback.forwarded", "feedback.replied"} <= verbs
    assert OutboxItem.objects.filter(dedupe_key__contains=":replied:").count() == 1


def test_the_clock_stands_still_while_the_sender_is_asked(officer):
    submission = make_submission()
    actions.ask_sender(pk=submission.pk, actor=officer, question="Ở đâu ạ?")
    assert clocks.of(submission, "reply").get().state == "paused"
    refused("asked-before", actions.ask_sender, pk=submission.pk, actor=officer, question="Nữa?")
    actions.add_information(pk=submission.pk, body="Hẻm 12.")
    submission.refresh_from_db()
    assert submission.state == State.SUBMITTED
    assert clocks.of(submission, "reply").get().state == "running"


def test_a_body_that_is_not_responsible_returns_it_and_the_total_clock_goes_on(officer):
    hop = forwarded(officer)
    before = clocks.of(hop.submission, "reply").get()
    actions.return_hop(pk=hop.pk, actor=None, reason="Thuộc phường.")
    hop.refresh_from_db()
    after = clocks.of(hop.submission, "reply").get()
    assert (hop.state, hop.submission.state) == (HopState.RETURNED, State.CLASSIFIED)
    assert (after.received_at, after.due_at, after.stopped_at) == (
        *(before.received_at, before.due_at),
        None,
    )


def test_lateness_stays_with_the_body_that_caused_it(officer):
    hop = forwarded(officer)
    due_at = clocks.of(hop, "hop").get().due_at
    late = due_at + timedelta(minutes=90)
    actions.return_hop(pk=hop.pk, actor=None, reason="Muộn.", at=late)
    second = actions.forward(
        pk=hop.submission_id, actor=officer, organisation=make_body("Cơ quan thứ hai"), at=late
    )
    actions.answer_hop(pk=second.pk, actor=None, answer="Xong.", at=late)
    found = dict(Hop.objects.values_list("organisation__name", "late_minutes"))
    assert found == {"Sở Xây dựng mẫu": 90, "Cơ quan thứ hai": 0}


def test_a_body_passes_on_to_its_own_unit_and_answers_for_it(officer):
    hop = forwarded(officer)
    unit = make_body("Trung tâm trực thuộc", parent=hop.organisation)
    stranger = make_body("Cơ quan lạ")
    refused("not-a-sub-unit", actions.pass_on, pk=hop.pk, actor=None, organisation=stranger)
    below = actions.pass_on(pk=hop.pk, actor=None, organisation=unit, message="Làm gấp.")
    assert clocks.of(below, "hop").get().stopped_at is None
    mail = json.loads(OutboxItem.objects.filter(kind="mail").latest("pk").payload)["body"]
    assert "Sở Xây dựng mẫu giao quý cơ quan" in mail
    assert "Lời của Sở Xây dựng mẫu:\nLàm gấp." in mail
    assert "Phòng Thông tin điện tử chuyển" not in mail
    actions.answer_hop(pk=below.pk, actor=None, answer="Đã làm.")
    hop.refresh_from_db()
    assert (hop.state, hop.submission.state) == (HopState.ACKNOWLEDGED, State.FORWARDED)


def test_a_body_that_nobody_can_reach_gets_nothing(officer):
    submission = classified(officer)
    body = make_body("Không đầu mối", contact=False)
    refused("nobody-there", actions.forward, pk=submission.pk, actor=officer, organisation=body)
    submission.refresh_from_db()
    assert submission.state == State.CLASSIFIED
    assert not submission.hops.exists()


def test_nobody_approves_their_own_reply(officer, head):
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=head, source=hop)
    actions.save_reply(
        pk=reply.pk, actor=head, body="Xong.", outcome=Outcome.ANSWERED, version=reply.version
    )
    actions.submit_reply(pk=reply.pk, actor=head)
    refused("own-reply", actions.approve_reply, pk=reply.pk, actor=head)
    refused("not-your-role", actions.approve_reply, pk=reply.pk, actor=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(reply).objects.filter(pk=reply.pk).update(approver=head)


def test_a_reply_changed_meanwhile_is_not_overwritten(officer):
    hop = answered(officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    given = {"pk": reply.pk, "actor": officer, "outcome": Outcome.ANSWERED, "version": 1}
    actions.save_reply(body="Bản một.", **given)
    refused("changed-meanwhile", actions.save_reply, body="Bản hai.", **given)


def test_a_denunciation_is_seen_by_its_readers_alone(officer, head):
    reader = make_person(Role.DENUNCIATION_READER)
    submission = make_submission()
    actions.redirect_elsewhere(
        pk=submission.pk, actor=officer, kind=Kind.DENUNCIATION, guidance="Gửi nơi có thẩm quyền."
    )
    seen = {
        person: Submission.objects.visible_to(person).filter(pk=submission.pk).exists()
        for person in (officer, head, reader)
    }
    assert seen == {officer: False, head: False, reader: True}
    refused("not-found", actions.assign, pk=submission.pk, actor=officer, officer=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(is_restricted=False)


def test_what_was_joined_gets_the_answer_of_the_original(officer, head):
    hop = answered(officer)
    duplicate = make_submission()
    actions.merge(pk=duplicate.pk, into=hop.submission_id, actor=officer)
    refused("not-the-same", actions.merge, pk=hop.submission_id, into=duplicate.pk, actor=officer)
    reply = actions.draft_reply(pk=hop.submission_id, actor=officer, source=hop)
    actions.submit_reply(pk=reply.pk, actor=officer)
    actions.approve_reply(pk=reply.pk, actor=head)
    actions.send_reply(pk=reply.pk, actor=officer)
    told = OutboxItem.objects.filter(dedupe_key__endswith=f"replied:{reply.pk}")
    assert {int(item.about_id) for item in told} == {hop.submission_id}
    actions.share_answer(pk=hop.submission_id, actor=officer, body="Đã thay nắp cống.")
    assert {int(item.about_id) for item in told.all()} == {hop.submission_id, duplicate.pk}


def test_an_answer_is_questioned_once(officer, head):
    submission = replied(officer, head)
    actions.reopen(pk=submission.pk, reason="Vẫn còn vỡ.")
    submission.refresh_from_db()
    assert (submission.state, submission.outcome) == (State.REOPENED, "")
    refused("reopened-before", actions.reopen, pk=submission.pk, reason="Nữa.")


def test_what_was_written_is_never_changed(officer):
    submission = make_submission()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(body="khác")
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=submission.pk).update(state=State.REPLIED)


def test_routing_names_the_successor_of_a_body_that_ended_and_says_why(officer):
    submission = classified(officer)
    heir = make_body("Sở kế thừa")
    ended = make_body("Sở cũ", valid_to=date(2025, 2, 28), successor=heir)
    RoutingRule.objects.create(
        mailbox=submission.mailbox, organisation=ended, valid_from=date(2020, 1, 1), basis="QĐ 1"
    )
    proposal = routing.propose(submission, on=date(2026, 11, 23))
    assert proposal.organisation == heir
    assert "ngừng hoạt động" in " ".join(proposal.reasons)


def test_the_rule_that_says_most_wins_and_a_refusal_passes_it_over(officer):
    wide, narrow = make_body("Cơ quan chung"), make_body("Cơ quan của lĩnh vực")
    submission = classified(officer)
    for body, category in ((wide, None), (narrow, submission.category)):
        RoutingRule.objects.create(
            mailbox=submission.mailbox,
            category=category,
            organisation=body,
            valid_from=date(2020, 1, 1),
        )
    today = timezone.localdate()
    assert routing.propose(submission, on=today).organisation == narrow
    hop = actions.forward(pk=submission.pk, actor=officer, organisation=narrow)
    actions.return_hop(pk=hop.pk, actor=None, reason="Không phải.")
    assert routing.propose(submission, on=today).organisation == wide
