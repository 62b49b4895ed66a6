"""How a licence stands, by plain values; how its number is compared and addressed."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

from cityweb.core import text
from licensing.states import Event, Standing

_A_DAY = timedelta(days=1)
_ZEROS = re.compile(r"^0+(?=[0-9])")
_DIGITS = re.compile(r"[0-9]*")
_GAPS = re.compile(r"[^0-9a-z]+")
# A number as people write it in a sentence: what it is of, the number itself, the day it bears.
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
_LEAD = re.compile(r"(?:giay phep|giay|quyet dinh|van ban|phieu)? ?(?:so)? ?[:.]? ?(?=[0-9])")
_DAY = re.compile(
    r"[ ,;(]*(?:cap |ky |ban hanh )?ngay "
    r"(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2}) ?(?:[/.-]|nam) ?(\d{4})"
)
_END = " .,;:)"


def standing(*, event: str, valid_to: date, suspended_until: date | None, on: date) -> Standing:
    """Return how a licence stands on a day on which the given version is its last.

    `valid_to` is its last day; `suspended_until` the first day on which it counts again.
    """
    if event == Event.REVOKED:
        return Standing.REVOKED
    if valid_to < on:
        return Standing.EXPIRED
    if suspended_until is not None and on < suspended_until:
        return Standing.SUSPENDED
    return Standing.VALID


def turns_on(*, event: str, valid_to: date, suspended_until: date | None, on: date) -> date | None:
    """Return the next day after `on` when a licence stands otherwise if nobody decides anything."""
    if event == Event.REVOKED:
        return None
    days = [valid_to + _A_DAY, *([suspended_until] if suspended_until else [])]
    return min((day for day in days if day > on), default=None)


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def number_key(number: str) -> str:
    """Return what is equal for all spellings of one number: "01/GP-STTTT", "1 / gp-stttt"."""
    return _ZEROS.sub("", "".join(text.fold(text.clean(number)).split()))


def written_number(typed: str) -> tuple[str, date | None]:
    """Return the number that somebody wrote and the day beside it, however it was written.

    "Số: 11/GP–SKHCN, ngày 01/02/2026" is the number 11/gp-skhcn of that day. What is no day of the
    calendar counts as none.
    """
    plain = unicodedata.normalize("NFKC", text.clean(typed)).translate(_DASHES)
    words = " ".join(text.fold(plain).split())
    if lead := _LEAD.match(words):
        words = words[lead.end() :]
    found = _DAY.search(words)
    if found is None:
        return words.strip(_END), None
    number = words[: found.start()].strip(_END)
    day, month, year = map(int, found.groups())
    try:
        return number, date(year, month, day)
    except ValueError:
        return number, None


def number_spellings(number: str) -> list[str]:
    """Return how a number may be written, folded: with as many zeros before it as offices write."""
    key = number_key(number)
    digits = _DIGITS.match(key)[0]
    if not digits:
        return [key]
    return sorted({digits.zfill(width) + key[len(digits) :] for width in range(1, 5)})


def slug(number: str, year: int) -> str:
    """Return the word by which a licence is addressed; numbers begin anew each year."""
    return f"{'-'.join(_GAPS.sub(' ', number_key(number)).split())}-{year}"


def domain_key(name: str) -> str:
    """Return what is equal for all spellings of one domain: "www.Báo.vn", "xn--bo-pia.vn".

    What is no domain is compared as it was written.
    """
    bare = name.strip().lower().rstrip(".").removeprefix("www.")
    try:
        return bare.encode("idna").decode()
    except UnicodeError:
        return bare


def searchable(*parts: str) -> str:
    """Return the words of the parts, folded, names of domains taken apart."""
    return " ".join(_GAPS.sub(" ", text.fold(" ".join(parts))).split())
