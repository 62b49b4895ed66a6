"""Turns what other systems call a text into ours: paragraphs, a title, a lead."""

from __future__ import annotations

import re
from html import escape

from cityweb.core.text import clean

TITLE_LENGTH = 250
LEAD_LENGTH = 1_000
_SHORTEST_LEAD = 80
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|table|a|b|i|em|strong|img|figure|blockquote|span)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
# "TP. Hồ Chí Minh", "GS. Trần" and "J. K. Rowling" go on after the full stop.
_SHORT_FORMS = (
    "TP",
    "Tp",
    "GS",
    "TS",
    "ThS",
    "Ths",
    "BS",
    "KS",
    "LS",
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "St",
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])(?<!\b\w\.)"
    + "".join(rf"(?<!\b{form}\.)" for form in _SHORT_FORMS)
    + r"\s+(?=[^\W_a-zà-ỹ]|[\"“'(])"
)


def is_markup(body: str) -> bool:
    """Tell whether `body` is HTML rather than plain lines."""
    return _MARKUP.search(body) is not None


def paragraphs(body: str) -> list[str]:
    """Return the lines of a clean plain text that hold something."""
    return [" ".join(words) for line in body.splitlines() if (words := line.split())]


def sentences(paragraph: str) -> list[str]:
    return _SENTENCE_END.split(paragraph)


def one_line(value: str) -> str:
    """Return `value` cleaned, every run of blanks as one."""
    return " ".join(clean(value).split())


def cut(value: str, length: int) -> str:
    """Return `value`, or its beginning and "…" when it is longer.

    It ends with a whole word, unless that word alone is longer than half of the room.
    """
    if len(value) <= length:
        return value
    room = value[: length - 1]
    words = room.rpartition(" ")[0].rstrip(" ,;:–-")
    return (words if len(words) > length // 2 else room) + "…"


def take_title(lines: list[str]) -> str:
    """Take the first sentence out of `lines` as title; one too long to show whole stays in too."""
    first, *rest = sentences(lines[0])
    if len(first) > TITLE_LENGTH:
        return cut(first, TITLE_LENGTH)
    lines[:1] = [" ".join(rest)] if rest else []
    return first


def take_lead(lines: list[str]) -> str:
    """Take the opening sentences out of `lines` as lead, unless they are all there is."""
    taken: list[str] = []
    left = list(lines)
    while left and sum(map(len, taken)) < _SHORTEST_LEAD:
        first, *rest = sentences(left[0])
        taken.append(first)
        left[:1] = [" ".join(rest)] if rest else []
    lead = " ".join(taken)
    if not left or len(lead) > LEAD_LENGTH:
        return ""
    lines[:] = left
    return lead


def markup(lines: list[str]) -> str:
    """Return paragraphs as HTML."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
