"""How a site's rhythm is learned, and which silence is unusual for it."""

from datetime import date, timedelta

from members.rhythm import Rhythm, Silence, judge, learn, worked_between
from tests.members.composed import TODAY

TET = {date(2026, 2, 14) + timedelta(days=step) for step in range(9)}


class Week:
    """Monday to Friday are worked, Tết is not."""

    def is_working(self, day):
        return day.weekday() < 5 and day not in TET


CALENDAR = Week()


def every(step, *, until=TODAY, count=40):
    return [until - timedelta(days=step * n) for n in range(count)]


def judged(last, days, *, today=TODAY, limit=15):
    rhythm = learn(days, today=today, calendar=CALENDAR)
    return judge(last, rhythm, today=today, calendar=CALENDAR, limit_days=limit)


def test_a_weekend_is_no_silence():
    friday = date(2026, 11, 20)
    assert worked_between(friday, date(2026, 11, 22), calendar=CALENDAR) == 0
    assert judged(friday, every(1), today=date(2026, 11, 22)).silence == Silence.NONE


def test_tet_is_no_silence():
    last, back = date(2026, 2, 13), date(2026, 2, 23)
    assert worked_between(last, back, calendar=CALENDAR) == 1
    days = every(1, until=last, count=60)
    assert judged(last, days, today=back).silence == Silence.USUAL


def test_a_daily_site_that_falls_silent_is_told_before_the_limit():
    days = [day for day in every(1, until=date(2026, 11, 16), count=90) if day.weekday() < 5]
    found = judged(date(2026, 11, 16), days)
    assert (found.silence, found.worked_days) == (Silence.UNUSUAL, 5)
    assert "16/11/2026" in found.reason
    assert "Im lặng khác thường" in found.reason


def test_a_weekly_site_is_not_blamed_for_its_week():
    days = every(7, until=date(2026, 11, 17))
    assert judged(days[0], days).silence == Silence.USUAL


def test_the_limit_of_the_office_is_over_whatever_the_rhythm():
    days = every(30, until=date(2026, 11, 3), count=12)
    assert judged(days[0], days, limit=15).silence == Silence.OVER_LIMIT
    assert judged(days[0], days, limit=30).silence == Silence.USUAL


def test_a_short_past_shows_no_rhythm():
    assert judged(date(2026, 11, 18), every(1, count=5)).silence == Silence.UNKNOWN
    assert judged(None, []).silence == Silence.UNKNOWN
    assert not learn([], today=TODAY, calendar=CALENDAR).is_known


def test_one_long_pause_of_the_past_does_not_make_pauses_usual():
    days = [day for day in every(1, count=200) if day.weekday() < 5]
    days = [day for day in days if not date(2026, 8, 1) <= day <= date(2026, 8, 20)]
    assert learn(days, today=TODAY, calendar=CALENDAR).longest_silence == 2


def test_the_rhythm_forgets_what_is_older_than_a_year():
    old = every(1, until=date(2025, 9, 1), count=100)
    new = every(7, until=TODAY, count=30)
    assert learn([*old, *new], today=TODAY, calendar=CALENDAR).usual_gap == 5


def test_the_rhythm_names_its_weekdays():
    rhythm = learn(every(7, until=date(2026, 11, 20)), today=TODAY, calendar=CALENDAR)
    assert rhythm.weekdays == (4,)
    found = judge(date(2026, 11, 20), rhythm, today=TODAY, calendar=CALENDAR, limit_days=15)
    assert "Thường đăng 1 ngày mỗi tuần (thứ Sáu)" in found.reason


def test_days_to_come_teach_nothing():
    ahead = [TODAY + timedelta(days=step) for step in range(1, 30)]
    assert learn(ahead, today=TODAY, calendar=CALENDAR) == Rhythm()
