"""Whose host an address names: which names were registered by one owner."""

from functools import lru_cache

from members.freshness import addresses

# Registries where the name of an owner is the third label from the right.
_SECOND_LEVEL = frozenset({
    "gov.vn", "edu.vn", "com.vn", "net.vn", "org.vn", "ac.vn", "info.vn", "name.vn", "pro.vn",
    "health.vn", "int.vn", "biz.vn", "id.vn", "io.vn", "co.uk", "com.au", "co.jp", "co.kr",
    "com.cn", "gov.cn", "co.th", "pages.dev", "github.io", "blogspot.com", "web.app",
})  # fmt: skip


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
