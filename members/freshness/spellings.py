"""Every way in which a page writes a day, found in folded text (lower case, no diacritics).

A numeric day may be written day first or month first: such a spelling keeps both numbers and is
read only when the page has shown its order (`order.py`). Every pattern is linear: no nested
quantifiers, and every repetition is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1995, 2100

_ENGLISH = "january february march april may june july august september october november december"
_OTHERS = (
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
_SPOKEN = "gieng hai ba tu nam sau bay tam chin muoi muoi_mot muoi_hai"


def _months() -> dict[str, int]:
    names = {}
    for language in (*_OTHERS, _ENGLISH):
        for number, name in enumerate(language.split(), 1):
            names[name] = number
    for number, name in enumerate(_ENGLISH.split(), 1):
        names[name[:3]] = number
    return names | {"sept": 9, "okt": 10, "dez": 12, "maerz": 3}


MONTHS = _months()
SPOKEN_MONTHS = {
    name.replace("_", " "): number for number, name in enumerate(_SPOKEN.split(), 1)
} | {"mot": 1, "chap": 12}
_NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
_SAID = "|".join(sorted(SPOKEN_MONTHS, key=len, reverse=True))

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_ISO = re.compile(
    r"(?<![\d/.-])" + _YEAR + r"(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|(?P=s)\d)"
)
_NUMERIC = re.compile(
    r"(?<![\d/.])(?<!\d-)(?P<a>\d{1,2})\s?(?P<s>[/.·-])\s?(?P<b>\d{1,2})\s?(?P=s)\s?"
    r"(?P<y>(?:19|20)\d\d|\d\d)(?!\d|\s?(?P=s)\s?\d|\s?%)"
)
# A badge of two inline boxes: "20" beside "11/2026".
_DAY_BESIDE_MONTH = re.compile(
    r"^\W{0,3}(?P<a>[0-3]?\d)\s(?P<b>0?[1-9]|1[0-2])\s?(?P<s>[/.-])\s?(?P<y>20\d\d)(?![\d/.-])"
)
_MONTH_WORD = (
    r"(?:thang|thg|th)\.?\s{0,2}(?:(?P<m>1[0-2]|0?[1-9])(?!\d)|(?P<said>" + _SAID + r")\b)"
)
_TAIL_YEAR = r"(?:\s{0,2}[,./-]?\s{0,2}(?:nam\s{1,2})?" + _YEAR + r"(?!\d))?"
_DAY_MONTH = re.compile(
    r"(?<![\d/:.])(?P<d>\d{1,2})\s{0,2}[,/-]?\s{0,2}" + _MONTH_WORD + _TAIL_YEAR
)
_MONTH_DAY = re.compile(
    r"\b" + _MONTH_WORD + r"\s{1,2}(?P<d>\d{1,2})(?![\d/:h])\s{0,2},?\s{0,2}" + _YEAR
)
_DAY_NAMED = re.compile(
    r"(?<![\d/:])(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?\s{0,2}[-/]?(?:of |de )?(?P<name>"
    + _NAMED
    + r")\b"
    r"\.?(?:[\s,/-]{0,3}(?:de )?" + _YEAR + r"(?!\d))?"
)
_NAMED_DAY = re.compile(
    r"\b(?P<name>" + _NAMED + r")\.?\s{1,2}(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:/])"
    r"(?:\s{0,2},?\s{0,2}" + _YEAR + r"(?!\d))?"
)
_SHORT = re.compile(
    r"(?<![\d/.:,])(?<!\d-)(?P<a>\d{1,2})(?P<s>[/-])(?P<b>\d{1,2})(?![\d/:%]|-\d|\.\d|\s?[/-]\s?\d)"
)
_AGO = re.compile(
    r"\b(?:(?:cach day|khoang|hon)\s)?(?P<n>\d{1,3}|mot|an?)\s?"
    r"(?P<unit>giay|phut|gio|tieng|ngay|tuan|thang|nam|seconds?|secs?|minutes?|mins?|hours?|hrs?"
    r"|days?|weeks?|months?|years?)\s(?:truoc|ago)\b(?!\s(?:khi|do|day|ngay|thoi))"
)
_YESTERDAY = re.compile(r"\b(?P<word>hom qua|hom kia|yesterday)\b")
_MOMENT_AGO = re.compile(r"^\W{0,3}(?:vua xong|moi day|vua moi|just now|moi cap nhat)\W{0,3}$")
_TODAY_AT = re.compile(
    r"(?:^|[:|-]\s?)(?:hom nay|today)\s?,?\s?(?:luc|vao luc|at"
    r"|-)?\s?(?P<h>\d{1,2})\s?[:h]\s?\d\d\s?(?:[ap]m)?$"
)

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]{3,9}")
_MONTH_SAID = re.compile(r"\b(?:thang|thg|th)\b|\bth\.?\s?\d|thang\d|thg\.?\d")
_SAYS_RELATIVE = re.compile(r"truoc|ago\b|\bhom (?:qua|kia|nay)|yesterday|today|vua|moi|just now")

_DAYS_OF_UNIT = (
    ("ngay", 1.0), ("day", 1.0), ("tuan", 7.0), ("week", 7.0), ("thang", 30.0), ("month", 30.0),
    ("nam", 365.0), ("year", 365.0), ("gio", 1 / 24), ("tieng", 1 / 24), ("h", 1 / 24),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spelling:
    """One written day: where it stands in the line and what its numbers may mean."""

    start: int
    end: int
    first: int
    second: int
    year: int | None
    kind: str
    """"numeric" (order to be decided), "short" (no year), "words", "iso" or "relative"."""
    sign: str = ""

    def read(self, *, month_first: bool, year: int | None = None) -> date | None:
        """Return the day under an order, or None where no calendar has it."""
        in_order = self.kind in {"numeric", "short"} and month_first
        day, month = (self.second, self.first) if in_order else (self.first, self.second)
        return day_of(self.year or year, month, day)


def day_of(year: int | None, month: int, day: int) -> date | None:
    """Return the day if the calendar has it and a site could bear it."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find(text: str, *, today: date) -> list[Spelling]:
    """Return the days written in one line of folded text, in order, none overlapping another."""
    taken: list[Spelling] = []
    for spelling in _all(text, today):
        if all(spelling.end <= other.start or spelling.start >= other.end for other in taken):
            taken.append(spelling)
    return sorted(taken, key=lambda spelling: spelling.start)


def _all(text: str, today: date) -> Iterator[Spelling]:
    """Yield every reading, the surest pattern first."""
    if _DIGIT.search(text):
        yield from _with_year(text)
        yield from _without_year(text)
    if _SAYS_RELATIVE.search(text):
        yield from _relative(text, today)


def _without_year(text: str) -> Iterator[Spelling]:
    for match in _SHORT.finditer(text) if "/" in text or "-" in text else ():
        first, second = int(match["a"]), int(match["b"])
        yield Spelling(*match.span(), first, second, None, "short", match["s"])


def _with_year(text: str) -> Iterator[Spelling]:
    has_sign = any(sign in text for sign in "/-.·")
    for match in _ISO.finditer(text) if has_sign else ():
        yield Spelling(*match.span(), int(match["d"]), int(match["m"]), int(match["y"]), "iso")
    for match in _NUMERIC.finditer(text) if has_sign else ():
        year = int(match["y"])
        if year < 100 and match["s"] == ".":
            continue  # 1.2.26 is a paragraph or a version
        year += 2000 if year < 100 else 0
        numbers = int(match["a"]), int(match["b"]), year
        yield Spelling(*match.span(), *numbers, "numeric", match["s"])
    if has_sign and (match := _DAY_BESIDE_MONTH.search(text)):
        yield Spelling(*match.span(), int(match["a"]), int(match["b"]), int(match["y"]), "words")
    for pattern in (_DAY_MONTH, _MONTH_DAY) if _MONTH_SAID.search(text) else ():
        for match in pattern.finditer(text):
            month = int(match["m"]) if match["m"] else SPOKEN_MONTHS[match["said"]]
            yield _in_words(match, month)
    words = _WORD.findall(text)
    for pattern in () if MONTHS.keys().isdisjoint(words) else (_DAY_NAMED, _NAMED_DAY):
        for match in pattern.finditer(text):
            yield _in_words(match, MONTHS[match["name"]])


def _in_words(match: re.Match[str], month: int) -> Spelling:
    year = int(match["y"]) if match["y"] else None
    return Spelling(*match.span(), int(match["d"]), month, year, "words")


def _relative(text: str, today: date) -> Iterator[Spelling]:
    for match in _AGO.finditer(text):
        count = int(match["n"]) if match["n"].isdigit() else 1
        yield _on(match, today - timedelta(days=_days(match["unit"], count)))
    for match in _YESTERDAY.finditer(text):
        yield _on(match, today - timedelta(days=2 if match["word"] == "hom kia" else 1))
    for pattern in (_MOMENT_AGO, _TODAY_AT):
        if match := pattern.search(text):
            yield _on(match, today)


def _on(match: re.Match[str], day: date) -> Spelling:
    return Spelling(*match.span(), day.day, day.month, day.year, "relative")


def _days(unit: str, count: int) -> int:
    """Return whole days; whether some hours reach back before midnight cannot be told."""
    length = next((days for start, days in _DAYS_OF_UNIT if unit.startswith(start)), 0.0)
    return int(count * length)
