"""How papers are numbered: patterns as data, one counter a series without gaps."""

import re
from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from cityweb.core.models import history
from cityweb.core.models.dated import DatedQuerySet, ends_after_it_begins, never_overlapping
from cityweb.core.models.people import Organisation

TOKENS = ("{number}", "{year}", "{yymmdd}")
COMES_AGAIN = (
    "Mã hồ sơ không được trùng giữa các kỳ: thêm {year} nếu đánh số lại mỗi năm, {yymmdd} nếu "
    "đánh số lại mỗi ngày."
)


class Period(models.TextChoices):
    """After what time a series begins again at one."""

    YEAR = "year", "mỗi năm"
    DAY = "day", "mỗi ngày"


@pghistory.track()
class NumberPattern(models.Model):
    """How an organisation writes the numbers of one kind of paper, from one day to another."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )
    kind = models.CharField("loại văn bản", max_length=60)
    pattern = models.CharField(
        "số và ký hiệu",
        max_length=60,
        help_text="Ví dụ {number}/GP-SVHTT. Dùng được: {number}, {year}, {yymmdd}.",
    )
    digits = models.PositiveSmallIntegerField(
        "số chữ số", default=2, help_text="Số nhỏ hơn được thêm số 0 ở trước."
    )
    period = models.CharField("đánh số lại từ 1", max_length=5, choices=Period, default=Period.YEAR)
    effective_from = models.DateField("áp dụng từ ngày")
    effective_to = models.DateField(
        "đến trước ngày", null=True, blank=True, help_text="Ngày này không còn áp dụng."
    )

    objects = DatedQuerySet["NumberPattern"].as_manager()

    class Meta:
        verbose_name = "cách đánh số văn bản"
        verbose_name_plural = "cách đánh số văn bản"
        ordering = ["organisation", "kind", "-effective_from"]
        constraints = [
            never_overlapping(
                "number_patterns_of_one_series_never_overlap",
                Concat(
                    Cast("organisation_id", models.TextField()),
                    Value("|"),
                    F("kind"),
                    output_field=models.TextField(),
                ),
                "Đã có cách đánh số cho cơ quan và loại văn bản này trong "
                "khoảng thời gian đó. Hãy ghi ngày kết thúc cho cách cũ trước.",
            ),  # fmt: skip
            ends_after_it_begins("number_pattern_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(pattern__contains="{number}"), name="number_pattern_holds_the_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pattern} ({self.organisation})"

    def clean(self) -> None:
        super().clean()
        rest = self.pattern
        for token in TOKENS:
            rest = rest.replace(token, "", 1)
        if "{number}" not in self.pattern or re.search(r"[{}]", rest):
            raise ValidationError(
                {"pattern": "Cần đúng một {number}; ngoài ra chỉ dùng {year} và {yymmdd}."}
            )
        if self.comes_again:
            raise ValidationError({"pattern": COMES_AGAIN})

    @property
    def has_begun(self) -> bool:
        """Whether numbers may have been written like this already."""
        return self.effective_from <= timezone.localdate()

    @property
    def comes_again(self) -> bool:
        """Whether a code of the next period would be one of this period's.

        Papers are told apart by number and day; a code stands for one case for ever.
        """
        named = "{yymmdd}" in self.pattern or (
            self.period == Period.YEAR and "{year}" in self.pattern
        )
        return self.kind in settings.NUMBER_SERIES and not named

    def written(self, number: int | None, on: date) -> str:
        """Return the number as it stands on the paper; dots in place of one not yet taken."""
        counted = "…" if number is None else str(number).zfill(self.digits)
        day = on.isoformat().replace("-", "")[2:]
        return (
            self.pattern.replace("{number}", counted)
            .replace("{year}", str(on.year))
            .replace("{yymmdd}", day)
        )

    def period_of(self, on: date) -> str:
        """Return the name of the period that `on` falls into: "2026" or "2026-11-23"."""
        return str(on.year) if self.period == Period.YEAR else on.isoformat()


class GuardCounter(history.OwnFunction):
    """Refuses every change of a counter but one step up."""

    name = "counters_go_up_by_one"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    function = "core_guard_counter"


class NumberCounter(models.Model):
    """The last number taken of one series in one period. Locked until who took it commits."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )
    kind = models.CharField("loại văn bản", max_length=60)
    period = models.CharField("kỳ", max_length=10)
    last_number = models.PositiveIntegerField("số đã cấp", default=0)

    class Meta:
        verbose_name = "số văn bản đã cấp"
        verbose_name_plural = "số văn bản đã cấp"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "period"], name="one_counter_a_series_and_period"
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [GuardCounter(), history.RefuseTruncate()]

    def __str__(self) -> str:
        return f"{self.kind} {self.period}: {self.last_number}"
