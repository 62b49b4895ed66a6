"""What a reader typed, and the ranks of what may answer it.

A rank is a condition on lexemes. Ranks are tried from the best; inside a rank newer comes first.
That order can be told in one sentence and be computed exactly without looking at every match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cityweb.core import text
from cityweb.news.search.lexemes import ALL, HEAD, TITLE, whole
from cityweb.news.search.tokens import Word, words

MOST_CHARACTERS = 1_000
MOST_WORDS = 24
_PHRASE = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\uff02]([^\"\u201c\u201d\u201e\u00ab\u00bb\uff02]*)[\"\u201c\u201d\u201e\u00ab\u00bb\uff02]")

Condition = str
"""A tsquery in text form with `%` before each lexeme where the scope goes."""


@dataclass(frozen=True, slots=True)
class Query:
    """The words in reading order, and those of them that were put in quotes."""

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()
    title: str = ""
    """The lexeme of an article whose title is just this."""

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def is_marked(self) -> bool:
        return any(word.is_marked for word in self.words)


def parse(typed: str) -> Query:
    """Read a query: words, and phrases in straight or curly quotes. Nothing else has a meaning."""
    line = text.clean(typed[:MOST_CHARACTERS])
    found = words(line)
    phrases = [tuple(words(match)[:MOST_WORDS]) for match in _PHRASE.findall(line)]
    return Query(
        words=tuple(found[:MOST_WORDS]),
        phrases=tuple(phrase for phrase in phrases if phrase),
        title=whole(found),
    )


def ranks(query: Query) -> list[Condition]:
    """Return the conditions from the best rank to the last, without repetitions."""
    title, line = _quoted(query.title), query.words
    exact_title = _and(_spoken(TITLE, line))
    found = [
        (TITLE, _and([title, exact_title])),
        (TITLE, _and([exact_title, _chain(TITLE, line)])),
    ]
    if query.is_marked:
        found += _nearness(line, marks=True)
    found += [(TITLE, title), *_nearness(line, marks=False)]
    if query.is_marked:
        found.append((ALL, _and([*_spoken(ALL, line), _every(ALL, line)])))
    found.append((ALL, _every(ALL, line)))
    return list(dict.fromkeys(_and([each, *_phrases(depth, query)]) for depth, each in found))


def _nearness(line: Sequence[Word], *, marks: bool) -> list[tuple[str, Condition]]:
    steps = [(_chain, TITLE), (_every, TITLE), (_chain, HEAD), (_chain, ALL), (_every, HEAD)]
    return [
        (depth, _and([*(_spoken(depth, line) if marks else ()), how(depth, line)]))
        for how, depth in steps
    ]


def _phrases(depth: str, query: Query) -> list[Condition]:
    return [_chain(depth, phrase) for phrase in query.phrases]


def loosened(query: Query) -> list[Condition]:
    """Return ranks for a query that nothing answers in full: one word may be missing.

    First the phrase with a gap where that word stood, then the other words near, then anywhere.
    """
    line = query.words
    if len(line) < 3 or query.phrases:
        return []
    without = [(line[:gap], line[gap + 1 :]) for gap in range(len(line))]
    return [
        _or(_and([_chain(ALL, before), _chain(ALL, after)]) for before, after in without),
        _or(_every(HEAD, before + after) for before, after in without),
        _or(_every(ALL, before + after) for before, after in without),
    ]


def rendered(condition: Condition, scope: str) -> str:
    """Return `condition` as tsquery text for articles of one scope."""
    return condition.replace("%", scope)


def is_of_head(condition: Condition) -> bool:
    """Tell whether title and lead alone decide `condition`."""
    return f"%{ALL}" not in condition


def _chain(depth: str, line: Sequence[Word]) -> Condition:
    """Every word beside its neighbour, which is the phrase but for rare chances."""
    if len(line) < 2:
        return _every(depth, line)
    return " & ".join(_quoted(f"{depth}{one.folded} {two.folded}") for one, two in pairwise(line))


def _every(depth: str, line: Sequence[Word]) -> Condition:
    return _and(_quoted(depth + word.folded) for word in line)


def _spoken(depth: str, line: Sequence[Word]) -> list[Condition]:
    # Deep in the body only words with marks have a lexeme of their own: see `lexemes.of_all`.
    chosen = [word for word in line if word.is_marked or (depth != ALL and word.spoken)]
    return [_quoted(f"{depth}={word.spoken}") for word in chosen]


def _quoted(lexeme: str) -> Condition:
    return f"'%{lexeme}'"


def _and(parts: Iterable[Condition]) -> Condition:
    each = " & ".join(part for part in parts if part).split(" & ")
    return " & ".join(dict.fromkeys(each))


def _or(parts: Iterable[Condition]) -> Condition:
    return " | ".join(f"({part})" for part in dict.fromkeys(parts) if part)
