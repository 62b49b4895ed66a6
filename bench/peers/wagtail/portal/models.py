"""Three page types, written as the Wagtail tutorial writes a blog."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.fields import RichTextField
from wagtail.images.models import Image
from wagtail.models import Page
from wagtail.search import index

PER_PAGE = 20
HERO = 5
PER_COLUMN = 4
RELATED = 5


class HomePage(Page):
    """The front page: the newest articles, then a few from each column."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        columns = list(ColumnPage.objects.child_of(self).live().order_by("path"))
        context["hero"] = with_pictures(newest(ArticlePage.objects.descendant_of(self)))[:HERO]
        context["columns"] = [
            {"page": column, "articles": newest(ArticlePage.objects.child_of(column))[:PER_COLUMN]}
            for column in columns
        ]
        return context


class ColumnPage(Page):
    """A column: its articles, newest first, in numbered pages."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = with_pictures(newest(ArticlePage.objects.child_of(self)))
        context["articles"] = Paginator(articles, PER_PAGE).get_page(request.GET.get("page"))
        return context


class Author(models.Model):
    """Who signs an article."""

    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class ArticleTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(
        "ArticlePage", related_name="tagged_items", on_delete=models.CASCADE
    )


class ArticlePage(Page):
    """An article with lead, picture, body, authors, tags and its newest neighbours."""

    date = models.DateTimeField(db_index=True)
    lead = models.TextField(blank=True)
    body = RichTextField(blank=True)
    source_url = models.URLField(blank=True)
    lead_image = models.ForeignKey(
        Image, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    authors = ParentalManyToManyField(Author, blank=True)
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        neighbours = ArticlePage.objects.sibling_of(self, inclusive=False)
        context["related"] = newest(neighbours)[:RELATED]
        context["breadcrumbs"] = self.get_ancestors().filter(depth__gt=1)
        return context


def newest(articles: Any) -> Any:
    return articles.live().order_by("-date")


def with_pictures(articles: Any) -> Any:
    return articles.select_related("lead_image").prefetch_related("lead_image__renditions")
