"""Statistics: every number is the length of a list, and no list shows what is not to be seen."""

import csv
from datetime import date, timedelta

import lxml.html
import pytest
from django.urls import reverse
from django.utils import timezone

from cityweb.core import clocks, exports
from cityweb.core.models import AuditEntry, Clock
from feedback import actions
from feedback.reports import bodies, periods, statistics
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
    lines = bodies.lines(periods.period_of(due_at.date(), first_day=1), due_at)
    assert [line.on_time_percent for line in lines if line.numbers["answered"]][-1] == 0


def overdue(subject, name, days=3):
    moment = timezone.now() - timedelta(days=days)
    assert clocks.of(subject, name).update(due_at=moment) == 1


@pytest.mark.slow
def test_a_case_left_open_past_its_day_spoils_the_rate(officer, head):
    """Whoever answers the easy ones and lets the hard ones lie is not at 100 %."""
    for _ in range(3):
        replied(officer, head)
    period, now = now_period(), timezone.now()
    assert statistics.totals(period, now).on_time_percent == 100

    left = make_submission()
    overdue(left, ClockName.REPLY)
    whole = statistics.totals(period, timezone.now())
    assert (whole.numbers["overdue"], whole.on_time_percent) == (1, 75)
    # Received before this period, still open in it: not out of sight either.
    early = period.start_at - timedelta(days=9)
    type(left).objects.filter(pk=left.pk).update(received_at=early)
    assert statistics.totals(period, timezone.now()).on_time_percent == 75


def test_what_became_late_after_a_period_is_not_laid_to_that_period(officer):
    left = make_submission()
    period = periods.recent(timezone.localdate())[1]
    early = period.start_at + timedelta(days=1)
    type(left).objects.filter(pk=left.pk).update(received_at=early)
    clocks.of(left, ClockName.REPLY).update(due_at=period.end_at + timedelta(seconds=1))
    now = period.end_at + timedelta(days=9)
    numbers = statistics.totals(period, now).numbers
    assert (numbers["waiting"], numbers["overdue"]) == (1, 0)
    assert statistics.totals(periods.recent(timezone.localdate())[0], now).numbers["overdue"] == 1


def test_a_pause_begun_in_time_is_no_delay(officer):
    asked = classified(officer)
    actions.ask_sender(pk=asked.pk, actor=officer, question="Số nhà nào?")
    later = timezone.now() + timedelta(days=400)
    period = periods.period_of(later.date(), first_day=1)
    assert statistics.totals(period, later).numbers["overdue"] == 0


@pytest.mark.slow
def test_a_body_that_holds_an_overdue_case_ranks_behind_one_that_does_not(officer):
    good, bad = make_body("Cơ quan đúng hẹn"), make_body("Cơ quan giữ việc")
    actions.answer_hop(pk=forwarded(officer, good).pk, actor=None, answer="Xong.")
    for _ in range(4):
        actions.answer_hop(pk=forwarded(officer, bad).pk, actor=None, answer="Xong.")
    kept = forwarded(officer, bad)
    overdue(kept, ClockName.HOP)
    idle = forwarded(officer, make_body("Cơ quan mới nhận"))
    period, now = now_period(), timezone.now()
    lines = bodies.lines(period, now)
    assert [(line.label, line.on_time_percent) for line in lines] == [
        (good.name, 100),
        (bad.name, 80),
        (idle.organisation.name, None),
    ]
    for line in lines:
        for name, count in line.numbers.items():
            found = bodies.rows(statistics.countable(), line.key, name, period, now)
            assert len(set(found)) == count, (line.label, name)


def test_tables_handed_out_hold_the_same_rates_and_say_how_they_are_made(client, officer):
    hop = forwarded(officer, make_body("Cơ quan giữ việc"))
    overdue(hop, ClockName.HOP)
    text = client.get(reverse("feedback:statistics"), {"tai": "csv"}).content.decode("utf-8-sig")
    header, *lines = csv.reader(text.splitlines())
    (line,) = [dict(zip(header, one, strict=True)) for one in lines if "giữ việc" in one[1]]
    assert (line["Đang quá hạn"], line[header[-1]]) == ("1", "0")
    assert statistics.RATE in header[-1]


def test_the_public_page_shows_numbers_and_no_way_to_rows(client, officer):
    replied(officer)
    page = client.get(reverse("feedback:statistics")).content.decode()
    assert "Theo cơ quan trả lời" in page
    assert statistics.RATE in page
    assert "nghiep-vu" not in page


def test_the_office_opens_the_rows_of_a_number(client, officer):
    submission = replied(officer)
    client.force_login(officer)
    page = client.get(reverse("feedback_desk:statistics")).content.decode()
    address = f"{reverse('feedback_desk:statistics_rows')}?measure=answered"
    assert address in page.replace("&amp;", "&")
    assert submission.code in client.get(address).content.decode()
    body = submission.hops.get().organisation_id
    address = f"{reverse('feedback_desk:statistics_rows')}?measure=on_time&ky={now_period().key}"
    address += f"&body={body}"
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


def test_a_broken_address_is_no_address(client, officer):
    client.force_login(officer)
    assert client.get(reverse("feedback:statistics"), {"ky": "x'"}).status_code == 404
    rows = reverse("feedback_desk:statistics_rows")
    assert client.get(rows, {"measure": "nope"}).status_code == 404
    assert client.get(rows, {"measure": "nope", "body": make_body().pk}).status_code == 404
    for unknown in ("9" * 30, "999", "abc", "-1", "0"):
        asked = {"measure": "received", "mailbox": unknown}
        assert client.get(rows, asked).status_code == 404
        assert client.get(rows, asked | {"tai": "csv"}).status_code == 404
    for name in ("category", "body"):
        assert client.get(rows, {"measure": "received", name: "x"}).status_code == 404
    assert client.get(rows, {"measure": "received", "mailbox": ""}).status_code == 200


def test_a_number_opens_the_rows_of_its_line_also_where_nothing_is_sorted(client, officer):
    sorted_one = make_submission()
    make_submission(category=None)
    client.force_login(officer)
    page = client.get(reverse("feedback_desk:statistics"))
    shown = {
        link.getparent().getparent()[0].text: client.get(link.get("href"))
        for link in lxml.html.fromstring(page.text).xpath("//a[contains(@href, 'category=')]")
        if "measure=received" in link.get("href")
    }
    assert len(shown) == 2
    for label, rows in shown.items():
        (one,) = rows.context["leaf"].rows
        assert (one == sorted_one) == (label != "Chưa phân loại")
        assert rows.context["title"].startswith(f"{label}: Nhận, ")


def test_numbers_are_no_links_for_who_may_read_nothing_behind_them(client, officer, reader):
    make_submission()
    address = reverse("feedback_desk:statistics")
    for person, opens in ((officer, True), (reader, False)):
        client.force_login(person)
        text = client.get(address).text
        assert ("measure=received" in text) == ("Bấm một con số" in text) == opens
