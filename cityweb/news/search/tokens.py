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

    @property
    def is_marked(self) -> bool:
        return self.spoken not in ("", self.folded)


@dataclass(frozen=True, slots=True)
class Place:
    """A word and where it stands: `text[start:end]` of the text it was read from."""

    word: Word
    start: int
    end: int


def words(value: str) -> list[Word]:
    """Return the words of `value` in reading order."""
    raws = _WORD.findall(unicodedata.normalize("NFC", value))
    return [word for raw in raws for word in _words_of(raw)]


def places(value: str, wanted: Collection[str] | None = None) -> Iterator[Place]:
    """Yield the words of `value`, which must be in NFC, with their offsets.

    Given the folded words that are `wanted`, only these: most of a long text is passed over.
    """
    for match in _WORD.finditer(value):
        for word in _words_of(match[0]):
            if wanted is None or word.folded in wanted:
                yield Place(word, match.start(), match.end())


@lru_cache(maxsize=100_000)
def _words_of(raw: str) -> tuple[Word, ...]:
    if not unicodedata.is_normalized("NFKC", raw):
        # Full-width letters, ligatures and raised digits are what they stand for: "m²" is "m2".
        return tuple(words(unicodedata.normalize("NFKC", raw)))
    if raw[0].isdigit():
        digits = raw.replace(".", "").replace(",", "")[:_LONGEST_WORD]
        return (Word(digits, "", digits.encode()),)
    lowered = raw.lower()[:_LONGEST_WORD]
    return tuple(_word(part) for part in _APART.get(lowered, (lowered,)))


def _word(lowered: str) -> Word:
    folded = text.fold(lowered)
    return Word(folded, text.spoken(lowered), folded.encode())
