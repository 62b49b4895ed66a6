"""The rules of law and of the office as dated rows: no number of the law stands in code."""

import re

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from cityweb.core.models.dated import DatedQuerySet, ends_after_it_begins, never_overlapping


class Unit(models.TextChoices):
    """What a rule's value counts. The unit always stands with the number."""

    WORKING_DAY = "working_day", "ngày làm việc"
    CALENDAR_DAY = "calendar_day", "ngày"
    HOUR = "hour", "giờ"
    MONTH = "month", "tháng"
    YEAR = "year", "năm"
    SECOND = "second", "giây"
    VND = "VND", "đồng"
    RATIO = "ratio", "%"
    COUNT = "count", "số lượng"
    LIST = "list", "danh sách"
    TIME = "time", "giờ trong ngày"
    DAY_OF_YEAR = "day_of_year", "ngày, tháng hằng năm"
    WORD = "word", "cách làm"


HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
# Units whose value is one number.
NUMBERS = frozenset(Unit) - {Unit.LIST, Unit.TIME, Unit.DAY_OF_YEAR, Unit.WORD, Unit.RATIO}


class Confidence(models.TextChoices):
    """How the value became known; what is unsure decides nothing until the office confirms it."""

    SEEN_P = "SEEN-P", "Đã đọc trong văn bản gốc"
    SEEN_S = "SEEN-S", "Đọc qua nguồn thứ cấp"
    KNOWN = "KNOWN", "Hiểu biết chung, chưa đối chiếu"
    UNSURE = "UNSURE", "Chưa chắc chắn"


class FineBasis(models.TextChoices):
    ORGANISATION = "organisation", "Mức phạt đối với tổ chức"
    INDIVIDUAL = "individual", "Mức phạt đối với cá nhân"


class LegalRuleQuerySet(DatedQuerySet["LegalRule"]):
    def settled(self) -> "LegalRuleQuerySet":
        """Keep the rows that may decide."""
        return self.filter(
            ~Q(confidence=Confidence.UNSURE) | Q(confirmed_on__isnull=False), value__isnull=False
        )

    def unsettled(self) -> "LegalRuleQuerySet":
        """Keep the rows that wait for value and source."""
        return self.filter(
            Q(value__isnull=True) | Q(confidence=Confidence.UNSURE, confirmed_on__isnull=True)
        )


@pghistory.track()
class LegalRule(models.Model):
    """One parameter for one span of time: a rule of law, or the office's own policy."""

    code = models.CharField("mã", max_length=80)
    applies_to = models.CharField(
        "áp dụng cho",
        max_length=60,
        blank=True,
        help_text="Thủ tục, hộp thư, loại nội dung…; để trống là áp dụng chung.",
    )
    value = models.JSONField(
        "giá trị", null=True, blank=True, help_text="Để trống khi chưa biết: quy tắc không tự chạy."
    )
    unit = models.CharField("đơn vị", max_length=20, choices=Unit)
    effective_from = models.DateField("áp dụng từ ngày")
    effective_to = models.DateField(
        "đến trước ngày", null=True, blank=True, help_text="Ngày này không còn áp dụng."
    )
    citation = models.TextField("căn cứ")
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    source_note = models.TextField("nguồn, ghi chú", blank=True)
    is_law = models.BooleanField(
        "quy định của pháp luật", help_text="Bỏ dấu nếu là quy định riêng của Phòng."
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="người xác nhận",
    )
    confirmed_on = models.DateField("ngày xác nhận", null=True, blank=True, editable=False)
    fine_basis = models.CharField("mức phạt tính cho", max_length=20, choices=FineBasis, blank=True)

    objects = LegalRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "quy tắc"
        verbose_name_plural = "quy tắc pháp luật và của Phòng"
        ordering = ["code", "applies_to", "-effective_from"]
        constraints = [
            never_overlapping(
                "rules_of_one_code_never_overlap",
                Concat(F("code"), Value("|"), F("applies_to"), output_field=models.TextField()),
                "Đã có quy tắc cùng mã, cùng phạm vi áp dụng trong "
                "khoảng thời gian này. Hãy ghi ngày kết thúc cho quy tắc cũ trước.",
            ),
            ends_after_it_begins("rule_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_on__isnull=False),
                name="rule_is_confirmed_by_someone_some_day",
            ),
        ]
        indexes = [models.Index(fields=["code", "applies_to"], name="rule_by_code")]

    def __str__(self) -> str:
        return f"{self.code} ({self.applies_to})" if self.applies_to else self.code

    def clean(self) -> None:
        super().clean()
        check_value(self.value, self.unit)

    @property
    def is_settled(self) -> bool:
        """Whether the row may decide: it has a value, and is not an unconfirmed guess."""
        is_guess = self.confidence == Confidence.UNSURE and self.confirmed_on is None
        return self.value is not None and not is_guess

    @property
    def value_text(self) -> str:
        """The value with its unit, as a person reads it."""
        if self.value is None:
            return "chưa có"
        if isinstance(self.value, list):
            return ", ".join(map(_item_text, self.value)) + (
                " %" if self.unit == Unit.RATIO else ""
            )
        number = str(self.value).replace(".", ",") if isinstance(self.value, float) else self.value
        hides_unit = self.unit in (Unit.WORD, Unit.TIME, Unit.DAY_OF_YEAR, Unit.COUNT)
        return str(number) if hides_unit else f"{number} {Unit(self.unit).label}"


def _item_text(item: object) -> str:
    return "–".join(map(str, item)) if isinstance(item, list) else str(item)


def check_value(value: object, unit: str) -> None:
    """Raise `ValidationError` where a value does not fit its unit; an empty one always fits."""
    if value is None:
        return
    if unit == Unit.LIST and not isinstance(value, list):
        raise ValidationError({"value": "Danh sách ghi trong ngoặc vuông, ví dụ [50, 80, 100]."})
    if unit == Unit.TIME and not HOUR.fullmatch(str(value)):
        raise ValidationError({"value": "Giờ trong ngày ghi như 15:00, hoặc 24:00."})
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if unit in NUMBERS and (not is_number or value < 0):
        raise ValidationError({"value": "Đơn vị này cần một con số không âm."})
