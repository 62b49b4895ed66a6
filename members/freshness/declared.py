"""What a page declares of itself for machines: JSON-LD, meta elements and microdata."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from members.freshness import stamps
from members.freshness.spellings import find

MOST_SCRIPTS = 20
LONGEST_SCRIPT = 200_000
MOST_THINGS = 2_000
_ARTICLES = frozenset({
    "article", "newsarticle", "blogposting", "report", "reportagenewsarticle",
    "analysisnewsarticle", "opinionnewsarticle", "techarticle", "advertisercontentarticle",
    "liveblogposting", "scholarlyarticle", "governmentannouncement",
})  # fmt: skip
_LISTS = frozenset({"itemlist", "blog", "collectionpage", "datafeed"})
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "article:published", "datepublished", "date_published", "publishdate", "publish-date",
    "publish_date", "publication_date", "publicationdate", "pubdate", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "article_date_original",
    "originalpublicationdate", "bt:pubdate", "cxenseparse:recs:publishtime",
    "article.published", "rnews:datepublished", "created", "dcsext.articlefirstpublished",
    "datecreated",
)  # fmt: skip
# Templates wrap JSON for browsers of long ago, and put quoted headlines into it as they are.
_WRAPPING = re.compile(
    r"(?://|/\*)?\s{0,3}<!\[CDATA\[\s{0,3}(?:\*/)?|(?://|/\*)?\s{0,3}\]\]>\s{0,3}(?:\*/)?|<!--|-->"
)
_SAYS_KIND = re.compile(r'"@type"\s{0,3}:\s{0,3}"(\w{3,40})"')
_SAYS_PUBLISHED = re.compile(r'"datePublished"\s{0,3}:\s{0,3}"([^"]{8,40})"')
# Names that systems also fill with the moment of the request: believed only if the page agrees.
_VAGUE = (
    "date",
    "dc.date",
    "dcterms.date",
    "dc.date.x-metadatadate",
    "displaydate",
    "release_date",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "dcterms.modified",
)


@dataclass(slots=True)
class Declared:
    """The days that a page declares, each with the words it was read from."""

    published: list[tuple[date, str]] = field(default_factory=list)
    vague: list[tuple[date, str]] = field(default_factory=list)
    modified: list[tuple[date, str]] = field(default_factory=list)
    listed: list[tuple[date, str]] = field(default_factory=list)
    headline: str = ""
    says_article: bool = False
    says_site: bool = False


def read(tree: LexborHTMLParser, *, today: date, host: str) -> Declared:
    """Return what the page declares. A day after `today` is dropped: it proves nothing yet."""
    said = Declared()
    _metas(tree, said, today, host)
    _microdata(tree, said, today, host)
    for number, script in enumerate(tree.css('script[type="application/ld+json"]')):
        if number >= MOST_SCRIPTS:
            break
        _linked_data(script.text()[:LONGEST_SCRIPT], said, today, host)
    for days in (said.published, said.vague, said.modified, said.listed):
        days[:] = [pair for pair in days if pair[0] <= today]
    return said


def _metas(tree: LexborHTMLParser, said: Declared, today: date, host: str) -> None:
    for meta in tree.css("meta[content]")[:300]:
        attributes = meta.attributes
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        )
        name, content = name.strip().lower(), attributes.get("content") or ""
        if name == "og:type":
            said.says_article |= "article" in content.lower()
            said.says_site |= "website" in content.lower()
        elif name in {"og:title", "twitter:title"} and not said.headline:
            said.headline = content
        for names, days in (
            (_PUBLISHED, said.published), (_VAGUE, said.vague), (_MODIFIED, said.modified),
        ):  # fmt: skip
            if name in names and (day := _day(content, today, host)) is not None:
                days.append((day, f"meta {name}={content[:40]}"))


def _microdata(tree: LexborHTMLParser, said: Declared, today: date, host: str) -> None:
    """Read `datePublished`, which NukeViet and others write into a hidden element."""
    texts = set()
    for node in tree.css('[itemprop~="datePublished"]')[:50]:
        attributes = node.attributes
        texts.add(attributes.get("content") or attributes.get("datetime") or node.text()[:60])
    days = {day: text for text in texts if (day := _day(text, today, host)) is not None}
    if len(days) == 1:
        day, text = days.popitem()
        said.published.append((day, f"itemprop datePublished={text.strip()[:40]}"))
        said.says_article = True


def _linked_data(text: str, said: Declared, today: date, host: str) -> None:
    data = _loaded(text)
    articles = []
    for thing, is_listed in _things(data):
        kinds = _kinds(thing)
        if not kinds & _ARTICLES:
            if "webpage" in kinds and (day := _day(str(thing.get("datePublished")), today, host)):
                said.vague.append((day, f"JSON-LD WebPage datePublished={day}"))
            continue
        day = _day(str(thing.get("datePublished") or thing.get("dateCreated") or ""), today, host)
        words = f"JSON-LD datePublished={str(thing.get('datePublished'))[:40]}"
        if is_listed:
            said.listed += (
                [(day, f"{words} {str(thing.get('headline') or '')[:80]}")] if day else []
            )
        else:
            articles.append((thing, day, words))
            changed = _day(str(thing.get("dateModified") or ""), today, host)
            said.modified += [(changed, f"JSON-LD dateModified={changed}")] if changed else []
    is_one = len(articles) == 1
    for thing, day, words in articles:
        if is_one:
            said.says_article = True
            said.headline = said.headline or str(thing.get("headline") or "")
        if day:
            (said.published if is_one else said.listed).append((day, words))


def _loaded(text: str) -> Any:
    """Return a JSON-LD document; of one that is broken, the article that it surely speaks of."""
    text = _WRAPPING.sub("", text).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        kinds = [kind for kind in _SAYS_KIND.findall(text) if kind.lower() in _ARTICLES]
        moments = set(_SAYS_PUBLISHED.findall(text))
        if len(kinds) == len(moments) == 1:
            return {"@type": kinds[0], "datePublished": moments.pop()}
        return None


def _things(data: Any) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield every object of a JSON-LD document, and whether it is an element of a list."""
    waiting: list[tuple[Any, bool]] = [(data, False)]
    for _ in range(MOST_THINGS):
        if not waiting:
            return
        value, is_listed = waiting.pop(0)
        if isinstance(value, list):
            waiting += [(one, is_listed) for one in value[:MOST_THINGS]]
        elif isinstance(value, dict):
            yield value, is_listed
            inside = is_listed or bool(_kinds(value) & _LISTS)
            for key in ("@graph", "itemListElement", "item", "blogPost", "mainEntity", "hasPart"):
                if key in value:
                    waiting.append((value[key], inside))
            if "liveBlogUpdate" not in value and isinstance(value.get("mainEntityOfPage"), dict):
                waiting.append((value["mainEntityOfPage"], inside))


def _kinds(thing: dict[str, Any]) -> set[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {re.split(r"[/:#]", one)[-1].lower() for one in kinds if isinstance(one, str)}


def _day(text: str, today: date, host: str) -> date | None:
    """Return the day of a declared value: ISO, or spelled as people do."""
    text = text.strip()[:60].lower().upper()
    day = stamps.day_of_moment(text, host=host, today=today)
    if day is not None or not text:
        return day
    spelled = [one for one in find(text.lower(), today=today) if one.kind in {"numeric", "words"}]
    if len(spelled) == 1:
        readings = [spelled[0].read(month_first=False), spelled[0].read(month_first=True)]
        return next((day for day in readings if day is not None and day <= today), None)
    return None
