"""The clock that a page shows, and what it gives away: the day on which the page was made."""

import re
from datetime import date

from members.freshness import labels, spellings
from members.freshness.outline import Outline

LOOKED_AT = 120
LONGEST = 90
_TODAY = re.compile(r"^\W{0,3}(?:hom nay|today|bay gio)\b")


def shown(page: Outline, *, today: date) -> date | None:
    """Return the newest day on a clock near the top of the page, or None where it shows none.

    A page may have been fetched before `today`: what a system stamps at every request then bears
    the day of the fetch.
    """
    found: list[date] = []
    for line in page.lines[:LOOKED_AT]:
        text = line.folded
        if len(text) > LONGEST or not any(mark.isdigit() for mark in text):
            continue
        zone = line.element.zone
        is_dated = zone == "clock" or (zone in {"header", "menu"} and labels.says_weekday(text))
        if is_dated or _TODAY.match(text):
            spelled = spellings.find(text, today=today)
            days = (one.read(month_first=False) for one in spelled if one.kind != "relative")
            found += [day for day in days if day is not None and day <= today]
    return max(found, default=None)
