"""The register of member sites: whose they are, where they are, how often they must have news."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from members.querysets import MemberSiteQuerySet

WEB = URLValidator(
    schemes=["http", "https"], message="Ghi địa chỉ bắt đầu bằng http:// hoặc https://."
)
MOST_CHARACTERS = 500
SHORTEST_INTERVAL = 5


def rising(name: str) -> models.CheckConstraint:
    """Return the constraint that of three limits none is shorter than the one before it."""
    # Where a limit is empty the comparison is neither true nor false, and so forbids nothing.
    return models.CheckConstraint(
        condition=Q(warn_days__lt=F("stale_days"))
        & Q(stale_days__lt=F("alarm_days"))
        & Q(warn_days__lt=F("alarm_days")),
        name=name,
        violation_error_message="Ba hạn cập nhật tin phải tăng dần: nhắc, quá hạn, báo động.",
    )


class Limited(models.Model):
    """Own limits of silence; what is empty follows the rule above it."""

    warn_days = models.PositiveSmallIntegerField(
        "nhắc sau (ngày)", null=True, blank=True, help_text="Để trống: theo quy tắc chung."
    )
    stale_days = models.PositiveSmallIntegerField("quá hạn sau (ngày)", null=True, blank=True)
    alarm_days = models.PositiveSmallIntegerField("báo động sau (ngày)", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def own_limits(self) -> tuple[int | None, int | None, int | None]:
        return self.warn_days, self.stale_days, self.alarm_days


@pghistory.track()
class MemberSite(Limited):
    """A website of the city's family. It is never deleted: when its body ends, it is archived."""

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên website", max_length=200)
    organisation = models.ForeignKey(
        "core.Organisation",
        models.PROTECT,
        related_name="member_sites",
        verbose_name="đơn vị quản lý",
    )
    home_url = models.CharField(
        "địa chỉ trang chủ", max_length=MOST_CHARACTERS, unique=True, validators=[WEB]
    )
    feed_url = models.CharField(
        "địa chỉ RSS", max_length=MOST_CHARACTERS, blank=True, validators=[WEB]
    )
    sitemap_url = models.CharField(
        "địa chỉ sitemap", max_length=MOST_CHARACTERS, blank=True, validators=[WEB]
    )
    platform = models.CharField("nền tảng", max_length=80, blank=True)
    builder = models.CharField("đơn vị xây dựng", max_length=120, blank=True)
    tags = ArrayField(
        models.CharField(max_length=40), verbose_name="nhãn", default=list, blank=True
    )
    interval_minutes = models.PositiveSmallIntegerField(
        "kiểm tra mỗi (phút)", default=30, validators=[MinValueValidator(SHORTEST_INTERVAL)]
    )
    archived_on = models.DateField(
        "lưu trữ từ ngày",
        null=True,
        blank=True,
        help_text="Từ ngày này website không còn được kiểm tra, nhắc nhở.",
    )

    objects = MemberSiteQuerySet.as_manager()

    class Meta:
        verbose_name = "website thành viên"
        verbose_name_plural = "website thành viên"
        ordering = ["code"]
        constraints = [
            rising("site_limits_rise"),
            models.CheckConstraint(
                condition=Q(interval_minutes__gte=SHORTEST_INTERVAL),
                name="site_is_not_asked_too_often",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_archived(self) -> bool:
        return self.archived_on is not None and self.archived_on <= timezone.localdate()


@pghistory.track()
class Section(Limited):
    """A section with duties of its own: its news are due even when other sections have some."""

    site = models.ForeignKey(
        MemberSite, models.CASCADE, related_name="sections", verbose_name="website"
    )
    name = models.CharField("chuyên mục", max_length=120)
    url = models.CharField("địa chỉ", max_length=MOST_CHARACTERS, validators=[WEB])

    class Meta:
        verbose_name = "chuyên mục phải cập nhật"
        verbose_name_plural = "chuyên mục phải cập nhật"
        ordering = ["site", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "name"],
                name="section_is_listed_once",
                violation_error_message="Chuyên mục này đã có trong danh sách.",
            ),
            rising("section_limits_rise"),
        ]

    def __str__(self) -> str:
        return self.name
