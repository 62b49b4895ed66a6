"""The columns of a site, in a tree."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cityweb.news.models.sites import Language, Site, language_prefix
from cityweb.news.querysets import ColumnQuerySet


@pghistory.track()
class Column(models.Model):
    """A section of a site in one language; articles in it show in the columns above it too."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="columns", verbose_name="trang")
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default=Language.VI)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="chuyên mục cha",
    )
    name = models.CharField("tên", max_length=120)
    slug = models.SlugField("đường dẫn", max_length=80)
    description = models.CharField("mô tả", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)
    is_in_menu = models.BooleanField("trên thanh điều hướng", default=True)
    home_position = models.PositiveSmallIntegerField(
        "thứ tự khối trang chủ", null=True, blank=True, help_text="Để trống: không có khối riêng."
    )

    objects = ColumnQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyên mục"
        verbose_name_plural = "chuyên mục"
        ordering = ["site", "language", "position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "slug"],
                name="one_column_a_slug",
                violation_error_message="Trang này đã có chuyên mục với đường dẫn đó.",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="column_is_not_its_own_parent",
                violation_error_message="Chuyên mục không thể nằm trong chính nó.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """The address on its site."""
        return f"{language_prefix(self.language)}/chuyen-muc/{self.slug}/"

    @property
    def feed_path(self) -> str:
        """The address of its RSS feed."""
        return f"{language_prefix(self.language)}/rss/{self.slug}/"
