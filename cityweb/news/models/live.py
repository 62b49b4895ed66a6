"""What readers get: one flat row for each article on the site, and its places in the columns.

Written only by `cityweb.news.live`, in the transaction that changes the edition's state.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from cityweb.news.models.articles import Article, Edition
from cityweb.news.models.columns import Column
from cityweb.news.models.sites import Language, Site, language_prefix
from cityweb.news.querysets import LiveArticleQuerySet


class LiveArticle(models.Model):
    """All that an article page or a card shows, without a join."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="live", verbose_name="bài viết"
    )
    edition = models.OneToOneField(Edition, models.CASCADE, related_name="+")
    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=Language)
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=250)
    lead = models.TextField(blank=True)
    body = models.TextField(blank=True)
    main_column = models.ForeignKey(Column, models.PROTECT, related_name="+")
    column_ids = ArrayField(models.BigIntegerField(), default=list)
    authors = models.CharField(max_length=200, blank=True)
    source_name = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    # {"src", "srcset", "width", "height", "alt", "caption", "credit"} or empty.
    picture = models.JSONField(default=dict, blank=True)
    tags = ArrayField(models.CharField(max_length=60), default=list)
    related_ids = ArrayField(models.BigIntegerField(), default=list)
    # [{"url", "title", "size"}]
    files = models.JSONField(default=list, blank=True)
    correction_note = models.CharField(max_length=300, blank=True)
    # Set when the article expired: still readable at its address, no longer in any list.
    expired_note = models.CharField(max_length=300, blank=True)
    is_listed = models.BooleanField(default=True)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = LiveArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "bài đang đăng"
        verbose_name_plural = "bài đang đăng"
        indexes = [
            models.Index(
                fields=["site", "language", "-published_at", "-article"],
                condition=models.Q(is_listed=True),
                name="live_article_newest",
            ),
            # Campaigns find their articles by tag.
            GinIndex(fields=["tags"], name="live_article_tags"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """The address on its site, stable for ever: the number finds it, the words explain it."""
        return f"{language_prefix(self.language)}/bai-viet/{self.article_id}-{self.slug}/"


class Placement(models.Model):
    """An article stands in a column: its own, its extra ones, and every column above them."""

    column = models.ForeignKey(Column, models.CASCADE, related_name="+")
    live = models.ForeignKey(LiveArticle, models.CASCADE, related_name="placements")
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = "vị trí trong chuyên mục"
        verbose_name_plural = "vị trí trong chuyên mục"
        constraints = [
            models.UniqueConstraint(fields=["live", "column"], name="one_placement_a_column"),
        ]
        indexes = [
            models.Index(fields=["column", "-published_at", "-live"], name="placement_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.column_id}: {self.live_id}"
