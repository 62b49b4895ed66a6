"""Day first or month first? Decided by what the page itself shows, never by a guess alone."""

import re
from collections.abc import Sequence
from datetime import date

from members.freshness.spellings import Spelling

_AMERICAN_TIME = re.compile(r"^\s{0,2},?\s{0,2}\d{1,2}:\d{2}(?::\d{2})?\s?[ap]m")


def is_month_first(
    spelled: Sequence[tuple[Spelling, str]], *, today: date, default: bool = False
) -> bool:
    """Return the order of these numeric days, each given with the text that follows it.

    A number over 12 decides. Without one, the reading decides that puts fewer days in the future,
    then the one that runs from new to old as lists do; then `default`.
    """
    numeric = [(one, after) for one, after in spelled if one.kind == "numeric" and one.sign != "."]
    for one, other in (("second", "first"), ("first", "second")):
        if any(getattr(day, one) > 12 >= getattr(day, other) for day, _ in numeric):
            rivals = sum(getattr(day, other) > 12 for day, _ in numeric)
            votes = sum(getattr(day, one) > 12 for day, _ in numeric)
            if votes > rivals:
                return one == "second"
    if not numeric:
        return default
    days = [day for day, _ in numeric]
    ahead = [_ahead(days, month_first, today) for month_first in (False, True)]
    if ahead[0] != ahead[1]:
        return ahead[1] < ahead[0]
    rises = [_rises(days, month_first) for month_first in (False, True)]
    if len(days) >= 3 and rises[0] != rises[1]:
        return rises[1] < rises[0]
    return default


def looks_american(spelled: Sequence[tuple[Spelling, str]]) -> bool:
    """Tell whether most days are followed by a twelve-hour time, as SharePoint writes them."""
    followed = sum(_AMERICAN_TIME.match(after) is not None for _, after in spelled)
    return followed * 2 > len(spelled) > 0


def _ahead(days: list[Spelling], month_first: bool, today: date) -> int:
    read = [day.read(month_first=month_first) for day in days]
    return sum(day is None or day > today for day in read)


def _rises(days: list[Spelling], month_first: bool) -> int:
    read = [day for one in days if (day := one.read(month_first=month_first)) is not None]
    return sum(later > earlier for earlier, later in zip(read, read[1:], strict=False))
