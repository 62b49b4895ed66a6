"""Rules of feedback as pure functions of plain values."""

import re
from calendar import monthrange
from collections.abc import Collection, Mapping
from datetime import date, datetime
from math import log, sqrt

from cityweb.core import text
from cityweb.core.workdays import Calendar
from feedback.states import HopState, Outcome

# Longer texts are told apart by their beginnings.
_READ_LETTERS = 4000
_FEW = 30
_WORDS = re.compile(r"[^\W_]+")


def late_minutes(*, due_at: datetime | None, closed_at: datetime, caused_below: int = 0) -> int:
    """Return by how many whole minutes something that ended at `closed_at` was late; else 0.

    What those below were late themselves, `caused_below`, is theirs and not counted once more.
    """
    if due_at is None or closed_at <= due_at:
        return 0
    return max(int((closed_at - due_at).total_seconds() // 60) - caused_below, 0)


def untrue(outcome: str, bodies: Collection[str]) -> str:
    """Return why a reply must not end so, in a sentence; nothing where it may.

    `bodies` are the states of all forwardings of the case: nobody is said to be silent who has
    answered or was never asked.
    """
    if outcome != Outcome.NO_REPLY:
        return ""
    if HopState.ANSWERED in bodies:
        return "Đã có cơ quan trả lời ý kiến này: không chọn “Cơ quan không trả lời”."
    if not set(bodies) - {HopState.RETURNED}:
        return "Chưa cơ quan nào được hỏi mà im lặng: không chọn “Cơ quan không trả lời”."
    return ""


def unfit_promise(
    day: date, *, today: date, due_on: date | None, last: date | None, calendar: Calendar
) -> str:
    """Return why the sender must not be promised this day, in a sentence; nothing where they may.

    A new day lies after the one that was due, is worked, and is not after `last`, if set.
    """
    if day <= today:
        return "Ngày hẹn lại phải sau hôm nay."
    if due_on is not None and day <= due_on:
        return f"Ngày hẹn lại phải sau hạn trả lời, {due_on:%d/%m/%Y}."
    if last is not None and day > last:
        return f"Ngày hẹn lại không được sau {last:%d/%m/%Y}."
    if not calendar.is_working(day):
        after = calendar.next_working(day)
        return f"Ngày này không làm việc; ngày làm việc kế tiếp là {after:%d/%m/%Y}."
    return ""


def word_pairs(words: str) -> list[tuple[str, str]]:
    """Return the neighbouring words of a text, folded, each pair once, in order."""
    found = _WORDS.findall(text.fold(words[:_READ_LETTERS]))
    return list(dict.fromkeys(zip(found, found[1:], strict=False)))


def terms(words: str) -> frozenset[str]:
    """Return the folded words of a text and its pairs of neighbours, by which texts are compared.

    Vietnamese words are mostly pairs of syllables, and one syllable alone says little.
    """
    pairs = word_pairs(words)
    singles = {word for pair in pairs for word in pair if len(word) > 1}
    return frozenset(singles | {f"{one} {two}" for one, two in pairs})


def likeness(
    one: frozenset[str], other: frozenset[str], seen: Mapping[str, int], texts: int
) -> float:
    """Return how much two texts share, from 0 to 1: the cosine of their terms.

    A term that many of `texts` use weighs little; `seen` tells how many use it. Of a handful of
    texts nothing is known yet about what is common, so they count as `_FEW`.
    """
    of = 1 + max(texts, _FEW)
    weight = {term: log(of / (seen.get(term, 0) + 0.5)) ** 2 for term in one | other}
    length = sqrt(sum(weight[t] for t in one)) * sqrt(sum(weight[t] for t in other))
    return sum(weight[term] for term in one & other) / length if length else 0.0


def months_before(moment: datetime, months: int) -> datetime:
    """Return the same hour of the same day so many months earlier, or of that month's last day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
