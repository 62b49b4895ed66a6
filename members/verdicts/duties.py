"""Whether a site carries out a common directive, and since when: pure, over what it showed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from members.verdicts.duty import Duty, Look, Run
from members.verdicts.duty_looks import look
from members.verdicts.levels import Judgement, Level


@dataclass(frozen=True)
class Carrying:
    """How a directive was carried: first and last day, and whether it is now.

    `is_first_look` tells that the very first look found it carried: since when, nobody saw.
    """

    first: date | None = None
    is_first_look: bool = False
    last: date | None = None
    now: Look = field(default_factory=lambda: Look(None))
    url: str = ""


def judge(duty: Duty, runs: Sequence[Run], *, today: date) -> Judgement | None:
    """Return how a site carries a directive, from its runs, the oldest first.

    Nothing outside the days of the directive, except where it is carried early.
    """
    if duty.ends_on is not None and today > duty.ends_on:
        return None
    carrying = carried(duty, runs)
    rule = (
        f"{duty.kind.label}. {_term(duty)}{f' Căn cứ: {duty.citation}.' if duty.citation else ''}"
    )
    if carrying.now.is_carried is None:
        return Judgement(Level.UNKNOWN, "unseen", f"{duty.title}: chưa xét được.", rule)
    if carrying.now.is_carried:
        return _done(duty, carrying, rule)
    return None if today < duty.starts_on else _lacking(duty, carrying, rule, today)


def carried(duty: Duty, runs: Sequence[Run]) -> Carrying:
    """Return the first day and the last on which a directive was seen carried, and the newest."""
    looks = [(run, look(duty, run.shown)) for run in runs]
    days = [run for run, seen in looks if seen.is_carried]
    told = [(run, seen) for run, seen in looks if seen.is_carried is not None]
    run, newest = told[-1] if told else (None, Look(None))
    return Carrying(
        first=days[0].first if days else None,
        is_first_look=bool(days) and days[0] is told[0][0],
        last=days[-1].last if days else None,
        now=newest,
        url=run.url if run else "",
    )


def _term(duty: Duty) -> str:
    end = f" đến hết {duty.ends_on:%d/%m/%Y}" if duty.ends_on else ""
    return f"Từ {duty.starts_on:%d/%m/%Y}{end}."


def _done(duty: Duty, carrying: Carrying, rule: str) -> Judgement:
    first = carrying.first or duty.starts_on
    late = (first - duty.starts_on).days
    code, when = "carried", f"từ {first:%d/%m/%Y}"
    if late > 0 and carrying.is_first_look:
        code, when = "present", f"có sẵn ở lần xem đầu tiên, {first:%d/%m/%Y}"
    elif late > 0:
        code, when = "late", f"từ {first:%d/%m/%Y}, trễ {late} ngày"
    elif late < 0:
        code = "early"
    return Judgement(
        Level.OK, code, f"{duty.title}: đã thực hiện {when}.", rule, carrying.url,
        carrying.now.evidence,
    )  # fmt: skip


def _lacking(duty: Duty, carrying: Carrying, rule: str, today: date) -> Judgement:
    code, said = carrying.now.code, _SAID.get(carrying.now.code, "chưa thực hiện")
    if carrying.last is not None and code == "missing":
        code, said = "removed", f"đã gỡ, thấy lần cuối {carrying.last:%d/%m/%Y}"
    # The first day is there to carry it out.
    level = Level.BAD if duty.is_grave and today > duty.starts_on else Level.NOTICE
    return Judgement(
        level, code, f"{duty.title}: {said}.", rule, carrying.url, carrying.now.evidence,
        carrying.now.fix,
    )  # fmt: skip


_SAID = {
    "missing": "chưa thực hiện",
    "hidden": "có nhưng bị giấu, người đọc không thấy",
    "wrong-link": "có nhưng dẫn sai địa chỉ",
    "incomplete": "thực hiện chưa đủ",
}
