"""Requests to take an advertisement down, and the proof that it is gone."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from advertising.models.evidence import EvidenceItem
from advertising.models.inspections import Inspection
from advertising.querysets import BelowInspection


@pghistory.track()
class Takedown(models.Model):
    """One request; its clock begins when it was received, and is as long as the law of the day."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="takedowns")
    url = models.CharField("địa chỉ quảng cáo, trang", max_length=2000)
    what = models.TextField("nội dung phải gỡ")
    received_at = models.DateTimeField("bên được yêu cầu nhận lúc")
    paper = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField("gỡ lúc", null=True)
    proof = models.ForeignKey(
        EvidenceItem, models.PROTECT, null=True, related_name="+", verbose_name="chứng cứ"
    )

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "yêu cầu gỡ quảng cáo"
        verbose_name_plural = "yêu cầu gỡ quảng cáo"
        ordering = ["inspection", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, proof__isnull=True)
                | Q(removed_at__isnull=False, proof__isnull=False),
                name="what_was_taken_down_is_proven",
            ),
        ]

    def __str__(self) -> str:
        return f"Gỡ {self.url[:80]}"
