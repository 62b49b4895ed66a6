"""The moments at which a page may have been made: what a clock then shows is no news."""

from dataclasses import dataclass
from datetime import date

LATE = 2
"""A page kept by a cache shows the clock of the day before."""


@dataclass(frozen=True)
class Present:
    """Today, and the day that the page's own clock shows where it shows one."""

    days: tuple[date, ...] = ()

    def may_stamp(self, day: date | None, *, within: int = LATE) -> bool:
        """Tell whether a system at work on one of these days would write this day by itself."""
        return day is not None and any(0 <= (now - day).days < within for now in self.days)
