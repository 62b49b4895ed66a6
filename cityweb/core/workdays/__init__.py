"""Which days are worked: `CalendarDay` rows over the default of Monday to Friday.

Labour Code 45/2019/QH14, articles 111 and 112, and the yearly notices of swapped days. The package
`holidays` only proposes rows; an administrator confirms them.
"""

from cityweb.core.workdays.reading import (
    HOURS,
    calendar,
    cutoff,
    hold_still,
    office_hours,
    take_over,
)
from cityweb.core.workdays.rules import WEEKDAYS, Calendar, Day, OfficeHours, Why

__all__ = [
    "HOURS",
    "WEEKDAYS",
    "Calendar",
    "Day",
    "OfficeHours",
    "Why",
    "calendar",
    "cutoff",
    "hold_still",
    "office_hours",
    "take_over",
]
