"""The words and pairs of words that titles are made of, and which are a slip of the hand apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cityweb.core import text
from cityweb.news.search.tokens import Place, places

LONGEST = 40


class Term(NamedTuple):
    """One or two neighbouring words of a title, folded and as they are written."""

    scope: str
    folded: str
    shown: str


def of_title(scope: str, title: str) -> set[Term]:
    """Return the terms of a title; numbers are not worth suggesting."""
    line = text.clean(title).lower()
    spoken = [place for place in places(line) if place.word.spoken]
    return {Term(scope, *both) for both in (*_singles(line, spoken), *_pairs(line, spoken))}


def _singles(line: str, spoken: list[Place]) -> Iterator[tuple[str, str]]:
    for place in spoken:
        shown = line[place.start : place.end]
        if 1 < len(place.word.folded) <= len(shown) <= LONGEST:
            yield place.word.folded, shown


def _pairs(line: str, spoken: list[Place]) -> Iterator[tuple[str, str]]:
    for first, second in pairwise(spoken):
        shown = line[first.start : second.end]
        folded = f"{first.word.folded} {second.word.folded}"
        # Only a blank between them: punctuation parts two thoughts.
        if line[first.end : second.start] == " " and len(shown) <= LONGEST:
            yield folded, shown


def near(folded: str) -> list[str]:
    """Return the term and all that is left of it when one character is taken away.

    Terms whose lists meet differ by one insertion, deletion, substitution or swap, seldom two.
    """
    return sorted({folded, *(folded[:at] + folded[at + 1 :] for at in range(len(folded)))})


def slips(one: str, other: str) -> int:
    """Return how many single-letter slips (with swaps of neighbours) part two short texts."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for at, found in enumerate(other, start=1):
            cost = min(last[at] + 1, current[at - 1] + 1, last[at - 1] + (letter != found))
            if row > 1 and at > 1 and letter == other[at - 2] and one[row - 2] == found:
                cost = min(cost, before_last[at - 2] + 1)
            current.append(cost)
        before_last, last = last, current
    return last[-1]
