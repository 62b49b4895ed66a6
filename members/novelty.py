"""Which of the news on a page is new: not what was dated anew, nor what came from elsewhere.

A site can look fresh without any work: a script moves old days forward, or a feed of another site
is shown as its own. Both are told by comparing with what was seen before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cityweb.core.text import fold
from members.freshness import Piece, addresses

SHORTEST_TITLE = 28


@dataclass(frozen=True)
class Sorted:
    """The pieces of a page by what they are. `new` and `known` are the site's own work."""

    new: tuple[Piece, ...]
    known: tuple[Piece, ...]
    redated: tuple[Piece, ...]
    imported: tuple[Piece, ...]

    @property
    def newest_own(self) -> date | None:
        """Return the newest day that the site earned by itself."""
        return max((piece.day for piece in (*self.new, *self.known)), default=None)


@dataclass(frozen=True)
class Memory:
    """What was seen of a site before: the first day of each address and of each headline."""

    addresses: Mapping[str, date]
    titles: Mapping[str, date]


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


def sort_out(
    now: Iterable[Piece], before: Memory, *, host: str, elsewhere: Mapping[str, date]
) -> Sorted:
    """Return what of the news now is new, known, dated anew, or taken from elsewhere.

    `elsewhere` holds the headlines, by `title_key`, that other sites had, with their first day: one
    that another site had earlier, or a link that leads to another site, is not the site's own work.
    """
    kinds: dict[str, list[Piece]] = {"new": [], "known": [], "redated": [], "imported": []}
    for piece in now:
        kinds[_kind(piece, before, host=host, elsewhere=elsewhere)].append(piece)
    return Sorted(**{kind: tuple(pieces) for kind, pieces in kinds.items()})


def _kind(piece: Piece, before: Memory, *, host: str, elsewhere: Mapping[str, date]) -> str:
    first = _first_seen(piece, before)
    if first is not None:
        return "redated" if piece.day > first else "known"
    other = elsewhere.get(title_key(piece.title))
    if _is_foreign(piece.address, host) or (other is not None and other < piece.day):
        return "imported"
    return "new"


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
