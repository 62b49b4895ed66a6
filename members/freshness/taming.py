"""Cuts a hostile page to a size that any parser reads in a moment.

The tree builder of HTML is quadratic in open elements and in attributes of one tag, and an unclosed
formatting element is copied into every later block. Real pages come nowhere near these limits.
"""

import re
from collections import Counter

LONGEST_PAGE = 2_000_000
MOST_TAGS = 40_000
LONGEST_TAG = 4_000
MOST_ATTRIBUTES = 300
DEEPEST = 400
MOST_UNCLOSED_FORMATS = 64

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,30})")
_OPENING = re.compile(r"<[a-zA-Z]")
_RAW_START = re.compile(r"<(?:script|style)\b[^<]*$", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|style)\s?$", re.IGNORECASE)
_FORMATS = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
    "tt", "u",
})  # fmt: skip
# Void, or closed by the next one of their kind: they never pile up.
_FLAT = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th",
    "thead", "tbody", "tfoot", "html", "head", "body",
})  # fmt: skip


def tame(html: str) -> str:
    """Return the page, or as much of its beginning as can be read in bounded time."""
    page = html[:LONGEST_PAGE].replace("\x00", "")
    if max(map(len, page.split(">"))) > LONGEST_TAG:
        page = _without_long_tags(page)
    return page[: _end(page)]


def _without_long_tags(page: str) -> str:
    """Return the page with tags of hundreds of attributes cut off at their name."""
    kept: list[str] = []
    for piece in page.split(">"):
        match = _OPENING.search(piece) if len(piece) > LONGEST_TAG else None
        if match and len(piece) - match.start() > LONGEST_TAG:
            tag = piece[match.start() :]
            if max(tag.count("="), len(tag.split())) > MOST_ATTRIBUTES and not _is_raw(kept):
                # A script may compare with "<": what ends it must stay.
                ending = _RAW_END.search(piece[-12:])
                piece = piece[: match.start()] + (ending[0] if ending else "")
        kept.append(piece)
    return ">".join(kept)


def _is_raw(kept: list[str]) -> bool:
    return bool(kept) and _RAW_START.search(kept[-1][-2_000:]) is not None


def _end(page: str) -> int:
    """Return where the page stops being one that people write."""
    unclosed: Counter[str] = Counter()
    depth = formats = 0
    for count, match in enumerate(_TAG.finditer(page)):
        name = match[1].lower()
        is_close = name[0] == "/"
        name = name[1:] if is_close else name
        if name in _FLAT:
            continue
        step = -1 if is_close else 1
        if is_close and not unclosed[name]:
            continue
        unclosed[name] += step
        depth += step
        formats += step if name in _FORMATS else 0
        if depth > DEEPEST or formats > MOST_UNCLOSED_FORMATS or count > MOST_TAGS:
            return match.start()
    return len(page)
