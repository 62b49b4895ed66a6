"""Rules by the day they are asked for."""

from datetime import date

from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule
from cityweb.core.models.history import Event


def find(code: str, *, on: date, applies_to: str = "") -> LegalRule | None:
    """Return the row in force on the reference date, settled or not.

    A row for `applies_to` goes before the general one.
    """
    scopes = {applies_to, ""}
    rows = LegalRule.objects.in_force(on).filter(code=code, applies_to__in=scopes)
    return max(rows, key=lambda row: row.applies_to, default=None)


def resolve(code: str, *, on: date, applies_to: str = "") -> LegalRule:
    """Return the row that decides on the reference date; keep it on the case.

    Raises `Refused("rule-unsettled")` where there is none, or it is empty, or an unconfirmed guess:
    the officer then gives value and source.
    """
    rule = find(code, on=on, applies_to=applies_to)
    if rule is None or not rule.is_settled:
        name = f"{code} ({applies_to})" if applies_to else code
        raise Refused(
            "rule-unsettled",
            f"Chưa có giá trị chắc chắn cho quy tắc {name} vào ngày {on:%d/%m/%Y}. "
            "Trưởng phòng xác nhận giá trị và nguồn ở mục Quy tắc, rồi làm lại bước này.",
        )
    return rule


def is_in_use(rule: LegalRule) -> bool:
    """Tell whether some case keeps this row: then its value is history and must stay."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: rule}).exists()
        for relation in rule._meta.related_objects
        if not issubclass(relation.related_model, Event)
    )
