"""Named questions about news rows."""

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.search import SearchVector
from django.db import connection, models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

from cityweb.core import text
from cityweb.news.states import IN_WORK, State

if TYPE_CHECKING:
    from cityweb.core.models import User

# A browser gives a sign of life every ten seconds.
STILL_HERE = timedelta(seconds=30)
MOST_WORDS = 8
MOST_MATCHES = 5_000
FOLDED_TITLE = SearchVector(
    Func(F("title"), function="core_fold", output_field=models.TextField()), config="simple"
)
_TITLED = """
    SELECT news_edition_titled(%s, (SELECT coalesce(max(id), 0) FROM news_edition), %s)
"""
# Columns are at most three levels deep (`rules.check_column_parent`), so three steps reach the top.
_UPWARDS = ("pk", "parent", "parent__parent")


class SiteQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep the sites on which something was given to `user`, if only one column."""
        if user.is_superuser:
            return self
        return self.filter(pk__in=user.editorial_rights.values("site"))

    def whole_to(self, user: "User") -> Self:
        """Keep the sites given to `user` as a whole."""
        if user.is_superuser:
            return self
        return self.filter(pk__in=user.editorial_rights.filter(column=None).values("site"))


class ColumnQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep the columns given to `user`: whole sites, and single columns with all below them."""
        if user.is_superuser:
            return self
        rights = user.editorial_rights.all()
        columns = rights.filter(column__isnull=False).values("column")
        inside = Q(site__in=rights.filter(column__isnull=True).values("site"))
        for step in _UPWARDS:
            inside |= Q(**{f"{step}__in": columns})
        return self.filter(inside)


def _on_whole_sites(rows: Any, user: "User") -> Any:
    """Keep the rows of sites given to `user` as a whole, not only a column of them."""
    if user.is_superuser:
        return rows
    return rows.filter(site__in=user.editorial_rights.filter(column=None).values("site"))


class EditionQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep the editions of the sites and columns given to `user`."""
        if user.is_superuser:
            return self
        columns = self.model._meta.get_field("main_column").related_model.objects
        return self.filter(main_column__in=columns.visible_to(user).values("pk"))

    def in_work(self) -> Self:
        """Keep the editions that have not reached the reader yet and are not discarded."""
        return self.filter(state__in=IN_WORK)

    def due(self, now: datetime) -> Self:
        """Keep the scheduled editions whose time has come."""
        return self.filter(state=State.SCHEDULED, publish_at__lte=now)

    def current(self) -> Self:
        """Keep one edition an article: the one in work, else the newest that is not discarded."""
        newest = (
            self.model.objects.filter(article=models.OuterRef("article"))
            .exclude(state=State.DISCARDED)
            .order_by("-number")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(newest))

    def titled(self, query: str) -> Self:
        """Keep the editions with every word of `query` in the title, however marked.

        The last letters of a word may be missing: people search while they type. Of words in
        very many titles the newest are found. Asks the database at once: inside a larger query
        the planner takes a rare word for a common one and reads the whole table.
        """
        words = re.findall(r"\w+", text.fold(query))[:MOST_WORDS]
        if not words:
            return self
        with connection.cursor() as cursor:
            cursor.execute(_TITLED, [" & ".join(f"'{word}':*" for word in words), MOST_MATCHES])
            found = [pk for (pk,) in cursor.fetchall()]
        return self.filter(pk__in=found)


class PresenceQuerySet(models.QuerySet[Any]):
    def here(self, now: datetime) -> Self:
        """Keep those who gave a sign of life a moment ago."""
        return self.filter(seen_at__gt=now - STILL_HERE)


class PictureQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep the pictures of the sites on which something was given to `user`."""
        if user.is_superuser:
            return self
        return self.filter(site__in=user.editorial_rights.values("site"))


class WholeSiteQuerySet(models.QuerySet[Any]):
    """Rows that only those may touch who were given the whole site."""

    def visible_to(self, user: "User") -> Self:
        return _on_whole_sites(self, user)


class ArticleQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: "User") -> Self:
        """Keep the articles with an edition that `user` may see."""
        if user.is_superuser:
            return self
        return self.filter(pk__in=self._editions().visible_to(user).values("article"))

    def with_titles(self) -> Self:
        """Add `shown_as`: the title that readers see, else that of the newest edition."""
        newest = self._editions().filter(article=models.OuterRef("pk")).order_by("-number")
        newest_title = models.Subquery(newest.values("title")[:1])
        return self.annotate(shown_as=Coalesce("live__title", newest_title))

    def _editions(self) -> Any:
        return self.model.editions.rel.related_model.objects


class LiveArticleQuerySet(models.QuerySet[Any]):
    def listed(self) -> Self:
        """Keep what belongs in lists, feeds and search: not expired."""
        return self.filter(is_listed=True)

    def on(self, site_id: int, language: str) -> Self:
        """Keep the listed articles of one site and language, newest first."""
        return self.listed().filter(site=site_id, language=language).newest()

    def newest(self) -> Self:
        return self.order_by("-published_at", "-article")

    def titled(self, query: str) -> Self:
        """Keep the articles with every word of `query` in the title, however marked."""
        editions = self.model._meta.get_field("edition").related_model.objects
        return self.filter(edition__in=editions.titled(query)) if query.strip() else self

    def cards(self) -> Self:
        """Leave the long text in the database: a card never shows it."""
        return self.defer("body", "files")


class CampaignQuerySet(WholeSiteQuerySet):
    def public(self, today: date) -> Self:
        """Keep the campaigns that readers may open: begun, also when over."""
        return self.filter(is_public=True, starts_on__lte=today)

    def running(self, today: date) -> Self:
        """Keep the public campaigns that are not over."""
        return self.public(today).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))


class PageQuerySet(WholeSiteQuerySet):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def overdue(self, today: date) -> Self:
        """Keep the pages that should have been looked at again by now."""
        return self.filter(review_on__lte=today)
