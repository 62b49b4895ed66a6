"""The days written on a page, each with the line, the element and the words around it."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from members.freshness import badges, labels, order, spellings
from members.freshness.outline import Element, Line, Link, Outline
from members.freshness.spellings import Spelling

MOST_DAYS = 3_000
_DIGIT = re.compile(r"\d")
_SAID = ("truoc", " ago", "hom qua", "hom kia", "yesterday", "vua xong", "moi day", "just now")
_CUT = re.compile(r"[|;•]")
_NUMBERS = re.compile(r"\d+")
_TO = re.compile(r"\s{0,2}(?:-|–|—|den|toi|to)\s{0,2}(?:ngay )?")
_ENDS_SENTENCE = re.compile(r"\w{2}[.…!?]\W{0,2}$")
_PLACE = re.compile(r"\(?[\w .]{2,24}(?:,\s?|\s?\(\s?)(?:ngay )?")
_DASH = re.compile(r"\s{0,2}\)?\s{0,2}[–—-](?:\s|$)")
_SURE_ZONES = frozenset({"footer", "clock", "figures", "talk", "events", "documents"})
LONGEST_LABEL = 45
SHORTEST_HEADLINE = 16
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, eq=False)
class Written:
    """One day on the page. `day` is known once its order is; `spelling` is None for a stamp."""

    line: Line
    element: Element
    spelling: Spelling | None
    verdict: str
    day: date | None = None
    stands_alone: bool = True
    names: str = ""
    style: tuple[str, ...] = field(default=())

    @property
    def after(self) -> str:
        return self.line.folded[self.spelling.end :][:40] if self.spelling else ""

    @property
    def note(self) -> str:
        """Return the words around the day that belong to no link, or its own text in a link."""
        if self.spelling is not None and self.element.link is not None:
            part = self.line.part_at(self.spelling.start)
            return part.folded if part else ""
        return " ".join(part.folded for part in self.line.parts if part.element.link is None)

    def is_after(self, link: Link) -> bool:
        """Tell whether a link of the same line begins before the day."""
        starts = [part.start for part in self.line.parts if part.element.link is link]
        return bool(starts) and (self.spelling is None or starts[0] < self.spelling.start)

    @property
    def has_year(self) -> bool:
        return self.spelling is None or self.spelling.year is not None


def days_on(page: Outline, *, today: date, host: str) -> list[Written]:
    """Return the days of a page that no zone rules out; days without a known order have no day."""
    seen: list[Written] = []
    beside = Beside(page)
    for line in badges.joined(page.lines):
        if line.element.zone in _SURE_ZONES:
            continue
        text = line.folded
        worth = _DIGIT.search(text) or any(word in text for word in _SAID)
        shown = _spelled(line, today, beside) if worth else []
        seen += _agreed(shown, _stamped(line)) if line.stamps else shown
        if len(seen) > MOST_DAYS:
            break
    _settle_orders(page, seen, today=today, host=host)
    return seen


def _agreed(shown: list[Written], stamped: list[Written]) -> list[Written]:
    """Return what counts of a line that both shows and declares days.

    A day in full is believed before what the attributes say, which also hold the last change; an
    age ("2 giờ trước") is only a rounding of them. Of several declared days the first one counts.
    """
    in_full = {"numeric", "words", "iso"}
    if any(one.spelling and one.has_year and one.spelling.kind in in_full for one in shown):
        return shown
    exact = [one for one in shown if one.spelling and one.spelling.kind != "relative"]
    oldest = min(stamped, key=lambda one: one.day or date.max, default=None)
    return [*exact, oldest] if oldest is not None else shown


def _stamped(line: Line) -> list[Written]:
    return [
        Written(line, element, None, "", day=day, names=_names_around(element))
        for day, element in line.stamps
        if element.zone not in _SURE_ZONES
    ]


def _spelled(line: Line, today: date, beside: "Beside") -> list[Written]:
    written = []
    last = 0
    for spelling in spellings.find(line.folded, today=today):
        part = line.part_at(spelling.start)
        element = part.element if part else line.element
        between = line.folded[last : spelling.start]
        before = _CUT.split(between)[-1]
        ends_range = last > 0 and _TO.fullmatch(between) is not None
        if not any(mark.isalpha() for mark in before) and last == 0:
            before = f"{beside.label(line)} {before}"
        last = spelling.end
        if element.zone in _SURE_ZONES:
            continue
        after = line.folded[spelling.end : spelling.end + 40]
        headline, before = _without_headline(line, element, spelling.start, before)
        if _is_of_an_article(element):
            headline = ""
        said = "other" if ends_range else labels.verdict(before, after, headline=headline)
        one = Written(line, element, spelling, said, names=_names_around(element))
        one.stands_alone = _stands_alone(line, spelling)
        written.append(one)
    return written


def _is_of_an_article(element: Element) -> bool:
    """Tell whether a page marks a day as the time of an article, whatever its headline tells of."""
    above = element.parent
    return element.tag == "time" and above is not None and above.tag == "article"


def _without_headline(line: Line, element: Element, place: int, before: str) -> tuple[str, str]:
    """Split the words before a day where a headline ends that the day is no part of."""
    if element.link is not None:
        return "", before
    ends = [
        part.start + len(part.folded)
        for part in line.parts
        if part.start < place and part.element.link and len(part.folded) >= SHORTEST_HEADLINE
    ]
    own = place - max(ends, default=0)
    return (before[:-own], before[-own:]) if ends and 0 < own < len(before) else ("", before)


def _stands_alone(line: Line, spelling: Spelling) -> bool:
    """Tell whether the day is a note beside a headline rather than a word of a sentence."""
    part = line.part_at(spelling.start)
    if part is None:
        return False
    place = spelling.start - part.start
    before, after = part.folded[:place], part.folded[place + spelling.end - spelling.start :]
    outside = " ".join(other.folded for other in line.parts if other.element.link is None)
    if part.element.link is None:
        around = outside.replace(line.folded[spelling.start : spelling.end], " ", 1)
        if spelling.kind == "short":
            return _is_fenced(before, after)
        left = labels.letters_left(around)
        if _ENDS_SENTENCE.search(line.folded) and left > 25:
            return _leads(before, after) and left < 900
        return left <= 60 or (_leads(before, after) and labels.letters_left(outside) < 900)
    if labels.letters_left(f"{before} {after}") <= 12:
        return spelling.kind != "short" or _is_fenced(before, after)
    return _is_fenced(before, after, at_an_end=True)


def _leads(before: str, after: str) -> bool:
    """Tell whether a text begins with its day, perhaps after the place: "TP.HCM, 20/11/2026 –"."""
    if _PLACE.fullmatch(before) and _DASH.match(after):
        return True
    return labels.letters_left(before) <= 2 and re.match(r"\s{0,2}[)\]:|–—-]", after) is not None


def _is_fenced(before: str, after: str, *, at_an_end: bool = False) -> bool:
    """Tell whether the day is in brackets, or the whole of its text but for a time."""
    inside = re.search(r"[(\[]\D{0,20}$", before[-24:]) and re.match(r"[^()\[\]]{0,24}[)\]]", after)
    if inside:
        rest = after[after.find(inside[0][-1]) + 1 :]
        return not at_an_end or labels.letters_left(rest) <= 4 or labels.letters_left(before) <= 4
    if at_an_end:
        ends = labels.letters_left(after) <= 2 and re.search(r"\s[-–—|]\s?\D{0,12}$", before[-16:])
        return ends is not None and ends is not False
    return labels.letters_left(f"{before} {after}") <= 2


def _names_around(element: Element) -> str:
    above = element.parent
    return f"{element.names} {above.names if above else ''}".strip()


def _settle_orders(page: Outline, seen: list[Written], *, today: date, host: str) -> None:
    """Read every numeric day in the order that its own kind shows, else the page's."""
    kinds: dict[tuple[str, ...], list[tuple[Spelling, str]]] = {}
    for one in seen:
        one.style = style_of(one.element)
        if one.spelling is not None:
            kinds.setdefault(one.style, []).append((one.spelling, one.after))
    everything = [pair for pairs in kinds.values() for pair in pairs]
    is_american = page.language.startswith("en-us") or (
        page.language == "en" and host.endswith((".com", ".gov", ".us", ".edu", ".org"))
    )
    default = is_american and (not host.endswith(".vn") or order.looks_american(everything))
    usual = order.is_month_first(everything, today=today, default=default)
    orders = {
        kind: order.is_month_first(pairs, today=today, default=usual)
        for kind, pairs in kinds.items()
    }
    for one in seen:
        if one.spelling is not None and one.has_year:
            one.day = one.spelling.read(month_first=orders[one.style])


def style_of(element: Element) -> tuple[str, ...]:
    """Return what elements made by one template share: tags and first class names, upwards."""
    names: list[str] = []
    above: Element | None = element
    while above is not None and above.tag and len(names) < 5:
        names.append(f"{above.tag}.{_kind_of(above.names)}")
        above = above.parent
    return tuple(names)


@lru_cache(maxsize=2_048)
def _kind_of(names: str) -> str:
    """Return the first class name without the numbers that count elements."""
    return _NUMBERS.sub("", names.split(" ", 1)[0]).strip("_-")


class Beside:
    """Finds the label of a day that stands in a cell, a term or a line of its own."""

    def __init__(self, page: Outline) -> None:
        self.lines = page.lines

    def label(self, line: Line) -> str:
        """Return the short words that name what this line holds, or nothing."""
        if line.element.tag in {"td", "th"} or _within(line.element, {"td"}):
            return f"{self._head_of_column(line)} {self._before_in_row(line)}"
        if line.number == 0:
            return ""
        before = self.lines[line.number - 1]
        if len(before.folded) > LONGEST_LABEL:
            return ""
        is_near = before.element.parent is line.element.parent or (
            before.element.parent is not None
            and line.element.parent is not None
            and before.element.parent.parent is line.element.parent.parent
        )
        if before.element.tag in _HEADING_TAGS or "tit" in before.element.names:
            return ""
        has_link = any(part.element.link for part in before.parts)
        is_label = before.folded.endswith(":") or before.element.tag in {"dt", "label", "th"}
        return before.folded if not has_link and (is_label or is_near) else ""

    def _before_in_row(self, line: Line) -> str:
        row, before = (
            _above(line.element, "tr"),
            self.lines[line.number - 1] if line.number else None,
        )
        if before is None or row is None or _above(before.element, "tr") is not row:
            return ""
        return before.folded if len(before.folded) <= LONGEST_LABEL else ""

    def _head_of_column(self, line: Line) -> str:
        """Return the heading over a cell: the line at the same place of the table's first row."""
        row = _above(line.element, "tr")
        table = _above(row, "table") if row else None
        if row is None or table is None or table.last - table.first > 2_000:
            return ""
        place = line.number - row.first
        head = self.lines[table.first] if table.first < len(self.lines) else None
        first_row = _above(head.element, "tr") if head else None
        if first_row is None or first_row is row:
            return ""
        over = first_row.first + place
        if over >= min(first_row.last, len(self.lines)):
            return ""
        words = self.lines[over].folded
        return words if len(words) <= LONGEST_LABEL else ""


def _within(element: Element, tags: set[str]) -> bool:
    return element.parent is not None and element.parent.tag in tags


def _above(element: Element | None, tag: str) -> Element | None:
    """Return the nearest element of this tag, itself included, within a few steps."""
    for _ in range(8):
        if element is None or element.tag == tag:
            return element
        element = element.parent
    return None
