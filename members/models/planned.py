"""Times at which a site is down because somebody planned it."""

from datetime import datetime

import pghistory
from django.db import models
from django.db.models import F, Q

from members import windows
from members.models.people import Contact
from members.models.sites import MemberSite


@pghistory.track()
class MaintenanceWindow(models.Model):
    """A planned outage, once or again and again: what fails then is nobody's fault."""

    site = models.ForeignKey(
        MemberSite, models.CASCADE, related_name="maintenance", verbose_name="website"
    )
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc")
    repeats = models.CharField(
        "lặp lại", max_length=10, choices=windows.Repeats, default=windows.Repeats.ONCE
    )
    until = models.DateField(
        "lặp đến hết ngày", null=True, blank=True, help_text="Để trống: lặp cho đến khi xóa."
    )
    reason = models.CharField("nội dung", max_length=250)
    announced_at = models.DateTimeField("đơn vị báo lúc", null=True, editable=False)
    announced_by = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="người báo",
    )
    is_late = models.BooleanField("báo trễ hạn", default=False, editable=False)

    class Meta:
        verbose_name = "lịch bảo trì"
        verbose_name_plural = "lịch bảo trì"
        ordering = ["site", "starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="maintenance_ends_after_it_begins",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.reason

    def covers(self, moment: datetime) -> bool:
        """Tell whether the outage is planned for that moment."""
        return windows.covers(
            windows.Window(self.starts_at, self.ends_at, windows.Repeats(self.repeats), self.until),
            moment,
        )
