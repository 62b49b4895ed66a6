"""Rules of law as rows: find the one in force on a day, and settle what is not yet certain."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule, Role, User
from cityweb.core.models.history import Event
from cityweb.core.models.law import check_value

VERBS = {"core.rule_confirmed": "Xác nhận quy tắc"}
CONFIRMERS = (Role.OFFICE_HEAD, Role.ADMINISTRATOR)


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


@transaction.atomic
def confirm(*, pk: int, value: object, source: str, officer: User) -> LegalRule:
    """Settle a row that was empty or a guess: its value, and where the office read it.

    Raises `Refused`: "not-confirmer", "rule-settled", "no-source", "no-value", "value-unfit".
    """
    if not officer.has_role(*CONFIRMERS):
        raise Refused("not-confirmer", "Chỉ Trưởng phòng hoặc quản trị hệ thống được xác nhận.")
    rule = LegalRule.objects.select_for_update().get(pk=pk)
    if rule.is_settled:
        raise Refused("rule-settled", "Quy tắc này đã chắc chắn. Hãy tải lại trang.")
    if not source.strip():
        raise Refused("no-source", "Hãy ghi nguồn: số, ký hiệu văn bản và điều khoản đã đọc.")
    if value is None:
        raise Refused("no-value", "Hãy ghi giá trị.")
    try:
        check_value(value, rule.unit)
    except ValidationError as problem:
        raise Refused("value-unfit", " ".join(problem.messages)) from problem
    before, rule.value = rule.value, value
    rule.source_note = source.strip()
    rule.confirmed_by, rule.confirmed_on = officer, timezone.localdate()
    rule.save(update_fields=["value", "source_note", "confirmed_by", "confirmed_on"])
    audit.record(
        actor=officer,
        verb="core.rule_confirmed",
        target=rule,
        reason=rule.source_note,
        before=before,
        after=value,
    )
    return rule


def is_in_use(rule: LegalRule) -> bool:
    """Tell whether some case keeps this row: then its value is history and must stay."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: rule}).exists()
        for relation in rule._meta.related_objects
        if not issubclass(relation.related_model, Event)
    )
