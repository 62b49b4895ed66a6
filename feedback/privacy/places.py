"""Where somebody lives: house numbers, alleys, flats. A bare road is no address."""

import re
from collections.abc import Iterator

from feedback.privacy.kinds import Kind, Span
from feedback.privacy.sight import Sight

_NUMBER = (
    r"\d{1,5}[a-z]{0,2}\d{0,2}(?:[/\-.]\d{1,5}[a-z]{0,2}){0,5}(?:(?:/| bis| ter)[a-z\d]{0,4})?"
)
_STREET = (
    r"(?:duong|pho(?! (?:thong|bien|bao))|hem|ngo|kiet|ngach|xom|ap|thon|to dan pho|khu pho|kp|"
    r"quoc lo|ql|tinh lo|dai lo|chung cu|cu xa|lo|khu dan cu|kdc)"
)
_UNIT_WORD = (
    r"(?:phường|xã|thị trấn|quận|huyện|đặc khu|thành phố|tp|khu phố|kp|"
    r"phuong|thi tran|dac khu|thanh pho|khu pho|[pq](?=[. ]{0,2}\d|\. ?\w))"
)
_BEFORE_UNIT = re.compile(rf"(?: {{0,2}},| -)? {{1,2}}{_UNIT_WORD}(?!\w)", re.I)
# "45 Lê Lợi, phường Sài Gòn": a number, a road that is named, and the ward it lies in.
_NUMBER_AND_NAME = re.compile(
    rf"(?<![\d/.,\-a-zA-Z])({_NUMBER}) {{1,2}}(?:[A-Z][A-Za-z]{{0,7}} ){{1,3}}[A-Z][A-Za-z]{{0,7}}"
    r"(?![A-Za-z])"
)
_SAID_DIGIT = (
    r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|linh|le|xet|xuyet|"
    r"tren|bis|\d{1,4})"
)
_SAID_HOUSE = re.compile(
    rf"(?<![a-z])(?:so nha|nha so)(?: la)?[ :]{{1,3}}{_SAID_DIGIT}(?: {_SAID_DIGIT}){{0,8}}"
    r"(?![a-z\d])"
)
# "Đường số 15", "Nghị định số 20": these numbers name roads and papers.
_NOT_A_HOUSE = re.compile(
    r"(?:duong|lo|khu pho|quan|phuong|to|doi|nha may|tuyen|xe|buyt|bus|giao|lop|tang|ban|dinh|luat|"
    r"quyet|nghi|cong van|van|thong tu|chi thi|ke hoach|bao|ma|cap|don|ho so|dien thoai|khoan|"
    r"can cuoc|"
    r"hieu|ky|bien|chung minh|phieu|thu|cong|truong|tram|cang|cho|ben|dot|mui|co|thang|cay|toc|"
    r"trong|mot) ?\Z"
)
_HOUSE = re.compile(rf"(?<![a-z])(so|nha|so nha|nha so)[ :]{{1,3}}({_NUMBER})(?![\d/])")
_AFTER_HOUSE = re.compile(rf",? {{0,2}}(?:{_STREET}(?![a-z]))")
_PROPER = re.compile(
    r",? {0,2}(?:[A-Z][a-z]{0,7} ){1,3}[A-Z][a-z]{0,7}(?![a-z])"
    r"|,? {0,2}[A-Z]{1,7} [A-Z]{1,7}(?![a-zA-Z])"
)
_LIVES = re.compile(
    r"(?<![a-z])(?:dia chi(?: nha| lien he| thuong tru| tam tru)?(?: la| cua toi)?|thuong tru|"
    r"tam tru|"
    rf"cu ngu|cu tru|ngu tai|ngu|nha(?: toi| em| minh)?(?: o)?|toi o|song o|song tai|o)"
    rf"[ :]{{1,3}}(?:tai )?(?:so )?(?:nha )?({_NUMBER})(?![\d/:]|,\d)"
)
_ALLEY = re.compile(
    rf"(?<![a-z])(?:so (?:nha )?)?(?:{_NUMBER} )?(?:hem|kiet|ngo|ngach)(?: so)? {_NUMBER}(?![\d/])"
)
_SLASHED = re.compile(r"(?<![\d/.,])\d{1,4}[a-z]{0,2}(?:/\d{1,4}[a-z]{0,2}){1,5}(?![\d/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY_BEFORE = re.compile(
    r"(?:ngay|hom|sang|trua|chieu|toi|dem|tu|den|thang|nam|vao|qua|truoc|sau|nay|cuoi|dau|va|h|gio|"
    r"ti so|ty so|hang|chi|so|-|\() ?\Z"
)
_FLAT = re.compile(
    r"(?<![a-z])(?:can ho|can|phong|p\.)(?: so)?[ :]{1,2}([a-z]{0,2}\d{0,2}[.\-]?\d{2,5}[a-z]?)"
    r"(?=.{0,40}(?:chung cu|block|lo |toa|cao oc|tang|khu nha|ky tuc))"
)
_LOT = re.compile(r"(?<![a-z])(?:lo|can)(?: so)? ([a-z]\d{0,2}[.\-/]\d{1,4}[a-z]?)(?![\d/])")
_OWN_FLAT = re.compile(
    r"(?<![a-z])can ho(?: so)?[ :]{1,2}((?:[a-z]{1,2}[.\-]?)?\d{1,2}[.\-]?\d{1,3}[a-z]?)"
    r"(?![\d/]| ?(?:m2|phong|trieu|ty|%))"
)
_GROUP = re.compile(
    r"(?<![a-z])to(?: so)? \d{1,3}[a-z]?(?:/\d{1,3})?,? {0,2}(?:ap|khu pho|kp|thon|xom|khom|"
    r"khu vuc|"
    r"to dan pho)(?: so)? ?\d{0,3}"
)


def addresses(sight: Sight) -> Iterator[Span]:
    """Yield house numbers with the words that make them one, alleys, flats and groups of houses."""
    yield from _houses(sight)
    yield from _slashed(sight)
    yield from _in_wards(sight)
    for pattern in (_ALLEY, _GROUP, _SAID_HOUSE):
        for match in pattern.finditer(sight.low):
            yield Span(Kind.ADDRESS, match.start(), match.end())
    for pattern in (_FLAT, _OWN_FLAT, _LOT):
        for match in pattern.finditer(sight.low):
            yield Span(Kind.ADDRESS, match.start(1), match.end(1))


def _houses(sight: Sight) -> Iterator[Span]:
    for match in _HOUSE.finditer(sight.low):
        is_said = match[1] in ("so nha", "nha so")
        before = sight.low[max(0, match.start() - 16) : match.start()]
        if is_said or (not _NOT_A_HOUSE.search(before) and _is_followed(sight, match.end())):
            yield Span(Kind.ADDRESS, match.start(), match.end())
    for match in _LIVES.finditer(sight.low):
        is_written_o = match[0].startswith("o ") and sight.marked[match.start()] not in "ởỞ"
        if not is_written_o and _is_followed(sight, match.end()):
            yield Span(Kind.ADDRESS, match.start(1), match.end(1))


def _in_wards(sight: Sight) -> Iterator[Span]:
    """Yield the number of "45 Lê Lợi, phường Sài Gòn", which no word calls a house."""
    for match in _NUMBER_AND_NAME.finditer(sight.cased):
        before = sight.low[max(0, match.start() - 16) : match.start()].removesuffix("so ")
        if _BEFORE_UNIT.match(sight.marked, match.end()) and not _NOT_A_HOUSE.search(before):
            yield Span(Kind.ADDRESS, match.start(1), match.end(1))


def _is_followed(sight: Sight, end: int) -> bool:
    """Tell whether a road or a proper name comes next, as it does after a house number."""
    return bool(_AFTER_HOUSE.match(sight.low, end) or _PROPER.match(sight.cased, end))


def _slashed(sight: Sight) -> Iterator[Span]:
    """Yield "12/3 Nguyễn Trãi", which "12/3" alone is not: that is a day."""
    for match in _SLASHED.finditer(sight.low):
        parts = re.findall(r"\d+", match[0])
        if _YEAR.fullmatch(parts[-1]):
            continue
        is_day = (
            not re.search("[a-z]", match[0])
            and len(parts) <= 3
            and int(parts[0]) <= 31
            and int(parts[1]) <= 12
        )
        before = sight.low[max(0, match.start() - 12) : match.start()]
        if is_day and _DAY_BEFORE.search(before):
            continue
        if _is_followed(sight, match.end()):
            yield Span(Kind.ADDRESS, match.start(), match.end())
