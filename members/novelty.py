"""Which of the news on a page is new: not what was dated anew, nor what leads to another site.

A site can look fresh without any work: a script moves old days forward, or a feed of another site
is shown as its own. Both are told by comparing with what was seen before. One headline proves
nothing: a page that is kept up to date gets a new day, and some headlines return every week.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cityweb.core.text import fold
from members.freshness import Piece, addresses

SHORTEST_TITLE = 28
FEWEST_REDATED = 3


class Trick(StrEnum):
    """How a site looks fresher than it is."""

    REDATED = "redated"
    IMPORTED = "imported"


@dataclass(frozen=True)
class Sorted:
    """The pieces of a page by what they are. `new` and `known` are the site's own work."""

    new: tuple[Piece, ...]
    known: tuple[Piece, ...]
    redated: tuple[Piece, ...]
    imported: tuple[Piece, ...]
    first_days: Mapping[Piece, date] = field(default_factory=dict)
    """When what was dated anew was seen first."""

    @property
    def own_days(self) -> list[date]:
        """Return the days that the site earned by itself."""
        return [*(piece.day for piece in (*self.new, *self.known)), *self.first_days.values()]


@dataclass(frozen=True)
class Memory:
    """What was seen of a site before: the first day of each address and of each headline."""

    addresses: dict[str, date]
    titles: dict[str, date]


@dataclass(frozen=True)
class Unmasked:
    """A page that looks fresher than it is: the day that counts, if any, how, and the proof."""

    day: date | None
    trick: Trick
    proof: str


def remember(pieces: Iterable[Piece]) -> Memory:
    """Return the memory of all pieces ever seen of a site, each with its oldest day."""
    places: dict[str, date] = {}
    titles: dict[str, date] = {}
    for piece in pieces:
        for known, key in (
            (places, address_key(piece.address)),
            (titles, title_key(piece.title)),
        ):
            if key:
                known[key] = min(piece.day, known.get(key, piece.day))
    return Memory(places, titles)


def sort_out(now: Iterable[Piece], before: Memory, *, host: str) -> Sorted:
    """Return what of the news now is new, known, dated anew, or only leads to another site."""
    kinds: dict[str, list[Piece]] = {"new": [], "known": [], "redated": [], "imported": []}
    first_days: dict[Piece, date] = {}
    for piece in now:
        first = _first_seen(piece, before)
        if _is_foreign(piece.address, host):
            kinds["imported"].append(piece)
        elif first is None:
            kinds["new"].append(piece)
        elif piece.day > first:
            kinds["redated"].append(piece)
            first_days[piece] = first
        else:
            kinds["known"].append(piece)
    return Sorted(**{kind: tuple(found) for kind, found in kinds.items()}, first_days=first_days)


def unmask(found: Sorted) -> Unmasked | None:
    """Return how a page looks fresher than it is; nothing where its newest news is its own.

    Being dated anew wants several headlines; leading elsewhere is plain from the address.
    """
    own = max(found.own_days, default=None)
    redated, imported = _fresher(found.redated, own), _fresher(found.imported, own)
    if len(redated) >= FEWEST_REDATED:
        return Unmasked(own, Trick.REDATED, _proof(redated, found.first_days))
    if imported and not redated:
        return Unmasked(own, Trick.IMPORTED, _proof(imported, {}))
    return None


def _fresher(pieces: Sequence[Piece], own: date | None) -> list[Piece]:
    newest_first = sorted(pieces, key=lambda piece: piece.day, reverse=True)
    return [piece for piece in newest_first if own is None or piece.day > own]


def _proof(pieces: Sequence[Piece], first_days: Mapping[Piece, date]) -> str:
    one = pieces[0]
    earlier = first_days.get(one)
    days = f"{earlier:%d/%m/%Y} → {one.day:%d/%m/%Y}" if earlier else f"{one.day:%d/%m/%Y}"
    more = f", và {len(pieces) - 1} tin khác" if len(pieces) > 1 else ""
    return f"{one.title[:80]} · {days} · {one.address[:90]}{more}"


def _first_seen(piece: Piece, before: Memory) -> date | None:
    seen = (
        before.addresses.get(address_key(piece.address)),
        before.titles.get(title_key(piece.title)),
    )
    return min((day for day in seen if day is not None), default=None)


def title_key(title: str) -> str:
    """Return a headline without marks, case and punctuation, or nothing where it may well recur.

    "Thông báo mời họp" is the headline of many notices; a long one is of one.
    """
    key = "".join(mark for mark in fold(title).lower() if mark.isalnum())
    return key if len(key) >= SHORTEST_TITLE else ""


def address_key(address: str) -> str:
    """Return an address without scheme, "www.", fragment and the slash at its end."""
    parts = addresses.split(address)
    host = (parts.netloc or "").lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if parts.path.strip("/") or query else ""


def _is_foreign(address: str, host: str) -> bool:
    there = (
        addresses.split(address)
        .netloc.lower()
        .rsplit("@", 1)[-1]
        .split(":", 1)[0]
        .removeprefix("www.")
    )
    here = host.lower().removeprefix("www.")
    return bool(there) and there != here and not there.endswith(f".{here}")
