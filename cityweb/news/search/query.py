"""What a reader typed, and the ranks of what may answer it.

Ranks are tried from the best; inside a rank newer comes first. That order can be told in one
sentence, and be computed exactly without looking at every match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cityweb.core import text
from cityweb.news.search.lexemes import HEAD, TITLE, whole
from cityweb.news.search.tokens import Place, Word, places, words

MOST_CHARACTERS = 1_000
MOST_WORDS = 24
ALL = ""
"""The depth of the whole article; it is asked by number and has no letter."""

_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u301d\u301e\u301f'
_JOINERS = {0x200C: None, 0x200D: None}
_PHRASE = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")


@dataclass(frozen=True, slots=True)
class Query:
    """The words in reading order, and those of them that were put in quotes."""

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()
    written: tuple[str, ...] = ()
    """The words as they were typed, in lower case."""
    title: str = ""
    """The lexeme of an article whose title is just this."""

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def is_marked(self) -> bool:
        return any(word.is_marked for word in self.words)


@dataclass(frozen=True, slots=True)
class Rank:
    """An article is of this rank when any of the sets of lexemes is in it, at this depth."""

    depth: str
    any_of: tuple[tuple[str, ...], ...]


def parse(typed: str) -> Query:
    """Read a query: words, and phrases in double quotes of any shape; nothing else has meaning."""
    bare = text.clean(typed[:MOST_CHARACTERS]).translate(_JOINERS)
    line = unicodedata.normalize("NFKC", bare)
    found = list(places(line))
    phrases = [tuple(words(match)[:MOST_WORDS]) for match in _PHRASE.findall(line)]
    return Query(
        words=tuple(place.word for place in found[:MOST_WORDS]),
        phrases=tuple(phrase for phrase in phrases if phrase),
        written=tuple(_written(line, place) for place in found[:MOST_WORDS]),
        title=whole([place.word for place in found]),
    )


def _written(line: str, place: Place) -> str:
    """Return the word as typed, unless only part of what was typed in one is this word."""
    typed = line[place.start : place.end].lower()
    return typed if text.fold(typed) == place.word.folded else place.word.folded


def ranks(query: Query) -> list[Rank]:
    """Return the ranks from the best to the last, without repetitions.

    The title is just this, has the phrase, has all words; the phrase stands in the lead, then in
    the body; all words stand in title and lead, then anywhere. First all of it with marks as typed.
    """
    line = query.words
    found = [
        (TITLE, [query.title, *_spoken(TITLE, line)]),
        (TITLE, [*_spoken(TITLE, line), *_chain(line)]),
    ]
    if query.is_marked:
        found += [(depth, [*_spoken(depth, line), *each]) for depth, each in _nearness(line)]
    found += [(TITLE, [query.title]), *_nearness(line)]
    if query.is_marked:
        found.append((ALL, [*_spoken(ALL, line), *_every(line)]))
    found.append((ALL, _every(line)))
    required = [pair for phrase in query.phrases for pair in _chain(phrase)]
    return list(dict.fromkeys(_rank(depth, [*each, *required]) for depth, each in found))


def loosened(query: Query) -> list[Rank]:
    """Return ranks for a query that nothing answers in full: one word may be missing.

    First the phrase with a gap where that word stood, then the other words anywhere.
    """
    line = query.words
    if len(line) < 3 or query.phrases:
        return []
    gaps = [(line[:gap], line[gap + 1 :]) for gap in range(len(line))]
    broken = [tuple(_chain(before) + _chain(after)) for before, after in gaps]
    without = [tuple(_every(before + after)) for before, after in gaps]
    return [
        Rank(HEAD, tuple(broken)),
        *(Rank(ALL, (each,)) for each in broken),
        Rank(HEAD, tuple(without)),
        *(Rank(ALL, (each,)) for each in without),
    ]


def _nearness(line: Sequence[Word]) -> list[tuple[str, list[str]]]:
    chain, every = _chain(line), _every(line)
    return [(TITLE, chain), (TITLE, every), (HEAD, chain), (ALL, chain), (HEAD, every)]


def _rank(depth: str, lexemes: Sequence[str]) -> Rank:
    return Rank(depth, (tuple(dict.fromkeys(lexemes)),))


def _chain(line: Sequence[Word]) -> list[str]:
    """Every word beside its neighbour, which is the phrase but for rare chances."""
    if len(line) < 2:
        return _every(line)
    return [f"{one.folded} {other.folded}" for one, other in pairwise(line)]


def _every(line: Sequence[Word]) -> list[str]:
    return [word.folded for word in line]


def _spoken(depth: str, line: Sequence[Word]) -> list[str]:
    # Deep in the body only words with marks have a lexeme of their own: see `lexemes.of_all`.
    chosen = [word for word in line if word.is_marked or (depth != ALL and word.spoken)]
    return [f"={word.spoken}" for word in chosen]
