"""Reminders and escalations: each once, up the ladder, only in office hours."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cityweb.core import clocks
from cityweb.core.clocks.wording import subjects_of
from cityweb.core.models import AuditEntry, OutboxItem, Role
from feedback import actions, deadlines
from feedback.models import Submission
from tests.feedback.makers import forwarded, make_body, make_submission
from tests.people import make_person

# Monday 2026-11-23, 09:00 in the city.
MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def told():
    """Return who was reminded, by mark: (percent, e-mail address)."""

    items = OutboxItem.objects.filter(dedupe_key__startswith="feedback:mark:")
    return sorted(
        (int(item.dedupe_key.split(":")[3]), json.loads(item.payload)["to"]) for item in items
    )


@pytest.mark.slow
@pytest.mark.django_db
def test_a_year_of_reminders_is_exact_and_each_comes_once(officer):
    head, director = make_person(Role.OFFICE_HEAD), make_person(Role.DIRECTOR)
    with time_machine.travel(MONDAY, tick=False):
        submission = make_submission(received_at=MONDAY)
        actions.classify(
            pk=submission.pk, actor=officer, kind="report", category=submission.category
        )
        actions.answer_here(pk=submission.pk, actor=officer)
    reply = clocks.of(submission, "reply").get()
    now = MONDAY
    while now < MONDAY + timedelta(days=365):
        actions.remind(now=now)
        now += timedelta(hours=6)
    assert told() == sorted(
        [
            *((50, person.email) for person in [officer]),
            *((80, person.email) for person in [officer, head]),
            *((100, person.email) for person in [officer, head, director]),
        ]
    )
    assert reply.marks.count() == 3
    assert AuditEntry.objects.filter(verb="feedback.escalated").count() == 1


@pytest.mark.django_db
def test_nobody_is_reminded_at_night_or_on_a_day_off(officer):
    with time_machine.travel(MONDAY, tick=False):
        make_submission(received_at=MONDAY)
    saturday_after_the_due_day = MONDAY + timedelta(days=5)
    midnight = MONDAY + timedelta(days=2, hours=15)
    assert actions.remind(now=saturday_after_the_due_day) == 0
    assert actions.remind(now=midnight) == 0
    assert actions.remind(now=MONDAY + timedelta(days=3)) > 0


@pytest.mark.django_db
def test_of_a_denunciation_only_its_readers_hear(officer):
    reader = make_person(Role.DENUNCIATION_READER)
    with time_machine.travel(MONDAY, tick=False):
        submission = make_submission(received_at=MONDAY)
        actions.restrict(pk=submission.pk, actor=officer, reason="Có dấu hiệu tố cáo.")
    actions.remind(now=MONDAY + timedelta(days=4))
    assert {address for _, address in told()} == {reader.email}


@pytest.mark.django_db
def test_the_body_gets_a_reminder_with_a_fresh_link(officer):
    with time_machine.travel(MONDAY, tick=False):
        hop = forwarded(officer, received_at=MONDAY)
        old = hop.links.get()
    actions.remind(now=clocks.of(hop, "hop").get().due_at + timedelta(hours=10))
    old.refresh_from_db()
    assert old.revoked_at is not None
    assert hop.links.filter(revoked_at__isnull=True).count() == 1


@pytest.mark.django_db
def test_each_forwarding_of_the_office_has_its_clock(officer):
    hop = forwarded(officer)
    for give_back, given in (
        (actions.return_hop, {"actor": None, "reason": "Thuộc phường."}),
        (actions.recall_hop, {"actor": officer, "reason": "Nhầm."}),
    ):
        one = hop.submission
        assert clocks.of(one, "forward").filter(stopped_at=None).count() == 0
        hop = give_back(pk=hop.pk, **given)
        waiting = clocks.of(one, "forward").get(stopped_at=None)
        assert waiting.received_at == hop.closed_at
        assert deadlines.next_by_submission([one.pk])[one.pk] == waiting
        hop = actions.forward(pk=one.pk, actor=officer, organisation=make_body("Nơi kế tiếp"))
        waiting.refresh_from_db()
        assert waiting.stopped_at == hop.sent_at
    assert clocks.of(one, "reply").count() == 1


@pytest.mark.django_db
def test_a_report_on_clocks_names_a_case_as_officers_do_but_no_isolated_one(officer):
    one, hop = make_submission(), forwarded(officer)
    running = [clocks.of(one).first(), clocks.of(hop).first()]
    said = subjects_of(running)
    assert said[running[0].pk] == f"ý kiến {one.code}"
    assert said[running[1].pk] == f"lần chuyển {hop.submission.code} → {hop.organisation}"
    Submission.objects.filter(pk=one.pk).update(is_restricted=True)
    assert subjects_of(running)[running[0].pk] == "ý kiến hạn chế người đọc"
