"""What the words around a written day say it is: the day of the news, or of something else.

All text is folded: lower case, no diacritics.
"""

import re
from functools import lru_cache

LOOKED_AT = 1_000

# "Đăng", "tạo" and "viết" are also parts of other words: they stand first, or after one of these.
_PUBLISHED = re.compile(
    r"(?:^|[^\w\s]\s{0,2}|\b(?:ngay|gio|luc|gian|diem|duoc|bai|tin|da|lan|was|first|last|date)\s)"
    r"(?:dang(?: tai| tin| bai)?|dua tin|xuat ban|cong bo|post(?:ed)?|publi(?:shed|cation|c)"
    r"|phat hanh|gui dang|len trang|viet|tao|cap nhat|dua len|created|released?|updated?|modified"
    r"|veroffentlicht|publie|publicado|erstellt|stand|written)"
    r"\s?(?:bai|tin|moi|cuoi|nhat|lan cuoi|date|time|on|at|by|luc|vao|vao luc|ngay|vao ngay"
    r"|luc ngay|le|am)?\s{0,2}[:|,-]?\s{0,2}(?:ngay|luc|vao luc)?\s{0,2}[:(-]?\s{0,2}$"
)
_OTHER = re.compile(
    r"het han|hieu luc|ban hanh|ky ngay|ngay ky|ngay vb|ngay van ban|khai mac|khai giang|be mac"
    r"|bat dau|ket thuc"
    r"|dien ra|su kien|ngay sinh|cap ngay|ngay cap|deadline|expir|clos(?:es|ing)"
    r"|moi thau|dong thau|mo thau"
    r"|nhan ho so|thanh lap|ky niem|nghi dinh|quyet dinh|thong tu|nghi quyet|chi thi|cong van"
    r"|cong dien|ke hoach so"
    r"|phap lenh|to trinh|\bso\s?:|\bso \d|giay phep|copyright|©|\(c\)|ban quyen|all rights"
    r"|hom nay|today|bay gio"
    r"|hien tai|am lich|ty gia|gia vang|thoi tiet|truy cap|sap toi|du kien|giao ban"
    r"|tiep (?:cong )?dan|ap dung"
    r"|thi hanh|tiep nhan|ngay den|ngay (?:hoi|gui|tra loi|ban|hop|nop|hen)|version|phien ban"
    r"|member since"
    r"|joined|hen tra"
    r"|hoan thanh|khoi cong|khanh thanh|lich cong tac|lich lam viec|thuc hien tu|may chu"
    r"|xem lan cuoi|han chot"
    r"|han (?:cuoi|nop|dang ky|gop y|tra loi)|lay y kien|start date|end date|due date|event date"
)
_HEADED = re.compile(
    r"^\W{0,3}(?:(?:ve viec )?ban hanh |thong bao )?(?:nghi dinh|quyet dinh|thong tu"
    r"|nghi quyet|chi thi|cong van|cong dien|ke hoach so|phap lenh|to trinh|luat |giay phep"
    r"|giay moi|lich |du thao|van ban)"
    r"|\bso\s?:|\bso \d|moi thau|dong thau|mo thau|het han|hieu luc|han chot|deadline"
    r"|expir|copyright|©|ban quyen|hom nay|today"
    r"|hien tai|am lich|ty gia|gia vang|thoi tiet|truy cap|sap toi|du kien|giao ban"
    r"|tiep (?:cong )?dan|lich cong tac|lich lam viec|may chu"
    r"|han (?:cuoi|nop|dang ky|gop y|tra loi)|lay y kien|start date|end date|due date|event date"
)
# Words that are also names ("Nguyễn Anh Tuấn", "Tổng hợp") speak of another day only with "ngày".
_OTHER_AT_END = re.compile(
    r"(?:\b(?:(?<!, )den|tu|truoc|so|thau|due|from|until|starts?|ends?|events?|version"
    r"|ver)(?: het)?(?: ngay)?"
    r"|\b(?:(?<!tong )hop|lich|han|sinh|cap|tuan|luat) ngay|\b(?:han|lich|hop)\s?:"
    r"|thoi gian|\bcap\b.{0,12})\W{0,4}$"
)
# A label that is none of ours names some other day, as "Ngày tổ chức đấu giá:" does.
_ANY_LABEL = re.compile(r"[^\W\d][^:|]{2,60}:\W{0,3}(?:ngay)?\W{0,2}$")
_PLAIN_LABEL = re.compile(
    r"(?:^|\W)(?:ngay|luc|date|time|ngay thang|tin ngay|tin|bai|on)\s?:\W{0,3}$"
)
_UPDATE = re.compile(r"\b(?:cap nhat|updated?|modified)\b")
_RANGE_AFTER = re.compile(
    r"^\s{0,2}(?:den|toi|to|through|until|–|—|-|>"
    r"|->)\s{0,2}(?:het )?(?:ngay )?(?:thu \w{1,4},? )?\d{1,2}(?:\s?[/.-]\s?\d|\s(?:thang|thg)\s)"
)
_TIME = (
    r"\d{1,2}\s?(?::|h|gio|g)\s?\d{0,2}(?::\d{2})?\s?(?:phut)?\s?(?:[ap]\.?m\.?|sa|ch)?"
    r"(?:\s?\(?gmt\s?[+-]\d{1,2}\)?)?"
)
_WEEKDAY = (
    r"\b(?:thu\s?(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day"
    r"|mon|tue|wed|thu|fri|sat|sun)\b"
)
_COUNTED = (
    r"(?:so )?(?:luot|so lan) (?:xem|doc|truy cap)\s?:?\s?[\d.,]{0,12}"
    r"|[\d.,]{1,12}\s?(?:luot(?: xem| doc)?|lan xem|views?"
    r"|binh luan|comments?|hits?)\b|\b(?:views?|hits?|xem|doc)\s?:\s?[\d.,]{1,12}"
)
_PUBLISHING = (
    r"(?:ngay|gio|thoi gian)?\s?\b(?:dang(?: tai| tin| bai)?|xuat ban|cap nhat(?: lan cuoi)?"
    r"|posted|published|updated|tao|viet"
    r"|created|dua tin|phat hanh)\b\s?(?:on|at|by|luc|vao|ngay|boi)?"
)
_TRIMMINGS = re.compile(
    "|".join((_TIME, _WEEKDAY, _COUNTED, _PUBLISHING, r"\b(?:ngay|luc|vao|date|time|moi|new)\b"))
)
_BESIDE = re.compile(_TIME + "|" + _WEEKDAY)
_NO_LETTERS = re.compile(r"[\W_]+")
_HAS_TIME = re.compile(r"\b\d{1,2}\s?(?::|h)\s?\d{2}\b|\b[ap]m\b")
_SECONDS = re.compile(r"\d{1,2}:\d{2}:(?!00)\d{2}")
_HAS_WEEKDAY = re.compile(_WEEKDAY)
_A_DAY = re.compile(r"date|time|ngay|thoi-?gian|publi|posted|created|(?:^|[\s_-])pub")
_DATE_NAMES = re.compile(
    r"date|time|ngay|thoi-?gian|publi|posted|created|meta|byline|info|day|dang|(?:^|[\s_-])pub"
    r"|calendar|clock|sub"
)


def verdict(before: str, after: str, *, headline: str = "") -> str:
    """Return "news" or "other" where words before or after a day name it, else nothing.

    `headline` is what stands before that again and is a headline: "… hóa đơn điện tử" does not say
    "từ", but "Quyết định …" does say whose day it is.
    """
    if _RANGE_AFTER.match(after):
        return "other"
    near = _near(before)
    if near and _PUBLISHED.search(near):
        return "news"
    is_labelled = _ANY_LABEL.search(near) and not _PLAIN_LABEL.search(near)
    if is_labelled or _OTHER_AT_END.search(near):
        return "other"
    if _OTHER.search(_near(before)):
        return "other"
    # A headline may end in any words; a document, a rate, a programme is named by them.
    return "other" if headline and _HEADED.search(_near(headline)) else ""


def _near(before: str) -> str:
    # "Thứ Tư" would read as "từ", "Thứ Sáu 8:30" hides the label before it.
    return _BESIDE.sub(" ", before[-90:]).rstrip(" ,.–-(|").lstrip()


def is_of_an_update(text: str) -> bool:
    """Tell whether a line speaks of an update, which systems stamp on a page by themselves."""
    return _UPDATE.search(text) is not None


@lru_cache(maxsize=1_024)
def letters_left(text: str) -> int:
    """Return how many letters and digits are left beside what belongs to a day."""
    if len(text) < 2:
        return 0
    beginning = _NO_LETTERS.sub("", _TRIMMINGS.sub(" ", text[:LOOKED_AT]))
    return len(beginning) + max(0, len(text) - LOOKED_AT)


def says_time(text: str) -> bool:
    return _HAS_TIME.search(text) is not None


def says_seconds(text: str) -> bool:
    """Tell whether a time is given to the second, as clocks do and articles seldom."""
    return _SECONDS.search(text) is not None


def says_weekday(text: str) -> bool:
    return _HAS_WEEKDAY.search(text) is not None


def is_named_for_a_day(names: str) -> bool:
    """Tell whether an element's class or id says that it holds a day."""
    return _A_DAY.search(names) is not None


def is_named_for_days(names: str) -> bool:
    """Tell whether an element's class or id speaks of days or of what stands beside a headline."""
    return bool(names) and _DATE_NAMES.search(names) is not None
