"""What the office does to a rule: settle what was uncertain."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule, Role, User
from cityweb.core.models.law import check_value

VERBS = {"core.rule_confirmed": "Xác nhận quy tắc"}
CONFIRMERS = (Role.OFFICE_HEAD, Role.ADMINISTRATOR)


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
