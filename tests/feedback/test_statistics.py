"""Statistics: every number is the length of a list, and no list shows what is not to be seen."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core import clocks, exports
from cityweb.core.models import AuditEntry, Clock
from feedback import actions
from feedback.reports import periods, statistics
from feedback.states import ClockName, Kind, Outcome
from tests.feedback.makers import classified, forwarded, make_body, make_submission, replied

pytestmark = pytest.mark.django_db


def now_period():
    return periods.recent(timezone.localdate())[0]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 11, 24), date(2026, 10, 25), date(2026, 11, 24)),
        (date(2026, 11, 25), date(2026, 11, 25), date(2026, 12, 24)),
        (date(2026, 1, 3), date(2025, 12, 25), date(2026, 1, 24)),
        (date(2026, 3, 1), date(2026, 2, 25), date(2026, 3, 24)),
    ],
)
def test_a_period_runs_from_the_25th_to_the_24th(day, first, last):
    period = periods.period_of(day, first_day=25)
    assert (period.first, period.last) == (first, last)


def test_periods_follow_each_other_without_gap():
    recent = periods.recent(date(2026, 11, 23))
    assert [one.first for one in recent[:-1]] == [one.end for one in recent[1:]]
    assert len(recent) == 12


def test_every_number_counts_the_rows_behind_it(officer):
    replied(officer)
    forwarded(officer)
    make_submission()
    hidden = classified(officer)
    actions.restrict(pk=hidden.pk, actor=officer, reason="Tố cáo.")
    period, now = now_period(), timezone.now()
    whole = statistics.totals(period, now)
    for name, measure in statistics.MEASURES.items():
        rows = measure.rows(statistics.countable(), period, now)
        assert whole.numbers[name] == len(set(rows)), name
    assert whole.numbers["received"] == 3
    assert (whole.numbers["answered"], whole.numbers["on_time"]) == (1, 1)
    for field, label in (("mailbox", "mailbox__short_name"), ("category", "category__name")):
        lines = statistics.by(field, label, period, now)
        assert sum(line.numbers["received"] for line in lines) == 3


def test_what_was_reopened_counts_once_by_its_last_reply(officer, head):
    """Late the first time and in time the second is in time: one case, one number."""
    one = replied(officer, head)
    (first,) = clocks.of(one, ClockName.REPLY)
    Clock.objects.filter(pk=first.pk).update(due_at=first.stopped_at - timedelta(days=1))
    period, now = now_period(), timezone.now()
    assert statistics.totals(period, now).numbers["late"] == 1

    actions.reopen(pk=one.pk, reason="Vẫn còn vỡ.")
    given = {"pk": one.pk, "actor": officer}
    actions.classify(kind=Kind.REPORT, category=one.category, **given)
    actions.answer_here(**given)
    reply = actions.draft_reply(**given)
    given = {"pk": reply.pk, "actor": officer}
    actions.save_reply(body="Đã sửa lại.", outcome=Outcome.ANSWERED, version=1, **given)
    actions.submit_reply(**given)
    actions.approve_reply(pk=reply.pk, actor=head)
    actions.send_reply(**given)

    assert clocks.of(one, ClockName.REPLY).count() == 2
    numbers = statistics.totals(period, timezone.now()).numbers
    assert [numbers[name] for name in ("answered", "on_time", "late")] == [1, 1, 0]


def test_a_body_that_was_late_ranks_behind(officer):
    quick = forwarded(officer)
    actions.answer_hop(pk=quick.pk, actor=None, answer="Xong.")
    slow = forwarded(officer, make_body("Cơ quan chậm"))
    due_at = clocks.of(slow, "hop").get().due_at
    actions.answer_hop(pk=slow.pk, actor=None, answer="Xong.", at=due_at + timedelta(days=1))
    lines = statistics.by_body(periods.period_of(due_at.date(), first_day=1))
    assert [line.on_time_percent for line in lines if line.answered][-1] == 0


def test_the_public_page_shows_numbers_and_no_way_to_rows(client, officer):
    replied(officer)
    page = client.get(reverse("feedback:statistics")).content.decode()
    assert "Theo cơ quan trả lời" in page
    assert "nghiep-vu" not in page


def test_the_office_opens_the_rows_of_a_number(client, officer):
    submission = replied(officer)
    client.force_login(officer)
    page = client.get(reverse("feedback_desk:statistics")).content.decode()
    address = f"{reverse('feedback_desk:statistics_rows')}?measure=answered"
    assert address in page.replace("&amp;", "&")
    assert submission.code in client.get(address).content.decode()


def test_an_export_says_nothing_of_the_sender_and_is_written_down(client, officer):
    submission = make_submission(sender_name="Trần Bí Mật", subject="=HYPERLINK(1)")
    client.force_login(officer)
    address = f"{reverse('feedback_desk:statistics_rows')}?measure=received&tai=csv"
    body = client.get(address).content.decode()
    assert submission.code in body
    assert "Bí Mật" not in body
    assert AuditEntry.objects.filter(verb="feedback.exported").count() == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "＝1", " =1", "\r=1"])
def test_a_table_disarms_formulas(text):
    assert exports.disarm(text).startswith("'")
    assert exports.disarm("Nắp cống") == "Nắp cống"


def test_a_broken_address_shows_the_present_period(client, officer):
    client.force_login(officer)
    assert client.get(reverse("feedback:statistics"), {"ky": "x'"}).status_code == 200
    rows = reverse("feedback_desk:statistics_rows")
    assert client.get(rows, {"measure": "nope"}).status_code == 404
    assert client.get(rows, {"measure": "received", "mailbox": "9" * 30}).status_code == 200
