"""Days drawn as a badge: the number in one box, the month under it, perhaps the year under that."""

import re
from collections.abc import Iterator

from members.freshness.outline import Line, Part

_NUMBER = re.compile(r"^(?:0?[1-9]|[12]\d|3[01])$")
_MONTH = re.compile(
    r"^(?:thang|thg|th|t)\.?\s?\d{1,2}(?:\s?[,/-]?\s?20\d\d)?$|^[a-z]{3,9}\.?,?(?:\s20\d\d)?$"
)
_NAMED = re.compile(
    r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|(?:gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|chap)$)"
)
_MONTH_YEAR = re.compile(r"^\d{1,2}\s?[/.-]\s?20\d\d$")
_NUMBERS = re.compile(r"^\d{1,2}\s?[/-]\s?\d{1,2}$")
_MONTH_NUMBER = re.compile(r"^(?:0?[1-9]|1[0-2])$")
_YEAR = re.compile(r"^20\d\d$")


def joined(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines, the pieces of a badge as one line at the place of its first."""
    place = 0
    while place < len(lines):
        text, used = _badge([line.folded for line in lines[place : place + 3]])
        first = lines[place]
        if not text and len(first.parts) == 3 and len(first.folded) <= 12:
            text, used = _badge([part.folded.strip() for part in first.parts])[0], 1
        if text and first.parts:
            part = Part(0, text, first.parts[0].element)
            yield Line(first.number, text, text, [part], first.element, first.stamps)
            place += used
        else:
            yield first
            place += 1


def _badge(texts: list[str]) -> tuple[str, int]:
    """Return the day that these lines draw together and how many of them it takes."""
    if len(texts[0]) > 12 or len(texts) < 2:
        return "", 0
    one, two, three = (*texts, "")[:3]
    if _NUMBER.match(one) and _MONTH_YEAR.match(two):
        return f"{one}/{re.sub(r'[ .-]+', '/', two)}", 2
    if _NUMBERS.match(one) and _YEAR.match(two):
        return f"{one}/{two}", 2
    if _NUMBER.match(one) and _MONTH_NUMBER.match(two) and _YEAR.match(three):
        return f"{one}/{two}/{three}", 3
    if one.isalpha() and not _NAMED.match(one) and _NUMBER.match(two) and _MONTH.match(three):
        # A short heading stands above the badge.
        return "", 0
    day, month = (one, two) if _NUMBER.match(one) else (two, one)
    if not _NUMBER.match(day) or not _MONTH.match(month):
        return "", 0
    month = re.sub(r"^t(?=\.?\s?\d)", "thang", month)
    if _YEAR.match(three):
        return f"{day} {month} {three}", 3
    return f"{day} {month}", 2
