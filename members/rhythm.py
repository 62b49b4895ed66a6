"""How often a site publishes, learned from its past, and whether a silence is unusual for it.

Pure functions of days and a calendar: silence is counted in worked days, so that Tết and the days
off are no silence at all. A flat limit is the office's; the rhythm is the site's own.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

FEWEST_GAPS = 8
"""Below so many gaps a site has shown no rhythm yet."""
REMEMBERED_DAYS = 400
USUAL_SHARE = 0.95
"""Of its past gaps, how many a usual silence does not outlast."""
SLACK = 1.5
"""A silence is unusual when it is this much longer than the longest usual one."""
SHORTEST_UNUSUAL = 2
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class WorkedDays(Protocol):
    """What this module asks of a calendar."""

    def is_working(self, day: date) -> bool: ...


class Silence(StrEnum):
    """What the silence of a site is."""

    NONE = "none"
    USUAL = "usual"
    UNUSUAL = "unusual"
    OVER_LIMIT = "over-limit"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Rhythm:
    """How a site has published: gaps in worked days between days of news, sorted."""

    gaps: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    days_a_week: float = 0.0

    @property
    def is_known(self) -> bool:
        return len(self.gaps) >= FEWEST_GAPS

    @property
    def usual_gap(self) -> int:
        """Return the gap in worked days that nearly all of the past stayed within."""
        if not self.gaps:
            return 0
        return self.gaps[min(len(self.gaps) - 1, int(len(self.gaps) * USUAL_SHARE))]

    @property
    def longest_silence(self) -> int:
        """Return the worked days after which a silence is unusual for this site."""
        return max(SHORTEST_UNUSUAL, int(self.usual_gap * SLACK))


@dataclass(frozen=True)
class Judgement:
    """What a silence is, how long it is in worked days, and why in words for the unit."""

    silence: Silence
    worked_days: int
    reason: str


def learn(news_days: Iterable[date], *, today: date, calendar: WorkedDays) -> Rhythm:
    """Return the rhythm of a site from the days on which it had news.

    Only the last `REMEMBERED_DAYS` count: a site that has changed its ways is judged by the new.
    """
    since = today - timedelta(days=REMEMBERED_DAYS)
    days = sorted({day for day in news_days if since <= day <= today})
    if len(days) < 2:
        return Rhythm()
    gaps = sorted(
        worked_between(earlier, later, calendar=calendar)
        for earlier, later in zip(days, days[1:], strict=False)
    )
    weeks = max(1.0, ((days[-1] - days[0]).days + 1) / 7)
    per_weekday = Counter(day.weekday() for day in days)
    favourite = tuple(sorted(day for day, count in per_weekday.items() if count * 4 >= weeks))
    return Rhythm(gaps=tuple(gaps), weekdays=favourite, days_a_week=round(len(days) / weeks, 1))


def judge(
    last: date | None, rhythm: Rhythm, *, today: date, calendar: WorkedDays, limit_days: int
) -> Judgement:
    """Return what the silence since `last` is; `limit_days` are days of the calendar.

    Over the office's limit is said first. Within it, a silence that this site never kept is
    unusual; a site without a known rhythm is judged by the limit alone.
    """
    if last is None:
        return Judgement(Silence.UNKNOWN, 0, "Chưa đọc được ngày tin nào trên trang.")
    silent = worked_between(last, today, calendar=calendar)
    age = (today - last).days
    since = f"Tin mới nhất ngày {last:%d/%m/%Y}, đã {silent} ngày làm việc."
    if age > limit_days:
        return Judgement(Silence.OVER_LIMIT, silent, f"{since} Quá hạn {limit_days} ngày.")
    if silent == 0:
        return Judgement(Silence.NONE, silent, since)
    if not rhythm.is_known:
        return Judgement(Silence.UNKNOWN, silent, f"{since} Chưa đủ dữ liệu về nhịp đăng tin.")
    words = f"{since} {in_words(rhythm)}"
    if silent > rhythm.longest_silence:
        return Judgement(Silence.UNUSUAL, silent, f"{words} Im lặng khác thường.")
    return Judgement(Silence.USUAL, silent, words)


def in_words(rhythm: Rhythm) -> str:
    """Return the rhythm as a sentence for the people of the unit."""
    often = f"Thường đăng {rhythm.days_a_week:g} ngày mỗi tuần".replace(".", ",")
    days = ", ".join(WEEKDAYS[day] for day in rhythm.weekdays)
    on = f" ({days})" if days and len(rhythm.weekdays) < 5 else ""
    return f"{often}{on}, nghỉ dài nhất {rhythm.usual_gap} ngày làm việc."


def worked_between(earlier: date, later: date, *, calendar: WorkedDays) -> int:
    """Return the worked days after `earlier` up to and with `later`."""
    span = max(0, (later - earlier).days)
    return sum(calendar.is_working(earlier + timedelta(days=step + 1)) for step in range(span))
