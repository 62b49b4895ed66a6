"""What changed between two texts, as plain pieces that a template prints escaped."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree
from lxml import html as lxml_html

SAME, ADDED, REMOVED = "same", "added", "removed"
# Beyond this a paragraph is shown as taken out and put in, not compared word by word.
MOST_WORDS = 3_000
# Texts with less than this in common read better side by side than woven into each other.
ALIKE = 0.4
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_BLOCKS = {
    *("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "th", "figcaption", "caption"),
    *("hr", "figure", "div"),
}
_NAMES = {
    "h2": "Đề mục lớn",
    "h3": "Đề mục",
    "h4": "Đề mục nhỏ",
    "li": "Mục",
    "blockquote": "Trích dẫn",
    "td": "Ô bảng",
    "th": "Ô đầu bảng",
    "figcaption": "Chú thích",
    "figure": "Hình",
}


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed, came or went."""

    kind: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text, what it is, and its pieces."""

    name: str
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.kind != SAME for piece in self.pieces)


@dataclass(frozen=True)
class Difference:
    """One field of two editions that is not the same."""

    label: str
    paragraphs: tuple[Paragraph, ...]


def compare(
    old: Mapping[str, str], new: Mapping[str, str], labels: Mapping[str, str], *, html: str = ""
) -> list[Difference]:
    """Return the fields named in `labels` that differ, in that order.

    The field named `html` is read as HTML, paragraph by paragraph; the others as plain lines.
    """
    found = []
    for name, label in labels.items():
        if old[name] == new[name]:
            continue
        if name == html:
            paragraphs = tuple(_compare_blocks(_blocks(old[name]), _blocks(new[name])))
        else:
            paragraphs = (Paragraph("", tuple(words(old[name], new[name]))),)
        if not any(paragraph.is_changed for paragraph in paragraphs):
            paragraphs = (Paragraph("Chỉ khác về định dạng (đậm, nghiêng, ô bảng)", ()),)
        found.append(Difference(label, paragraphs))
    return found


def words(old: str, new: str) -> list[Piece]:
    """Return the pieces that lead from `old` to `new`, word by word."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    whole = [Piece(kind, part) for kind, part in ((REMOVED, old), (ADDED, new)) if part]
    if max(len(before), len(after)) > MOST_WORDS:
        return whole
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return whole
    pieces: list[Piece] = []
    for kind, start, end, other, stop in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece(SAME, "".join(before[start:end])))
            continue
        if end > start:
            pieces.append(Piece(REMOVED, "".join(before[start:end])))
        if stop > other:
            pieces.append(Piece(ADDED, "".join(after[other:stop])))
    return pieces


Block = tuple[str, str]


def _compare_blocks(old: list[Block], new: list[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph of both texts; neighbours that took each other's place are paired."""
    for kind, start, end, other, stop in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            for name, text in old[start:end]:
                yield Paragraph(_NAMES.get(name, ""), (Piece(SAME, text),))
            continue
        pairs = min(end - start, stop - other) if kind == "replace" else 0
        for place in range(pairs):
            yield _pair(old[start + place], new[other + place])
        for name, text in old[start + pairs : end]:
            yield Paragraph(_NAMES.get(name, ""), (Piece(REMOVED, text),))
        for name, text in new[other + pairs : stop]:
            yield Paragraph(_NAMES.get(name, ""), (Piece(ADDED, text),))


def _pair(old: Block, new: Block) -> Paragraph:
    """Compare two paragraphs; one that became something else is taken out and put in."""
    if old[0] == new[0]:
        return Paragraph(_NAMES.get(new[0], ""), tuple(words(old[1], new[1])))
    name = f"{_NAMES.get(old[0], 'Đoạn')} → {_NAMES.get(new[0], 'Đoạn')}"
    return Paragraph(name, (Piece(REMOVED, old[1]), Piece(ADDED, new[1])))


def _blocks(body: str) -> list[Block]:
    """Return the paragraphs of cleaned HTML as (tag, text); links and pictures show as text."""
    if not body.strip():
        return []
    root = lxml_html.fragment_fromstring(body, create_parent="div")
    found: list[list[str]] = [["p", ""]]
    _walk(root, found)
    return [(tag, " ".join(text.split())) for tag, text in found if text.strip()]


def _walk(element: etree._Element, found: list[list[str]]) -> None:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        is_block = child.tag in _BLOCKS
        if is_block:
            found.append([child.tag, ""])
        found[-1][1] += (child.text or "") + _note(child)
        _walk(child, found)
        if child.tag == "a" and child.get("href"):
            found[-1][1] += f" [{child.get('href')}]"
        if is_block:
            found.append(["p", ""])
        found[-1][1] += " " if child.tag == "br" else ""
        found[-1][1] += child.tail or ""


def _note(element: etree._Element) -> str:
    """Return what stands for an element that has no text of its own."""
    if element.tag == "img":
        file = (element.get("src") or "").rsplit("/", 2)
        return f"[Hình: {element.get('alt') or 'chưa có mô tả'} – {'/'.join(file[-2:])}]"
    return "――――" if element.tag == "hr" else ""
