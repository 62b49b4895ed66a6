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
    found = {whole(title), *_within(TITLE, title), *_within(HEAD, title), *_within(HEAD, lead)}
    found.update(f"{TITLE}={word.spoken}" for word in title if word.spoken)
    found.update(f"{HEAD}={word.spoken}" for word in (*title, *lead) if word.spoken)
    return found


def of_all(title: Sequence[Word], lead: Sequence[Word], body: Sequence[Word]) -> set[str]:
    """Return the lexemes of the whole article; without marks there is no `=` lexeme here."""
    body = body[:MOST_WORDS]
    found = _within(ALL, title) | _within(ALL, lead) | _within(ALL, body)
    distinct = {*title, *lead, *body}
    found.update([f"{ALL}={word.spoken}" for word in distinct if word.is_marked])
    return found


def whole(title: Sequence[Word]) -> str:
    """Return the lexeme that only articles with this very title have."""
    folded = " ".join(word.folded for word in title)
    return f"{TITLE}^{blake2b(folded.encode(), digest_size=9).hexdigest()}"


def _within(depth: str, line: Sequence[Word]) -> set[str]:
    folded = [word.folded for word in line]
    found = {f"{depth}{first} {second}" for first, second in pairwise(folded)}
    found.update([depth + word for word in set(folded)])
    return found


def vector(lexemes: Iterable[str], scope: str = "") -> str:
    """Return a tsvector literal. Lexemes hold no quote: they are made of letters and digits."""
    return f"'{scope}" + f"' '{scope}".join(lexemes) + "'"


def read(title: str, lead: str, body: str) -> tuple[list[Word], list[Word], list[Word]]:
    """Return the words of an article's three texts."""
    return words(title), words(lead), words(body)
