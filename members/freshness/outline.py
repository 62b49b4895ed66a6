"""A page as lines of text in reading order, each knowing where in the tree it stands.

selectolax builds the tree; this walks it once, without recursion, and keeps of it what the rules
ask about: lines, links, elements with their first and last line, and days declared in attributes.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from members.freshness import stamps, taming, zones
from members.freshness.present import Present

MOST_NODES = 120_000
MOST_LINES = 20_000
LONGEST_LINE = 4_000
MOST_JOINED = 1_500
"""Letters of one line that many elements make up together: each day is weighed against all."""

_SKIPPED = frozenset({
    "script", "style", "template", "noscript", "select", "textarea", "svg", "math", "iframe",
    "object", "canvas", "head", "audio", "video", "input", "button",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
})  # fmt: skip
_NOT_SHOWN = re.compile(r"display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden")
_HIDING = re.compile(r"(?:^|\s)(?:hidden|hide|d-none|is-hidden|template|tmpl)(?=\s|$)")
_SHOWN_SOMEWHERE = re.compile(
    r"\b(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl):(?:block|flex|grid|inline|table))"
)
_MARKS = re.compile("[\u0300-\u036f]+")
_UNSEEN = "\u200b\u200e\u200f\ufeff\xad"
_PLACEHOLDER = re.compile(r"\{\{|\{%|<%|\$\{|__\w{3,20}__")


@dataclass(slots=True, eq=False)
class Link:
    """An anchor with its words; `line` is where its text begins."""

    href: str
    line: int
    text: str = ""


@dataclass(slots=True, eq=False)
class Element:
    """An element that holds lines `first` to `last`, the end not included."""

    tag: str
    names: str
    parent: "Element | None"
    first: int
    zone: str
    link: Link | None
    last: int = 0


@dataclass(slots=True, eq=False)
class Part:
    """The text of one node inside a line; `start` counts in the folded line."""

    start: int
    folded: str
    element: Element


@dataclass(slots=True, eq=False)
class Line:
    """One line as a reader sees it. `stamps` are days that its elements declare."""

    number: int
    text: str
    folded: str
    parts: list[Part]
    element: Element
    stamps: list[tuple[date, Element]] = field(default_factory=list)

    def part_at(self, place: int) -> Part | None:
        return next(
            (part for part in reversed(self.parts) if part.start <= place),
            self.parts[0] if self.parts else None,
        )


@dataclass(slots=True, eq=False)
class Outline:
    """What the walk kept of a page."""

    lines: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headlines: list[Link] = field(default_factory=list)
    """Of the links, those that read as headlines; filled in by who reads the page."""
    language: str = ""
    title: str = ""
    present: Present = Present()


def parse(html: str) -> LexborHTMLParser:
    """Return the tree of a page of any size and any depth, in bounded time."""
    return LexborHTMLParser(taming.tame(html) or " ")


def flat(text: str) -> str:
    """Return text without diacritics in lower case, whatever the script; fast on whole pages."""
    for mark in _UNSEEN:
        text = text.replace(mark, "")
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return bare.replace("đ", "d").replace("Đ", "d").lower()


def outline(tree: LexborHTMLParser, *, today: date, host: str) -> Outline:
    """Return the lines of a page; what is hidden, a script or a template is left out."""
    walk = _Walk(today=today, host=host)
    root = tree.root
    if root is not None:
        walk.over(root)
        walk.fold()
    title = tree.css_first("title")
    walk.page.title = flat(" ".join(title.text().split())) if title else ""
    return walk.page


class _Walk:
    """The state of one pass over the tree."""

    def __init__(self, *, today: date, host: str) -> None:
        self.page = Outline()
        self.today = today
        self.host = host
        self.texts: list[tuple[str, Element]] = []
        self.length = 0
        self.stamps: list[tuple[date, Element]] = []

    def over(self, root: LexborNode) -> None:
        opened: list[tuple[LexborNode, Element]] = []
        top = current = Element("", "", None, 0, "", None)
        node = root
        for _ in range(MOST_NODES):
            child = None
            if node.is_text_node:
                self.take(node.text_content or "", current)
            elif node.is_element_node and (element := self.enter(node, current)) is not None:
                child = node.first_child
                if child is None:
                    self.leave(element)
                else:
                    opened.append((node, element))
                    current = element
            if child is not None:
                node = child
                continue
            following = node.next
            while following is None and opened:
                node, element = opened.pop()
                self.leave(element)
                current = element.parent or top
                following = node.next
            node = following
            if node is None or len(self.page.lines) > MOST_LINES:
                break
        self.close_open(opened, current)

    def close_open(self, opened: list[tuple[LexborNode, Element]], current: Element) -> None:
        """Close what was open where the walk stopped early."""
        self.flush(current)
        for _, element in reversed(opened):
            self.leave(element)

    def enter(self, node: LexborNode, parent: Element) -> Element | None:
        """Return the element to walk into, or None where nobody sees it."""
        tag = node.tag or ""
        if tag in _SKIPPED:
            return None
        if tag == "br":
            self.flush(parent)
            return None
        attributes = node.attributes
        if attributes and _is_hidden(attributes):
            return None
        if tag == "html":
            self.page.language = (attributes.get("lang") or "").lower()
        if tag not in _INLINE and (self.texts or self.stamps):
            self.flush(parent)
        names = _names(attributes) if attributes else ""
        zone = parent.zone or _zone(tag, names, parent)
        element = Element(tag, names, parent, len(self.page.lines), zone, parent.link)
        if tag == "a" and attributes.get("href"):
            element.link = Link(attributes["href"] or "", len(self.page.lines))
            self.page.links.append(element.link)
        if attributes and (day := self.stamp(tag, attributes)) is not None:
            self.stamps.append((day, element))
        return element

    def stamp(self, tag: str, attributes: dict[str, str | None]) -> date | None:
        return stamps.declared(tag, attributes, host=self.host, today=self.today)

    def leave(self, element: Element) -> None:
        is_inline = element.tag in _INLINE
        if not is_inline and (self.texts or self.stamps):
            self.flush(element)
        element.last = len(self.page.lines) + is_inline

    def take(self, text: str, element: Element) -> None:
        words = " ".join(text.split())
        if words:
            if self.length > MOST_JOINED:
                self.flush(element)
            self.texts.append((words[:LONGEST_LINE], element))
            self.length += len(words)
            if element.link is not None and len(element.link.text) < 400:
                element.link.text = f"{element.link.text} {words}".strip()

    def flush(self, element: Element) -> None:
        """End the line; one that holds a stamp is kept even where it shows no word."""
        if not self.texts and not self.stamps:
            return
        text = " ".join([words for words, _ in self.texts])
        if (
            "{" not in text
            and "<" not in text
            and "__" not in text
            or not _PLACEHOLDER.search(text)
        ):
            parts = [Part(0, words, holder) for words, holder in self.texts]
            number = len(self.page.lines)
            self.page.lines.append(Line(number, text, "", parts, element, self.stamps))
        self.texts, self.stamps, self.length = [], [], 0

    def fold(self) -> None:
        """Fold all text at once: many small strings cost ten times as much."""
        parts = [part for line in self.page.lines for part in line.parts]
        folded = flat("\n".join([part.folded for part in parts])).split("\n")
        for part, text in zip(parts, folded, strict=True) if parts else ():
            part.folded = text
        for line in self.page.lines:
            place = 0
            for part in line.parts:
                part.start = place
                place += len(part.folded) + 1
            line.folded = " ".join([part.folded for part in line.parts])


def _names(attributes: dict[str, str | None]) -> str:
    names = attributes.get("class") or ""
    if identity := attributes.get("id"):
        names = f"{names} {identity}" if names else identity
    return names.lower()


def _zone(tag: str, names: str, parent: Element) -> str:
    zone = zones.zone_of(tag, names)
    if zone not in {"footer", "header"}:
        return zone
    above: Element | None = parent
    while above is not None:
        if above.tag == "body":
            return zone
        if zones.is_part_of_an_article(above.tag, above.names):
            return ""
        above = above.parent
    return zone


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and _NOT_SHOWN.search(style.lower()):
        return True
    return _hides(attributes.get("class") or "")


@lru_cache(maxsize=4_096)
def _hides(names: str) -> bool:
    names = names.lower()
    return bool(_HIDING.search(names)) and not _SHOWN_SOMEWHERE.search(names)
