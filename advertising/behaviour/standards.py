"""What the law asks of the behaviour of advertisements on a day, read from checklist and rules."""

from __future__ import annotations

from datetime import date

from advertising.behaviour.verdicts import HONEST, Standard
from advertising.models import CheckItem
from advertising.models.checklists import CheckKind
from cityweb.core import law

CLICKS = "AD.NONFIXED.MAX_INTERACTIONS"


def on(day: date) -> dict[str, Standard]:
    """Return the standards in force, by code of the checklist.

    A number that nobody has confirmed stays out: an officer decides then.
    """
    rows = CheckItem.objects.filter(
        version__kind=CheckKind.WEBSITE, version__effective_from__lte=day
    ).exclude(version__effective_to__lte=day)
    return {row.code: Standard(row.code, row.citation, _limit(row, day)) for row in rows}


def _limit(row: CheckItem, day: date) -> float | None:
    code = row.rule_code or (CLICKS if row.code == HONEST else "")
    rule = law.find(code, on=day) if code else None
    if rule is None or not rule.is_settled or not isinstance(rule.value, int | float):
        return None
    return float(rule.value)
