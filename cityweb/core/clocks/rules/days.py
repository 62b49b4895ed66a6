"""Terms in days, months and years: walked day by day, so that each day can be explained."""

from calendar import monthrange
from datetime import date, datetime, time

from cityweb.core.clocks.rules.terms import (
    CODE,
    LOCAL,
    RESTART,
    DayCount,
    Explanation,
    Pause,
    Term,
    TermError,
)
from cityweb.core.models.law import Unit
from cityweb.core.workdays.rules import DAY, Calendar

FIRST_DAY = f"Điều 147 khoản 2 {CODE}"
DAY_OFF = f"Điều 148 khoản 5 {CODE}"
LAST_DAY = {
    Unit.CALENDAR_DAY: f"Điều 148 khoản 1 {CODE}",
    Unit.MONTH: f"Điều 148 khoản 3 {CODE}",
    Unit.YEAR: f"Điều 148 khoản 4 {CODE}",
}
MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
# Beyond it a term is a slip of the pen.
LONGEST_DAYS = 366 * 101


def count(received: datetime, term: Term, pauses: list[Pause], calendar: Calendar) -> Explanation:
    """Count a term in days, months or years. In restart mode a pause's end is a new receipt."""
    walk = _Walk(received, term, calendar)
    if term.mode != RESTART:
        walk.go(pauses)
        return walk.explained(received)
    for pause in pauses:
        walk.go([Pause(pause.begin)])
        if walk.due is not None or pause.end is None:
            return walk.explained(received)
        walk = walk.again(pause)
    walk.go([])
    return walk.explained(received)


class _Walk:
    """Goes from the receipt to the due day and notes every day on the way."""

    def __init__(
        self, received: datetime, term: Term, calendar: Calendar, *, is_again: bool = False
    ) -> None:
        self.term, self.calendar = term, calendar
        self.receipt_name = "Ngày nhận lại" if is_again else "Ngày nhận"
        self.days: dict[date, DayCount] = {}
        self.due: date | None = None
        self.receipt = self._receive(received)
        self.left = self.length = _length(self.receipt, term)

    def _receive(self, moment: datetime) -> date:
        """Note the day of receipt; after the cut-off hour of a worked day it is the next one.

        On a day off the cut-off says nothing: counting starts with the next working day anyway.
        """
        day, cutoff = moment.date(), self.term.cutoff
        is_after = cutoff is not None and moment.time() > cutoff
        if is_after and self.calendar.is_working(day):
            receipt = self.calendar.add(day, 1)
            why = f"Nhận sau {cutoff:%H:%M}: tính là nhận ngày {receipt:%d/%m/%Y}"
            while day < receipt:
                self._note(day, why, "Giờ chốt tiếp nhận của Phòng")
                day += DAY
        self._note(day, f"{self.receipt_name}, không tính", FIRST_DAY)
        return day

    def go(self, pauses: list[Pause]) -> None:
        """Walk until the term is over, or until a pause without end."""
        day = self.receipt
        while self.due is None:
            day += DAY
            if (day - self.receipt).days > LONGEST_DAYS:
                raise TermError("Thời hạn quá dài.")
            pause = _pause_on(day, pauses)
            if pause is None:
                self._step(day)
                continue
            self._note(day, f"Tạm dừng từ ngày {pause.begin:%d/%m/%Y}")
            if pause.end is None:
                return

    def _step(self, day: date) -> None:
        why, is_worked = self.calendar.why(day), self.calendar.is_working(day)
        if self.left == 0:
            self._roll(day, is_worked, why.text)
        elif self.term.unit != Unit.WORKING_DAY:
            self._count(day, "Đếm theo ngày lịch", LAST_DAY[Unit(self.term.unit)])
            self.due = day if self.left == 0 and is_worked else None
        elif is_worked:
            self._count(day, why.text, why.citation)
            self.due = day if self.left == 0 else None
        else:
            self._note(day, why.text, why.citation)

    def _roll(self, day: date, is_worked: bool, why: str) -> None:
        """The last day was a day off: the term ends with the next working day."""
        if is_worked:
            why, self.due = "Ngày làm việc tiếp theo sau ngày nghỉ: hạn là ngày này", day
        self._note(day, why, DAY_OFF)

    def _count(self, day: date, why: str, citation: str) -> None:
        self.left -= 1
        self.days[day] = DayCount(day, True, why, citation, number=self.length - self.left)

    def _note(self, day: date, why: str, citation: str = "") -> None:
        self.days[day] = DayCount(day, False, why, citation)

    def again(self, pause: Pause) -> "_Walk":
        """Return a new walk from the end of the pause; what was counted before is void."""
        anew = _Walk(pause.end, self.term, self.calendar, is_again=True)
        void = f"Đã đếm trước khi tạm dừng; đếm lại từ đầu khi nhận lại ngày {pause.end:%d/%m/%Y}"
        days = {
            day: DayCount(day, False, void) if row.is_counted else row
            for day, row in self.days.items()
        }
        day = max(pause.begin.date(), min(days))
        while day < pause.end.date():
            if day not in days or day > self.receipt:
                days[day] = DayCount(day, False, f"Tạm dừng từ ngày {pause.begin:%d/%m/%Y}")
            day += DAY
        anew.days = days | anew.days
        return anew

    def explained(self, received: datetime) -> Explanation:
        days = tuple(self.days[day] for day in sorted(self.days))
        spans = tuple((at(row.day), at(row.day) + DAY) for row in days if row.is_counted)
        is_provisional = self.calendar.is_provisional(days[0].day, days[-1].day)
        due_at = at(self.due, time.max) if self.due else None
        return Explanation(received, self.term, due_at, days, spans, is_provisional)


def at(day: date, hour: time = time.min) -> datetime:
    """Return a moment of a local day; its last one is the end of a term (art. 148(6))."""
    return datetime.combine(day, hour, LOCAL)


def _pause_on(day: date, pauses: list[Pause]) -> Pause | None:
    """Return the pause that takes the day out: from its first day up to the one it ends on."""
    for pause in pauses:
        if pause.begin.date() <= day and (pause.end is None or day < pause.end.date()):
            return pause
    return None


def _length(receipt: date, term: Term) -> int:
    """Return how many days are to be counted; months and years end on the same day of the month."""
    if term.unit not in MONTHS:
        return term.amount
    years, month = divmod(receipt.month - 1 + term.amount * MONTHS[Unit(term.unit)], 12)
    year = receipt.year + years
    if year > date.max.year:
        raise TermError("Thời hạn quá dài.")
    day = min(receipt.day, monthrange(year, month + 1)[1])
    return (date(year, month + 1, day) - receipt).days
