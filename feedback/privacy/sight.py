"""A text as the finders see it: without marks, digits as digits, and every place kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_HIDDEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_ALIKE = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | dict.fromkeys(map(ord, "’‘ʼ`´"), "'")
# What stands for a digit in "O9o3": only in a word that holds a digit and no other letter.
_LOOKALIKES = str.maketrans("oOlI|", "00111")
_NUMBER_WORD = re.compile(r"(?<![^\W\d_])[0-9oOlI|]{2,40}(?![^\W\d_])")
_LONE_O = re.compile(r"(?<=[0-9][ .\-])[oO](?=[ .\-]?[0-9])")


@dataclass(frozen=True)
class Sight:
    """Four forms of one text, letter by letter the same length.

    `marked` as written (NFC), `cased` without marks, `low` also in lower case, with letters that
    stand for digits as digits. `at[i]` is where letter `i` begins in the text; one more ends it.
    """

    marked: str
    cased: str
    low: str
    at: tuple[int, ...]


def look(text: str) -> Sight:
    """Return the forms of a text. Letters that cannot be seen are passed over."""
    marked: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text):
        if _HIDDEN.match(letter):
            continue
        if unicodedata.combining(letter):
            if marked:
                joined = unicodedata.normalize("NFC", marked[-1] + letter)
                marked[-1] = joined if len(joined) == 1 else marked[-1]
            continue
        marked.append(_plain(letter))
        at.append(place)
    written = "".join(marked)
    cased = "".join(map(_bare, marked))
    return Sight(written, cased, _digits(written, cased.lower()), (*at, len(text)))


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """Return one letter in its usual form: narrow, and dashes, spaces, apostrophes alike."""
    if letter == "\n":
        return letter
    form = unicodedata.normalize("NFKC", letter).translate(_ALIKE)[:1] or " "
    return " " if form.isspace() else form


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    base = {"đ": "d", "Đ": "D"}.get(base, base)
    return base if len(base.lower()) == 1 else " "


def _digits(written: str, low: str) -> str:
    def numbers(match: re.Match[str]) -> str:
        word = match[0]
        return word.translate(_LOOKALIKES) if any(map(str.isdecimal, word)) else word.lower()

    # Only where the letter itself was written, not one that lost its marks ("ở 12").
    shown = _LONE_O.sub("0", _NUMBER_WORD.sub(numbers, written))
    return "".join(
        new if new != old and new.isascii() and new.isdigit() else bare
        for new, old, bare in zip(shown, written, low, strict=True)
    )
