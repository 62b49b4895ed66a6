"""Clocks: the ledger, the due moment that follows from it, and what a calendar change moves."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from cityweb.core import clocks, law, outbox, workdays
from cityweb.core.clocks import recounting
from cityweb.core.clocks.forecasting import EVERY_DAY
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.errors import Refused
from cityweb.core.models import (
    AuditEntry,
    CalendarDay,
    Clock,
    ClockSpan,
    DayKind,
    LegalRule,
    Organisation,
    OutboxItem,
    Recount,
)

pytestmark = pytest.mark.django_db


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


@pytest.fixture
def case(db):
    return Organisation.objects.create(name="Đơn vị thử nghiệm", kind=Organisation.Kind.OTHER)


def begin(case, officer, received="2026-02-06T09:00", amount=10, unit="working_day", **facts):
    facts = {"name": "reply", "amount": amount, "unit": unit} | facts
    return clocks.start(case, received_at=at(received), actor=officer, **facts)


def paused(clock, officer, *spans):
    for first, last in spans:
        clock = clocks.pause(clock, at=at(first), reason="Chờ bổ sung", actor=officer)
        clock = clocks.resume(clock, at=at(last), actor=officer) if last else clock
    return clock


@pytest.mark.parametrize(
    ("mode", "due"), [(Clock.Mode.RESUME, "2026-03-09"), (Clock.Mode.RESTART, "2026-03-11")]
)
def test_the_known_vector(case, officer, mode, due):
    clock = begin(case, officer, mode=mode)
    assert str(clock.due_on) == "2026-02-27"
    clock = paused(clock, officer, ("2026-02-10T10:00", "2026-02-25T15:00"))
    assert str(clock.due_on) == due
    assert clocks.explain(clock).due_on == clock.due_on


@pytest.mark.parametrize(
    ("spans", "resumed", "restarted"),
    [
        # On one day: nothing is lost, a new receipt still is a new receipt.
        ([("2026-03-03T08:00", "2026-03-03T16:00")], "2026-03-06", "2026-03-10"),
        # Over a weekend only.
        ([("2026-03-07T08:00", "2026-03-09T08:00")], "2026-03-06", "2026-03-06"),
        ([("2026-03-06T08:00", "2026-03-09T08:00")], "2026-03-09", "2026-03-16"),
        # Before the first counted day.
        ([("2026-02-27T10:00", "2026-03-02T08:00")], "2026-03-06", "2026-03-09"),
        ([("2026-02-27T10:00", "2026-03-03T08:00")], "2026-03-09", "2026-03-10"),
        # Several.
        (
            [("2026-03-03T08:00", "2026-03-05T08:00"), ("2026-03-09T08:00", "2026-03-12T08:00")],
            "2026-03-13",
            "2026-03-19",
        ),
        # Resumed and paused again on one day: that day is paused.
        (
            [("2026-03-03T08:00", "2026-03-05T08:00"), ("2026-03-05T09:00", "2026-03-06T08:00")],
            "2026-03-11",
            "2026-03-13",
        ),
        # After it was due: too late to change anything.
        ([("2026-03-10T08:00", "2026-03-20T08:00")], "2026-03-06", "2026-03-06"),
    ],
)
def test_pauses(case, officer, spans, resumed, restarted):
    for mode, due in ((Clock.Mode.RESUME, resumed), (Clock.Mode.RESTART, restarted)):
        clock = begin(case, officer, "2026-02-27T09:00", 5, name=mode, mode=mode)
        assert str(paused(clock, officer, *spans).due_on) == due


def test_a_term_in_days_ends_on_a_worked_day_that_is_not_paused(case, officer):
    clock = begin(case, officer, "2026-03-02T09:00", 5, "calendar_day")
    assert clock.due_on == date(2026, 3, 9)
    clock = paused(clock, officer, ("2026-03-08T09:00", "2026-03-11T09:00"))
    assert clock.due_on == date(2026, 3, 11)


def test_hours_run_day_and_night_and_stand_still_in_a_pause(case, officer):
    clock = begin(case, officer, "2026-02-13T22:00", 24, "hour")
    assert clock.due_at == at("2026-02-14T22:00")
    clock = paused(clock, officer, ("2026-02-14T01:00", "2026-02-15T02:30"))
    assert clock.due_at == at("2026-02-15T23:30")
    assert sum(day.seconds for day in clocks.explain(clock).days) == 24 * 3600


def test_while_paused_nothing_is_due(case, officer):
    clock = paused(begin(case, officer), officer, ("2026-02-10T10:00", None))
    explanation = clocks.explain(clock)
    assert explanation.due_at is None
    assert [day.number for day in explanation.counted] == [1]
    assert explanation.days[-1].why == "Tạm dừng từ ngày 10/02/2026"
    assert clock.due_on == date(2026, 2, 27)


def test_colours_and_lists_agree(case, officer):
    now = at("2026-03-04T10:00")
    late = begin(case, officer, "2026-02-24T09:00", 5, name="late")
    soon = begin(case, officer, "2026-02-25T09:00", 5, name="soon")
    fine = begin(case, officer, "2026-02-26T09:00", 5, name="fine")
    held = begin(case, officer, "2026-02-26T09:00", 5, name="paused")
    held = paused(held, officer, ("2026-03-02T09:00", None))
    unexcused = begin(case, officer, "2026-02-23T09:00", 5, name="unexcused")
    unexcused = paused(unexcused, officer, ("2026-03-03T09:00", None))
    done = begin(case, officer, "2026-02-23T09:00", 5, name="done")
    done = clocks.stop(done, at=at("2026-03-03T09:00"), actor=officer)
    found = [clocks.colour(clock, now) for clock in (late, soon, fine, held, unexcused, done)]
    assert found == ["late", "soon", "fine", "paused", "late", "done"]
    rows = Clock.objects.all()
    assert set(rows.late(now)) == {late, unexcused}
    assert set(rows.soon(now)) == {soon}
    assert set(rows.fine(now)) == {fine}
    assert set(rows.paused()) == {held}
    assert done.is_late(now)


def test_the_last_instant_of_the_due_day_is_in_time(case, officer):
    clock = begin(case, officer)
    assert clocks.colour(clock, at("2026-02-27T23:59:59")) == "soon"
    assert clocks.colour(clock, at("2026-02-28T00:00:00")) == "late"


def test_steps_are_refused_out_of_turn(case, officer):
    clock = begin(case, officer)
    with pytest.raises(Refused, match="clock-not-paused"):
        clocks.resume(clock, at=at("2026-02-09T09:00"), actor=officer)
    with pytest.raises(Refused, match="clock-backwards"):
        clocks.pause(clock, at=at("2026-02-01T09:00"), reason="", actor=officer)
    clocks.pause(clock, at=at("2026-02-09T09:00"), reason="", actor=officer)
    with pytest.raises(Refused, match="clock-not-running"):
        clocks.pause(clock, at=at("2026-02-09T10:00"), reason="", actor=officer)
    clocks.stop(clock, at=at("2026-02-09T11:00"), actor=officer)
    with pytest.raises(Refused, match="clock-stopped"):
        clocks.stop(clock, at=at("2026-02-09T12:00"), actor=officer)


def test_the_ledger_is_only_added_to(case, officer):
    clock = paused(begin(case, officer), officer, ("2026-02-10T10:00", "2026-02-25T15:00"))
    assert [span.kind for span in clock.spans.all()] == ["running", "paused", "running"]
    for change in (
        lambda: ClockSpan.objects.update(began_at=at("2026-01-01T00:00")),
        lambda: ClockSpan.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_a_subject_has_one_open_clock_of_a_name(case, officer):
    first = begin(case, officer)
    with pytest.raises(DatabaseError), transaction.atomic():
        begin(case, officer)
    clocks.stop(first, at=at("2026-02-09T09:00"), actor=officer)
    second = begin(case, officer)
    assert list(clocks.of(case)) == [second, first]
    assert list(clocks.of(case, "other")) == []


def test_a_clock_keeps_length_and_cutoff_of_its_day(case, officer):
    rule = law.resolve("FB.REPLY", on=date(2026, 2, 6), applies_to="WEBSITE")
    LegalRule.objects.filter(code="OFFICE.RECEIPT.CUTOFF").update(value="15:00")
    clock = begin(case, officer, "2026-02-06T16:00", None, None, rule=rule)
    assert clock.due_on == date(2026, 3, 9)
    LegalRule.objects.filter(code="OFFICE.RECEIPT.CUTOFF").update(value="24:00")
    LegalRule.objects.filter(pk=rule.pk).update(value=3)
    assert clocks.explain(clock).due_on == date(2026, 3, 9)
    assert law.is_in_use(rule)


def test_an_uncertain_rule_starts_no_clock(case, officer):
    rule = LegalRule.objects.get(code="LIC.ISSUE.TIME", value__isnull=True)
    with pytest.raises(Refused, match="rule-unsettled"):
        begin(case, officer, rule=rule)
    with pytest.raises(ValueError, match="no term"):
        begin(case, officer, unit="second")


def recounted(administrator):
    """Return the work after it is done."""
    with transaction.atomic():
        recount = recounting.ask(actor=administrator, days=EVERY_DAY)
    outbox.sweep()
    return Recount.objects.get(pk=recount.pk)


def one_day_off():
    CalendarDay.objects.create(date=date(2026, 2, 26), kind=DayKind.HOLIDAY, note="Nghỉ thêm")


def test_counting_anew_leaves_stopped_clocks_alone(case, officer, administrator):
    running = begin(case, officer, name="running")
    held = paused(begin(case, officer, name="held"), officer, ("2026-02-10T09:00", None))
    done = clocks.stop(begin(case, officer, name="done"), at=at("2026-02-09T09:00"), actor=officer)
    one_day_off()
    recount = recounted(administrator)
    assert {line["clock"] for line in recount.lines} == {running.pk, held.pk}
    assert (recount.looked_at, recount.moved) == (2, 2)
    assert {str(case) in line["subject"] for line in recount.lines} == {True}
    for clock, due in ((running, "2026-03-02"), (held, "2026-03-02"), (done, "2026-02-27")):
        clock.refresh_from_db()
        assert str(clock.due_on) == due
    assert recounted(administrator).moved == 0


def test_who_acts_on_a_clock_before_its_turn_counts_by_the_new_calendar(
    case, officer, administrator
):
    """Nobody is late, or in time, by a calendar that holds no more."""
    clock = begin(case, officer)
    one_day_off()
    with transaction.atomic():
        recount = recounting.ask(actor=administrator, days=EVERY_DAY)
    stopped = clocks.stop(clock, at=at("2026-03-02T10:00"), actor=officer)
    assert str(stopped.due_on) == "2026-03-02" and not stopped.is_late(stopped.stopped_at)
    outbox.sweep()
    recount.refresh_from_db()
    assert (recount.looked_at, recount.moved) == (0, 0)


def test_many_clocks_are_counted_in_steps_each_once(case, officer, administrator, monkeypatch):
    monkeypatch.setattr(recounting, "BATCH", 2)
    monkeypatch.setattr(recounting, "LINES_KEPT", 3)
    for number in range(5):
        begin(case, officer, name=f"clock {number}")
    one_day_off()
    with transaction.atomic():
        pk = recounting.ask(actor=administrator, days=EVERY_DAY).pk
    assert not recounting.count_some(pk=pk)
    assert Recount.objects.get().looked_at == 2

    # The worker died there; the next ones have time for one step each.
    monkeypatch.setattr(recounting, "SECONDS", 0)
    outbox.sweep()
    assert OutboxItem.objects.filter(kind=recounting.KIND).count() == 2
    assert recounting.count_some(pk=pk)

    recount = Recount.objects.get()
    assert (recount.looked_at, recount.moved, len(recount.lines)) == (5, 5, 3)
    assert {str(clock.due_on) for clock in Clock.objects.all()} == {"2026-03-02"}
    entry = AuditEntry.objects.get(verb="core.clocks_reforecast")
    assert (entry.actor, entry.details["moved"]) == (administrator, 5)


def test_a_preview_of_many_says_of_how_many(case, officer):
    for number in range(3):
        begin(case, officer, name=f"clock {number}")
    report = clocks.forecast(workdays.calendar(), most=2)
    assert (report.touched, report.looked_at) == (3, 2)


def test_lists_of_late_and_soon_are_answered_by_indexes(case, officer):
    now = at("2026-03-04T10:00")
    model = begin(case, officer)
    facts = {"received_at": model.received_at, "amount": 1, "unit": "hour", "name": "done"}
    Clock.objects.bulk_create(
        Clock(
            subject_type=model.subject_type, subject_id=number, mode="resume", state="stopped",
            due_at=now + timedelta(hours=number - 1500), stopped_at=now, **facts,
        )
        for number in range(3000)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE core_clock")
    for rows in (Clock.objects.late(now), Clock.objects.soon(now), Clock.objects.fine(now)):
        plan = rows.order_by("due_at")[:50].explain()
        assert "Index Scan using clock_open_due" in plan


def test_counting_starts_no_earlier_than_the_office_can_know(case, officer):
    clock = begin(case, officer, "2026-02-14T10:00", 1)
    assert clock.due_on == date(2026, 2, 23)
    assert clock.due_at - at("2026-02-24T00:00") == timedelta(microseconds=-1)
