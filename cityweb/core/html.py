"""HTML that people wrote: cleaned on the way in and again on the way out.

The only module that may call `mark_safe`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe

_TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "blockquote", "pre", "code", "ul", "ol", "li"),
    *("strong", "b", "em", "i", "u", "s", "sub", "sup", "a", "span", "abbr", "time"),
    *("figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tfoot"),
    *("tr", "th", "td", "colgroup", "col"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "lang"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope", "id"},
    "ol": {"start", "reversed", "type"},
    "abbr": {"title"},
    "time": {"datetime"},
    "span": {"lang"},
    "p": {"lang"},
    "h2": {"id"},
    "h3": {"id"},
}
_CLASSES = {
    "figure": {
        *("image", "table", "image-style-side", "image_resized"),
        *("image-style-align-left", "image-style-align-right", "image-style-align-center"),
    },
}
_RULES: dict[str, Any] = {
    "tags": _TAGS,
    "allowed_classes": _CLASSES,
    "url_schemes": {"http", "https", "mailto", "tel"},
    "link_rel": "noopener nofollow",
    "strip_comments": True,
}
_CLEANER = nh3.Cleaner(attributes=_ATTRIBUTES, **_RULES)
# The cleaner marks every link alike; those that stay on the site are nobody else's to follow.
# It writes attributes in double quotes and quotes within them as entities.
_OWN_LINK = re.compile(
    r'(<a [^<>]*\bhref="(?:/(?=[\w"?#])|#)[^"<>]*"[^<>]*) rel="noopener nofollow"'
)

_IN_SCRIPT = [(char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029"]


def clean(html: str) -> str:
    """Return `html` with nothing left that can run, restyle or frame a page.

    Headings start at h2; classes only those the editor's figures need. Idempotent.
    """
    return _OWN_LINK.sub(r"\1", _CLEANER.clean(html))


def safe(html: str) -> SafeString:
    """Return cleaned `html` that a template prints as it is."""
    return mark_safe(clean(html))


def escaped(text: str) -> SafeString:
    """Return plain `text` escaped once, for templates that print it in many places."""
    return SafeString(escape(text))


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Return pieces that templates made as one."""
    return SafeString("".join(parts))


def attributes(values: Mapping[str, object]) -> SafeString:
    """Return the values as HTML attributes, escaped."""
    return SafeString(" ".join(f'{name}="{escape(str(value))}"' for name, value in values.items()))


def for_elsewhere(html: str, origin: str) -> str:
    """Return cleaned `html` whose addresses also work outside the site at `origin`."""
    return _cleaner_for(origin).clean(html)


@lru_cache(maxsize=8)
def _cleaner_for(origin: str) -> nh3.Cleaner:
    # `srcset` is a list of addresses that the cleaner cannot rewrite; `src` is enough elsewhere.
    attributes = {**_ATTRIBUTES, "img": _ATTRIBUTES["img"] - {"srcset", "sizes"}}
    base = ("rewrite_with_base", f"{origin}/")
    return nh3.Cleaner(attributes=attributes, url_relative=base, **_RULES)


def data_block(data: dict[str, Any]) -> SafeString:
    """Return `data` as a JSON-LD block. Nothing in it can end the block or begin another tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, written in _IN_SCRIPT:
        text = text.replace(char, written)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
