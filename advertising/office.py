"""Who issues the papers of advertising casework on a day."""

from datetime import date

from cityweb.core.errors import Refused
from cityweb.core.models import NumberPattern, Organisation

DECISION_KIND = "advertising.decision"
CODE_SERIES = "advertising.inspection"


def in_charge(day: date) -> Organisation:
    """Return the body that decides on inspections that day: the one that numbers the decisions.

    Raises `Refused("nobody-in-charge")` unless there is exactly one.
    """
    rows = NumberPattern.objects.in_force(day).filter(kind=DECISION_KIND)
    found = [one.organisation for one in rows.select_related("organisation__parent")[:2]]
    if len(found) != 1:
        raise Refused(
            "nobody-in-charge",
            "Chưa rõ cơ quan nào ban hành quyết định kiểm tra vào ngày này: quản trị hệ thống khai "
            "báo cách đánh số quyết định kiểm tra của đúng một cơ quan.",
        )
    return found[0]
