"""What a reader may have meant, from the words of our own titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from cityweb.news.search import sql, terms
from cityweb.news.search.query import Query, parse, ranks
from cityweb.news.search.tokens import Word

MOST = 3
_MOST_WORDS = 6
_MOST_TRIED = 8
_MOST_NEAR = 3_000
_MOST_SLIPS = 2


class _Change(NamedTuple):
    """Words `at` to before `until` of a query written otherwise; the cheaper the likelier."""

    cost: tuple[int, int, int]
    at: int
    until: int
    shown: str


def suggest(query: Query, asked: sql.Scope) -> list[str]:
    """Return up to `MOST` queries a slip of the hand away, each of which finds something."""
    if not 0 < len(query.words) <= _MOST_WORDS:
        return []
    known = _near(_parts(query.words), asked)
    tried = list(dict.fromkeys(_rewritten(query, known)))[:_MOST_TRIED]
    if not tried:
        return []
    last_ranks = [ranks(parse(each))[-1] for each in tried]
    answered = sql.answered(last_ranks, asked)
    return [each for each, is_answered in zip(tried, answered, strict=True) if is_answered][:MOST]


def _parts(line: Sequence[Word]) -> set[str]:
    """Return each word, each two neighbours, and each two as if written in one."""
    pairs = [f"{one.folded} {other.folded}" for one, other in pairwise(line)]
    return {word.folded for word in line} | {*pairs} | {pair.replace(" ", "") for pair in pairs}


def _near(parts: Iterable[str], asked: sql.Scope) -> dict[str, list[str]]:
    """Return stored terms that may be a slip away from one of `parts`: folded, and how written."""
    keys = sorted({key for part in parts for key in terms.near(part) if len(key) > 1})
    rows = sorted(sql.near(keys, asked, _MOST_NEAR))
    return {
        folded: [shown for _, shown in group]
        for folded, group in groupby(rows, key=lambda row: row[0])
    }


def _rewritten(query: Query, known: dict[str, list[str]]) -> Iterator[str]:
    """Yield the query with one change, likeliest first; where two words are odd, with both."""
    odd = {at for at, word in enumerate(query.words) if word.folded not in known}
    changes = sorted(_changes(query, known))
    if odd:
        changes = [one for one in changes if odd & {*range(one.at, one.until)}]
    if len(odd) > 1:
        best = {one.at: one for one in reversed(changes) if one.until == one.at + 1}
        both = [best[at].shown if at in best else word for at, word in enumerate(query.written)]
        yield " ".join(both)
    for one in changes:
        yield " ".join([*query.written[: one.at], one.shown, *query.written[one.until :]])


def _changes(query: Query, known: dict[str, list[str]]) -> Iterator[_Change]:
    for length in (2, 1):
        for at in range(len(query.words) - length + 1):
            until = at + length
            folded = " ".join(word.folded for word in query.words[at:until])
            written = " ".join(query.written[at:until])
            for term, spellings in known.items():
                if term == folded or abs(len(term) - len(folded)) > 1:
                    continue
                slips = terms.slips(folded, term)
                if slips > _MOST_SLIPS or slips * 3 > len(term):
                    continue
                shown = min(spellings, key=lambda one: terms.slips(written, one))
                # Two words that stand together in a title say more than one that stands somewhere.
                yield _Change((slips, -length, terms.slips(written, shown)), at, until, shown)
