"""Reminders: each part of a term is handed out once, to one worker, while the office is open."""

import threading
from collections import Counter
from datetime import date, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from cityweb.core import clocks, law, workdays
from cityweb.core.clocks.rules import LOCAL
from cityweb.core.models import ClockMark, Organisation
from tests.people import make_person

NAMES = ["reply"]
# Hours of the day; the first and the third find the office closed.
LOOKS = (6, 9, 12, 15)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL)


@pytest.fixture
def case(db):
    return Organisation.objects.create(name="Đơn vị thử nghiệm", kind=Organisation.Kind.OTHER)


def begin(case, received="2026-03-02T09:00", amount=10, name="reply"):
    return clocks.start(
        case, name=name, amount=amount, unit="working_day", received_at=at(received), actor=None
    )


def claim(now, thresholds=(50, 80, 100)):
    now = at(now) if isinstance(now, str) else now
    hours = workdays.office_hours(now.date())
    with transaction.atomic():
        return [
            (found.clock.pk, found.threshold)
            for found in clocks.claim_marks(now, NAMES, thresholds, hours)
        ]


@pytest.mark.django_db
def test_marks_come_in_turn_and_in_office_hours(case):
    pk = begin(case).pk  # counted: 3 to 6 and 9 to 13 and 16 March
    found = {
        now: claim(now)
        for now in (
            "2026-03-09T17:30", "2026-03-10T07:29", "2026-03-10T07:30", "2026-03-10T08:00",
            "2026-03-13T12:00", "2026-03-13T13:00", "2026-03-16T16:59", "2026-03-17T07:30",
            "2026-03-18T08:00",
        )
    }  # fmt: skip
    assert {now: marks for now, marks in found.items() if marks} == {
        "2026-03-10T07:30": [(pk, 50)],
        "2026-03-13T13:00": [(pk, 80)],
        "2026-03-17T07:30": [(pk, 100)],
    }


@pytest.mark.django_db
def test_after_a_long_silence_only_the_last_mark_is_handed_out(case):
    pk = begin(case).pk
    assert claim("2026-04-01T09:00") == [(pk, 100)]
    assert claim("2026-04-01T09:01") == []
    marks = ClockMark.objects.values_list("threshold", "is_skipped")
    assert set(marks) == {(50, True), (80, True), (100, False)}


@pytest.mark.django_db
def test_paused_and_stopped_clocks_are_silent(case):
    held, done = begin(case), begin(case, name="other")
    clocks.pause(held, at=at("2026-03-03T09:00"), reason="Chờ", actor=None)
    clocks.stop(done, at=at("2026-03-03T09:00"), actor=None)
    assert claim("2026-04-01T09:00") == []
    clocks.resume(held, at=at("2026-04-01T09:00"), actor=None)
    assert claim("2026-04-01T10:00") == []
    assert claim("2026-04-07T16:59") == []
    assert claim("2026-04-08T07:30") == [(held.pk, 50)]


@pytest.mark.django_db
def test_what_is_rolled_back_is_claimed_again(case):
    pk = begin(case).pk
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        now = at("2026-03-10T09:00")
        hours = workdays.office_hours(now.date())
        assert clocks.claim_marks(now, NAMES, [50], hours)
        raise ZeroDivisionError
    assert claim("2026-03-10T09:01") == [(pk, 50)]


@pytest.fixture
def seeded(transactional_db):
    """What migrations loaded, and tests that commit have emptied."""
    for name in ("0010_rules_of_law", "0011_calendar_of_work"):
        migration = import_module(f"cityweb.core.migrations.{name}")
        migration.unload(apps, None)
        migration.load(apps, None)


def test_claiming_needs_the_callers_transaction(seeded):
    hours = workdays.office_hours(date(2026, 3, 10))
    with pytest.raises(RuntimeError):
        clocks.claim_marks(at("2026-03-10T09:00"), NAMES, [50], hours)


def test_two_racing_workers_share_the_marks(seeded):
    case = [
        Organisation.objects.create(name=f"Đơn vị {number}", kind=Organisation.Kind.OTHER)
        for number in range(40)
    ]
    for one in case:
        begin(one)
    claimed, gate = [], threading.Barrier(2)

    def work():
        try:
            for now in ("2026-03-10T09:00", "2026-03-13T09:00", "2026-03-17T09:00"):
                for _ in range(4):
                    gate.wait(timeout=20)
                    claimed.extend(claim(now))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    counts = Counter(claimed)
    assert set(counts.values()) == {1}
    assert len(counts) == 40 * 3


@pytest.mark.slow
@pytest.mark.django_db
def test_a_year_of_clock_time_reminds_exactly(case):
    """A worker looks four times a day all the year: each mark comes at the first open look."""
    hours, calendar = workdays.office_hours(date(2025, 1, 1)), workdays.calendar()
    first = datetime(2025, 1, 1, tzinfo=LOCAL)
    looks = [first + timedelta(days=day, hours=hour) for day in range(390) for hour in LOOKS]
    receipts = [datetime(2025, month, 7, 10, 20, tzinfo=LOCAL) for month in range(1, 13)]
    running, got = {}, Counter()
    for now in looks:
        with time_machine.travel(now, tick=False):
            while receipts and receipts[0] <= now:
                clock = clocks.start(
                    make_person(), name="reply", amount=15, unit="working_day",
                    received_at=receipts.pop(0), actor=None,
                )  # fmt: skip
                running[clock.pk] = clocks.explain(clock)
            with transaction.atomic():
                for found in clocks.claim_marks(timezone.now(), NAMES, [50, 80, 100], hours):
                    got[found.clock.pk, found.threshold, now] += 1
    open_looks = [now for now in looks if hours.are_at(now, calendar)]
    expected = {
        (pk, percent, next(now for now in open_looks if now >= count.moment_of(percent))): 1
        for pk, count in running.items()
        for percent in (50, 80, 100)
    }
    assert got == expected
    assert len(got) == 36
    assert not ClockMark.objects.filter(is_skipped=True).exists()


@pytest.mark.django_db
def test_looking_for_marks_costs_the_same_queries_for_many(case, django_assert_max_num_queries):
    for number in range(30):
        begin(case, name=f"reply{number}")
    hours = workdays.office_hours(date(2026, 3, 10))
    names = [f"reply{number}" for number in range(30)]
    with django_assert_max_num_queries(13), transaction.atomic():
        found = clocks.claim_marks(at("2026-03-10T09:00"), names, [50, 80, 100], hours)
    assert len(found) == 30


@pytest.mark.django_db
def test_the_thresholds_stand_in_a_rule():
    assert law.resolve("FB.REMIND", on=date(2026, 3, 10)).value == [50, 80, 100]
