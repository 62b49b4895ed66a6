"""HTML that people wrote: cleaned on the way in and again on the way out.

The only module that may call `mark_safe`.
"""

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
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener nofollow",
    strip_comments=True,
)


def clean(html: str) -> str:
    """Return `html` with nothing left that can run, restyle or frame a page.

    Headings start at h2; classes only those the editor's figures need. Idempotent.
    """
    return _CLEANER.clean(html)


def safe(html: str) -> SafeString:
    """Return cleaned `html` that a template prints as it is."""
    return mark_safe(clean(html))
