"""Whose host an address names: the site's own, a public body's, a listed one or a stranger's."""

from collections.abc import Collection

from members.freshness.owners import host_in, host_of, is_own, owner

__all__ = ["host_in", "host_of", "is_listed", "is_own", "is_public", "owner"]

_PUBLIC = frozenset({"gov", "edu", "mil", "int"})
# Public only below a country: as an ending of its own, anybody registers there.
_PUBLIC_OF_A_COUNTRY = _PUBLIC | {"go", "gob", "gouv", "ac"}
_PARTY_AND_ARMY = ("qdnd.vn", "dangcongsan.vn")


def is_public(host: str) -> bool:
    """Tell whether a host lies where only public bodies and schools register, here or abroad."""
    *above, ending = host.split(".")[-2:]
    is_listed = ending in _PUBLIC or not _PUBLIC_OF_A_COUNTRY.isdisjoint(above)
    return is_listed or host.endswith(_PARTY_AND_ARMY)


def is_listed(host: str, listed: Collection[str]) -> bool:
    """Tell whether a host or a name above it stands on a list."""
    labels = host.split(".")
    return any(".".join(labels[place:]) in listed for place in range(min(len(labels) - 1, 6)))
