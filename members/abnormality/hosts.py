"""Whose host an address names: the site's own, a public body's, a listed one or a stranger's."""

from collections.abc import Collection
from functools import lru_cache

from members.freshness import addresses

# Registries where the name of an owner is the third label from the right.
_SECOND_LEVEL = frozenset({
    "gov.vn", "edu.vn", "com.vn", "net.vn", "org.vn", "ac.vn", "info.vn", "name.vn", "pro.vn",
    "health.vn", "int.vn", "biz.vn", "id.vn", "io.vn", "co.uk", "com.au", "co.jp", "co.kr",
    "com.cn", "gov.cn", "co.th", "pages.dev", "github.io", "blogspot.com", "web.app",
})  # fmt: skip

_PUBLIC = frozenset({"gov", "go", "gob", "gouv", "edu", "ac", "mil", "int"})
_PARTY_AND_ARMY = ("qdnd.vn", "dangcongsan.vn")


@lru_cache(maxsize=8_192)
def host_of(url: str) -> str:
    """Return the host of an address in lower case without "www.", or "" where it has none."""
    if "//" not in url:
        return ""
    return (addresses.split(url).hostname or "").rstrip(".").removeprefix("www.")


def host_in(href: str, home: str) -> str:
    """Return the host that a link on a page of `home` leads to."""
    if "//" not in href[:12]:
        return home
    return host_of(f"https:{href}" if href.startswith("//") else href)


def owner(host: str) -> str:
    """Return the part of a host that is registered as one name, and so has one owner."""
    labels = host.split(".")
    depth = 3 if ".".join(labels[-2:]) in _SECOND_LEVEL else 2
    return ".".join(labels[-depth:])


def is_own(host: str, home: str) -> bool:
    """Tell whether two hosts belong together: one name, or one below the other."""
    return not host or not home or owner(host) == owner(home)


def is_public(host: str) -> bool:
    """Tell whether a host lies where only public bodies and schools register, here or abroad."""
    return not _PUBLIC.isdisjoint(host.split(".")[-2:]) or host.endswith(_PARTY_AND_ARMY)


def is_listed(host: str, listed: Collection[str]) -> bool:
    """Tell whether a host or a name above it stands on a list."""
    labels = host.split(".")
    return any(".".join(labels[place:]) in listed for place in range(min(len(labels) - 1, 6)))
