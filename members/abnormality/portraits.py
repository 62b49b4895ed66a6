"""What a page looks like, small enough to be kept for years and compared in a moment."""

import re
from collections import Counter
from dataclasses import dataclass
from zlib import crc32

from members.abnormality import hosts, words
from members.abnormality.looking import read
from members.abnormality.sight import Sight
from members.freshness import addresses

MOST_SHAPES = 120
MOST_NAMES = 60
FOOT = 12
MOST_LINES = 900
_NAME = re.compile(r"[^\W\d_]{2,20}")
_DIGITS = re.compile(r"\d+")
SAID = frozenset({"line", "link", "alt", "title"})


@dataclass(frozen=True)
class Portrait:
    """A page in numbers and names; equal pages have equal portraits."""

    title: str
    text_size: int
    foreign_size: int
    images: int
    shape: frozenset[str]
    """The kinds of elements of its template: tag and first class."""
    names: frozenset[str]
    """Words of its title, head and foot: who speaks here."""
    words: frozenset[str]
    """Every word of the page, to ask whether a name is still there."""
    script_hosts: frozenset[str]
    lines: frozenset[str] = frozenset()
    """Its lines, by a short sum each: what was never said here before is new. Old portraits have
    none."""
    media: frozenset[str] = frozenset()
    """Pictures, sounds and films, by a short sum each."""


def portrait(html: str, *, url: str = "") -> Portrait:
    """Return the portrait of a page."""
    return drawn(read(html), url=url)


def drawn(sight: Sight, *, url: str = "") -> Portrait:
    """Return the portrait of a page that has been read."""
    lines = [one.plain for one in sight.texts if one.kind in {"line", "link"} and one.plain]
    text = " ".join(lines)[:200_000]
    labels = " ".join(one.plain for one in sight.texts if one.kind in {"alt", "title"})[:20_000]
    title = words.plain(sight.title)
    heads = [one.plain for one in sight.heads if one.kind in {"og:title", "description"}]
    edges = " ".join([title, *heads, *lines[:FOOT], *lines[-FOOT:]])[:8_000]
    names = [word for word, _ in Counter(_NAME.findall(edges)).most_common(MOST_NAMES)]
    shape = sorted(sight.shape, key=lambda key: (-sight.shape[key], key))[:MOST_SHAPES]
    loaded = (hosts.host_of(addresses.whole(url, source)) for source in sight.sources)
    return Portrait(
        title=title,
        text_size=len(text),
        foreign_size=words.foreign_letters(text),
        images=sight.images,
        shape=frozenset(shape),
        names=frozenset(names),
        words=frozenset(_NAME.findall(f"{title} {text} {labels}")),
        script_hosts=frozenset(host for host in loaded if host),
        lines=frozenset(
            [sum_of(one.plain) for one in sight.texts if one.kind in SAID][:MOST_LINES]
        ),
        media=frozenset(sum_of(one) for _, one in sight.pictures[:MOST_LINES])
        | {sum_of(one) for one in sight.plays},
    )


def sum_of(text: str) -> str:
    """Return a few signs that stand for a text: its spaces and numbers do not matter."""
    bare = "".join(_DIGITS.sub("0", text[:300]).split())
    return f"{crc32(bare.encode()) & 0xFFFFFF:x}"
