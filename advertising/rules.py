"""Pure functions of advertising casework: names of sites, and what they are compared by."""

import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

import idna

from cityweb.core.errors import Refused


def domain_of(address: str) -> str:
    """Return the domain of an address as registers keep it: lower case, in Unicode, without "www.".

    Raises `Refused("no-domain")` for what names no host.
    """
    typed = address.strip()
    try:
        host = urlsplit(typed if "://" in typed else f"//{typed}").hostname or ""
        name = idna.decode(idna.encode(host, uts46=True)) if host else ""
    except ValueError:
        name = ""
    if "." not in name:
        raise Refused("no-domain", f"“{typed[:80]}” không phải tên miền hay địa chỉ website.")
    return name.removeprefix("www.")


def lies_within(domain: str, allowed: Iterable[str]) -> bool:
    """Tell whether a domain is one of those allowed, or lies below one."""
    known = [each.lower().removeprefix("www.") for each in allowed]
    return any(domain == each or domain.endswith(f".{each}") for each in known)


def seed_hash(seed: str) -> str:
    """Return the hash that is written down before anything is drawn with the seed."""
    return hashlib.sha256(seed.encode()).hexdigest()


def draw(names: Iterable[str], *, seed: str, witness: str, size: int) -> list[str]:
    """Return `size` of the names, chosen by the seed and the words of a witness together.

    Anybody can repeat it: the names come in the order of SHA-256(seed LF witness LF name), and the
    first ones are taken. Neither of the two people can choose the outcome alone.
    """
    key = f"{seed}\n{witness}\n"
    ordered = sorted(set(names), key=lambda name: hashlib.sha256((key + name).encode()).digest())
    return ordered[:size]
