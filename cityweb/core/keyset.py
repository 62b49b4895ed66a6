"""Paging by place instead of by number: as fast on page 5,000 as on page 1.

A place is the pair (moment, key) of a row. The address of a page carries the place it begins after,
so a row is neither lost nor shown twice when others appear meanwhile.
"""

import base64
import binascii
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHAPE = struct.Struct(">qQ")
_MICROSECOND = timedelta(microseconds=1)

Place = tuple[datetime, int]
Source = tuple[QuerySet[Any], str, str]
"""Rows in any order, and the names of the fields that hold their moment and their key."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a reader turned to: `older` or newer than a place, or nowhere yet."""

    place: Place | None = None
    to_newer: bool = False


@dataclass(slots=True)
class Leaf:
    """One page of a list, in its order, and the tokens of its neighbours (empty: none)."""

    rows: list[Any] = field(default_factory=list)
    older: str = ""
    newer: str = ""


def token(place: Place) -> str:
    """Return the place as a short word for an address."""
    at, pk = place
    packed = _SHAPE.pack((at - _EPOCH) // _MICROSECOND, pk)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_token(value: str) -> Place | None:
    """Return the place a token names, or nothing when it is not one of ours."""
    try:
        micros, pk = _SHAPE.unpack(base64.urlsafe_b64decode(value[:40] + "=="))
        return _EPOCH + micros * _MICROSECOND, pk
    except (binascii.Error, struct.error, ValueError, OverflowError):
        return None


def read_turn(older_than: str, newer_than: str) -> Turn | None:
    """Return where an address leads, or nothing when its token is broken."""
    value = newer_than or older_than
    if not value:
        return Turn()
    place = read_token(value)
    return None if place is None else Turn(place, to_newer=bool(newer_than))


def first_leaf(rows: list[Any], *, size: int, place_of: Callable[[Any], Place]) -> Leaf:
    """Return the first page of a list of which `rows` are the newest, one more than it shows."""
    shown = rows[:size]
    return Leaf(shown, older=token(place_of(shown[-1])) if len(rows) > size else "")


def leaf(
    sources: Iterable[Source],
    turn: Turn,
    *,
    size: int,
    place_of: Callable[[Any], Place],
    is_rising: bool = False,
) -> Leaf:
    """Return the page that `turn` leads to of several lists read as one, each row once.

    The newest come first; where the list `is_rising`, the oldest do, and "older" means further on.
    Reads one row more than it shows from each source, whatever their length.
    """
    found: dict[Place, Any] = {}
    goes_up = is_rising != turn.to_newer
    for source in sources:
        found.update((place_of(row), row) for row in _read(source, turn.place, goes_up, size + 1))
    places = sorted(found, reverse=not goes_up)
    has_more = len(places) > size
    shown = places[:size]
    if turn.to_newer:
        shown.reverse()
    has_older = bool(shown) if turn.to_newer else has_more
    has_newer = has_more if turn.to_newer else bool(turn.place and shown)
    return Leaf(
        [found[place] for place in shown],
        older=token(shown[-1]) if has_older else "",
        newer=token(shown[0]) if has_newer else "",
    )


def _read(source: Source, place: Place | None, goes_up: bool, limit: int) -> QuerySet[Any]:
    rows, at, key = source
    if place:
        lookup = TupleGreaterThan if goes_up else TupleLessThan
        rows = rows.filter(lookup(Tuple(F(at), F(key)), place))
    order = (at, key) if goes_up else (f"-{at}", f"-{key}")
    return rows.order_by(*order)[:limit]
