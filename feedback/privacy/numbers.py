"""Numbers that belong to a person: telephones, papers, accounts, plates, dates of birth."""

import re
from collections.abc import Iterator

from feedback.privacy.kinds import Kind, Span
from feedback.privacy.sight import Sight

# What people put between digits.
_GAP = r"[ .,_/()\-]{0,3}"
_TIGHT = r"[ .\-]{0,2}"
_MONEY = re.compile(
    r"[ .]{0,2}(?:dong|vnd|d\b|usd|ty\b|trieu|nghin|ngan\b|%|nguoi|m2|ha\b|km|kg|tan\b|luot|ca\b)"
)

_PHONES = (
    # 0903 123 456, +84 (0) 903.123.456, and the old 08 3829 5888
    rf"(?<![\d+])(?<!\d[.,])(?:\(?(?:\+|00)?84\)?{_GAP}(?:\(?0\)?{_GAP})?|\(?0\)?{_GAP})"
    rf"[35789](?:{_GAP}\d){{8}}(?!\d)",
    # 028 3829 5888, (0274) 382 2222
    rf"(?<![\d+])(?:\(?(?:\+|00)?84\)?{_GAP}(?:\(?0\)?{_GAP})?|\(?0){_GAP}2(?:{_GAP}\d){{9}}(?!\d)",
    # 0123 456 7890, of before 2018
    rf"(?<![\d+])0{_GAP}1{_GAP}[2689](?:{_GAP}\d){{8}}(?!\d)",
)
_PHONE = re.compile("|".join(_PHONES))
_PHONE_WORDS = (
    r"(?<![a-z])(?:s?[dđ]t|so dt|dien thoai|so may|tel|phone|mobile|di dong|hotline|fax|lien he|"
    r"lien lac|goi(?: cho| toi| em| minh)?|nhan tin|zalo|viber|whatsapp|alo)"
)
_NAMED_PHONE = re.compile(rf"{_PHONE_WORDS}[^\n\d]{{0,20}}?(\+?\d(?:{_GAP}\d){{6,11}})(?!\d)")
_SERVICE = ("1800", "1900")
_SHORT_SERVICE = re.compile(r"(?:1022|11[1-5])(?!\d)")
_DIGIT_WORD = r"(?:khong|linh|le|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|\d)"
_SPOKEN_PHONE = re.compile(
    rf"(?<![a-z])(?:khong|0)(?:[ ,.\-]{{1,3}}{_DIGIT_WORD}){{8,10}}(?![a-z\d])"
)

# The first three digits of an identity number: the province of birth, as numbered until 2025.
_PROVINCES = frozenset(
    (1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
     38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
     79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96)
)  # fmt: skip
_TWELVE = re.compile(rf"(?<!\d)0(?:{_TIGHT}\d){{11}}(?!\d)")
_ID_WORDS = (
    r"(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh|giay to tuy than|so cc|the cc|\bid\b)"
)
_NAMED_ID = re.compile(rf"{_ID_WORDS}[^\n\d]{{0,40}}?(\d(?:{_TIGHT}\d){{8,11}})(?!\d)")
_ID_BEFORE = re.compile(rf"(?<!\d)(\d(?:{_TIGHT}\d){{8,11}}) ?(?:\(|la )(?:so )?{_ID_WORDS}")
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[BCEKNP]\d{7,8}(?![A-Za-z0-9])")
_NAMED_PASSPORT = re.compile(r"(?:ho chieu|passport)[^\n\d]{0,25}?([a-z]{1,2} ?\d{6,8})(?!\d)")
_NAMED_PAPER = re.compile(
    r"(?:gplx|giay phep lai xe|bang lai|bhxh|bao hiem xa hoi|bhyt|bao hiem y te|the bao hiem|"
    r"so ho khau|ma the|ma (?:so )?(?:khach hang|kh(?= )|benh nhan|hoc sinh|sinh vien|danh bo)|"
    r"danh bo)"
    rf"[^\n\d]{{0,25}}?([a-z]{{0,3}} ?\d(?:{_TIGHT}\d){{6,14}})(?!\d)"
)
# The numbers of enterprises are public: "MST 0301234567", "mã số 0309876543", "0312345678-001".
_TAX_BEFORE = re.compile(
    r"(?:thue|mst|(?:doanh nghiep|cong ty|hop tac xa)[^\d\n]{0,20}ma so)[^\d\n]{0,15}\Z"
)
_BRANCH = re.compile(r"-\d{3}(?!\d)")
_INSURED = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2} ?[1-5](?: ?\d){12}(?!\d)")
_TAX = re.compile(rf"(?:ma so thue|mst|ma thue)([^\n\d]{{0,25}}?)(\d(?:{_TIGHT}\d){{9,12}})(?!\d)")

_BANKS = (
    r"(?:vietcombank|vcb|bidv|vietinbank|agribank|techcombank|tcb|mb ?bank|mbb|acb|sacombank|"
    r"vp ?bank|tp ?bank|vib|mb(?= ?\d)|shb|hd ?bank|ocb|msb|scb|eximbank|seabank|"
    r"lien ?viet|lp ?bank|nam a|bac a|abbank|pvcombank|kienlong ?bank|dong a|ngan hang|"
    r"momo|zalopay)"
)
_ACCOUNT = (
    rf"(?<![a-z])(?:stk|so tk|tk so|tk|so tai khoan|tai khoan)(?![a-z])[^\n\d]{{0,40}}?"
    rf"(\d(?:{_TIGHT}\d){{5,18}})(?!\d)"
)
_NAMED_ACCOUNT = re.compile(_ACCOUNT)
_BANK_ACCOUNT = re.compile(
    rf"(?<![a-z]){_BANKS}(?![a-z])[^\n\d]{{0,30}}?(\d(?:{_TIGHT}\d){{7,18}})(?!\d)"
)
_ACCOUNT_BANK = re.compile(
    rf"(?<!\d)(\d(?:{_TIGHT}\d){{7,18}})(?:[ (,\-]{{1,4}}|,? tai |,? o )(?:ngan hang )?{_BANKS}"
)
_CARD = re.compile(r"(?<!\d)(?:9704|4\d{3}|5[1-5]\d\d)(?:[ \-]?\d{4}){3}(?:[ \-]?\d{3})?(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")

_PLATE = re.compile(
    r"(?<![A-Za-z0-9.])(?:1[1-9]|[2-9]\d)[ \-.]{0,2}"
    r"(?:[A-Z]{2}\d?|[A-Z]\d?)[ \-.]{1,3}(?:\d{3}[. ]?\d{2}|\d{4})(?![\d.]\d|\d)"
    r"|(?<![A-Za-z0-9.])(?:1[1-9]|[2-9]\d)[ \-]?"
    r"(?:[A-Z]\d[ \-]?|[A-Z]{1,2}[ \-]?)(?:\d{3}\.?\d{2})(?![\d.]\d|\d)"
    # 59 - X1 - 234.56
    r"|(?<![A-Za-z0-9.])(?:1[1-9]|[2-9]\d) ?[\-.]? ?[A-Z]{1,2}\d? ?[\-.]? ?\d{3} ?\. ?\d{2}"
    r"(?![\d.]\d|\d)"
)
# Of foreigners: 80-NG-123-45, 41-291-NG-01.
_FOREIGN_PLATE = re.compile(
    r"(?<![A-Za-z0-9.])\d{2}[ \-](?:(?:NG|QT|CV|NN)[ \-.]?\d{3}[ \-.]\d{2}"
    r"|\d{3}[ \-](?:NG|QT|CV|NN)[ \-]\d{2})(?!\d)"
)
_NAMED_PLATE = re.compile(
    r"(?<![a-z])(?:bien so|bien kiem soat|bien xe|bks|bs|bien|xe|o to|oto|mo to|taxi)"
    r"(?![a-z])[^\n\d]{0,15}?"
    r"((?:1[1-9]|[2-9]\d)[ \-.]{0,3}(?!kg|km|m\b|h\b)[a-z]{1,2} ?\d?[ \-.]{0,3}"
    r"\d{3}[. \-]{0,3}\d{1,2})(?!\d)"
)
_LOW_PLATE = re.compile(
    r"(?<![a-z0-9.])(?:1[1-9]|[2-9]\d)[ \-]?[a-z]{1,2}\d?[ \-]{1,3}\d{3}\.\d{2}(?!\d)"
)

_DAY = r"(?:\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?(?:\d{4}|\d{2})|\d{1,2} thang \d{1,2},? nam \d{4})"
_BORN = re.compile(
    r"(?<![a-z])(?<!hoc )(?<!thi )(?<!ve )(?<!phat )(?<!khai )(?<!tan )(?<!tai )"
    rf"(?:(?:ngay(?: thang)?(?:,? nam)? sinh|sinh ngay|sinh vao|sinh|ns(?=[:. ])|"
    rf"d\.?o\.?b)(?: la| ngay| vao)*"
    rf"[ :.\-]{{0,3}}({_DAY})|(?:sinh (?:vao )?nam|nam sinh|sn)[ :.\-]{{0,3}}((?:19|20)\d\d)(?!\d))"
)


def phones(sight: Sight) -> Iterator[Span]:
    """Yield telephone numbers in every spelling; service numbers belong to nobody."""
    for match in _PHONE.finditer(sight.low):
        before = sight.low[max(0, match.start() - 24) : match.start()]
        is_firm = _TAX_BEFORE.search(before) or _BRANCH.match(sight.low, match.end())
        if not _MONEY.match(sight.low, match.end()) and not is_firm:
            yield _span(Kind.PHONE, match)
    for match in _NAMED_PHONE.finditer(sight.low):
        is_short = bool(_SHORT_SERVICE.match(match[1]))
        is_service = is_short or _digits(match[1]).startswith(_SERVICE)
        is_amount = _MONEY.match(sight.low, match.end()) or _is_thousands(match[1])
        if not is_service and not is_amount and not _is_day(match[1]):
            yield _span(Kind.PHONE, match, 1)
    for match in _SPOKEN_PHONE.finditer(sight.low):
        yield _span(Kind.PHONE, match)


def papers(sight: Sight) -> Iterator[Span]:
    """Yield numbers of identity papers, personal tax codes and customer numbers."""
    for match in _TWELVE.finditer(sight.low):
        digits = _digits(match[0])
        if int(digits[:3]) in _PROVINCES and digits[3] in "0123":
            yield _span(Kind.ID_CARD, match)
    for pattern, kind in (
        (_NAMED_ID, Kind.ID_CARD),
        (_ID_BEFORE, Kind.ID_CARD),
        (_NAMED_PASSPORT, Kind.PASSPORT),
        (_NAMED_PAPER, Kind.PAPER),
    ):
        for match in pattern.finditer(sight.low):
            if not _MONEY.match(sight.low, match.end(1)) and not _is_day(match[1]):
                yield _span(kind, match, 1)
    for match in _INSURED.finditer(sight.cased):
        yield _span(Kind.PAPER, match)
    for match in _PASSPORT.finditer(sight.cased):
        yield _span(Kind.PASSPORT, match)
    for match in _TAX.finditer(sight.low):
        digits = _digits(match[2])
        # Codes of enterprises are public; a person's begins with 8 or is the identity number.
        is_own = "ca nhan" in match[1] or "toi" in match[1]
        if len(digits) == 12 or digits[0] == "8" or is_own:
            yield _span(Kind.TAX_CODE, match, 2)


def bank_accounts(sight: Sight) -> Iterator[Span]:
    """Yield account numbers near a word that says so or the name of a bank, and card numbers."""
    for match in _CARD.finditer(sight.low):
        yield _span(Kind.BANK_ACCOUNT, match)
    for pattern in (_NAMED_ACCOUNT, _BANK_ACCOUNT, _ACCOUNT_BANK):
        for match in pattern.finditer(sight.low):
            is_money = _MONEY.match(sight.low, match.end(1)) or _is_thousands(match[1])
            if not is_money and not _is_day(match[1]):
                yield _span(Kind.BANK_ACCOUNT, match, 1)


def plates(sight: Sight) -> Iterator[Span]:
    """Yield plates of cars and motorbikes: 51F-123.45, 59-X1 234.56, 50LD 123.45."""
    for match in _PLATE.finditer(sight.cased):
        yield _span(Kind.PLATE, match)
    for match in _FOREIGN_PLATE.finditer(sight.cased):
        yield _span(Kind.PLATE, match)
    for match in _NAMED_PLATE.finditer(sight.low):
        yield _span(Kind.PLATE, match, 1)
    for match in _LOW_PLATE.finditer(sight.low):
        yield _span(Kind.PLATE, match)


def birth_dates(sight: Sight) -> Iterator[Span]:
    """Yield days and years of birth that are called so."""
    for match in _BORN.finditer(sight.low):
        yield _span(Kind.BIRTH_DATE, match, 1 if match[1] else 2)


def _span(kind: Kind, match: re.Match[str], group: int = 0) -> Span:
    return Span(kind, match.start(group), match.end(group))


def _digits(words: str) -> str:
    return "".join(filter(str.isdecimal, words))


def _is_thousands(words: str) -> bool:
    return bool(_THOUSANDS.match(words) or _YEARS.match(words))


def _is_day(words: str) -> bool:
    return bool(re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d.{0,4}", words))
