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
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|mp[34])(?:$|[?#])", re.IGNORECASE)
_QUESTION = re.compile(r"^\W{0,3}(?:(?:cau )?hoi(?: dap)?|dap|tra loi)\s?(?:so \d{1,5}\s?)?[:–-]")
_GREETING = re.compile(r"\b(?:chao mung (?:quy|ban|cac ban)|welcome to|kinh chao)\b")


def title_links(page: Outline) -> list[Link]:
    """Return the links that read as headlines, in the order of the page."""
    return [link for link in page.links if is_headline(link)]


def is_headline(link: Link) -> bool:
    text = link.text
    return (
        len(text) >= 16
        and len(text.split()) >= 4
        and any(mark.isalpha() for mark in text[:60])
        and not _NO_ARTICLE.match(link.href)
        and not _FILE.search(link.href)
    )


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
