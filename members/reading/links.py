"""Where a page leads on its own site, and how its own search is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlencode

from lxml import etree
from selectolax.lexbor import LexborNode

from members.abnormality import Keywords, hosts
from members.abnormality.leading import TELLING_AT_HOME
from members.abnormality.sight import Sight
from members.depths import Origin
from members.freshness import addresses, feeds, outline

MOST_LINKS = 300
MOST_PARTS = 5
LONGEST = 500
_UPLOAD = re.compile(
    r"/(?:uploads?|uploaded|userfiles?|images?|media|files?|documents?|tmp|cache|portals|attach"
    r"(?:ments?)?)/",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\.(?:s?html?|php\d?|aspx?|jspx?)$", re.IGNORECASE)
_QUESTION = re.compile(
    r"/[^/]{0,40}(?:hoi-?dap|hoi-va-dap|faq|question|dien-?dan|forum|gop-?y|binh-luan|guestbook)",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|webp|svg|ico|bmp|mp[34]|avi|wmv|flv|css"
    r"|js|json|xml|rss|txt|csv|woff2?|exe|apk|ics)$",
    re.IGNORECASE,
)
_SEARCHES = re.compile(
    r"search|tim-?kiem|timkiem|keyword|tukhoa|tìm|(?:^|\s)(?:s|q|key|kw)(?:\s|$)"
)


@dataclass(frozen=True)
class Link:
    """An address of the site itself; `is_odd` where its words or its place betray it."""

    url: str
    origin: Origin
    is_odd: bool = False


def on_page(sight: Sight, *, url: str, keywords: Keywords) -> list[Link]:
    """Return the pages of the same site that a page leads to, the odd ones first."""
    telltales = keywords.worth_a_look(sight.plain)
    found: dict[str, Link] = {}
    for one in sight.texts:
        if one.kind != "link" or not one.href:
            continue
        address = _own(addresses.whole(url, one.href), url)
        if address and address not in found:
            lures = any(map(one.plain.__contains__, telltales)) and _lures(one.plain, keywords)
            found[address] = _link(address, Origin.LINK, keywords, is_odd=lures)
    return _bounded(found)


def _lures(text: str, keywords: Keywords) -> bool:
    weight = keywords.weigh(text)
    return weight.offers >= TELLING_AT_HOME and weight.is_telling


def in_sitemap(xml: str, *, url: str, keywords: Keywords) -> list[Link]:
    """Return the pages that a sitemap lists, odd and newly changed ones first; or its parts."""
    root = feeds.parsed(xml.encode())
    if root is None:
        return []
    is_index = etree.QName(root).localname.lower() == "sitemapindex"
    entries = sorted(feeds.places(root), reverse=True)
    found: dict[str, Link] = {}
    for _, place in entries:
        address = _same_site(place, url) if is_index else _own(place, url)
        if address and is_index:
            found[address] = Link(address, Origin.MAP)
        elif address:
            found[address] = _link(address, Origin.SITEMAP, keywords)
    return list(found.values())[:MOST_PARTS] if is_index else _bounded(found)


def _link(address: str, origin: Origin, keywords: Keywords, *, is_odd: bool = False) -> Link:
    parts = addresses.split(address)
    is_upload = _UPLOAD.search(parts.path) is not None and _PAGE.search(parts.path) is not None
    if is_upload:
        origin = Origin.UPLOAD
    elif _QUESTION.search(parts.path):
        origin = Origin.QUESTION
    named = keywords.in_a_name(unquote(f"{parts.path} {parts.query}")[:LONGEST])
    return Link(address, origin, is_odd or is_upload or bool(named))


def _bounded(found: dict[str, Link]) -> list[Link]:
    return sorted(found.values(), key=lambda one: not one.is_odd)[:MOST_LINKS]


def _own(address: str, url: str) -> str:
    """Return a page of the same site without its fragment, or "" for all else."""
    plain = _same_site(address, url)
    path = addresses.split(plain).path
    return "" if not plain or _FILE.search(path) or addresses.is_home(plain) else plain


def _same_site(address: str, url: str) -> str:
    plain = address.partition("#")[0].strip()
    here, there = addresses.split(url), addresses.split(plain)
    is_same = there.scheme in {"http", "https"} and hosts.host_of(plain) == hosts.host_of(url)
    return plain if is_same and there.port == here.port and len(plain) <= LONGEST else ""


def search_address(html: str, *, url: str, sought: str) -> str:
    """Return the address at which the site's own search is asked for words, or ""."""
    for form in outline.parse(html).css("form")[:30]:
        if (form.attributes.get("method") or "get").strip().lower() != "get":
            continue
        field = next((one for one in form.css("input")[:40] if _takes_words(one, form)), None)
        if field is not None:
            action = addresses.whole(url, form.attributes.get("action") or url)
            target = _same_site(action, url).partition("?")[0]
            query = dict(_hidden(form)) | {field.attributes["name"]: sought}
            return f"{target}?{urlencode(query)}"[:LONGEST] if target else ""
    return ""


def _takes_words(field: LexborNode, form: LexborNode) -> bool:
    said = field.attributes
    kind = (said.get("type") or "text").lower()
    told = (said.get("name"), said.get("placeholder"), said.get("id"))
    about = (form.attributes.get(name) for name in ("role", "action", "id", "class"))
    words = " ".join(one for one in (*told, *about) if one).lower()
    return bool(said.get("name")) and (
        kind == "search" or kind == "text" and bool(_SEARCHES.search(words))
    )


def _hidden(form: LexborNode) -> Iterator[tuple[str, str]]:
    for one in form.css("input[type=hidden]")[:10]:
        name, value = one.attributes.get("name"), one.attributes.get("value") or ""
        if name and len(value) <= 60:
            yield name, value
