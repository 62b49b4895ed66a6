"""Checklists of inspections: versions by day, each item with the article it rests on."""

import pghistory
from django.db import models
from django.db.models import F

from cityweb.core.models import Confidence
from cityweb.core.models.dated import DatedQuerySet, ends_after_it_begins, never_overlapping


class CheckKind(models.TextChoices):
    """What kind of inspection it is; each kind has its own checklist."""

    WEBSITE = "website", "Quảng cáo trên trang thông tin điện tử"
    PRODUCT = "product", "Quảng cáo sản phẩm đặc biệt"
    SERVICE = "service", "Kinh doanh dịch vụ quảng cáo trên mạng"


@pghistory.track()
class ChecklistVersion(models.Model):
    """What is checked in one kind of inspection, for a span of time."""

    kind = models.CharField("loại kiểm tra", max_length=10, choices=CheckKind)
    name = models.CharField("tên bản", max_length=120)
    effective_from = models.DateField("áp dụng từ ngày")
    effective_to = models.DateField("đến trước ngày", null=True, blank=True)

    objects = DatedQuerySet["ChecklistVersion"].as_manager()

    class Meta:
        verbose_name = "bảng kiểm"
        verbose_name_plural = "bảng kiểm"
        ordering = ["kind", "-effective_from"]
        constraints = [
            never_overlapping(
                "checklists_of_one_kind_never_overlap",
                F("kind"),
                "Loại kiểm tra này đã có bảng kiểm trong khoảng thời gian đó.",
            ),
            ends_after_it_begins("checklist_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class CheckItem(models.Model):
    """One line of a checklist: what the law asks, and where."""

    version = models.ForeignKey(ChecklistVersion, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField("thứ tự")
    code = models.CharField("mã", max_length=10)
    text = models.TextField("nội dung kiểm tra")
    citation = models.CharField("căn cứ", max_length=250)
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    rule_code = models.CharField("mã quy tắc", max_length=80, blank=True)
    penalty_code = models.CharField("mã hành vi bị phạt", max_length=20, blank=True)

    class Meta:
        verbose_name = "nội dung kiểm tra"
        verbose_name_plural = "nội dung kiểm tra"
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code"], name="a_code_stands_once_in_a_checklist"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}. {self.text[:80]}"
