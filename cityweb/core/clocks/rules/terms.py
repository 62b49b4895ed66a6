"""The facts a count starts from, and what comes out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
RESUME, RESTART = "resume", "restart"
CODE = "Bộ luật Dân sự 2015"

Span = tuple[datetime, datetime]


class TermError(ValueError):
    """The facts do not make a term; the message is Vietnamese and says why."""


@dataclass(frozen=True)
class Term:
    """How long, how a pause works, and the office's cut-off hour of that time, if any."""

    amount: int
    unit: str
    mode: str = RESUME
    cutoff: time | None = None

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise TermError("Thời hạn phải là số nguyên dương.")


@dataclass(frozen=True)
class Pause:
    """From one local moment to another; without end while it lasts."""

    begin: datetime
    end: datetime | None = None


@dataclass(frozen=True)
class DayCount:
    """One day on the way to the due day: counted or not, and why."""

    day: date
    is_counted: bool
    why: str
    citation: str = ""
    # Which day of the term it is, where days are counted.
    number: int | None = None
    # How much of it was counted, where hours are.
    seconds: int | None = None


@dataclass(frozen=True)
class Explanation:
    """What is due when, day by day. While the count is paused nothing is due: `due_at` is empty."""

    received: datetime
    term: Term
    due_at: datetime | None
    days: tuple[DayCount, ...]
    # The counted time itself, in order.
    spans: tuple[Span, ...]
    is_provisional: bool

    @property
    def due_on(self) -> date | None:
        return self.due_at.date() if self.due_at else None

    @property
    def counted(self) -> list[DayCount]:
        return [row for row in self.days if row.is_counted]

    def moment_of(self, percent: int) -> datetime:
        """Return when this part of the counted time has passed; all of it: the due moment.

        A day counts as 24 hours. Asking while the count is paused is an error.
        """
        if self.due_at is None:
            raise ValueError("the count is paused")
        if percent >= 100:
            return self.due_at
        left = sum((end - begin for begin, end in self.spans), timedelta()) * percent / 100
        for begin, end in self.spans:
            if left < end - begin:
                return begin + left
            left -= end - begin
        return self.due_at


def in_order(received: datetime, pauses: Iterable[Pause]) -> list[Pause]:
    """Return the pauses by their beginning; `TermError` where they overlap or come too early."""
    ordered = sorted(pauses, key=lambda pause: pause.begin)
    before: datetime | None = received
    for pause in ordered:
        if before is None:
            raise TermError("Chỉ lần tạm dừng cuối cùng được để ngỏ ngày chạy tiếp.")
        if pause.begin < before:
            raise TermError(
                "Lần tạm dừng không thể bắt đầu trước lúc nhận hoặc khi lần trước chưa kết thúc."
            )
        if pause.end is not None and pause.end < pause.begin:
            raise TermError("Ngày chạy tiếp không thể trước ngày tạm dừng.")
        before = pause.end
    return ordered
