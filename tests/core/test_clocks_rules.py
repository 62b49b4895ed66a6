"""The count itself: against an independent counter, and against a walker of days."""

import csv
import random
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityweb import core
from cityweb.core.clocks.rules import LOCAL, Pause, Term, TermError, explain
from cityweb.core.workdays.rules import Calendar, Day

DAY = timedelta(days=1)
SHIPPED = Path(core.__file__).parent / "data" / "calendar.csv"


def shipped():
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row["date"]): Day(row["kind"], row["note"])
            for row in csv.DictReader(file)
        }


CALENDAR = Calendar(shipped())


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=LOCAL)


def due(received, amount, unit="working_day", mode="resume", pauses=()):
    term = Term(amount, unit, mode)
    spans = [Pause(noon(first), noon(last)) for first, last in pauses]
    return explain(received=noon(received), term=term, pauses=spans, calendar=CALENDAR)


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_terms_equal_the_counter_of_numpy(many):
    dice = random.Random(20260206)
    first, last = date(2010, 1, 1), date(2026, 12, 31)
    off = [day for day, row in CALENDAR.days.items() if row.kind != "make_up_working"]
    worked = [day for day, row in CALENDAR.days.items() if row.kind == "make_up_working"]
    span = (last - first).days
    received = [first + dice.randrange(span) * DAY for _ in range(many)]
    amounts = [dice.randint(1, 60) for _ in received]
    # numpy knows no worked Saturday: where the term meets one, it counts a day less.
    plain = numpy.busdaycalendar(holidays=off)
    different = []
    for day, amount in zip(received, amounts, strict=True):
        ours = due(day, amount).due_on
        extra = sum(day < one <= ours for one in worked)
        counted = int(numpy.busday_count(day + DAY, ours + DAY, busdaycal=plain)) + extra
        is_day = ours in worked or bool(numpy.is_busday(ours, busdaycal=plain))
        if counted != amount or not is_day:
            different.append((day, amount, ours))
    assert different == []


def test_terms_without_worked_saturdays_equal_the_offset_of_numpy():
    dice = random.Random(20260309)
    days = {day: row for day, row in CALENDAR.days.items() if row.kind != "make_up_working"}
    calendar, plain = Calendar(days), numpy.busdaycalendar(holidays=list(days))
    starts = [date(2010, 1, 1) + dice.randrange(6000) * DAY for _ in range(10_000)]
    amounts = [dice.randint(1, 60) for _ in starts]
    theirs = numpy.busday_offset(
        numpy.array(starts, "datetime64[D]"), amounts, roll="backward", busdaycal=plain
    )
    ours = [calendar.add(day, amount) for day, amount in zip(starts, amounts, strict=True)]
    assert ours == theirs.tolist()


def walked(received, amount, unit, mode, pauses):
    """Count in another way: all days listed, paused ones struck out, the n-th left one taken."""
    if mode == "restart":
        for first, last in pauses:
            if walked(received, amount, unit, "resume", [(first, date.max)]) is not None:
                break
            received = last
        pauses = []
    horizon = [received + n * DAY for n in range(1, 400)]
    free = [day for day in horizon if not any(a <= day < b for a, b in pauses)]
    able = [day for day in free if CALENDAR.is_working(day)]
    if unit == "working_day":
        return able[amount - 1] if len(able) >= amount else None
    if len(free) < amount:
        return None
    return next((day for day in able if day >= free[amount - 1]), None)


@st.composite
def cases(draw):
    received = draw(st.dates(date(2013, 1, 1), date(2025, 6, 30)))
    steps = draw(st.lists(st.integers(0, 12), max_size=8))
    edges = [received]
    for step in steps:
        edges.append(edges[-1] + step * DAY)
    pauses = list(zip(edges[1::2], edges[2::2], strict=False))
    unit = draw(st.sampled_from(["working_day", "calendar_day"]))
    mode = draw(st.sampled_from(["resume", "restart"]))
    return received, draw(st.integers(1, 25)), unit, mode, pauses


@settings(deadline=None)
@given(cases())
def test_pauses_equal_a_walk_over_all_days(case):
    received, amount, unit, mode, pauses = case
    found = due(received, amount, unit, mode, pauses)
    assert found.due_on == walked(received, amount, unit, mode, pauses)
    assert [day.day for day in found.days] == [
        received + n * DAY for n in range((found.due_on - received).days + 1)
    ]
    assert [day.number for day in found.counted] == list(range(1, amount + 1))


@settings(deadline=None)
@given(st.dates(date(2013, 1, 1), date(2024, 1, 1)), st.integers(1, 24))
def test_months_end_on_the_same_day_of_the_month_or_its_last(received, months):
    found = due(received, months, "month").due_on
    total = received.month - 1 + months
    first = date(received.year + total // 12, total % 12 + 1, 1)
    last = (first + 31 * DAY).replace(day=1) - DAY
    nominal = min(first + (received.day - 1) * DAY, last)
    assert found == CALENDAR.next_working(nominal)
    if months % 12 == 0:
        assert due(received, months // 12, "year").due_on == found


@pytest.mark.slow
@settings(deadline=None)
@given(
    st.integers(1, 200),
    st.lists(st.integers(0, 60 * 48), max_size=8),
    st.sampled_from(["resume", "restart"]),
)
def test_hours_equal_a_walk_over_all_minutes(hours, steps, mode):
    begin = datetime(2026, 2, 6, 14, 30, tzinfo=LOCAL)
    edges = [begin]
    for step in steps:
        edges.append(edges[-1] + timedelta(minutes=step))
    pauses = [Pause(*pair) for pair in zip(edges[1::2], edges[2::2], strict=False)]
    found = explain(
        received=begin, term=Term(hours, "hour", mode), pauses=pauses, calendar=CALENDAR
    )
    left, at = hours * 60, begin
    while left:
        if pauses and pauses[0].begin <= at:
            at = pauses.pop(0).end
            left = hours * 60 if mode == "restart" else left
            continue
        left, at = left - 1, at + timedelta(minutes=1)
    assert found.due_at == at
    assert sum(day.seconds for day in found.days) == hours * 3600


def test_parts_of_a_term_fall_into_its_counted_days():
    count = due(date(2026, 2, 6), 10, pauses=[(date(2026, 2, 10), date(2026, 2, 25))])
    assert count.moment_of(5) == datetime(2026, 2, 9, 12, tzinfo=LOCAL)
    assert count.moment_of(50) == datetime(2026, 3, 3, tzinfo=LOCAL)
    assert count.moment_of(100) == count.due_at


@pytest.mark.parametrize("amount", [0, -1])
def test_a_term_counts_something(amount):
    with pytest.raises(TermError):
        Term(amount, "working_day")
