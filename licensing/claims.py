"""What a licensed site has to say of itself on its home page, and whether it does. Pure."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from cityweb.core import text

_GAPS = re.compile(r"[^0-9a-z]+")
_DIGITS = re.compile(r"\D+")
# A number is written with blanks, dots and country codes; its last digits are what it is.
_PHONE_DIGITS = 9


@dataclass(frozen=True)
class Claim:
    """One thing that is stated in the file of the office: by which duty it must be shown."""

    key: str
    label: str
    stated: str


@dataclass(frozen=True)
class Compared:
    """One claim and whether the page shows it; `near` is what stands there in its place."""

    key: str
    label: str
    stated: str
    is_shown: bool
    near: str = ""

    def facts(self) -> dict[str, object]:
        return asdict(self)


# What stands before such a thing on a page, to show what is there instead.
_MARKS = {
    "manager": ("chịu trách nhiệm",),
    "number": ("giấy phép", "gp số", "gp-"),
    "phone": ("điện thoại", "hotline", "tel"),
    "email": ("email", "thư điện tử", "@"),
    "address": ("địa chỉ", "trụ sở"),
    "holder": ("cơ quan chủ quản", "đơn vị quản lý", "công ty"),
}


def compare(claims: Iterable[Claim], page: str) -> list[Compared]:
    """Return each claim with whether the words of the page hold it, spelled however it may be."""
    folded, digits = _plain(page), _DIGITS.sub("", page)
    lines = page.splitlines()
    return [_one(claim, folded, digits, lines) for claim in claims if claim.stated.strip()]


def _one(claim: Claim, folded: str, digits: str, lines: list[str]) -> Compared:
    if claim.key == "phone":
        wanted = _DIGITS.sub("", claim.stated)[-_PHONE_DIGITS:]
        is_shown = len(wanted) >= 6 and wanted in digits
    else:
        is_shown = f" {_plain(claim.stated)} " in f" {folded} "
    near = "" if is_shown else _near(claim.key, lines)
    return Compared(claim.key, claim.label, claim.stated, is_shown, near)


def _near(key: str, lines: list[str]) -> str:
    """Return the line of the page that speaks of such a thing, with the one behind it."""
    marks = [text.fold(mark) for mark in _MARKS[key]]
    for place, line in enumerate(lines):
        if any(mark in text.fold(line) for mark in marks):
            return " ".join(lines[place : place + 2])[:200]
    return ""


def _plain(words: str) -> str:
    return " ".join(_GAPS.sub(" ", text.fold(words)).split())
