"""What is kept of each site for years: its days hour by hour, and pages of its incidents."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from members.models.incidents import Incident
from members.models.rounds import PageCopy
from members.models.sites import MemberSite
from members.verdicts.levels import Level

HOURS = 24


def hourly(name: str) -> Any:
    """Return the field of one number for each hour of a day."""
    return ArrayField(models.PositiveIntegerField(), size=HOURS, verbose_name=name)


class SiteDay(models.Model):
    """One day of a site: how the visits of each hour went, and how it stood at worst."""

    site = models.ForeignKey(MemberSite, models.CASCADE, related_name="days")
    day = models.DateField("ngày")
    level = models.CharField("mức", max_length=20, choices=Level, blank=True)
    asked = hourly("số lần hỏi từng giờ")
    failed = hourly("số lần lỗi từng giờ")
    answer_ms = hourly("thời gian trả lời từng giờ (ms)")

    class Meta:
        verbose_name = "ngày của website"
        verbose_name_plural = "ngày của website"
        constraints = [
            models.UniqueConstraint(fields=["site", "day"], name="day_is_rolled_once"),
        ]
        indexes = [models.Index(fields=["day"], name="rolled_by_day")]

    def __str__(self) -> str:
        return f"{self.site} {self.day:%d/%m/%Y}"


class Moment(models.TextChoices):
    """When a page looked so, seen from an incident."""

    BEFORE = "before", "Trước sự cố"
    OPENING = "opening", "Khi có sự cố"


class Snapshot(models.Model):
    """A page that is kept because of an incident, as long as the incident is."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="snapshots")
    copy = models.ForeignKey(PageCopy, models.PROTECT, related_name="snapshots")
    moment = models.CharField("lúc", max_length=10, choices=Moment)

    class Meta:
        verbose_name = "trang lúc có sự cố"
        verbose_name_plural = "trang lúc có sự cố"
        constraints = [
            models.UniqueConstraint(fields=["incident", "moment"], name="moment_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.get_moment_display()}"
