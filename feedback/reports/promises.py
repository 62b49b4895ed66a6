"""How long a mailbox takes: its rules in force, each counted to a day, before any clock runs."""

from dataclasses import dataclass
from datetime import date, datetime, time

from cachetools.func import ttl_cache
from django.utils import timezone

from cityweb.core import clocks, law, workdays
from cityweb.core.clocks import rules
from cityweb.core.models import LegalRule
from feedback import rules as own_rules
from feedback.models import Mailbox, Submission
from feedback.states import ClockName

SECONDS = 60
LONGEST_DELAY = "FB.PROMISE.MAX"


@dataclass(frozen=True)
class Promise:
    """One thing the office will do by a day, by which rule, and the count of its days."""

    name: str
    label: str
    rule: LegalRule
    explanation: clocks.Explanation


def promises(mailbox: Mailbox, received: datetime) -> tuple[Promise, ...]:
    """Return what is promised to who writes at `received`; the same days its clocks will show.

    A rule that is not settled promises nothing.
    """
    minute = timezone.localtime(received, rules.LOCAL).replace(second=0, microsecond=0)
    return _promises(mailbox, minute)


def reply_promise(mailbox: Mailbox, received: datetime) -> Promise | None:
    """Return until when the answer is promised."""
    return next((one for one in promises(mailbox, received) if one.name == ClockName.REPLY), None)


@ttl_cache(maxsize=64, ttl=SECONDS)
def _promises(mailbox: Mailbox, minute: datetime) -> tuple[Promise, ...]:
    day = minute.date()
    found = []
    for name, label, code in (
        (ClockName.ACKNOWLEDGE, "Xác nhận đã tiếp nhận", mailbox.acknowledge_rule),
        (ClockName.FORWARD, "Chuyển đến cơ quan có trách nhiệm", mailbox.forward_rule),
        (ClockName.REPLY, "Trả lời", mailbox.reply_rule),
    ):
        rule = law.find(code, on=day, applies_to=mailbox.code)
        if rule is not None and rule.is_settled:
            found.append(Promise(name, label, rule, _count(rule, minute)))
    return tuple(found)


def of_unit(mailbox: Mailbox, given: datetime) -> Promise | None:
    """Return how long a unit has to which its body gives a submission at that moment."""
    day = timezone.localdate(given)
    rule = law.find(mailbox.unit_rule, on=day, applies_to=mailbox.code)
    if rule is None or not rule.is_settled:
        return None
    count = _count(rule, timezone.localtime(given, rules.LOCAL))
    return Promise(ClockName.HOP, "Đơn vị trực thuộc trả lời", rule, count)


def _count(rule: LegalRule, begun: datetime) -> clocks.Explanation:
    day = begun.date()
    term = clocks.Term(rule.value, rule.unit, cutoff=workdays.cutoff(day))
    return rules.explain(received=begun, term=term, calendar=workdays.calendar(day))


def unfit(submission: Submission, day: date, *, today: date) -> str:
    """Return why its sender must not be promised an answer on this day; nothing where they may."""
    clock = clocks.of(submission, ClockName.REPLY).filter(stopped_at=None).first()
    return own_rules.unfit_promise(
        day,
        today=today,
        due_on=clock.due_on if clock else None,
        last=last_day(submission.mailbox, today),
        calendar=workdays.calendar(today),
    )


def last_day(mailbox: Mailbox, today: date) -> date | None:
    """Return the last day that may be promised today; none while no rule is settled."""
    rule = law.find(LONGEST_DELAY, on=today, applies_to=mailbox.code)
    if rule is None or not rule.is_settled:
        return None
    return _count(rule, datetime.combine(today, time.min, rules.LOCAL)).due_on


def forget() -> None:
    """Drop everything remembered in this process."""
    _promises.cache_clear()
