"""Captures that were asked for: who asked, how far each has come, what replay said of it."""

import uuid

from django.conf import settings
from django.db import models

from advertising.models.inspections import Inspection
from advertising.querysets import BelowInspection


class Capture(models.Model):
    """One page to be kept as evidence of an inspection. Its exhibits carry the same `key`."""

    class State(models.TextChoices):
        ASKED = "asked", "Chờ chụp"
        RUNNING = "running", "Đang chụp"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Không chụp được"

    class Replay(models.TextChoices):
        """Whether the archive, shown again, gives the stored picture."""

        UNTRIED = "", "Chưa xem lại"
        MATCHES = "matches", "Bản lưu khớp ảnh đã chụp"
        DIFFERS = "differs", "Bản lưu khác ảnh đã chụp: phải xem kỹ"

    key = models.UUIDField("lần chụp", default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="captures", verbose_name="cuộc kiểm tra"
    )
    url = models.TextField("địa chỉ trang")
    more_urls = models.JSONField(
        "các trang khác", default=list, db_default=models.Value([], models.JSONField())
    )
    """Further pages of the same capture, in order."""
    follows = models.PositiveSmallIntegerField("số trang theo liên kết", default=0, db_default=0)
    """How many pages to which the first one links are captured too."""
    purpose = models.CharField("vì sao chụp", max_length=200, blank=True, db_default="")
    measures = models.BooleanField("đo cách tắt quảng cáo", default=True)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("yêu cầu lúc")
    started_at = models.DateTimeField("bắt đầu lúc", null=True)
    tries = models.PositiveSmallIntegerField("số lần thử", default=0)
    beat_at = models.DateTimeField("máy chụp còn chạy lúc", null=True)
    """The worker says so again and again; one that falls silent has died."""
    ended_at = models.DateTimeField("xong lúc", null=True)
    problem = models.TextField("vì sao không được", blank=True)
    replay = models.CharField("xem lại", max_length=10, choices=Replay, blank=True)
    findings = models.JSONField("kết quả đo", default=list)
    """Verdicts as they were on the day: leads that an officer confirms."""

    objects = BelowInspection.as_manager()

    class Meta:
        verbose_name = "lần chụp trang"
        verbose_name_plural = "lần chụp trang"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["beat_at"],
                condition=models.Q(state__in=["asked", "running"]),
                name="captures_in_hand",
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def urls(self) -> list[str]:
        return [self.url, *self.more_urls]

    @property
    def failures(self) -> list[dict[str, str]]:
        """Return the verdicts that say that a rule was broken."""
        return [row for row in self.findings if row["result"] == "fail"]

    @property
    def leads(self) -> list[dict[str, str]]:
        """Return what points to special goods, by words in an advertisement."""
        return [row for row in self.findings if row["result"] == "lead"]
