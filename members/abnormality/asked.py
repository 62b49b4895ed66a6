"""One page with all that the rules of planting ask about it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from members.abnormality import hosts
from members.abnormality.keywords import Keywords
from members.abnormality.sight import Sight
from members.abnormality.weights import Weight
from members.freshness import addresses

_PARTS = re.compile(r"[a-z0-9]{5,30}")


@dataclass(frozen=True)
class Page:
    """What the rules of planting ask about one page."""

    sight: Sight
    url: str
    home: str
    keywords: Keywords
    listed: Collection[str]
    weights: list[Weight]

    def whole(self, href: str) -> str:
        return addresses.whole(self.url, href)

    def is_stranger(self, host: str) -> bool:
        return bool(
            host
            and not hosts.is_own(host, self.home)
            and not hosts.is_public(host)
            and not hosts.is_listed(host, self.keywords.ordinary_hosts)
        )

    def is_of_the_trade(self, host: str) -> bool:
        """Tell whether a host is listed, or a stranger's with a name of the trade."""
        if not host or host == self.home:
            return False
        return hosts.is_listed(host, self.listed) or bool(
            self.is_stranger(host) and self.keywords.in_a_name(host)
        )

    def names_the_trade(self, address: str) -> bool:
        """Tell whether the path of an address bears the name of a trade."""
        parts = _PARTS.findall(addresses.split(address).path.lower())
        return any(part in self.keywords.long_brands for part in parts)


def named(weight: Weight) -> str:
    """Return the terms that a text was weighed by, for the proof of a finding."""
    terms = ", ".join(weight.terms)
    return f"{weight.label}: {terms}" if weight.label else terms
