"""The top of the home page, composed by hand where it matters and by date where not."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cityweb.news.models.articles import Article
from cityweb.news.models.sites import Language, Site
from cityweb.news.querysets import WholeSiteQuerySet

HERO_SLOTS = 5


@pghistory.track()
class HeroSlot(models.Model):
    """An article pinned to a place of the home page for a time; free places take the newest."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="hero_slots", verbose_name="trang")
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default=Language.VI)
    position = models.PositiveSmallIntegerField(
        "vị trí", choices=[(n, f"Vị trí {n}") for n in range(1, HERO_SLOTS + 1)]
    )
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="hero_slots", verbose_name="bài viết"
    )
    starts_at = models.DateTimeField("ghim từ")
    ends_at = models.DateTimeField("ghim đến", null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = WholeSiteQuerySet.as_manager()

    class Meta:
        verbose_name = "bài ghim trang chủ"
        verbose_name_plural = "bài ghim trang chủ"
        ordering = ["site", "language", "position", "-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="hero_slot_ends_after_it_starts",
                violation_error_message="Giờ kết thúc ghim phải sau giờ bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"Vị trí {self.position}"
