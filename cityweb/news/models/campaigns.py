"""Topical campaigns: a page of its own on one policy, from one day to another."""

from datetime import date

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cityweb.news.models.articles import Article
from cityweb.news.models.columns import Column
from cityweb.news.models.pictures import Picture
from cityweb.news.models.sites import Language, Site, language_prefix
from cityweb.news.querysets import CampaignQuerySet


@pghistory.track()
class Campaign(models.Model):
    """A campaign page with picked articles first, then those its rule finds."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="campaigns", verbose_name="trang")
    language = models.CharField("ngôn ngữ", max_length=2, choices=Language, default=Language.VI)
    title = models.CharField("tên chuyên đề", max_length=200)
    slug = models.SlugField("đường dẫn", max_length=100)
    lead = models.TextField("giới thiệu", max_length=1000)
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hình"
    )
    starts_on = models.DateField("bắt đầu")
    ends_on = models.DateField("kết thúc", null=True, blank=True)
    is_public = models.BooleanField("công khai", default=False)
    auto_tags = ArrayField(
        models.CharField(max_length=60),
        default=list,
        blank=True,
        verbose_name="tự chọn bài có từ khóa",
    )
    auto_column = models.ForeignKey(
        Column,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tự chọn bài trong chuyên mục",
    )
    banner_text = models.CharField(
        "lời trên biểu ngữ",
        max_length=120,
        help_text="Website thành viên đặt biểu ngữ này, dẫn về trang chuyên đề.",
    )
    banner_picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="hình biểu ngữ",
    )
    picks = models.ManyToManyField(Article, through="CampaignPick", related_name="campaigns")

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyên đề"
        verbose_name_plural = "chuyên đề"
        ordering = ["-starts_on", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language", "slug"],
                name="one_campaign_a_slug",
                violation_error_message="Trang này đã có chuyên đề với đường dẫn đó.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaign_ends_after_it_starts",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """The address on its site."""
        return f"{language_prefix(self.language)}/chuyen-de/{self.slug}/"

    def is_over(self, today: date) -> bool:
        """Tell whether the campaign's last day has passed."""
        return self.ends_on is not None and self.ends_on < today


class CampaignPick(models.Model):
    """An article chosen by hand for a campaign, in its place."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="picked")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name="bài viết")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "bài chọn"
        verbose_name_plural = "bài chọn"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "article"], name="one_pick_an_article"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign}: {self.article}"
