"""Acts that are fined, and circumstances that weigh: reference tables with their citations.

The bracket of an act is a `LegalRule` (a list of two amounts in đồng, with its fine basis), so that
it is dated, and asks the officer while nobody has confirmed it.
"""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cityweb.core.models import Confidence


@pghistory.track()
class Penalty(models.Model):
    """One act, the rule with its bracket, what else follows from it."""

    code = models.CharField("mã", max_length=20, unique=True)
    text = models.TextField("hành vi")
    citation = models.CharField("căn cứ", max_length=250)
    rule_code = models.CharField("mã quy tắc của khung phạt", max_length=80)
    regime = models.CharField(
        "nghị định", max_length=20, help_text="Thẩm quyền và cách nhân mức phạt theo nghị định này."
    )
    remedies = ArrayField(
        models.CharField(max_length=200), default=list, blank=True,
        verbose_name="biện pháp khắc phục, hình thức bổ sung",
    )  # fmt: skip
    rivals = ArrayField(
        models.CharField(max_length=20), default=list, blank=True,
        verbose_name="mã hành vi cùng phù hợp",
        help_text="Khi chọn một trong các hành vi này, người lập biên bản ghi vì sao.",
    )  # fmt: skip
    position = models.PositiveSmallIntegerField("thứ tự", default=100)

    class Meta:
        verbose_name = "hành vi bị phạt"
        verbose_name_plural = "hành vi bị phạt"
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return f"{self.code}. {self.text[:100]}"


@pghistory.track()
class Factor(models.Model):
    """A circumstance that weighs for or against."""

    class Kind(models.TextChoices):
        MITIGATING = "mitigating", "Giảm nhẹ"
        AGGRAVATING = "aggravating", "Tăng nặng"

    code = models.SlugField("mã", max_length=40, unique=True)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    text = models.CharField("tình tiết", max_length=250)
    citation = models.CharField("căn cứ", max_length=250)
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    is_repeat = models.BooleanField("là tình tiết tái phạm", default=False)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)

    class Meta:
        verbose_name = "tình tiết"
        verbose_name_plural = "tình tiết giảm nhẹ, tăng nặng"
        ordering = ["-kind", "position"]

    def __str__(self) -> str:
        return self.text
