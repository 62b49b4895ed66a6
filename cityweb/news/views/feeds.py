"""RSS 2.0 of the site and of each column."""

from typing import Any
from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Enclosure, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import conditional_page, require_safe

from cityweb.core import html
from cityweb.core.text import clean
from cityweb.news.models import LiveArticle, Site
from cityweb.news.models.sites import language_prefix
from cityweb.news.reports import columns
from cityweb.news.views import answers

SIZE = 30


class ArticleFeed(Rss201rev2Feed):
    """RSS 2.0 that carries the whole text in `content:encoded`."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


@conditional_page
@require_safe
def feed(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Return the newest articles of the column with this slug, or of the whole site."""
    site, language = request.site, get_language()
    column = columns.column_by_slug(site.pk, language, slug) if slug else None
    if slug and column is None:
        raise Http404("no such column")
    home = f"{language_prefix(language)}/"
    found = ArticleFeed(
        title=f"{column.name} – {site.name}" if column else site.name,
        link=f"{site.origin}{column.path if column else home}",
        description=(column.description or column.name) if column else _tagline(site, language),
        language=language,
        feed_url=f"{site.origin}{request.path}",
        feed_copyright=site.owner_name if language == "vi" else site.owner_name_en,
        ttl="30",
    )
    for live in columns.newest(site.pk, language, column, size=SIZE):
        _add(found, site, live)
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    found.write(response, "utf-8")
    response.headers["Cache-Control"] = answers.KEEP_FEED
    return response


def _tagline(site: Site, language: str) -> str:
    return site.tagline if language == "vi" else site.tagline_en


def _add(found: ArticleFeed, site: Site, live: LiveArticle) -> None:
    address = f"{site.origin}{live.path}"
    found.add_item(
        title=clean(live.title),
        link=address,
        # Readers take a description for HTML, and the lead is plain text.
        description=escape(clean(live.lead)),
        # The slug may change, the number does not: readers never get an article twice.
        unique_id=f"{site.origin}/bai-viet/{live.pk}/",
        unique_id_is_permalink=True,
        author_name=None,
        pubdate=timezone.localtime(live.published_at),
        updateddate=timezone.localtime(live.updated_at),
        categories=live.tags,
        enclosures=_picture(address, live),
        content=clean(html.for_elsewhere(live.body, site.origin)),
    )


def _picture(address: str, live: LiveArticle) -> list[Enclosure]:
    if not live.picture:
        return []
    # The length is unknown here; RSS asks for one, and readers accept 0 as “not told”.
    return [Enclosure(urljoin(address, live.picture["src"]), "0", "image/webp")]
