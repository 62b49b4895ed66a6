"""Cuts a hostile page to a size that any parser reads in a moment.

The tree builder of HTML is quadratic in open elements and in attributes of one tag, and an unclosed
formatting element is copied into every later block. Real pages come nowhere near these limits.
"""

import re
from itertools import islice

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
    excess = _first_excess(_TAG.findall(page))
    if excess is None:
        return len(page)
    return next(islice(_TAG.finditer(page), excess, None)).start()


def _first_excess(tags: list[str]) -> int | None:
    """Return the place of the first tag that is too deep or one too many, if there is one."""
    unclosed: dict[str, int] = {}
    depth = formats = 0
    for place, tag in enumerate(tags[: MOST_TAGS + 1]):
        name = tag.lower()
        step = 1
        if name[0] == "/":
            name, step = name[1:], -1
        if name in _FLAT:
            continue
        already = unclosed.get(name, 0)
        if already + step < 0:
            continue
        unclosed[name] = already + step
        depth += step
        if name in _FORMATS:
            formats += step
            if formats > MOST_UNCLOSED_FORMATS:
                return place
        if depth > DEEPEST:
            return place
    return MOST_TAGS if len(tags) > MOST_TAGS else None
