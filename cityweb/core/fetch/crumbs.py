"""Cookies within one visit: some sites give one by a redirect and go round until they see it again.

They go back to the host that set them, in the same visit, and are forgotten with it.
"""

from __future__ import annotations

import re
from collections import defaultdict

from cityweb.core.fetch.results import Headers

MOST = 20
_PAIR = re.compile(
    r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e\"]{0,1000})"
)


class Crumbs:
    """What the hosts of one visit set so far."""

    def __init__(self) -> None:
        self._by_host: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def take(self, host: str, headers: Headers) -> None:
        """Note what `host` sets, as far as it is plain and little."""
        kept = self._by_host[host]
        for line in headers.getall("Set-Cookie", []):
            pair = _PAIR.fullmatch(line.partition(";")[0].strip())
            if pair and (pair[1] in kept or len(kept) < MOST):
                kept[pair[1]] = pair[2]

    def give(self, host: str) -> str:
        """Return the header `Cookie` for `host`; "" where it set nothing."""
        return "; ".join(f"{name}={value}" for name, value in self._by_host[host].items())
