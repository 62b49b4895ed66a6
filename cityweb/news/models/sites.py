"""The sites the office runs, and who may work on which site and column."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from cityweb.news.querysets import SiteQuerySet, WholeSiteQuerySet


class Language(models.TextChoices):
    VI = "vi", "Tiếng Việt"
    EN = "en", "Tiếng Anh"


def language_prefix(language: str) -> str:
    """Return what an address in this language begins with: nothing for Vietnamese."""
    return "" if language == "vi" else f"/{language}"


@pghistory.track()
class Site(models.Model):
    """A public site, chosen by the host name of the request."""

    code = models.SlugField("mã", max_length=20, unique=True)
    host = models.CharField("tên miền", max_length=120, unique=True)
    is_default = models.BooleanField("trả lời mọi tên miền khác", default=False)
    name = models.CharField("tên trang", max_length=120)
    name_en = models.CharField("tên tiếng Anh", max_length=120)
    owner_name = models.CharField("tên cơ quan", max_length=200)
    owner_name_en = models.CharField("tên cơ quan (tiếng Anh)", max_length=200)
    tagline = models.CharField("dòng giới thiệu", max_length=200)
    tagline_en = models.CharField("dòng giới thiệu (tiếng Anh)", max_length=200)
    responsible_person = models.CharField("người chịu trách nhiệm chính", max_length=200)
    address = models.CharField("địa chỉ", max_length=250)
    phone = models.CharField("điện thoại", max_length=40)
    email = models.EmailField("thư điện tử")

    objects = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = "trang"
        verbose_name_plural = "trang"
        ordering = ["-is_default", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="one_default_site"
            ),
            models.CheckConstraint(
                condition=Q(host__regex=r"^[a-z0-9.-]+$"),
                name="site_host_is_a_plain_host_name",
                violation_error_message="Tên miền chỉ gồm chữ thường, số, dấu chấm và gạch nối.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def origin(self) -> str:
        """The site's own address without a trailing slash."""
        return f"{settings.PUBLIC_SCHEME}://{self.host}{settings.PUBLIC_PORT}"


@pghistory.track()
class EditorialRight(models.Model):
    """A person may work on one site: all of it, or one column with what is below it.

    What they may do there (write, approve) follows from the role they hold.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="editorial_rights",
        verbose_name="người dùng",
    )
    site = models.ForeignKey(Site, models.CASCADE, related_name="rights", verbose_name="trang")
    column = models.ForeignKey(
        "news.Column",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="rights",
        verbose_name="chuyên mục",
        help_text="Để trống: cả trang.",
    )

    objects = WholeSiteQuerySet.as_manager()

    class Meta:
        verbose_name = "phạm vi biên tập"
        verbose_name_plural = "phạm vi biên tập"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "site", "column"],
                nulls_distinct=False,
                name="one_editorial_right_a_scope",
                violation_error_message="Người này đã có phạm vi này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.column or self.site}"
