"""Planned outages, once or recurring: whether a moment lies in one. Pure, in the city's time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.utils import timezone

from members.rhythm import WorkedDays, worked_between

MOST_DAYS = 31
"""No planned outage is longer: further back no beginning is looked for."""


class Repeats(models.TextChoices):
    ONCE = "once", "Một lần"
    DAILY = "daily", "Hằng ngày"
    WEEKLY = "weekly", "Hằng tuần"
    MONTHLY = "monthly", "Hằng tháng"


@dataclass(frozen=True)
class Window:
    """The first time, how it comes again, and the last day on which it may begin."""

    starts_at: datetime
    ends_at: datetime
    repeats: Repeats = Repeats.ONCE
    until: date | None = None


def covers(window: Window, moment: datetime) -> bool:
    """Tell whether `moment` lies in the window or in one of its repetitions; the end is outside.

    A window of the 31st does not come in shorter months.
    """
    if moment < window.starts_at:
        return False
    if window.repeats is Repeats.ONCE:
        return moment < window.ends_at
    first = timezone.localtime(window.starts_at)
    length = window.ends_at - window.starts_at
    today = timezone.localtime(moment)
    for back in range(min(length.days + 1, MOST_DAYS) + 1):
        day = today.date() - timedelta(days=back)
        start = datetime.combine(day, first.time(), tzinfo=first.tzinfo)
        if (
            _recurs(window.repeats, first.date(), day)
            and (window.until is None or day <= window.until)
            and first <= start <= moment < start + length
        ):
            return True
    return False


def _recurs(repeats: Repeats, first: date, day: date) -> bool:
    if repeats is Repeats.WEEKLY:
        return first.weekday() == day.weekday()
    return repeats is Repeats.DAILY or first.day == day.day


def is_announced_late(told: date, starts: date, *, days: int, calendar: WorkedDays) -> bool:
    """Tell whether fewer than `days` worked days lie after the notice up to the outage.

    The day of the notice is not counted, the day on which the outage begins is.
    Source: Decree 224/2026/NĐ-CP, art. 13, cl. 1(a).
    """
    return worked_between(told, starts, calendar=calendar) < days
