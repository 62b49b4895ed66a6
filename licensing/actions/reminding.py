"""Reminds licensees of days to come, in steps, each once; called by the beat, safe to run twice."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cityweb.core import law
from licensing.actions import keeping
from licensing.extending import Extending
from licensing.models import Licence, LicenceVersion, Reminder, SourceAgreement
from licensing.querysets import LicenceQuerySet
from licensing.states import Event, Standing

logger = logging.getLogger(__name__)
EXPIRY, AGREEMENT, REPORT = "LIC.EXPIRY.WARN", "LIC.AGREEMENT.WARN", "LIC.REPORT.WARN"


@dataclass(frozen=True)
class Due:
    """One thing a licensee is to be told of."""

    licence: Licence
    kind: str
    about_on: date
    days: list[int]
    words: str = ""
    about: str = ""
    template: str = "licence"
    facts: dict[str, Any] = field(default_factory=dict)


def remind_licensees(*, today: date) -> int:
    """Send what is due today; return how many mails that were. One transaction each."""
    sent = 0
    for due in (*_expiring(today), *_agreements(today), *_reports(today), *_restored(today)):
        made = keeping.remind(
            licence=due.licence, kind=due.kind, about=due.about, about_on=due.about_on,
            days=due.days, words=due.words, today=today, template=due.template, facts=due.facts,
        )  # fmt: skip
        sent += made is not None and bool(made.email)
    if sent:
        logger.info("licensees reminded: %s", sent)
    return sent


def _expiring(today: date) -> Iterator[Due]:
    steps = keeping.days_ahead(EXPIRY, today)
    rows = _valid().filter(current__valid_to__range=(today, keeping.within(steps, today)))
    law_of_today = Extending.on(today)
    for licence in rows:
        facts = law_of_today.of(licence, today)
        yield Due(
            licence, Reminder.Kind.EXPIRY, facts["end"], steps, template="expiry", facts=facts
        )


def _agreements(today: date) -> Iterator[Due]:
    steps = keeping.days_ahead(AGREEMENT, today)
    rows = SourceAgreement.objects.filter(
        valid_to__range=(today, keeping.within(steps, today)),
        licence__state__in=[Standing.VALID, Standing.SUSPENDED],
    ).select_related("licence__current")
    for one in rows:
        words = (
            f"Thỏa thuận nguồn tin với {one.agency} hết hạn sau ngày {one.valid_to:%d/%m/%Y}. "
            "Hãy ký tiếp, hoặc sửa đổi nguồn tin của giấy phép."
        )
        kind = Reminder.Kind.AGREEMENT
        yield Due(one.licence, kind, one.valid_to, steps, words, about=one.agency)


def _reports(today: date) -> Iterator[Due]:
    """Yield who has not reported on the last year, where the law of the day names the last day."""
    due_on = report_due(today)
    steps = keeping.days_ahead(REPORT, today)
    if due_on is None or today > due_on or keeping.within(steps, today) < due_on:
        return
    year = due_on.year - 1
    rows = _valid().filter(issued_on__lt=date(due_on.year, 1, 1))
    for licence in rows.exclude(annual_reports__year=year):
        words = (
            f"Báo cáo hoạt động năm {year} nộp trước ngày {due_on:%d/%m/%Y}, tại trang giấy phép."
        )
        yield Due(licence, Reminder.Kind.REPORT, due_on, steps, words)


def report_due(today: date) -> date | None:
    """Return the next day on which the year is to be reported; None where no rule settles it."""
    for year in (today.year, today.year + 1):
        rule = law.find("LIC.REPORT.ANNUAL_DUE", on=today)
        if rule is None or not rule.is_settled:
            return None
        month, day = map(int, str(rule.value).split("-"))
        if (due_on := date(year, month, day)) >= today:
            return due_on
    return None


def _restored(today: date) -> Iterator[Due]:
    """Yield the licences whose suspension ended today or in the days before."""
    rows = LicenceVersion.objects.filter(
        event=Event.SUSPENDED, effective_to=None,
        suspended_until__range=(today - timedelta(days=7), today),
    ).select_related("licence__current")  # fmt: skip
    for one in rows:
        day = one.suspended_until
        words = f"Giấy phép số {one.licence} có hiệu lực trở lại từ ngày {day:%d/%m/%Y}."
        yield Due(one.licence, Reminder.Kind.RESTORED, day, [0], words)


def _valid() -> LicenceQuerySet:
    rows = Licence.objects.filter(state=Standing.VALID).select_related("current")
    return rows.defer("words", "search").order_by("pk")
