"""What the index holds of an article.

Title and lead become a tsvector. Its lexemes are a depth (`t` title, `h` head, that is title and
lead) and one of: a folded word `dat`, a word with its marks `=đất`, two folded neighbours
`dat dai`, or the whole title `^…`. Pairs of neighbours make a phrase a plain conjunction, so
PostgreSQL answers phrases from the index alone instead of opening every article with both words.

The whole article, body included, has the same lexemes by number: 32 bits each, a third of the
room and of the time to write. Two lexemes in four thousand million share a number by chance;
`finding` looks at the text before it shows anything, so such a chance is never seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from operator import attrgetter
from zlib import crc32

from cityweb.news.search.tokens import Word, words

TITLE, HEAD = "t", "h"
MOST_WORDS = 20_000
"""Words of a body that are indexed: an eighth of a megabyte of text."""
_KEY, _NEXT_KEY, _MARKED_KEY = map(attrgetter, ("key", "next_key", "marked_key"))


def of_head(title: Sequence[Word], lead: Sequence[Word]) -> set[str]:
    """Return the lexemes of a title, and of title and lead; a pair never spans the two."""
    found = {TITLE + whole(title)}
    for depth, line in ((TITLE, title), (HEAD, title), (HEAD, lead)):
        found.update(depth + word.folded for word in line)
        found.update(f"{depth}={word.spoken}" for word in line if word.spoken)
        found.update(f"{depth}{one.folded} {other.folded}" for one, other in pairwise(line))
    return found


def of_all(scope: str, texts: Iterable[Sequence[Word]]) -> set[int]:
    """Return the numbers of an article's lexemes; `=` only of words that have marks."""
    found: set[int] = set()
    start = crc32(scope.encode())
    for line in texts:
        line = line[:MOST_WORDS]
        keys = list(map(_KEY, line))
        number = {key: crc32(key, start) for key in set(keys)}
        found.update(number.values())
        # Without a step of Python for each word: a body has many hundred.
        found.update(map(crc32, map(_NEXT_KEY, line[1:]), map(number.__getitem__, keys)))
        marked = set(map(_MARKED_KEY, line)) - {b""}
        found.update([crc32(key, start) for key in marked])
    return {number - 0x8000_0000 for number in found}


def numbered(scope: str, lexeme: str) -> int:
    """Return the number of one lexeme as `of_all` gives it."""
    return crc32(lexeme.encode(), crc32(scope.encode())) - 0x8000_0000


def whole(title: Sequence[Word]) -> str:
    """Return the lexeme that only articles with this very title have."""
    folded = " ".join(word.folded for word in title)
    return f"^{blake2b(folded.encode(), digest_size=9).hexdigest()}"


def vector(scope: str, lexemes: Iterable[str]) -> str:
    """Return a tsvector literal. Lexemes hold no quote: they are made of letters and digits."""
    return f"'{scope}" + f"' '{scope}".join(lexemes) + "'"


def array(numbers: Iterable[int]) -> str:
    """Return an integer array literal; Django would take a hundred times as long over a list."""
    return "{" + str(list(numbers))[1:-1] + "}"


def read(title: str, lead: str, body: str) -> tuple[list[Word], list[Word], list[Word]]:
    """Return the words of an article's three texts."""
    return words(title), words(lead), words(body)
