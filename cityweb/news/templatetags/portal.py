"""What every public page shows around its content, and how dates are said.

Header, menu and footer change only with the columns and pages they name, so each process draws
them once for every list that `nav` remembers, and again as soon as `nav` has read anew.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cityweb.core import html
from cityweb.news import nav, wording
from cityweb.news.models import Column
from cityweb.news.models.sites import Language, language_prefix

register = template.Library()

_drawn: dict[tuple[object, ...], tuple[tuple[object, ...], SafeString]] = {}


@register.simple_tag(takes_context=True)
def portal_head(context: dict[str, Any]) -> SafeString:
    """Draw the links to styles, icons and the feed."""
    return _draw("parts/head.html", context["request"].site)


@register.simple_tag(takes_context=True)
def portal_tools(context: dict[str, Any]) -> SafeString:
    """Draw the links that every official portal has at the top, and how the page may look."""
    return _draw("parts/tools.html", context["request"].site)


@register.simple_tag(takes_context=True)
def portal_header(context: dict[str, Any]) -> SafeString:
    """Draw the name, the search field and the menu; `current` marks where the reader is."""
    return _draw("parts/header.html", context["request"].site, context.get("current"))


@register.simple_tag(takes_context=True)
def portal_footer(context: dict[str, Any]) -> SafeString:
    """Draw who publishes the site, who answers for it, and how to reach them."""
    return _draw("parts/footer.html", context["request"].site)


def _draw(name: str, site: Any, current: object = None) -> SafeString:
    language = get_language()
    columns = nav.columns(site.pk, language)
    pages = nav.footer_pages(site.pk, language)
    sources = (site, columns, pages)
    key = (name, site.pk, language, current)
    known = _drawn.get(key)
    # The very same objects: `nav` has not read anew since.
    if known and all(old is new for old, new in zip(known[0], sources, strict=True)):
        return known[1]
    drawn = render_to_string(name, _facts(site, language, columns, pages, current))
    _drawn[key] = (sources, drawn)
    return drawn


def _facts(
    site: Any, language: str, columns: dict[int, Column], pages: list[Any], current: object
) -> dict[str, Any]:
    tops = [column for column in columns.values() if column.parent_id is None]
    is_english = language == Language.EN
    return {
        "site": site,
        "language": language,
        "prefix": language_prefix(language),
        "owner_name": site.owner_name_en if is_english else site.owner_name,
        "tagline": site.tagline_en if is_english else site.tagline,
        "menu": [column for column in tops if column.is_in_menu],
        "tree": [
            (top, [column for column in columns.values() if column.parent_id == top.pk])
            for top in tops
        ],
        "pages": pages,
        "about": next((page for page in pages if page.slug in nav.ABOUT_SLUGS), None),
        "current": current,
        "year": timezone.localdate().year,
    }


@register.simple_tag(takes_context=True)
def other_language(context: dict[str, Any]) -> dict[str, str] | None:
    """Return code, name and address of this page in the other language, or of its home page."""
    here = get_language()
    there = Language.EN if here == Language.VI else Language.VI
    if not nav.columns(context["request"].site.pk, there.value):
        return None
    path = context.get("translation_path") or f"{language_prefix(there)}/"
    return {"code": there.value, "name": wording.LANGUAGE_NAMES[there.value], "path": path}


@register.filter
def safe_html(value: str) -> SafeString:
    """Print text that editors wrote as HTML, cleaned once more."""
    return html.safe(value)


@register.filter
def in_words(value: datetime | date) -> str:
    """Say a day as a reader would: “thứ Hai 23/11/2026”."""
    return wording.day_in_words(_local_day(value), get_language())


@register.filter
def day(value: datetime | date) -> str:
    """Say a day briefly: “23/11/2026”."""
    return wording.day(_local_day(value), get_language())


@register.filter
def clock(value: datetime) -> str:
    """Say the time of day: “08:15”."""
    return value.astimezone(wording.ZONE).strftime("%H:%M")


@register.filter
def machine(value: datetime) -> str:
    """Write a moment for the `datetime` attribute."""
    return value.astimezone(wording.ZONE).isoformat(timespec="minutes")


@register.filter
def file_size(size: int) -> str:
    """Say a file's size in KB or MB."""
    return wording.file_size(size, get_language())


@register.filter
def file_kind(title_or_url: str) -> str:
    """Say a file's kind by the end of its name: “PDF”."""
    ending = title_or_url.rpartition(".")[2]
    return ending.upper() if 0 < len(ending) <= 5 else ""


def _local_day(value: datetime | date) -> date:
    return value.astimezone(wording.ZONE).date() if isinstance(value, datetime) else value
