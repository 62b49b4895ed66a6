"""Until when a licensee may put things right or explain: before that nothing is decided."""

from datetime import datetime

from django.utils import timezone

from cityweb.core import clocks, law, workdays
from cityweb.core.clocks.rules import explain
from cityweb.core.models import Clock, LegalRule
from licensing.handling import Ground
from licensing.models import ClockName, Proceeding

_NOT_ASKED = (
    "Trưởng phòng gửi yêu cầu khắc phục trước. Hết thời hạn mà tổ chức chưa khắc phục thì dự thảo "
    "quyết định."
)


def awaited(case: Proceeding, at: datetime) -> str:
    """Return what has to pass before a decision is drafted, as people are told; "" for nothing."""
    if case.ground == Ground.CONDITIONS:
        clock = clocks.of(case, ClockName.REMEDY).first()
        if clock is None:
            return _NOT_ASKED
        end = _after_grace(clock, grace_of(case))
        if at <= end:
            return f"Đến hết {timezone.localdate(end):%d/%m/%Y} tổ chức còn được khắc phục."
    for asked in case.inquiries.filter(answered_at=None):
        end = clocks.of(asked, ClockName.INQUIRY).get().due_at
        if at <= end:
            return f"Đến hết {timezone.localdate(end):%d/%m/%Y} tổ chức còn được giải trình."
    return ""


def grace_of(case: Proceeding) -> LegalRule | None:
    """Return the settled rule on how long nothing is decided after the time to put things right."""
    rule = law.find("LIC.SUSPEND.GRACE", on=timezone.localdate(case.opened_at))
    return rule if rule is not None and rule.is_settled else None


def _after_grace(clock: Clock, grace: LegalRule | None) -> datetime:
    if grace is None:
        return clock.due_at
    received = timezone.localtime(clock.due_at)
    term = clocks.Term(grace.value, grace.unit, "resume", None)
    calendar = workdays.calendar(received.date())
    return explain(received=received, term=term, calendar=calendar).due_at
