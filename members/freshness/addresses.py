"""What an address tells: a home page, a list or an article, and sometimes its day."""

import re
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from members.freshness.spellings import day_of

_HOME = re.compile(
    r"^/(?:(?:vi|en|vn|vi-vn|en-us|portal|pages|web|guest|home|trang-chu|trangchu|index|default"
    r"|hcm|"
    r"cms|site|trang|main|homepage)(?:\.(?:html?|aspx|php|jsp|do))?/?){0,5}$",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"/(?:chuyen-muc|danh-muc|category|categories|tag|tags|news|tin-tuc|tintuc|thong-bao"
    r"|archives?|page|"
    r"su-kien|tin-tuc-su-kien|danh-sach|topics?|search|tim-kiem|rss)/?(?:\d{1,4}/?)?(?:\.(?:html?"
    r"|aspx))?$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"^[^/]{0,200}?(?:[^/\W]+-){4,}[^/\W]+", re.UNICODE)
_NUMBERED = re.compile(
    r"-\d{3,18}(?:\.\w{3,5})?$|/\d{4,12}(?:\.\w{3,5})?$|[-_/](?:post|art|a|id|d|n|c)\d{3,12}\b"
)
_ITEM_KEYS = frozenset({
    "id", "itemid", "newsid", "articleid", "idtin", "tinid", "p", "detail", "postid",
    "contentid", "item", "news_id", "cid", "aid", "idbaiviet",
})  # fmt: skip
_PARTS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)")
_CLOSE = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?=\D|$)")


_ASKED = re.compile(r"\b(?:published|publish|post)date=(20\d\d)-(\d\d)-(\d\d)", re.IGNORECASE)


def is_home(url: str) -> bool:
    """Tell whether the address is the front page of a site."""
    parts = urlsplit(url)
    return _HOME.match(parts.path or "/") is not None and not _item_key(parts.query)


def is_list(url: str) -> bool:
    return _LIST.search(urlsplit(url).path) is not None


def is_article(url: str) -> bool:
    """Tell whether the address has the shape of one article's."""
    parts = urlsplit(url)
    path = parts.path
    if "/-/" in path or "/content/" in path or "/articleview/" in path.lower():
        return True
    last = path.rstrip("/").rsplit("/", 1)[-1]
    if is_list(url):
        return False
    return bool(_SLUG.match(last) or _NUMBERED.search(path) or _item_key(parts.query))


def day_in(url: str) -> date | None:
    """Return the day that an address spells, /2026/11/23/, 20261123 or PublishedDate=, or None."""
    parts = urlsplit(url[:2_000])
    for pattern, text in ((_PARTS, parts.path), (_CLOSE, parts.path), (_ASKED, parts.query)):
        if match := pattern.search(text):
            return day_of(int(match[1]), int(match[2]), int(match[3]))
    return None


def _item_key(query: str) -> bool:
    pairs = parse_qsl(query[:2_000], max_num_fields=200) if query.count("&") < 200 else []
    return any(key.lower() in _ITEM_KEYS and value.strip("{}-").isalnum() for key, value in pairs)
