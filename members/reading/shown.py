"""What a home page carries of the common duties: links to others, menu, footer, search, English.

Plain facts as they are stored: whether they are enough is judged later, and anew when a duty
changes.
"""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from members.abnormality import hiding, hosts
from members.abnormality.sight import Sight
from members.freshness import addresses, outline
from members.reading import links

MOST_LINKS, MOST_LABELS = 150, 250
LONGEST_TEXT, LONGEST_LABEL, LONGEST_FOOTER = 160, 60, 1_500
_ENGLISH_WORDS = frozenset({"english", "en", "eng", "tiếng anh", "english version"})
_ENGLISH_PATH = re.compile(r"/en(?:[/?-]|$)|[?&]lang(?:uage)?=en", re.IGNORECASE)


def on_home(sight: Sight, html: str, *, url: str) -> dict[str, Any]:
    """Return what a home page carries, read from its page and from how a visitor sees it."""
    tree = outline.parse(html)
    pictures = _pictures(tree)
    outside, english = [], ""
    for one in sight.texts:
        if one.kind != "link" or not one.href:
            continue
        address = addresses.whole(url, one.href)
        alt, is_small = pictures.get(one.href, ("", False))
        said = " ".join((one.raw or alt).split()) or alt
        hidden = one.hidden or ("hình nhỏ không thấy được" if is_small else "")
        if hosts.host_of(address) not in {"", hosts.host_of(url)}:
            outside.append([address[:500], said[:LONGEST_TEXT], hidden])
        if not english and (said.lower() in _ENGLISH_WORDS or _ENGLISH_PATH.search(address)):
            english = address[:500]
    return {
        "links": outside[:MOST_LINKS],
        "labels": _labels(tree),
        "footer": _footer(tree, sight),
        "search": _search(tree, html, url),
        "english": english,
    }


def _labels(tree: LexborHTMLParser) -> list[str]:
    """Return the names in the menus: headlines change by the hour, sections do not."""
    ways = "nav a, header a, footer a, [class*=menu] a, [id*=menu] a, [class*=nav] a"
    said = (" ".join(link.text().split()) for link in tree.css(ways)[:600])
    return list(dict.fromkeys(one for one in said if 0 < len(one) <= LONGEST_LABEL))[:MOST_LABELS]


def _pictures(tree: LexborHTMLParser) -> dict[str, tuple[str, bool]]:
    """Return the words of the picture in each link, and whether nobody sees it."""
    found: dict[str, tuple[str, bool]] = {}
    for picture in tree.css("a[href] img")[:300]:
        link = picture.parent
        while link is not None and link.tag != "a":
            link = link.parent
        if link is None:
            continue
        said = picture.attributes
        is_small = hiding.is_tiny_frame(said) or bool(hiding.by_attributes("img", said))
        href = (link.attributes.get("href") or "").strip()[:2_000]
        found.setdefault(href, ((said.get("alt") or "").strip(), is_small))
    return found


def _footer(tree: LexborHTMLParser, sight: Sight) -> str:
    node: LexborNode | None = None
    for way in ("footer", "[id*=footer]", "[class*=footer]", "[id*=foot]", "[class*=foot]"):
        if node := next(iter(tree.css(way)[-1:]), None):
            break
    if node is not None:
        return " ".join(node.text(separator=" ").split())[-LONGEST_FOOTER:]
    seen = " ".join(" ".join(one.raw.split()) for one in sight.seen())
    return seen[-LONGEST_FOOTER:]


def _search(tree: LexborHTMLParser, html: str, url: str) -> str:
    if found := links.search_address(html, url=url, sought=""):
        return found.partition("?")[0]
    return url if tree.css_first("input[type=search], [role=search] input") else ""


def in_security_text(text: str) -> dict[str, Any]:
    """Return what /.well-known/security.txt says: its contact lines and until when it holds."""
    lines = [line.strip()[:200] for line in text[:16_384].splitlines()[:200]]
    said = [line for line in lines if line.lower().startswith(("contact:", "expires:"))]
    return {"security_txt": said[:10]}
