"""What reaches the office before there is a case: reports of citizens, the watch, other bodies."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from advertising.life import SignalState
from advertising.models.inspections import Inspection
from advertising.models.parties import AdSite
from advertising.querysets import SignalQuerySet


@pghistory.track()
class Signal(models.Model):
    """One sign that something is wrong on a website, from its arrival to what became of it."""

    class Source(models.TextChoices):
        REPORT = "report", "Phản ánh của người dân"
        WATCH = "watch", "Kết quả theo dõi"
        REQUEST = "request", "Đề nghị của cơ quan khác"

    source = models.CharField("nguồn", max_length=10, choices=Source)
    report_code = models.CharField("mã phản ánh", max_length=20, blank=True)
    site = models.ForeignKey(AdSite, models.PROTECT, related_name="signals", verbose_name="website")
    url = models.CharField("địa chỉ trang", max_length=2000, blank=True)
    words = models.TextField("nội dung")
    state = models.CharField(
        "trạng thái", max_length=10, choices=SignalState, default=SignalState.NEW
    )
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("ghi lúc")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    outcome = models.TextField("kết quả xem xét", blank=True)
    letter = models.OneToOneField("core.Paper", models.PROTECT, null=True, related_name="+")
    inspection = models.OneToOneField(
        Inspection, models.PROTECT, null=True, related_name="signal", verbose_name="cuộc kiểm tra"
    )
    ended_at = models.DateTimeField("xong lúc", null=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        verbose_name = "tin báo"
        verbose_name_plural = "tin báo"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report_code"], condition=~Q(report_code=""),
                name="a_report_becomes_one_signal",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["guidance", "heeded"]) | Q(letter__isnull=False),
                name="guidance_is_given_in_a_letter",
            ),
            models.CheckConstraint(
                condition=~Q(state="case_open") | Q(inspection__isnull=False),
                name="a_signal_that_became_a_case_names_it",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"TB-{self.pk}"
