"""Finds personal data of every kind in a text, and joins what overlaps."""

from collections.abc import Callable, Iterable

from feedback.privacy import contacts, land, names, numbers, places
from feedback.privacy.kinds import ORDER, PROPOSALS, Find, Span
from feedback.privacy.knowing import Known, known_spans
from feedback.privacy.sight import Sight, look

# Longer than any letter; a text beyond it is looked at piece by piece.
MOST_AT_ONCE = 50_000
_OVERLAP = 400
_FINDERS: tuple[Callable[[Sight], Iterable[Span]], ...] = (
    contacts.emails,
    contacts.handles,
    numbers.papers,
    numbers.phones,
    numbers.bank_accounts,
    numbers.plates,
    numbers.birth_dates,
    land.parcels,
    land.certificates,
    places.addresses,
    names.names,
)


def find(text: str, *, known: Known | None = None) -> list[Find]:
    """Return all personal data in `text`, in order and without overlaps.

    What is `known` of the sender is found wherever it stands, also without marks.
    """
    found: list[Find] = []
    for begin in range(0, max(len(text), 1), MOST_AT_ONCE - _OVERLAP):
        part = text[begin : begin + MOST_AT_ONCE]
        after = found[-1].end if found else 0
        found += [one for one in _find(part, begin, known) if one.start >= after]
        if begin + MOST_AT_ONCE >= len(text):
            break
    return found


def find_in_name(name: str, *, known: Known | None = None) -> list[Find]:
    """Return the personal data in the name of a file, where words are joined by any sign."""
    spaced = "".join(" " if letter in "_-+." else letter for letter in name)
    both = [*find(name, known=known), *find(spaced, known=known), *_named(spaced)]
    spans = _joined([Span(one.kind, one.start, one.end) for one in both])
    return [_found(name, span.kind, span.start, span.end) for span in spans]


def _find(text: str, begin: int, known: Known | None) -> list[Find]:
    sight = look(text)
    spans = [_unbracketed(sight, span) for finder in _FINDERS for span in finder(sight)]
    if known is not None:
        spans += known_spans(sight, known)
    return [
        _found(text, span.kind, sight.at[span.start], sight.at[span.end], begin)
        for span in _joined(spans)
    ]


def _named(text: str) -> list[Find]:
    sight = look(text)
    return [
        _found(text, span.kind, sight.at[span.start], sight.at[span.end])
        for span in names.in_file_name(sight)
    ]


def _found(text: str, kind: str, start: int, end: int, begin: int = 0) -> Find:
    return Find(kind, begin + start, begin + end, text[start:end], PROPOSALS[kind])


def _unbracketed(sight: Sight, span: Span) -> Span:
    """Leave out a bracket at either end whose other half stands outside."""
    words = sight.low[span.start : span.end]
    start = span.start + (words.startswith("(") and ")" not in words)
    return Span(span.kind, start, span.end - (words.endswith(")") and "(" not in words))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order; those that overlap become one, of the kind that comes first."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            last = joined[-1]
            kind = min(last.kind, span.kind, key=ORDER.__getitem__)
            joined[-1] = Span(kind, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined
