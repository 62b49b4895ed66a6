"""A year of verdicts, a day at a time."""

from datetime import date, timedelta

from members.verdicts.levels import Level
from members.verdicts.yearly import DAYS, Span, days, tally

TODAY = date(2026, 11, 23)


def ago(n):
    return TODAY - timedelta(days=n)


def test_a_day_is_as_bad_as_its_worst_verdict():
    year = days(
        [
            Span(Level.OK, ago(400), ago(10)),
            Span(Level.BAD, ago(12), ago(10)),
            Span(Level.NOTICE, ago(10), ago(8)),
            Span(Level.OK, ago(7), None),
        ],
        today=TODAY,
    )
    assert len(year) == DAYS
    assert (year[0].date, year[-1].date) == (ago(364), TODAY)
    levels = {(TODAY - day.date).days: day.level for day in year}
    assert [levels[n] for n in (13, 12, 10, 9, 8, 7, 0)] == [
        *(Level.OK, Level.BAD, Level.BAD, Level.NOTICE, Level.NOTICE, Level.OK, Level.OK)
    ]
    assert dict(tally(year)) == {Level.BAD: 3, Level.NOTICE: 2, Level.OK: 360}


def test_days_without_a_verdict_are_empty():
    assert {day.level for day in days([], today=TODAY)} == {None}
