"""Finding a ward, commune or special zone of today by its name, or by the name it had before.

"bến nghé", "phường 5 quận 3", "quận 1", "thủ đức", "thi tran hoc mon": all lead to units of today.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from cachetools.func import ttl_cache

from cityweb.core import text
from cityweb.core.models import AdminUnit, AdminUnitSuccession

SECONDS = 600
MOST_FOUND = 40

_KINDS = (
    *("thanh pho", "thi xa", "thi tran", "dac khu", "phuong", "quan", "huyen", "tinh", "xa"),
    *("tp", "tx", "tt", "p", "q", "h"),
)
# "q1", "p.5", "f5": the short forms of addresses.
_SHORT = re.compile(r"\b(tp|tx|tt|[pqhf])[. ]*(?=\d)")
_WORD = re.compile(r"\w+")
# A kind and its number are one word: "quận 13" is no "phường 13, quận 3".
_NUMBERED = re.compile(r"\b(phuong|quan) (\d+)\b")
_OLD_KIND = {"p": "phuong", "f": "phuong", "q": "quan", "h": "huyen", "tp": "thanh pho"}
# Became one city in 2021 (Resolution 1111/NQ-UBTVQH14), before the former units we hold rows of.
_MERGED = dict.fromkeys(("quan 2", "quan 9"), "thanh pho thu duc")


@dataclass(frozen=True)
class Place:
    """A unit of today, and under which former name it was found; none when by its own."""

    pk: int
    name: str
    formerly: str = ""

    @property
    def label(self) -> str:
        return f"{self.name} (trước là {self.formerly})" if self.formerly else self.name


@dataclass(frozen=True)
class _Name:
    """One name of a unit, present or former, ready to be compared."""

    folded: str
    bare: str
    # Its own words and those of what it lay in: "phường 5" alone would fit eight wards.
    words: frozenset[str]
    leads_to: tuple[Place, ...]
    is_present: bool = False


def find(typed: str) -> list[Place]:
    """Return the units of today that `typed` may mean, best first; at most `MOST_FOUND`.

    A whole name goes before a part of one, a name of today before a former one: where both are
    called the same, the one of today is meant.
    """
    wanted = tidy(typed)
    wanted = _MERGED.get(wanted, wanted)
    if not wanted:
        return []
    bare, words = _bare(wanted), _words(wanted)
    for fits in (
        lambda name: name.folded == wanted,
        lambda name: name.bare == bare,
        lambda name: words <= name.words and not bare.isdigit() and len(bare) > 1,
        lambda name: len(bare) > 1 and f" {bare}" in f" {name.bare}",
    ):
        fitting = [name for name in _names() if fits(name)]
        today = {name.folded for name in fitting if name.is_present}
        found = {
            place.pk: place
            # The first way to a unit is the one that is shown.
            for name in reversed(fitting)
            if name.is_present or name.folded not in today
            for place in name.leads_to
        }
        if found:
            in_order = sorted(found.values(), key=_before)
            return in_order[:MOST_FOUND]
    return []


def _before(place: Place) -> tuple[bool, str]:
    return bool(place.formerly), text.sort_key(place.name)


def tidy(typed: str) -> str:
    """Return a typed name as names are compared: folded, single spaces, short forms written out."""
    folded = text.fold(text.clean(typed)[:120])
    spread = _SHORT.sub(lambda match: f"{_OLD_KIND.get(match[1], match[1])} ", folded)
    return " ".join(_WORD.findall(spread))


def _words(folded: str) -> frozenset[str]:
    return frozenset(_NUMBERED.sub(r"\1\2", folded).split())


def _bare(folded: str) -> str:
    for kind in _KINDS:
        rest = folded.removeprefix(f"{kind} ")
        # "Phường 5" keeps its kind: a bare number says nothing.
        if rest != folded and not rest.isdigit():
            return rest
    return folded


def today() -> list[Place]:
    """Return all units of today by name."""
    return [name.leads_to[0] for name in _names() if not name.leads_to[0].formerly]


@ttl_cache(maxsize=1, ttl=SECONDS)
def _names() -> list[_Name]:
    """Return every name, those of today first; read once in a while by each process."""
    units = {unit.pk: unit for unit in AdminUnit.objects.order_by("sort_key")}
    leads_to: dict[int, set[int]] = defaultdict(set)
    for old, new in AdminUnitSuccession.objects.values_list("old", "new"):
        leads_to[old].add(new)
        # What lay in a former district leads on from the district too.
        if units[old].parent_id and units[old].kind != AdminUnit.Kind.DISTRICT:
            leads_to[units[old].parent_id] |= {new}
    present = [
        unit
        for unit in units.values()
        if unit.valid_to is None and unit.kind != AdminUnit.Kind.PROVINCE
    ]
    former = [unit for unit in units.values() if unit.valid_to and leads_to[unit.pk]]
    return [_present(unit) for unit in present] + [
        _former(unit, units, [units[pk] for pk in leads_to[unit.pk]]) for unit in former
    ]


def _present(unit: AdminUnit) -> _Name:
    folded = tidy(unit.name)
    place = Place(unit.pk, unit.name)
    return _Name(folded, _bare(folded), _words(folded), (place,), is_present=True)


def _former(unit: AdminUnit, units: dict[int, AdminUnit], news: list[AdminUnit]) -> _Name:
    above = units.get(unit.parent_id or 0)
    within = above if above and above.kind == AdminUnit.Kind.DISTRICT else None
    formerly = f"{unit.name}, {within.name}" if within else unit.name
    folded = tidy(unit.name)
    return _Name(
        folded,
        _bare(folded),
        _words(tidy(formerly)),
        tuple(
            Place(new.pk, new.name, formerly) for new in sorted(news, key=lambda new: new.sort_key)
        ),
    )


def forget() -> None:
    """Drop what this process remembers."""
    _names.cache_clear()
