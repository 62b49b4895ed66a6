"""Whose host an address names: the site's own, a public body's, a listed one or a stranger's."""

from collections.abc import Collection

from members.freshness.owners import host_in, host_of, is_own, owner

__all__ = ["host_in", "host_of", "is_listed", "is_own", "is_public", "owner"]

_PUBLIC = frozenset({"gov", "go", "gob", "gouv", "edu", "ac", "mil", "int"})
_PARTY_AND_ARMY = ("qdnd.vn", "dangcongsan.vn")


def is_public(host: str) -> bool:
    """Tell whether a host lies where only public bodies and schools register, here or abroad."""
    return not _PUBLIC.isdisjoint(host.split(".")[-2:]) or host.endswith(_PARTY_AND_ARMY)


def is_listed(host: str, listed: Collection[str]) -> bool:
    """Tell whether a host or a name above it stands on a list."""
    labels = host.split(".")
    return any(".".join(labels[place:]) in listed for place in range(min(len(labels) - 1, 6)))
