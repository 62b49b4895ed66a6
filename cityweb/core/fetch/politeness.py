"""How often and how many: one visit a host at a time with a pause between, few at one address.

Hundreds of small sites share one machine somewhere; a round that asks them all at once is an attack
to it, and what it answers then is no fault of theirs. `Manners` is shared by the visits of a round
(`Fetcher(manners=…)`); waiting for a turn costs a visit none of its own time.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.results import Headers

GAP_SECONDS = 2.0
MOST_AT_ADDRESS = 4
# Who asks us to stay away longer is not asked in this round.
PATIENCE_SECONDS = 30.0
LONGEST_RETRY_SECONDS = 24 * 3600


class Manners:
    """What the visits of one round know of each other."""

    def __init__(
        self, *, gap_seconds: float = GAP_SECONDS, most_at_address: int = MOST_AT_ADDRESS
    ) -> None:
        self._gap_seconds = gap_seconds
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._not_before: defaultdict[str, float] = defaultdict(float)
        self._places: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(most_at_address)
        )

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked and keep others away from it; raise `Fault` where that
        would take longer than anybody waits."""
        loop = asyncio.get_running_loop()
        async with self._turns[host]:
            wait = self._not_before[host] - loop.time()
            if wait > PATIENCE_SECONDS:
                raise Fault(Failure.RATE_LIMITED, f"website xin hoãn {round(wait)} giây")
            await asyncio.sleep(max(wait, 0))
            try:
                yield
            finally:
                soonest = loop.time() + self._gap_seconds
                self._not_before[host] = max(self._not_before[host], soonest)

    def stay_away(self, host: str, seconds: float) -> None:
        """Ask nothing of `host` for so long: it said so."""
        self._not_before[host] = asyncio.get_running_loop().time() + seconds

    def places_at(self, address: str) -> asyncio.Semaphore:
        """Return the places for visits of one machine; each visit holds one while it lasts."""
        return self._places[address]


def retry_after(headers: Headers, *, now: datetime | None = None) -> float:
    """Return for how many seconds a server asks to be left alone; 0 where it does not say."""
    said = headers.get("Retry-After", "").strip()[:40]
    if said.isascii() and said.isdigit():
        seconds = float(said)
    else:
        try:
            moment = parsedate_to_datetime(said)
        except ValueError:
            return 0.0
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return min(max(seconds, 0.0), LONGEST_RETRY_SECONDS)
