"""Which links of a page are headlines, and what a headline says its text to be."""

import re

from members.freshness.outline import Link, Outline, flat

_DOCUMENT = re.compile(
    r"^\W{0,3}(?:toan van:? )?(?:(?:du thao )?(?:quyet dinh|nghi dinh|nghi quyet|thong tu|chi thi"
    r"|cong van|cong dien"
    r"|to trinh|luat|phap lenh|ke hoach|bao cao|thong bao|huong dan|giay moi"
    r"|cong bo)\b.{0,12}?(?:so )?:?\s?\d{1,5}\s?/)"
    r"|^\W{0,3}(?:so\s?:?\s?)?\d{1,5}\s?/\s?(?:\d{4}/)?[a-z]{1,6}[-–]"
)
_SCHEDULE = re.compile(
    r"^\W{0,3}(?:thong bao )?(?:lich (?:cong tac|lam viec|hop|tiep|tuan|truc|thi)|giay moi"
    r"|thu moi hop|chuong trinh cong tac)"
)
_DEMO = re.compile(
    r"lorem ipsum|dolor sit amet|hello world|(?:bai viet|tieu de|noi dung|du lieu"
    r"|tin tuc)(?: bai viet| tin)? (?:mau|demo|thu)\b"
    r"|\bdemo\b|\bsample\b|chao tat ca moi nguoi|xin chao the gioi|du lieu mau"
)
_RECKONED = re.compile(
    r"\b(?:gia vang|ty gia|ti gia|thoi tiet|du bao|gia xang|xo so|ket qua so xo)\b"
)
_NO_ARTICLE = re.compile(
    r"^\s*(?:#|javascript:(?!.{0,3}__dopostback)|mailto:|tel:|$)"
    r"|^(?:https?://[^/]{1,100})?/?(?:index\.\w{3,4})?$",
    re.IGNORECASE,
)
_READ_ON = re.compile(
    r"^\W{0,3}(?:xem (?:them|chi tiet|tiep)|chi tiet|doc (?:them|tiep)|read more|more"
    r"|details?)\W{0,5}$"
)
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
LINES_OF_LEAD = 8
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|mp[34])(?:$|[?#])", re.IGNORECASE)
_QUESTION = re.compile(r"^\W{0,3}(?:(?:cau )?hoi(?: dap)?|dap|tra loi)\s?(?:so \d{1,5}\s?)?[:–-]")
_GREETING = re.compile(r"\b(?:chao mung (?:quy|ban|cac ban)|welcome to|kinh chao)\b")


def title_links(page: Outline) -> list[Link]:
    """Return the links that read as headlines, in the order of the page."""
    return sorted(
        (named for link in page.links if (named := _named(page, link)) is not None),
        key=lambda link: link.line,
    )


def _named(page: Outline, link: Link) -> Link | None:
    """Return a link that is a headline, or that says "read on" under a headline without a link."""
    if is_headline(link):
        return link
    if not _READ_ON.match(flat(link.text)) or _NO_ARTICLE.match(link.href):
        return None
    for line in reversed(page.lines[max(0, link.line - LINES_OF_LEAD) : link.line]):
        is_head = line.element.tag in _HEADS or "title" in line.element.names
        if is_head and all(part.element.link is None for part in line.parts):
            named = Link(link.href, line.number, line.text[:400])
            return named if is_headline(named) else None
    return None


def plain(page: Outline) -> list[Link]:
    """Return short links and headings without a link, for pages that have no other headlines."""
    links = [
        link for link in page.links if _is_short(link.text) and not _NO_ARTICLE.match(link.href)
    ]
    heads = [
        Link(f"#{line.number}", line.number, line.text)
        for line in page.lines
        if line.element.tag in _HEADS
        and _is_short(line.text)
        and all(part.element.link is None for part in line.parts)
    ]
    return sorted([*links, *heads], key=lambda link: link.line)


def _is_short(text: str) -> bool:
    return len(text) >= 6 and len(text.split()) >= 2 and not text[:1].isdigit()


def is_headline(link: Link) -> bool:
    text = link.text
    return (
        len(text) >= 16
        and len(text.split()) >= 4
        and any(mark.isalpha() for mark in text[:60])
        and not _NO_ARTICLE.match(link.href)
    )


def is_of_a_file(link: Link) -> bool:
    """Tell whether a link leads to a file: what stands beside it is the day of the file."""
    return _FILE.search(link.href) is not None


def is_of_a_document(title: str) -> bool:
    """Tell whether a headline is the number and the name of a document."""
    return _DOCUMENT.match(flat(title)) is not None


def is_reckoned(title: str) -> bool:
    """Tell whether a headline is of prices, rates or weather, which are filled in every day."""
    return _RECKONED.search(flat(title)) is not None


def is_news(title: str) -> bool:
    """Tell whether a headline is of news: no programme or question, no greeting, no example."""
    text = flat(title)
    if _SCHEDULE.match(text) or _QUESTION.match(text):
        return False
    return not _DEMO.search(text) and not _GREETING.search(text)
