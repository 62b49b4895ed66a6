"""Rules by the day they are asked for."""

from datetime import date

from django.db import connection, models

from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule
from cityweb.core.models.history import Event
from cityweb.core.prepared import Prepared, Slot, any_of

_FIELDS = [field.attname for field in LegalRule._meta.concrete_fields]
# Every clock asks for its rule, and every page that promises a day.
_IN_FORCE = Prepared(
    lambda: (
        LegalRule.objects.in_force(Slot("on", models.DateField()))
        .filter(any_of("applies_to", "scopes"), code=Slot("code"))
        .order_by()
        .values_list(*_FIELDS)
    )
)


def find(code: str, *, on: date, applies_to: str = "") -> LegalRule | None:
    """Return the row in force on the reference date, settled or not.

    A row for `applies_to` goes before the general one.
    """
    rows = _IN_FORCE.rows(code=code, on=on, scopes=[applies_to, ""])
    found = (LegalRule.from_db(connection.alias, _FIELDS, row) for row in rows)
    return max(found, key=lambda row: row.applies_to, default=None)


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
