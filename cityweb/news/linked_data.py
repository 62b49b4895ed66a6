"""What a page says about itself to machines that read schema.org."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString

from cityweb.core import html
from cityweb.news.models import Column, LiveArticle, Site
from cityweb.news.models.sites import language_prefix

_CONTEXT = "https://schema.org"


def website(site: Site, language: str) -> SafeString:
    """Describe the site and how to search it."""
    home = f"{site.origin}{language_prefix(language)}/"
    return html.data_block(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "name": site.name,
            "url": home,
            "inLanguage": language,
            "publisher": _publisher(site, language),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{home}tim-kiem/?q={{search_term_string}}",
                },
                "query-input": "required name=search_term_string",
            },
        }
    )


def crumbs(site: Site, line: Iterable[tuple[str, str]]) -> SafeString:
    """Describe the way from the top to this page, given as names with paths."""
    return html.data_block({"@context": _CONTEXT, **_crumbs(site, line)})


def news_article(site: Site, live: LiveArticle, line: list[Column]) -> SafeString:
    """Describe an article and the way to it."""
    address = f"{site.origin}{live.path}"
    about: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": live.title,
        "description": live.lead,
        "inLanguage": live.language,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": timezone.localtime(live.published_at).isoformat(timespec="seconds"),
        "dateModified": timezone.localtime(live.updated_at).isoformat(timespec="seconds"),
        "isAccessibleForFree": True,
        "publisher": _publisher(site, live.language),
        "author": {"@type": "Person", "name": live.authors}
        if live.authors
        else _publisher(site, live.language),
    }
    if live.picture:
        about["image"] = [urljoin(address, live.picture["src"])]
    if line:
        about["articleSection"] = line[-1].name
    if live.tags:
        about["keywords"] = live.tags
    steps = [*((column.name, column.path) for column in line), (live.title, live.path)]
    return html.data_block({"@context": _CONTEXT, "@graph": [about, _crumbs(site, steps)]})


def _publisher(site: Site, language: str) -> dict[str, Any]:
    return _organisation(site.owner_name if language == "vi" else site.owner_name_en, site.origin)


@lru_cache(maxsize=16)
def _organisation(name: str, origin: str) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization",
        "name": name,
        "url": f"{origin}/",
        "logo": urljoin(origin, static("img/icon-512.png")),
    }


def _crumbs(site: Site, line: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": site.origin + path}
            for number, (name, path) in enumerate(line, start=1)
        ],
    }
