"""What stands around every public page, drawn once for all readers.

It changes only with the columns and pages it names, so each process draws it once for every list
that `nav` remembers, and again as soon as `nav` has read anew.
"""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from cityweb.news import nav, wording
from cityweb.news.models import Column, Page, Site
from cityweb.news.models.sites import Language, language_prefix

_Sources = tuple[Site, dict[int, Column], list[Page], dict[int, Column]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces of `base.html` that a page only repeats."""

    head: SafeString
    """Links to styles, icons and the feed."""
    tools: SafeString
    """The links that every official portal has at the top, and how the page may look."""
    header: SafeString
    """The name, the search field and the menu with the reader's place in it."""
    footer: SafeString
    """Who publishes the site, who answers for it, and how to reach them."""
    other_language: dict[str, str] | None
    """Code, name and home page of the other language, where the site speaks it."""


_drawn: dict[tuple[object, ...], tuple[_Sources, Frame]] = {}


def around(site: Site, language: str, current: object = None) -> Frame:
    """Return the frame of a page; `current` is its top column, "home", or nothing."""
    there = Language.EN if language == Language.VI else Language.VI
    sources: _Sources = (
        site,
        nav.columns(site.pk, language),
        nav.footer_pages(site.pk, language),
        nav.columns(site.pk, there.value),
    )
    # A footer is signed with the year.
    key = (site.pk, language, current, timezone.localdate().year)
    known = _drawn.get(key)
    # The very same objects: `nav` has not read anew since.
    if known and all(old is new for old, new in zip(known[0], sources, strict=True)):
        return known[1]
    _, columns, pages, elsewhere = sources
    facts = _facts(site, language, columns, pages, current)
    drawn = Frame(
        *(render_to_string(f"parts/{piece}.html", facts) for piece in _PIECES),
        other_language=_other(there) if elsewhere else None,
    )
    _drawn[key] = (sources, drawn)
    return drawn


_PIECES = ("head", "tools", "header", "footer")


def _other(there: Language) -> dict[str, str]:
    name = wording.LANGUAGE_NAMES[there.value]
    return {"code": there.value, "name": name, "path": f"{language_prefix(there)}/"}


def _facts(
    site: Site, language: str, columns: dict[int, Column], pages: list[Page], current: object
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
