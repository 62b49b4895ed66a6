"""The door itself: asks one address with all its redirects, within its limits, and never raises."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import aiohttp

from cityweb.core.fetch import decoding, spelling, verdicts
from cityweb.core.fetch.connector import CheckedConnector
from cityweb.core.fetch.crumbs import Crumbs
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.options import Limits, Rules
from cityweb.core.fetch.politeness import Manners, retry_after
from cityweb.core.fetch.results import NO_HEADERS, Fetched, Headers, Hop
from cityweb.core.fetch.room import Body, Room
from cityweb.core.fetch.spelling import Target
from cityweb.core.fetch.visits import Clock, Visit, under_way

AT_ONCE = 200
_BUSY = {429, 503}
_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
# What a server gave us is given back only where it is a plain line.
_PLAIN_LINE = re.compile(r"[\x20-\x7e]{1,300}")


@dataclass(slots=True)
class _Journey:
    """One visit under way with all its redirects."""

    clock: Clock
    most_redirects: int
    visit: Visit | None = None
    hops: list[Hop] = field(default_factory=list)
    headers: Headers = field(default_factory=lambda: NO_HEADERS)
    body: bytes = b""
    crumbs: Crumbs = field(default_factory=Crumbs)

    def fetched(self, url: str, fault: Fault | None) -> Fetched:
        return Fetched(
            url=url,
            hops=tuple(self.hops),
            headers=self.headers,
            body=self.body,
            tls=self.visit.tls if self.visit else None,
            elapsed_ms=round((asyncio.get_running_loop().time() - self.clock.started) * 1000),
            failure=fault.failure if fault else None,
            reason=str(fault) if fault else "",
        )


class Fetcher:
    """Asks many addresses, `at_once` at a time; used as `async with Fetcher() as fetcher`."""

    def __init__(
        self,
        rules: Rules | None = None,
        limits: Limits | None = None,
        *,
        at_once: int = AT_ONCE,
        manners: Manners | None = None,
    ) -> None:
        self._rules = rules or Rules.from_settings()
        self._limits = limits or Limits()
        self._turns = asyncio.Semaphore(at_once)
        self._room = Room()
        self._manners = manners

    async def __aenter__(self) -> Self:
        self._connector = CheckedConnector(self._rules, self._limits, self._manners)
        self._session = aiohttp.ClientSession(
            connector=self._connector,
            connector_owner=False,
            headers={
                "User-Agent": self._rules.user_agent,
                "Accept": _ACCEPT,
                "Accept-Language": "vi,en;q=0.5",
                "Accept-Encoding": decoding.ACCEPTED,
            },
            # Nothing of this machine goes along: no cookies, no proxy, no .netrc.
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            # One deadline over everything stands in `fetch`.
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            max_headers=self._limits.most_headers,
            max_line_size=self._limits.longest_header,
            max_field_size=self._limits.longest_header,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._connector.close_all()

    async def fetch(
        self,
        url: str,
        *,
        page: bool = True,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] | None = None,
        most_redirects: int | None = None,
    ) -> Fetched:
        """Return the answer of `url` after its redirects, or why there is none; never raises.

        With `page` anything but a web page is a failure. `etag` and `last_modified` are those of an
        earlier answer: the server may then say that nothing changed. `headers` go along as given.
        `most_redirects` narrows the bound of all visits for this one.
        What is spent waiting for a turn, for room or for manners does not count.
        """
        sent = {**(headers or {})}
        for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified)):
            if _PLAIN_LINE.fullmatch(value):
                sent[name] = value
        try:
            target = spelling.read(url)
            if self._manners is None:
                return await self._visit(url, target, sent, page=page, most=most_redirects)
            async with self._manners.turn(target.host):
                fetched = await self._visit(url, target, sent, page=page, most=most_redirects)
                if fetched.status in _BUSY and (seconds := retry_after(fetched.headers)):
                    self._manners.stay_away(target.host, seconds)
                return fetched
        except Fault as fault:
            return Fetched(url=url, failure=fault.failure, reason=str(fault))

    async def has_ipv6(self, url: str) -> bool | None:
        """Tell whether the host has an IPv6 address by its name servers; None where they fail."""
        try:
            return await self._connector.has_ipv6(spelling.read(url))
        except Fault:
            return None

    async def _visit(
        self, url: str, target: Target, sent: dict[str, str], *, page: bool, most: int | None
    ) -> Fetched:
        async with self._turns:
            deadline = asyncio.timeout(self._limits.total_seconds)
            usual = self._limits.most_redirects
            journey = _Journey(
                Clock(deadline, asyncio.get_running_loop().time()),
                most_redirects=usual if most is None else min(most, usual),
            )
            try:
                async with deadline:
                    await self._travel(journey, target, sent)
                fault = verdicts.of_answer(
                    journey.hops[-1].status, journey.headers, journey.body, page=page
                )
            except Exception as error:  # noqa: BLE001  one site must not end a round of a thousand
                fault = verdicts.of_error(error, journey.visit)
            return journey.fetched(url, fault)

    async def _travel(self, journey: _Journey, target: Target, sent: dict[str, str]) -> None:
        """Follow the redirects by hand: each next address is checked as if it were the first."""
        asked: set[tuple[str, str]] = set()
        while True:
            cookie = journey.crumbs.give(target.host)
            if (str(target.url), cookie) in asked:
                raise Fault(Failure.REDIRECT_LOOP)
            if len(asked) > journey.most_redirects:
                raise Fault(Failure.TOO_MANY_REDIRECTS)
            asked.add((str(target.url), cookie))
            location = await self._ask(
                journey, target, {**sent, "Cookie": cookie} if cookie else sent
            )
            if location is None:
                return
            try:
                target = spelling.follow(target, location)
            except Fault as fault:
                raise Fault(Failure.REDIRECT_BROKEN, fault.detail) from fault

    async def _ask(self, journey: _Journey, target: Target, sent: dict[str, str]) -> str | None:
        """Make one request; return where it leads, or None where its answer is the last."""
        visit = journey.visit = Visit(target, journey.clock)
        token, status = under_way.set(visit), None
        try:
            if target.port not in self._rules.ports:
                raise Fault(Failure.PORT, f"cổng {target.port}")
            async with self._session.get(
                target.url, headers=sent, allow_redirects=False
            ) as response:
                status, journey.headers = response.status, response.headers
                journey.crumbs.take(target.host, response.headers)
                if status in _REDIRECTS and (location := response.headers.get("Location")):
                    return location
                journey.body = await self._body(response, visit)
                return None
        except Fault as fault:
            if journey.hops and fault.failure is Failure.OFF_LIMITS:
                raise Fault(Failure.REDIRECT_OFF_LIMITS, fault.detail) from fault
            raise
        finally:
            journey.hops.append(Hop(str(target.url), status, visit.address))
            visit.end()
            under_way.reset(token)

    async def _body(self, response: aiohttp.ClientResponse, visit: Visit) -> bytes:
        most, headers = self._limits.most_bytes, response.headers
        try:
            if int(headers.get("Content-Length", "0")[:20]) > most:
                raise Fault(Failure.TOO_LARGE, f"quá {most // 1024} KB")
            encoding = ",".join(headers.getall("Content-Encoding", []))
            unpacker = decoding.Unpacker(encoding, most=most)
            async with Body(self._room, visit.clock) as body:
                async for data in visit.read(response.content).iter_any():
                    await body.take(unpacker.feed(data))
                unpacker.finish()
                return body.whole()
        except Fault:
            # An error page that is badly packed is first of all an error page.
            if response.status >= 400:
                return b""
            raise


def fetch(url: str, *, limits: Limits | None = None, page: bool = True) -> Fetched:
    """Ask one address and wait for the answer; for many, use one `Fetcher`."""

    async def once() -> Fetched:
        async with Fetcher(limits=limits, at_once=1) as fetcher:
            return await fetcher.fetch(url, page=page)

    return asyncio.run(once())
