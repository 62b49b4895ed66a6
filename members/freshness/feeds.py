"""The newest day of news that a feed or a sitemap proves.

Only the days of entries count: the head of a feed is often written at every request. A generator
that stamps every entry with the moment of asking proves nothing and is told by that.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree

from cityweb.core.text import clean, fold
from members.freshness import addresses, stamps
from members.freshness.findings import NewsDate, Piece, found
from members.freshness.spellings import find

LARGEST = 5_000_000
MOST_ENTRIES = 50_000
MANY = 4
_FEED_DAYS = ("pubdate", "published", "issued", "date", "created", "updated", "modified")
_HAS_CLOCK = re.compile(r"\d{1,2}:\d{2}:(?!00)\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed or of a sitemap: its day, as it was written, and what it is about."""

    day: date
    written: str
    title: str
    address: str


def newest_feed_date(xml: bytes, *, url: str, today: date) -> NewsDate | None:
    """Return the newest day among the entries of an RSS or Atom feed, or None."""
    return _newest(_feed_entries(xml, url, today), "feed")


def feed_news(xml: bytes, *, url: str, today: date) -> list[Piece]:
    """Return the dated entries of a feed, to be compared with what it held before."""
    return [
        Piece(one.day, one.title, addresses.whole(url, one.address))
        for one in _feed_entries(xml, url, today)
    ]


def _feed_entries(xml: bytes, url: str, today: date) -> list[Entry]:
    root = parsed(xml)
    if root is None:
        return []
    entries = []
    for node in _descendants(root, {"item", "entry"}):
        fields = _fields(node)
        written = next((fields[name] for name in _FEED_DAYS if fields.get(name)), "")
        day = _day(written, url, today)
        if day is not None and day <= today:
            entries.append(Entry(day, written, fields.get("title", ""), fields.get("link", "")))
    return _not_of_the_clock(entries, today)


def newest_sitemap_date(xml: bytes, *, url: str, today: date) -> NewsDate | None:
    """Return the newest day among the articles of a sitemap, or None.

    `news:publication_date` is the day of an article and wins (rule "sitemap-news"); `lastmod` is
    only a change (rule "sitemap") and counts for addresses that have the shape of an article's.
    """
    root = parsed(xml)
    if root is None or _name(root) == "sitemapindex":
        return None
    news, changed = [], []
    for node in _descendants(root, {"url"}):
        fields = _fields(node)
        address = fields.get("loc", "")
        published, modified = fields.get("publication_date", ""), fields.get("lastmod", "")
        if (day := _day(published, url, today)) is not None and day <= today:
            news.append(Entry(day, published, fields.get("title", ""), address))
        elif _is_of_an_article(address) and (day := _day(modified, url, today)) is not None:
            changed += [Entry(day, modified, "", address)] if day <= today else []
    return _newest(_not_of_the_clock(news, today), "sitemap-news") or _newest(
        _not_stamped_together(changed, today), "sitemap"
    )


def parsed(xml: bytes) -> etree._Element | None:
    """Return the root of a document from outside: no entities, no network, no bombs."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(xml[:LARGEST].strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def places(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield every address that a sitemap or an index of sitemaps lists, after its last change."""
    for node in _descendants(root, {"url", "sitemap"}):
        fields = _fields(node)
        yield fields.get("lastmod", ""), fields.get("loc", "")


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""


def _descendants(root: etree._Element, names: set[str]) -> list[etree._Element]:
    nodes = []
    for node in root.iter():
        if isinstance(node.tag, str) and _name(node) in names:
            nodes.append(node)
            if len(nodes) >= MOST_ENTRIES:
                break
    return nodes


def _fields(node: etree._Element) -> dict[str, str]:
    """Return the first text of each field of an entry, one level of grouping looked into."""
    fields: dict[str, str] = {}
    for child in node:
        name = _name(child)
        text = (child.text or "").strip() or child.get("href", "")
        fields.setdefault(name, text[:500])
        if name == "news":
            for inner in child:
                fields.setdefault(_name(inner), (inner.text or "").strip()[:500])
    return fields


def _day(text: str, url: str, today: date) -> date | None:
    """Return the day of a field: ISO, RFC 2822, or as people write it, day first."""
    text = clean(text).strip()[:80]
    if not text:
        return None
    host = (addresses.split(url).hostname or "").lower()
    day = stamps.day_of_moment(text, host=host, today=today) or stamps.day_of_mail_date(
        text, today=today
    )
    if day is not None:
        return day
    spelled = [one for one in find(fold(text).lower(), today=today) if one.kind != "short"]
    return spelled[0].read(month_first=False) if len(spelled) == 1 else None


def _is_of_an_article(address: str) -> bool:
    return not addresses.is_home(address) and addresses.is_article(address)


def _not_of_the_clock(entries: list[Entry], today: date) -> list[Entry]:
    """Return the entries, or none where all carry the very moment of the request."""
    moments = Counter(entry.written for entry in entries)
    is_one_moment = (
        len(moments) == 1 and len(entries) >= 2 and entries[0].day >= today - timedelta(days=1)
    )
    has_clock = bool(entries) and _HAS_CLOCK.search(entries[0].written) is not None
    if is_one_moment and (has_clock or len(entries) >= MANY):
        return []
    return entries


def _not_stamped_together(entries: list[Entry], today: date) -> list[Entry]:
    """Return the entries without those that one run of a generator stamped.

    Many entries of one moment, or most entries of today or yesterday, were not edited one by one.
    """
    moments = Counter(entry.written for entry in entries)
    single = [
        entry
        for entry in entries
        if moments[entry.written] < MANY or moments[entry.written] * 10 < len(entries)
    ]
    fresh = sum(entry.day >= today - timedelta(days=1) for entry in entries)
    if len(entries) >= 2 and len({entry.written for entry in entries}) == 1:
        return []
    if len(entries) >= MANY and fresh * 2 > len(entries):
        return [entry for entry in single if entry.day < today - timedelta(days=1)]
    return single


def _newest(entries: list[Entry], rule: str) -> NewsDate | None:
    best = max(entries, key=lambda entry: entry.day, default=None)
    return found(best.day, rule, best.written, best.title, best.address) if best else None
