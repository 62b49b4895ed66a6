"""What the index holds of an article: its words at three depths, as PostgreSQL lexemes.

A lexeme is a depth (`t` title; `h` head, that is title and lead; `a` all) and one of: a folded
word `dat`, a word with its marks `=đất`, two folded neighbours `dat dai`, or, for the title alone,
the whole of it `^dat dai …`. Pairs of neighbours make a phrase a plain conjunction of lexemes, so
PostgreSQL answers phrases from the index alone instead of opening every article with both words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise

from cityweb.news.search.tokens import Word, words

TITLE, HEAD, ALL = "t", "h", "a"
MOST_WORDS = 20_000
"""Words of a body that are indexed; a tsvector cannot grow without end."""


def of_head(title: Sequence[Word], lead: Sequence[Word]) -> set[str]:
    """Return the lexemes of a title, and of title and lead; a pair never spans the two."""
    found = _within(TITLE, title)
    found.add(whole(title))
    return found | _within(HEAD, title) | _within(HEAD, lead)


def of_all(title: Sequence[Word], lead: Sequence[Word], body: Sequence[Word]) -> set[str]:
    """Return the lexemes of the whole article."""
    return _within(ALL, title) | _within(ALL, lead) | _within(ALL, body[:MOST_WORDS])


def whole(title: Sequence[Word]) -> str:
    """Return the lexeme that only an article with this very title has."""
    folded = " ".join(word.folded for word in title)
    return f"{TITLE}^{blake2b(folded.encode(), digest_size=9).hexdigest()}"


def _within(depth: str, line: Sequence[Word]) -> set[str]:
    folded = [word.folded for word in line]
    found = {f"{depth}{first} {second}" for first, second in pairwise(folded)}
    found.update([depth + word for word in set(folded)])
    found.update([f"{depth}={spoken}" for spoken in {word.spoken for word in line}])
    found.discard(f"{depth}=")
    return found


def vector(lexemes: Iterable[str], scope: str = "") -> str:
    """Return a tsvector literal. Lexemes hold no quote: they are made of letters and digits."""
    return f"'{scope}" + f"' '{scope}".join(lexemes) + "'"


def read(title: str, lead: str, body: str) -> tuple[list[Word], list[Word], list[Word]]:
    """Return the words of an article's three texts."""
    return words(title), words(lead), words(body)
