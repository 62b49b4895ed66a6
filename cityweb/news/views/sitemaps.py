"""Sitemaps: an index, the standing pages, the articles in shards, and the news of two days."""

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cityweb.core.text import clean
from cityweb.news.reports import sitemaps
from cityweb.news.views import answers

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS_SPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Name the other sitemaps; a shard without articles is not named."""
    origin = request.site.origin
    found: list[sitemaps.Entry] = [("/sitemap-trang.xml", None), ("/sitemap-tin-moi.xml", None)]
    found += [
        (f"/sitemap-bai-viet-{number}.xml", changed)
        for number, changed in sitemaps.shards(request.site.pk)
    ]
    found += [(path, None) for path in settings.MORE_SITEMAPS]
    rows = "".join(_entry("sitemap", origin, path, changed) for path, changed in found)
    return _xml(f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n")


@require_safe
def standing(request: HttpRequest) -> HttpResponse:
    return _urlset(request, sitemaps.standing(request.site, timezone.localtime()))


@require_safe
def articles(request: HttpRequest, shard: int) -> HttpResponse:
    found = list(sitemaps.articles(request.site.pk, shard))
    if not found:
        raise Http404("no articles in this shard")
    return _urlset(request, found)


@require_safe
def recent(request: HttpRequest) -> HttpResponse:
    """Name the news of the last two days, in the form news aggregators ask for."""
    origin, name = request.site.origin, escape(clean(request.site.name))
    rows = "".join(
        f"<url><loc>{escape(origin + entry.path)}</loc><news:news>"
        f"<news:publication><news:name>{name}</news:name>"
        f"<news:language>{entry.language}</news:language></news:publication>"
        f"<news:publication_date>{_moment(entry.published_at)}</news:publication_date>"
        f"<news:title>{escape(clean(entry.title))}</news:title></news:news></url>\n"
        for entry in sitemaps.recent(request.site.pk, timezone.now())
    )
    # The protocol allows no empty list.
    rows = rows or _entry("url", origin, "/", None)
    return _xml(f"{_HEAD}<urlset {_SPACE} {_NEWS_SPACE}>\n{rows}</urlset>\n")


def _urlset(request: HttpRequest, entries: Iterable[sitemaps.Entry]) -> HttpResponse:
    origin = request.site.origin
    rows = "".join(_entry("url", origin, path, changed) for path, changed in entries)
    return _xml(f"{_HEAD}<urlset {_SPACE}>\n{rows}</urlset>\n")


def _entry(tag: str, origin: str, path: str, changed: datetime | None) -> str:
    lastmod = f"<lastmod>{_moment(changed)}</lastmod>" if changed else ""
    return f"<{tag}><loc>{escape(origin + path)}</loc>{lastmod}</{tag}>\n"


def _moment(value: datetime) -> str:
    return timezone.localtime(value).isoformat(timespec="seconds")


def _xml(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/xml; charset=utf-8")
    response.headers["Cache-Control"] = answers.KEEP_FEED
    return response
