"""Reading a page once from top to bottom into what is seen of it and what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from members.abnormality import hiding, literals, noting, scripts, words
from members.abnormality.sight import Sight, Text
from members.freshness import outline

MOST_NODES = 60_000
MOST_HOSTS = 2_000
LONGEST_TEXT = 4_000
LONGEST_DRESS = 20_000
MOST_SCRIPTS = 400_000
MOST_TEXTS = 6_000
MOST_TEXT = 400_000

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main",
    "marquee", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "noscript",
})  # fmt: skip
_LOUD = frozenset({"marquee", "blink"})
_UNREAD = frozenset({"style", "svg", "math", "textarea"})
# What runs without anybody asking for it.
_RUN = frozenset(
    {
        *("onload", "onerror", "onpageshow", "onmouseover", "onscroll", "onbegin", "onfocus"),
    }
)
_GENERATED = re.compile(r"content\s{0,3}:\s{0,3}(?:\"([^\"\n]{20,2000})\"|'([^'\n]{20,2000})')")
_SHADOW = re.compile(r"<(/?)template\b", re.I)
# What gives a link without words something to show.
_WORN = frozenset({"class", "id", "style", "title", "aria-label", "onclick"})
_LEADS = {"a": "href", "option": "value"}
_LABELS = frozenset(
    {
        *("alt", "title", "aria-label", "placeholder", "label", "summary", "value"),
        *("data-title", "data-caption", "data-content", "data-original-title", "data-text"),
    }
)
_IN_A_DRAWING = "xlink:href"
_ASIDE = {"noscript": "trong noscript", "x-template": "trong khuôn mẫu"}
_HOSTS = re.compile(r"//([\w-]{1,60}(?:\.[\w-]{1,60}){1,5})")
_SHEET_LOADS = re.compile(r"url\(\s{0,3}[\"']?((?:https?:)?//[^\s\"')]{4,300})")


@dataclass(slots=True, eq=False)
class _Open:
    tag: str
    hidden: str
    link: Text | None
    attributes: dict[str, str | None]
    is_waiting: bool = False
    is_cover: bool = False
    block: str = ""
    is_loud: bool = False


def read(html: str) -> Sight:
    """Return what a page says, whatever its size and depth."""
    # What hangs in the shadow of an element is seen like anything else.
    if "shadowrootmode" in html:
        html = _SHADOW.sub(r"<\1div", html)
    elif "<template" in html:
        html = _SHADOW.sub(r"<\1x-template", html)
    tree = outline.parse(html)
    walk = _Walk()
    walk.sight.veiled = literals.veiled(html)
    walk.sight.hosts = {match[1].lower() for match in islice(_HOSTS.finditer(html), MOST_HOSTS)}
    walk.sight.styles = [node.text() for node in tree.css("style")[:40]]
    walk.sight.scripts = _inline_scripts(tree.css("script")[:400])
    generated = _GENERATED.findall("\n".join(walk.sight.styles)[: hiding.MOST_STYLES])
    for code in walk.sight.scripts:
        walk.sight.heads += [
            Text(text[:LONGEST_TEXT], "document.title") for text in scripts.titles_in(code)
        ]
    for words_of_sheet in generated[:40]:
        text = words_of_sheet[0] or words_of_sheet[1]
        walk.sight.texts.append(Text(text, "comment", "viết bằng kiểu của trang"))
    walk.sight.loads += _SHEET_LOADS.findall("\n".join(walk.sight.styles)[: hiding.MOST_STYLES])[
        :40
    ]
    walk.rules = hiding.by_rules("\n".join(walk.sight.styles), "\n".join(walk.sight.scripts))
    if tree.root is not None:
        walk.over(tree.root)
    walk.put_plain()
    if len(html) < LONGEST_DRESS:
        walk.sight.dress = re.sub(r"(?<=[:,;])\s{1,40}", "", html.lower())
    return walk.sight


def _inline_scripts(nodes: list[LexborNode]) -> list[str]:
    kept: list[str] = []
    room = MOST_SCRIPTS
    for node in nodes:
        text = node.text()[:room]
        room -= len(text)
        if text.strip():
            kept.append(text)
    return kept


class _Walk:
    """The state of one pass over the tree."""

    def __init__(self) -> None:
        self.sight = Sight()
        self.rules: dict[str, str] = {}
        self.line: Text | None = None

    def over(self, root: LexborNode) -> None:
        opened = [_Open("", "", None, {})]
        node: LexborNode | None = root.first_child
        nodes: list[LexborNode] = []
        for _ in range(MOST_NODES):
            if node is None:
                while nodes and node is None:
                    if opened.pop().tag in _BLOCKS:
                        self.line = None
                    node = nodes.pop().next
                if node is None:
                    return
            child = self.visit(node, opened)
            if child is None:
                node = node.next
            else:
                nodes.append(node)
                node = child

    def visit(self, node: LexborNode, opened: list[_Open]) -> LexborNode | None:
        """Take one node in; return its first child where there is something to read below."""
        above = opened[-1]
        if node.is_text_node:
            self.take(node.text_content or "", above)
            return None
        if node.is_comment_node:
            self.remark(node.comment_content or "")
            return None
        return self.enter(node, opened) if node.is_element_node else None

    def enter(self, node: LexborNode, opened: list[_Open]) -> LexborNode | None:
        """Take one element in; return its first child where there is something to read below."""
        above, tag, attributes = opened[-1], node.tag or "", node.attributes
        if tag == "input" and (attributes.get("type") or "").lower() == "password":
            forms = (one.attributes.get("action") for one in opened if one.tag == "form")
            self.sight.asks += [action for action in forms if action]
        self.count(tag, attributes)
        if tag in _BLOCKS or tag == "br":
            self.line = None
        if tag in noting.NOTED or "onclick" in attributes:
            noting.note(self.sight, tag, attributes, is_hidden=self.hides)
        child = node.first_child
        hidden = above.hidden or self.hides(tag, attributes)
        is_waiting = bool(hidden) and _is_waiting(tag, attributes, above)
        if tag == "textarea" and hidden and child is not None:
            self.put_away(child.text_content or "", "trong ô chữ bị ẩn")
        if attributes:
            self.labels(attributes, hidden)
            self.handlers(attributes)
        link = self.led(tag, attributes, above, hidden, is_waiting=is_waiting)
        if child is None or tag == "script":
            return None
        if tag in _UNREAD and not (tag == "svg" and node.css_first("a,text") is not None):
            return None
        is_cover = above.is_cover or _is_cover(tag, attributes)
        block = tag if tag in _BLOCKS else above.block
        is_loud = above.is_loud or tag in _LOUD or hiding.is_loud(attributes)
        opened.append(_Open(tag, hidden, link, attributes, is_waiting, is_cover, block, is_loud))
        return child

    def led(
        self,
        tag: str,
        attributes: dict[str, str | None],
        above: _Open,
        hidden: str,
        *,
        is_waiting: bool,
    ) -> Text | None:
        """Return the link that what stands below belongs to: a new one, or that above."""
        if (link := above.link) is not None:
            link.is_dressed = True
            if tag == "img":
                _show(link, attributes)
        href = attributes.get(_LEADS.get(tag, "")) or attributes.get(_IN_A_DRAWING)
        if not href or tag not in _LEADS:
            return link
        href = href.strip()[:2_000]
        if "\\" in href[:12]:
            # Browsers take them for slashes.
            href = href.replace("\\", "/")
        elif href[:11].lower() == "javascript:" and "//" in href:
            self.sight.calls += scripts.addresses_in(href)[:5]
        link = Text("", "link", hidden, href, is_waiting=is_waiting)
        link.is_over_all = above.is_cover
        link.place, link.is_loud = above.block, above.is_loud
        link.is_dressed = not _WORN.isdisjoint(attributes)
        self.sight.texts.append(link)
        return link

    def hides(self, tag: str, attributes: dict[str, str | None]) -> str:
        if tag in _ASIDE:
            return _ASIDE[tag]
        if not attributes:
            return ""
        way = hiding.by_attributes(tag, attributes)
        if way or not self.rules:
            return way
        if (name := attributes.get("id")) and (way := self.rules.get(f"#{name}", "")):
            return way
        ways = (
            self.rules.get(f".{one}", "") for one in (attributes.get("class") or "").split()[:20]
        )
        return next(filter(None, ways), "")

    def take(self, raw: str, above: _Open) -> None:
        if raw.isspace() and self.line is None:
            return
        text = " " if raw.isspace() else raw[:LONGEST_TEXT]
        if above.tag == "title":
            self.sight.title = self.sight.title or " ".join(text.split())[:LONGEST_TEXT]
            return
        if self.line is None or self.line.hidden != above.hidden:
            self.line = Text("", "line", above.hidden, place=above.block, is_loud=above.is_loud)
            self.line.is_over_all = above.is_cover
            self.sight.texts.append(self.line)
            text = f" {text}"
        # Words are cut by tags to hide them: what shows as one word is read as one.
        holder = above.link or self.line
        if len(holder.raw) < LONGEST_TEXT:
            holder.raw += text

    def remark(self, text: str) -> None:
        if "<a" in text[:LONGEST_TEXT]:
            self.sight.remarked += scripts.addresses_in(text[:LONGEST_TEXT])
            self.put_away(text, "trong chú thích mã")

    def put_away(self, text: str, place: str) -> None:
        """Keep words that stand where only machines read."""
        bare = re.sub(r"<[^<>]{0,500}>", " ", text[:LONGEST_TEXT])
        self.sight.texts.append(Text(bare, "comment", place))

    def labels(self, attributes: dict[str, str | None], hidden: str) -> None:
        for name in _LABELS.intersection(attributes):
            value = attributes[name]
            if value and len(value) > 5 and (name != "value" or " " in value):
                self.sight.texts.append(Text(value[:LONGEST_TEXT], name, hidden))

    def handlers(self, attributes: dict[str, str | None]) -> None:
        """Keep what an attribute runs or loads by itself."""
        if (style := attributes.get("style")) and "url(" in style:
            self.sight.loads += _SHEET_LOADS.findall(style[:2_000])
        if not _RUN.isdisjoint(attributes):
            codes = (attributes.get(name) for name in sorted(_RUN))
            self.sight.scripts += [code[:2_000] for code in codes if code]
        if (code := attributes.get("onclick")) and "clipboard" in code:
            self.sight.scripts.append(code[:2_000])
        if attributes.get("type") == "hidden" and " " in (value := attributes.get("value") or ""):
            self.sight.texts.append(Text(value[:LONGEST_TEXT], "comment", "trong ô ẩn"))

    def count(self, tag: str, attributes: dict[str, str | None]) -> None:
        first = (attributes.get("class") or "").split(maxsplit=1)
        key = f"{tag}.{first[0][:40]}" if first else tag
        self.sight.shape[key] = self.sight.shape.get(key, 0) + 1
        self.sight.images += tag == "img"

    def put_plain(self) -> None:
        """Normalise all text at once: many small strings cost ten times as much."""
        self.sight.texts = list(_bounded(self.sight.texts))
        kept = [*self.sight.texts, *self.sight.heads]
        joined = "\n".join([" ".join(one.raw.split()) for one in kept])
        self.sight.plain = words.plain(joined)
        plain = self.sight.plain.split("\n")
        said = f"{self.sight.title} {self.sight.plain}"
        self.sight.is_foreign = words.has_other_letters(said) and words.is_foreign(said)
        for one, text in zip(kept, plain, strict=True) if kept else ():
            one.plain = text


def _show(link: Text, attributes: dict[str, str | None]) -> None:
    """Give a link its picture; one that is a mere dot hides it, unless it counts visits."""
    is_dot = hiding.is_dot(attributes)
    link.is_pictured = not is_dot or "//" in (attributes.get("src") or "")
    if is_dot:
        link.hidden = link.hidden or "ảnh một điểm"
    elif says := attributes.get("alt"):
        link.raw = f"{link.raw} {says[:LONGEST_TEXT]}"


def _is_waiting(tag: str, attributes: dict[str, str | None], above: _Open) -> bool:
    """Tell whether what hides an element is named as what shows when its turn comes."""
    if above.is_waiting or hiding.is_waiting(tag, attributes):
        return True
    # Where the hiding begins, what holds it names it too.
    return not above.hidden and hiding.holds_what_waits(above.attributes)


def _is_cover(tag: str, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element lies over the whole window and is not named as a dialog."""
    style = attributes.get("style")
    if not style or "fixed" not in style or hiding.is_waiting(tag, attributes):
        return False
    return hiding.covers_all(style)


def _bounded(texts: list[Text]) -> Iterator[Text]:
    """Yield the texts that say something, no more than any honest page holds."""
    room = MOST_TEXT
    for one in texts[:MOST_TEXTS]:
        if one.raw or one.href:
            yield one
            room -= len(one.raw)
        if room < 0:
            return
