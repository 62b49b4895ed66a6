"""What search reads: one narrow row an article, and the words it may suggest.

Written only by `cityweb.news.search`, in the transaction that changes what readers get.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from cityweb.news.models.live import LiveArticle
from cityweb.news.models.sites import Language, Site


class SearchEntry(models.Model):
    """A listed article as search sees it."""

    live = models.OneToOneField(LiveArticle, models.CASCADE, primary_key=True, related_name="+")
    site = models.ForeignKey(Site, models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=2, choices=Language)
    column_ids = ArrayField(models.BigIntegerField(), default=list)
    published_at = models.DateTimeField()
    # One article in sixty-four: a small index that tells at once how common a condition is.
    is_sample = models.BooleanField(default=False)
    # See `cityweb.news.search.lexemes` for what these two hold.
    head = SearchVectorField()
    body = ArrayField(models.IntegerField())

    class Meta:
        verbose_name = "mục tìm kiếm"
        verbose_name_plural = "mục tìm kiếm"
        indexes = [
            models.Index(
                fields=["site", "language", "-published_at", "-live"], name="search_entry_newest"
            ),
            GinIndex(fields=["head", "body"], name="search_entry_words"),
            GinIndex(
                fields=["head", "body"],
                condition=models.Q(is_sample=True),
                name="search_entry_sample",
            ),
        ]

    def __str__(self) -> str:
        return f"Mục tìm kiếm {self.pk}"


class SearchTerm(models.Model):
    """A word, or two neighbours, that stands in some title: what a reader may have meant."""

    scope = models.CharField(max_length=12)
    folded = models.CharField(max_length=40)
    shown = models.CharField(max_length=40)
    # The folded term itself and what is left of it when any one letter is taken away:
    # two terms that share one of these are about one slip of the hand apart.
    near = ArrayField(models.CharField(max_length=40))

    class Meta:
        verbose_name = "từ gợi ý"
        verbose_name_plural = "từ gợi ý"
        constraints = [
            models.UniqueConstraint(fields=["scope", "shown"], name="one_search_term_a_spelling"),
        ]
        indexes = [GinIndex(fields=["near"], name="search_term_near")]

    def __str__(self) -> str:
        return self.shown
