"""Static pages in a tree, each with an owner and a day to look at it again; old addresses."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from cityweb.news.models.sites import Language, Site, language_prefix
from cityweb.news.querysets import PageQuerySet


@pghistory.track()
class Page(models.Model):
    """A page of standing information."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="pages", verbose_name="trang")
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default=Language.VI)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trang cha",
    )
    title = models.CharField("tiêu đề", max_length=200)
    slug = models.SlugField("đường dẫn", max_length=100)
    lead = models.TextField("tóm tắt", max_length=500, blank=True)
    body = models.TextField("nội dung", blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)
    is_public = models.BooleanField("công khai", default=False)
    is_in_footer = models.BooleanField("liên kết ở chân trang", default=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người phụ trách",
    )
    review_on = models.DateField("rà soát lại trước ngày", null=True, blank=True)
    updated_at = models.DateTimeField("cập nhật", auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = "trang thông tin tĩnh"
        verbose_name_plural = "trang thông tin tĩnh"
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "slug"],
                name="one_page_a_slug",
                violation_error_message="Trang này đã có nội dung với đường dẫn đó.",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="page_is_not_its_own_parent",
                violation_error_message="Trang không thể nằm trong chính nó.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """The address on its site."""
        return f"{language_prefix(self.language)}/trang/{self.slug}/"


class Redirect(models.Model):
    """An address that moved, kept for ever."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="redirects", verbose_name="trang")
    old_path = models.CharField("địa chỉ cũ", max_length=250)
    new_path = models.CharField("địa chỉ mới", max_length=250)
    created_at = models.DateTimeField("từ lúc", auto_now_add=True)

    class Meta:
        verbose_name = "chuyển hướng"
        verbose_name_plural = "chuyển hướng"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "old_path"],
                name="one_redirect_an_address",
                violation_error_message="Địa chỉ cũ này đã có chuyển hướng.",
            ),
            models.CheckConstraint(
                condition=~Q(old_path=F("new_path")),
                name="redirect_leads_elsewhere",
                violation_error_message="Địa chỉ mới phải khác địa chỉ cũ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"
