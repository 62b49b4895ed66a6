"""What an address tells: a home page, a list or an article, and sometimes its day."""

import re
from datetime import date
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

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
_BELOW = re.compile(
    r"/(?:tin-tuc|tintuc|tin|bai-viet|baiviet|news|thong-bao|chi-tiet[\w-]{0,20}|articles?|posts?"
    r"|su-kien|tin-tuc-su-kien)/(?!page/)[^/]{1,200}/?$",
    re.IGNORECASE,
)
_ITEM_KEYS = frozenset({
    "id", "itemid", "newsid", "articleid", "idtin", "tinid", "p", "detail", "postid",
    "contentid", "item", "news_id", "cid", "aid", "idbaiviet",
})  # fmt: skip
_PARTS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)")
_CLOSE = re.compile(
    r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6,10})?(?=\D|$)"
)


# The addresses of the Government's own sites end in site, yymmddhhmmss and three digits more.
_PACKED = re.compile(
    r"-1\d\d(2\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{3}\.htm"
)
_ASKED = re.compile(r"\b(?:published|publish|post)date=(20\d\d)-(\d\d)-(\d\d)", re.IGNORECASE)


def split(url: str) -> SplitResult:
    """Return the parts of an address; one that is none has no parts."""
    try:
        parts = urlsplit(url[:2_000].strip())
        _ = parts.hostname, parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def whole(base: str, href: str) -> str:
    """Return an address of a page in full, or as it stands where it is none."""
    try:
        return urljoin(base, href[:2_000].strip())
    except ValueError:
        return href


def is_home(url: str) -> bool:
    """Tell whether the address is the front page of a site."""
    parts = split(url)
    return _HOME.match(parts.path or "/") is not None and not _item_key(parts.query)


def is_list(url: str) -> bool:
    return _LIST.search(split(url).path) is not None


def is_article(url: str) -> bool:
    """Tell whether the address has the shape of one article's."""
    parts = split(url)
    path = parts.path
    if "/-/" in path or "/content/" in path or "/articleview/" in path.lower():
        return True
    last = path.rstrip("/").rsplit("/", 1)[-1]
    if is_list(url):
        return False
    if day_in(url) is not None:
        return True
    return bool(
        _BELOW.search(path) or _SLUG.match(last) or _NUMBERED.search(path) or _item_key(parts.query)
    )


def day_in(url: str) -> date | None:
    """Return the day that an address spells, /2026/11/23/, 20261123 or PublishedDate=, or None."""
    parts = split(url)
    for pattern, text in ((_PARTS, parts.path), (_CLOSE, parts.path), (_ASKED, parts.query)):
        if match := pattern.search(text):
            return day_of(int(match[1]), int(match[2]), int(match[3]))
    if match := _PACKED.search(parts.path):
        return day_of(2000 + int(match[1]), int(match[2]), int(match[3]))
    return None


def _item_key(query: str) -> bool:
    pairs = parse_qsl(query[:2_000], max_num_fields=200) if query.count("&") < 200 else []
    return any(key.lower() in _ITEM_KEYS and value.strip("{}-").isalnum() for key, value in pairs)
