"""Connects aiohttp to the addresses that were checked, and notes how far each visit came.

aiohttp is given no resolver, no proxy and no pool: `_create_connection` below is the only line in
the portal that opens a connection to another site, and the address it connects to is the very one
that was checked a moment before.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from ipaddress import ip_address
from socket import socket

from aiohttp import BaseConnector, ClientRequest, ClientTimeout
from aiohttp.client_proto import ResponseHandler
from aiohttp.tracing import Trace
from django.utils import timezone

from cityweb.core.fetch import certificates
from cityweb.core.fetch.certificates import TlsFacts
from cityweb.core.fetch.dialing import dial
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.guarding import GuardedHandler
from cityweb.core.fetch.names import Address, Names
from cityweb.core.fetch.options import Limits, Rules
from cityweb.core.fetch.politeness import Manners
from cityweb.core.fetch.spelling import Target
from cityweb.core.fetch.visits import Stage, Visit, under_way

# A site that never says goodbye must not hold what it was given.
GOODBYE_SECONDS = 0.1


class CheckedConnector(BaseConnector):
    """Makes one new connection a request, to an address that may be asked."""

    def __init__(self, rules: Rules, limits: Limits, manners: Manners | None) -> None:
        super().__init__(force_close=True, limit=0)
        self._manners = manners
        self._rules = rules
        self._limits = limits
        self._names = Names(rules, limits)
        self._strict = certificates.strict_context(rules.ca_file)

    async def has_ipv6(self, target: Target) -> bool:
        """Tell whether any address of a host is an IPv6 one; raise `Fault` where nobody may ask."""
        return any(one.version == 6 for one in await self._names.addresses(target))

    async def close_all(self) -> None:
        await self._names.close()
        await self.close()

    async def _create_connection(
        self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout
    ) -> ResponseHandler:
        visit = under_way.get()
        addresses = await self._names.addresses(visit.target)
        await self._take_place(visit, str(addresses[0]))
        visit.stage = Stage.CONNECTION
        connection = await self._dial(visit.target, addresses)
        visit.address = connection.getpeername()[0]
        if not visit.target.is_secure:
            visit.transport, protocol = await self._loop.create_connection(
                self._reader(visit), sock=connection
            )
        else:
            visit.stage = Stage.ENCRYPTION
            protocol = await self._encrypt(visit, connection)
        visit.stage = Stage.ANSWER
        return protocol

    async def _take_place(self, visit: Visit, address: str) -> None:
        if self._manners:
            place = self._manners.places_at(address)
            with visit.clock.stopped():
                await place.acquire()
            visit.place = place

    def _reader(self, visit: Visit) -> Callable[[], ResponseHandler]:
        return lambda: GuardedHandler(self._loop, visit, most_bytes=self._limits.most_bytes)

    async def _dial(self, target: Target, addresses: list[Address]) -> socket:
        try:
            async with asyncio.timeout(self._limits.connect_seconds):
                return await dial(
                    addresses, target.port, loopback=self._rules.is_loopback(target.host)
                )
        except TimeoutError as problem:
            raise Fault(Failure.CONNECT_TIMEOUT) from problem

    async def _encrypt(self, visit: Visit, connection: socket) -> ResponseHandler:
        try:
            visit.transport, protocol = await self._loop.create_connection(
                self._reader(visit),
                sock=connection,
                ssl=self._strict,
                server_hostname=visit.target.host,
                ssl_handshake_timeout=self._limits.handshake_seconds,
                ssl_shutdown_timeout=GOODBYE_SECONDS,
            )
        except ssl.SSLCertVerificationError as error:
            problem = certificates.problem_of(error)
            # Known from here on, even if time runs out while we look closer.
            visit.stopped = Fault(problem)
            visit.tls = await self._look(visit, problem)
            raise Fault(problem, _said(visit.tls)) from error
        except ConnectionAbortedError as error:  # how asyncio says that a handshake took too long
            raise Fault(Failure.TLS_TIMEOUT) from error
        except OSError as error:
            reason = getattr(error, "reason", "") or "bị cắt ngang"
            raise Fault(Failure.TLS_HANDSHAKE, str(reason).replace("_", " ").lower()) from error
        visit.tls = certificates.facts_of(visit.transport.get_extra_info("ssl_object"))
        return protocol

    async def _look(self, visit: Visit, problem: Failure) -> TlsFacts:
        """Return what the certificate says that was not believed; nothing is asked or read."""
        try:
            connection = await self._dial(visit.target, [ip_address(visit.address)])
            transport, _ = await self._loop.create_connection(
                asyncio.Protocol,
                sock=connection,
                ssl=certificates.looking_context(),
                server_hostname=visit.target.host,
                ssl_handshake_timeout=self._limits.handshake_seconds,
                ssl_shutdown_timeout=GOODBYE_SECONDS,
            )
        except (OSError, Fault):
            return TlsFacts(protocol="", problem=problem)
        try:
            return certificates.facts_of(transport.get_extra_info("ssl_object"), problem)
        finally:
            transport.abort()


def _said(facts: TlsFacts) -> str:
    """Return the part of a certificate that explains why it was not believed."""
    if facts.problem is Failure.TLS_EXPIRED and facts.not_after:
        return f"hết hạn ngày {timezone.localtime(facts.not_after):%d/%m/%Y}"
    if facts.problem is Failure.TLS_NAME and facts.names:
        return f"cấp cho {', '.join(facts.names[:3])}"
    return f"do {facts.issuer} cấp" if facts.issuer else ""
