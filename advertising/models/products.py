"""Special products and services: what must be at hand before they are advertised, by law and day.

What the law only says UNSURE stays marked so: the officer asks before leaning on it.
"""

import pghistory
from django.db import models
from django.db.models.functions import Cast, Concat

from cityweb.core.models import Confidence
from cityweb.core.models.dated import DatedQuerySet, ends_after_it_begins, never_overlapping


@pghistory.track()
class ProductCategory(models.Model):
    """A group of products that may not be advertised, or only under conditions."""

    class Kind(models.TextChoices):
        PROHIBITED = "prohibited", "Cấm quảng cáo"
        CONDITIONAL = "conditional", "Quảng cáo có điều kiện"

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("nhóm sản phẩm, hàng hóa, dịch vụ", max_length=250)
    kind = models.CharField("loại", max_length=15, choices=Kind)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)

    class Meta:
        verbose_name = "sản phẩm đặc biệt"
        verbose_name_plural = "sản phẩm, hàng hóa, dịch vụ đặc biệt"
        ordering = ["kind", "position", "name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class ProductCondition(models.Model):
    """What the law asks of one group for a span of time, with its citation."""

    category = models.ForeignKey(
        ProductCategory, models.CASCADE, related_name="conditions", verbose_name="nhóm"
    )
    text = models.TextField("điều kiện, giấy tờ phải có")
    citation = models.CharField("căn cứ", max_length=250)
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    effective_from = models.DateField("áp dụng từ ngày")
    effective_to = models.DateField("đến trước ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "điều kiện quảng cáo"
        verbose_name_plural = "điều kiện quảng cáo"
        ordering = ["category", "effective_from"]
        constraints = [
            never_overlapping(
                "conditions_of_one_article_never_overlap",
                Concat(
                    Cast("category", models.TextField()), models.Value("|"), "citation",
                    output_field=models.TextField(),
                ),
                "Nhóm này đã có điều kiện theo cùng căn cứ trong khoảng thời gian đó.",
            ),
            ends_after_it_begins("condition_ends_after_it_begins"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text[:80]
