"""Where the proxy's answers come from: the open internet, or (on replay) an archive."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

from cityweb.core.browsing.exchanges import Exchange
from cityweb.core.fetch.spelling import Target


class Link(Protocol):
    """Answers the requests of one connection of the browser, one after the other."""

    async def ask(self, exchange: Exchange, target: Target) -> AsyncIterator[bytes]:
        """Fill in the head of the answer and return its body; raise `Fault` where there is none."""

    def close(self) -> None: ...


class Source(Protocol):
    """Gives each connection of the browser a link of its own."""

    def link(self) -> Link: ...

    async def close(self) -> None: ...
