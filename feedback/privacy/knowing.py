"""What the office knows of the sender is found in every spelling, wherever it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from feedback.privacy.kinds import Kind, Span
from feedback.privacy.sight import Sight, look

_NUMBER = re.compile(r"\+?\d(?:[ .,_/()\-]{0,3}\d){5,15}")
# Parts shorter than this stand in half of all letters.
_SHORTEST_PART = 4


@dataclass(frozen=True)
class Known:
    """The sender of one submission, as far as known."""

    name: str = ""
    phone: str = ""
    address: str = ""
    email: str = ""


def known_spans(sight: Sight, known: Known) -> Iterator[Span]:
    """Yield every place where the sender's own data stands, with marks or without."""
    for words in _names(known.name):
        yield from _places(sight, words, Kind.NAME)
    for part in _address_parts(known.address):
        yield from _places(sight, part, Kind.ADDRESS)
    email = known.email.strip().lower()
    for part in {email, email.partition("@")[0]}:
        if len(part) > _SHORTEST_PART:
            yield from _places(sight, part, Kind.EMAIL)
    yield from _numbers(sight, known.phone)


def _names(name: str) -> Iterator[str]:
    """Yield the whole name, and its last two words: "Văn Bình" of "Nguyễn Văn Bình"."""
    words = look(name).low.split()
    if len(words) > 1:
        yield " ".join(words)
        yield "".join(words)
    if len(words) > 2:
        yield " ".join(words[-2:])


def _address_parts(address: str) -> Iterator[str]:
    """Yield the whole address, and what stands before its first comma when it holds a number."""
    whole = " ".join(look(address).low.split())
    if len(whole) > _SHORTEST_PART:
        yield whole
    first = whole.partition(",")[0].strip()
    if len(first) > _SHORTEST_PART and any(map(str.isdecimal, first)):
        yield first


def _places(sight: Sight, words: str, kind: Kind) -> Iterator[Span]:
    """Yield where `words` stand, whole words only, however much space is between them."""
    parts = [re.escape(word) for word in words.split()[:30]]
    if parts:
        pattern = r"(?<![a-z0-9])" + r"[\s,._\-]{1,3}".join(parts) + r"(?![a-z0-9])"
        for match in re.finditer(pattern, sight.low):
            yield Span(kind, match.start(), match.end())


def _numbers(sight: Sight, phone: str) -> Iterator[Span]:
    last = "".join(filter(str.isdecimal, phone))[-9:]
    if len(last) < 7:
        return
    for match in _NUMBER.finditer(sight.low):
        if last in "".join(filter(str.isdecimal, match[0])):
            yield Span(Kind.PHONE, match.start(), match.end())
