"""Planned outages, once and recurring."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from members.windows import Repeats, Window, covers

CITY = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=CITY)


NIGHT = (at(2, 22), at(3, 2))


@pytest.mark.parametrize(
    ("repeats", "moment", "inside"),
    [
        (Repeats.ONCE, at(2, 22), True),
        (Repeats.ONCE, at(3, 1, 59), True),
        (Repeats.ONCE, at(3, 2), False),
        (Repeats.ONCE, at(9, 23), False),
        (Repeats.DAILY, at(20, 23), True),
        (Repeats.DAILY, at(21, 1), True),
        (Repeats.DAILY, at(21, 3), False),
        (Repeats.DAILY, at(1, 23), False),
        (Repeats.WEEKLY, at(9, 23), True),
        (Repeats.WEEKLY, at(10, 1), True),
        (Repeats.WEEKLY, at(10, 23), False),
        (Repeats.MONTHLY, datetime(2027, 1, 2, 23, tzinfo=CITY), True),
        (Repeats.MONTHLY, datetime(2027, 1, 3, 1, tzinfo=CITY), True),
        (Repeats.MONTHLY, datetime(2027, 1, 4, 1, tzinfo=CITY), False),
    ],
)
def test_a_window_covers_its_times_alone(repeats, moment, inside):
    assert covers(Window(*NIGHT, repeats), moment) is inside


def test_a_recurring_window_ends_with_its_last_day():
    window = Window(*NIGHT, Repeats.DAILY, until=date(2026, 11, 10))
    assert covers(window, at(11, 1))
    assert not covers(window, at(11, 23))


def test_longer_windows_than_a_day_are_found_on_every_day():
    window = Window(at(2, 22), at(5, 2), Repeats.MONTHLY)
    assert covers(window, datetime(2026, 12, 4, 12, tzinfo=CITY))
