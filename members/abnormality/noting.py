"""What the head and the machinery of a page declare: addresses, and words for machines."""

import re
from collections.abc import Callable

from members.abnormality import hiding, scripts
from members.abnormality.sight import Sight, Text

LONGEST_TEXT = 4_000
Attributes = dict[str, str | None]

_HEADS = frozenset({
    "description", "keywords", "og:title", "og:description", "og:site_name", "twitter:title",
    "twitter:description",
})  # fmt: skip
# Other names under which a head says something in words.
_SAYS = re.compile(r"title|desc|keyword|name|author|tag|section|subject|abstract|publisher|topic")
SHORTEST_HEAD = 5
_SAME_PAGE = frozenset({"canonical", "amphtml", "shortlink"})
_FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_LOADS = frozenset({"img", "video", "audio", "source", "track", "input"})
NOTED = frozenset({"meta", "link", "base", "script", "form", "area", "button", *_LOADS, *_FRAMES})
_CALLS = {"form": "action", "area": "href", "button": "formaction"}
_TAGS = re.compile(r"<[^<>]{0,500}>")


def note(
    sight: Sight, tag: str, attributes: Attributes, *, is_hidden: Callable[[str, Attributes], str]
) -> None:
    """Keep what the head and the machinery of the page declare."""
    if tag == "meta":
        _note_meta(sight, attributes)
    elif tag == "link" and (href := attributes.get("href")):
        _note_link(sight, attributes, href.strip()[:2_000])
    elif tag == "base" and (href := attributes.get("href")):
        sight.base = sight.base or href.strip()[:2_000]
    elif tag == "script" and (source := attributes.get("src")):
        if source.lstrip().startswith("data:"):
            code = scripts.of_data(source)
            sight.scripts.append(code)
            sight.veiled += scripts.addresses_in(scripts.undone(code))
        sight.sources.append(source[:2_000])
    elif tag in _LOADS:
        _load(sight, tag, attributes)
    elif (address := attributes.get(_CALLS.get(tag, "onclick"))) and "//" in address:
        sight.calls += scripts.addresses_in(address[:2_000])[:5]
    elif tag == "iframe" and (own := attributes.get("srcdoc")):
        bare = _TAGS.sub(" ", own[:LONGEST_TEXT])
        sight.texts.append(Text(bare, "comment", "trong khung tự viết"))
        sight.calls += scripts.addresses_in(own[:LONGEST_TEXT])
    elif source := attributes.get(_FRAMES.get(tag, "")):
        is_small = hiding.is_tiny_frame(attributes) or bool(is_hidden(tag, attributes))
        sight.frames.append((source[:2_000], is_small))
        if "autoplay=1" in source:
            sight.plays.append(source[:300])
        if hiding.covers_all(attributes.get("style") or ""):
            sight.covers.append(source[:2_000])


def _note_meta(sight: Sight, attributes: Attributes) -> None:
    names = map(attributes.get, ("name", "property", "itemprop"))
    name = next(filter(None, names), "").lower()
    content = attributes.get("content") or ""
    is_address = "//" in content[:12]
    if name in _HEADS:
        sight.heads.append(Text(content[:LONGEST_TEXT], name))
    elif name in {"og:image", "og:video"} and is_address:
        sight.loads.append(content[:2_000])
    elif name == "og:url":
        sight.twins.append(content.strip()[:2_000])
    elif _SAYS.search(name) and len(content) >= SHORTEST_HEAD and not is_address:
        sight.heads.append(Text(content[:LONGEST_TEXT], name))
    elif "author" in name and is_address:
        sight.loads.append(content[:2_000])
    elif (attributes.get("http-equiv") or "").lower() == "refresh":
        sight.refreshes.append(content[:2_000])


def _note_link(sight: Sight, attributes: Attributes, href: str) -> None:
    if (attributes.get("rel") or "").lower() in _SAME_PAGE:
        sight.twins.append(href)
    elif tongue := attributes.get("hreflang"):
        sight.alternates.append((tongue[:20], href))
    elif "//" in href[:12]:
        sight.loads.append(href)


def _load(sight: Sight, tag: str, attributes: Attributes) -> None:
    """Keep what a picture or a film is fetched from, and what a click on it calls."""
    if (address := attributes.get("src")) and "//" in address[:12]:
        sight.loads.append(address[:2_000])
    if tag == "img" and address:
        sight.pictures.append((len(sight.texts), address[:300]))
    elif "autoplay" in attributes:
        sight.plays.append((address or tag)[:300])
    if (address := attributes.get("onclick")) and "//" in address:
        sight.calls += scripts.addresses_in(address[:2_000])[:5]
