"""Answers from the open internet, under the rules of the one door."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator

import h11
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from cityweb.core.browsing.exchanges import Certificate, Exchange, Recording
from cityweb.core.fetch import Failure, Limits, Rules, certificates
from cityweb.core.fetch.dialing import dial
from cityweb.core.fetch.failures import Fault
from cityweb.core.fetch.names import Address, Names
from cityweb.core.fetch.spelling import Target

ANSWER_SECONDS = 20
PIECE = 64 * 1024
LONGEST_HEAD = 64 * 1024
# What holds between two machines only, and is never passed on.
HOP_BY_HOP = frozenset(
    (b"connection", b"keep-alive", b"proxy-connection", b"proxy-authorization", b"te")
    + (b"trailer", b"transfer-encoding", b"upgrade")
)


class Outside:
    """The open internet; every connection goes to an address that was judged a moment before."""

    def __init__(self, recording: Recording, rules: Rules, limits: Limits) -> None:
        self.rules = rules
        self.limits = limits
        self.strict = certificates.strict_context(rules.ca_file)
        self._recording = recording
        self._names = Names(rules, limits)

    def link(self) -> OutsideLink:
        return OutsideLink(self)

    async def close(self) -> None:
        await self._names.close()

    async def addresses(self, target: Target) -> list[Address]:
        found = await self._names.addresses(target)
        self._recording.names.setdefault(target.host, [str(each) for each in found])
        return found

    def note_certificate(
        self, host: str, channel: ssl.SSLObject, problem: Failure | None = None
    ) -> None:
        if host in self._recording.certificates:
            return
        try:
            made = x509.load_der_x509_certificate(channel.getpeercert(True) or b"")
            pem = made.public_bytes(serialization.Encoding.PEM).decode()
        except ValueError:
            pem = ""
        facts = certificates.facts_of(channel, problem)
        self._recording.certificates[host] = Certificate(facts, pem)


class OutsideLink:
    """One connection to a site, kept while the browser goes on asking the same one."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside
        self._place: tuple[str, str, int] | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._http = h11.Connection(h11.CLIENT)

    async def ask(self, exchange: Exchange, target: Target) -> AsyncIterator[bytes]:
        place = (target.url.scheme, target.host, target.port)
        if target.port not in self._outside.rules.ports:
            raise Fault(Failure.PORT, f"cổng {target.port}")
        is_kept = self._place == place and self._may_go_on()
        if not is_kept:
            await self._connect(exchange, target)
            self._place = place
        try:
            await self._head(exchange, target)
        except Fault as fault:
            # A server may close a kept connection at any time: that says nothing of the request.
            if not is_kept or fault.failure not in {Failure.RESET, Failure.CLOSED}:
                raise
            await self._connect(exchange, target)
            await self._head(exchange, target)
        return self._body(exchange)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.transport.abort()
        self._place = self._reader = self._writer = None

    def _may_go_on(self) -> bool:
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
        return self._http.our_state is h11.IDLE and self._http.their_state is h11.IDLE

    async def _connect(self, exchange: Exchange, target: Target) -> None:
        self.close()
        loop, outside = asyncio.get_running_loop(), self._outside
        begun = loop.time()
        addresses = await outside.addresses(target)
        named = loop.time()
        exchange.dns_ms = _ms(named - begun)
        try:
            async with asyncio.timeout(outside.limits.connect_seconds):
                loopback = outside.rules.is_loopback(target.host)
                connection = await dial(addresses, target.port, loopback=loopback)
        except TimeoutError as problem:
            raise Fault(Failure.CONNECT_TIMEOUT) from problem
        exchange.address = connection.getpeername()[0]
        exchange.connect_ms = _ms(loop.time() - named)
        reached = loop.time()
        try:
            self._reader, self._writer = await asyncio.open_connection(
                sock=connection, limit=2 * PIECE, **self._encryption(target)
            )
        except ssl.SSLCertVerificationError as error:
            raise Fault(certificates.problem_of(error), error.verify_message) from error
        except OSError as error:
            raise Fault(Failure.TLS_HANDSHAKE) from error
        if target.is_secure:
            exchange.tls_ms = _ms(loop.time() - reached)
            outside.note_certificate(target.host, self._writer.get_extra_info("ssl_object"))
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD)

    def _encryption(self, target: Target) -> dict[str, object]:
        if not target.is_secure:
            return {}
        return {
            "ssl": self._outside.strict,
            "server_hostname": target.host,
            "ssl_handshake_timeout": self._outside.limits.handshake_seconds,
        }

    async def _head(self, exchange: Exchange, target: Target) -> None:
        """Send the request and read the head of its answer into `exchange`."""
        headers = [(n, v) for n, v in exchange.sent if n.lower() not in HOP_BY_HOP]
        begun = asyncio.get_running_loop().time()
        try:
            request = h11.Request(
                method=exchange.method, target=target.url.raw_path_qs, headers=headers
            )
            parts = [request, h11.EndOfMessage()]
            if exchange.body_sent:
                parts.insert(1, h11.Data(data=exchange.body_sent))
            await self._send(b"".join(self._http.send(part) or b"" for part in parts))
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await self._event()
                while isinstance(answer, h11.InformationalResponse):
                    answer = await self._event()
        except TimeoutError as problem:
            raise Fault(Failure.NO_ANSWER) from problem
        except (h11.ProtocolError, ValueError) as problem:
            raise Fault(Failure.BAD_HTTP, str(problem)) from problem
        if not isinstance(answer, h11.Response):
            raise Fault(Failure.CLOSED)
        exchange.status = answer.status_code
        exchange.reason = bytes(answer.reason).decode("latin-1")
        exchange.headers = list(answer.headers.raw_items())
        exchange.wait_ms = _ms(asyncio.get_running_loop().time() - begun)

    async def _body(self, exchange: Exchange) -> AsyncIterator[bytes]:
        begun = asyncio.get_running_loop().time()
        try:
            while True:
                async with asyncio.timeout(ANSWER_SECONDS):
                    part = await self._event()
                if isinstance(part, h11.Data):
                    yield bytes(part.data)
                    continue
                break
        except TimeoutError as problem:
            raise Fault(Failure.TOO_SLOW) from problem
        except h11.ProtocolError as problem:
            raise Fault(Failure.TRUNCATED) from problem
        exchange.is_whole = isinstance(part, h11.EndOfMessage)
        exchange.receive_ms = _ms(asyncio.get_running_loop().time() - begun)
        if not exchange.is_whole:
            raise Fault(Failure.TRUNCATED)

    async def _event(self) -> h11.Event | type[h11.PAUSED]:
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                return event
            try:
                data = await self._reader.read(PIECE) if self._reader else b""
            except OSError as problem:
                raise Fault(Failure.RESET) from problem
            if not data and self._http.their_state is h11.SEND_RESPONSE:
                raise Fault(Failure.CLOSED)
            self._http.receive_data(data)

    async def _send(self, data: bytes) -> None:
        if self._writer is None:
            raise Fault(Failure.CLOSED)
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError as problem:
            raise Fault(Failure.RESET) from problem


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
