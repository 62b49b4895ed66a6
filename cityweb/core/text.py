"""Vietnamese text: one normal form, folding without marks, and an order for names.

`fold` has a twin in SQL, `core_fold` (a migration of core), for questions that must fold inside the
database; it needs neither an extension nor a collation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook above, dot below: the five written tones."""

_MARKS = re.compile("[\u0300-\u036f]+")
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    "|[\ud800-\udfff]"
)
_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_D_BAR = str.maketrans("Đđ", "dd")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("a") + position) for position, letter in enumerate(_LETTERS)}
_TONE_RANK = {
    tone: str(position) for position, tone in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)
}


def clean(value: str) -> str:
    """Return `value` in NFC without control, bidi and zero-width characters; line ends stay."""
    return unicodedata.normalize("NFC", _CONTROLS.sub("", value))


def fold(value: str) -> str:
    """Return `value` without diacritics, đ as d, Latin letters in lower case.

    Other scripts keep their case: PostgreSQL lowers only ASCII under every collation alike.
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFD", value))
    return bare.translate(_D_BAR).translate(_ASCII_LOWER)


@lru_cache(maxsize=65_536)
def spoken(word: str) -> str:
    """Return one lower-case word with its tone mark at the end, so that "hoà" equals "hòa".

    Where the mark stands is a matter of style (hoà/hòa, thuý/thúy, khoẻ/khỏe); which mark it is
    is not. Every other letter mark (ă, ê, ơ, đ) stays where it is.
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in parts if mark in TONES)
    letters = "".join(mark for mark in parts if mark not in TONES)
    return unicodedata.normalize("NFC", letters) + tones


def sort_key(value: str) -> str:
    """Return a key that sorts names as a Vietnamese dictionary does, by bytes, in any database.

    Letters decide first (a ă â b … d đ e ê … o ô ơ … u ư), then tones:
    ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    letters: list[str] = []
    tones: list[str] = []
    for word in clean(value).lower().split():
        base = spoken(word).rstrip(TONES)
        letters.append("".join(_rank(letter) for letter in base))
        tones.append("".join(_TONE_RANK[tone] for tone in spoken(word)[len(base) :]) or "0")
    return " ".join(letters) + "\x01" + "".join(tones)


def _rank(letter: str) -> str:
    if letter in _RANK:
        return _RANK[letter]
    bare = fold(letter)
    return "".join(_RANK.get(part, part) for part in bare)
