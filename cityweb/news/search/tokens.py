"""How text becomes words: one way for articles, for queries and for highlighting.

A word is a run of letters or a number. "covid-19", "Covid19" and "covid 19" are the same two
words; "1.000" is the number 1000; "TPHCM", "TP.HCM" and "TP HCM" are the words "tp", "hcm".
Sentence ends do not part neighbours: what stands side by side in reading is side by side here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from cityweb.core import text

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_APART = {"tphcm": ("tp", "hcm"), "tphn": ("tp", "hn"), "gdđt": ("gd", "đt"), "gddt": ("gd", "dt")}
_LONGEST_WORD = 40


class Word(NamedTuple):
    """One word as it is matched."""

    folded: str
    """Without marks, in lower case."""
    spoken: str
    """With its marks, the tone last, so that "hoà" and "hòa" are one; empty for a number."""
    key: bytes
    """`folded` as bytes: every word of an article is hashed, most of them many times."""
    next_key: bytes
    """The same as second of two neighbours."""
    marked_key: bytes
    """`spoken` as bytes; empty for a word without marks."""

    @property
    def is_marked(self) -> bool:
        return bool(self.marked_key)


@dataclass(frozen=True, slots=True)
class Place:
    """A word and where it stands: `text[start:end]` of the text it was read from."""

    word: Word
    start: int
    end: int


def words(value: str) -> list[Word]:
    """Return the words of `value` in reading order."""
    # What stands between blanks comes again and again, with its comma and all.
    return list(chain.from_iterable(map(_words_between_blanks, value.split())))


def places(value: str, wanted: Collection[str] | None = None) -> Iterator[Place]:
    """Yield the words of `value`, which must be in NFC, with their offsets.

    Given the folded words that are `wanted`, only these: most of a long text is passed over.
    """
    for match in _WORD.finditer(value):
        for word in _words_of(match[0]):
            if wanted is None or word.folded in wanted:
                yield Place(word, match.start(), match.end())


@lru_cache(maxsize=100_000)
def _words_between_blanks(value: str) -> tuple[Word, ...]:
    raws = _WORD.findall(unicodedata.normalize("NFC", value))
    return tuple(chain.from_iterable(map(_words_of, raws)))


@lru_cache(maxsize=100_000)
def _words_of(raw: str) -> tuple[Word, ...]:
    if not unicodedata.is_normalized("NFKC", raw):
        # Full-width letters, ligatures and raised digits are what they stand for: "m²" is "m2".
        return tuple(words(unicodedata.normalize("NFKC", raw)))
    if raw[0].isdigit():
        digits = raw.replace(".", "").replace(",", "")[:_LONGEST_WORD]
        return (_word(digits, ""),)
    lowered = raw.lower()[:_LONGEST_WORD]
    parts = _APART.get(lowered, (lowered,))
    return tuple(_word(text.fold(part), text.spoken(part)) for part in parts)


def _word(folded: str, spoken: str) -> Word:
    key = folded.encode()
    marked_key = b"=" + spoken.encode() if spoken not in ("", folded) else b""
    return Word(folded, spoken, key, b" " + key, marked_key)
