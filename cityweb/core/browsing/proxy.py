"""The browser's only way out: lets through what the rules allow, and keeps what passes.

Encrypted requests are opened here, with a key that only this browser takes, so that what a page
was sent can be kept as it came. The connection to the site is encrypted and judged as any other.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import ssl
from datetime import UTC, datetime

import h11

from cityweb.core.browsing.exchanges import Exchange, Header, Recording
from cityweb.core.browsing.identity import Identity
from cityweb.core.browsing.options import Bounds
from cityweb.core.browsing.outside import HOP_BY_HOP, PIECE
from cityweb.core.browsing.sources import Link, Source
from cityweb.core.fetch import spelling
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.spelling import Target

LONGEST_HEAD = 64 * 1024
MOST_SENT = 1024 * 1024
LONGEST_URL = 4096
# What the browser asks its own maker, whatever we tell it: no part of any page.
_ITS_OWN = re.compile(
    r"https?://((update|optimizationguide-pa|content-autofill|safebrowsing)\.googleapis\.com"
    r"|clients[0-9]\.google\.com/time|accounts\.google\.com:?[0-9]*/ListAccounts"
    r"|edgedl\.me\.gvt1\.com|redirector\.gvt1\.com)"
)
_TOO_MUCH = "quá giới hạn dung lượng của một lần chụp"


class Proxy:
    """Answers one browser at one listening socket, and writes down what it asked."""

    def __init__(
        self, source: Source, recording: Recording, identity: Identity, bounds: Bounds
    ) -> None:
        self._source = source
        self._recording = recording
        self._identity = identity
        self._bounds = bounds
        self._talks: set[asyncio.Task[None]] = set()

    async def open(self, door: socket.socket) -> None:
        self._server = await asyncio.start_server(self._meet, sock=door, limit=2 * PIECE)

    async def close(self) -> None:
        self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)
        await self._source.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.current_task()
        if talk is None:
            return
        self._talks.add(talk)
        link = self._source.link()
        try:
            with contextlib.suppress(OSError, h11.ProtocolError, asyncio.CancelledError):
                await self._talk(_Line(reader, writer), link)
        finally:
            link.close()
            writer.transport.abort()
            self._talks.discard(talk)

    async def _talk(self, line: _Line, link: Link) -> None:
        tunnel = ""
        while request := await line.request():
            asked = request.target.decode("latin-1")
            if request.method == b"CONNECT":
                tunnel = asked.removesuffix(":443")
                try:
                    line = await line.encrypted(self._identity.context)
                except (ssl.SSLError, ConnectionError):
                    self._note_unreadable(asked)
                    return
                continue
            url = f"https://{tunnel}{asked}" if tunnel else asked
            if _ITS_OWN.match(url):
                return
            exchange = self._begin(request, url)
            exchange.body_sent = await line.body()
            if not await self._answer(line, link, exchange):
                return

    def _begin(self, request: h11.Request, url: str) -> Exchange:
        exchange = Exchange(
            number=len(self._recording.exchanges) + 1,
            method=request.method.decode("latin-1"),
            url=url[:LONGEST_URL],
            sent=list(request.headers.raw_items()),
            started_at=datetime.now(UTC),
        )
        self._recording.exchanges.append(exchange)
        return exchange

    def _note_unreadable(self, place: str) -> None:
        """Note a tunnel in which no HTTPS was spoken: web sockets, most often."""
        now = datetime.now(UTC)
        exchange = Exchange(len(self._recording.exchanges) + 1, "CONNECT", place, [], now)
        exchange.stopped, exchange.code = "kết nối không phải HTTPS, không ghi lại được", "tunnel"
        self._recording.exchanges.append(exchange)

    async def _answer(self, line: _Line, link: Link, exchange: Exchange) -> bool:
        """Answer one request; tell whether the connection may go on."""
        try:
            target = self._judge(exchange)
            body = await link.ask(exchange, target)
        except Fault as fault:
            exchange.code, exchange.stopped = fault.failure.value, str(fault)
            await line.refuse(exchange)
            return line.may_go_on()
        try:
            await line.head(exchange)
            async for piece in body:
                self._weigh(exchange, len(piece))
                exchange.body += piece
                await line.piece(piece)
            await line.end()
        except Fault as fault:
            exchange.code, exchange.stopped = fault.failure.value, str(fault)
            return False
        return line.may_go_on()

    def _judge(self, exchange: Exchange) -> Target:
        """Return where a request goes; raise `Fault` where it may not."""
        if len(self._recording.exchanges) > self._bounds.most_exchanges:
            raise Fault(Failure.TOO_LARGE, "quá nhiều yêu cầu")
        if any(name.lower() == b"upgrade" for name, _ in exchange.sent):
            raise Fault(Failure.BAD_HTTP, "WebSocket không được ghi lại nên không được mở")
        self._weigh(exchange, 0)
        return spelling.read(exchange.url)

    def _weigh(self, exchange: Exchange, more: int) -> None:
        self._recording.bytes_received += more
        is_over = self._recording.bytes_received > self._bounds.most_bytes
        if is_over or len(exchange.body) + more > self._bounds.most_bytes_an_answer:
            raise Fault(Failure.TOO_LARGE, _TOO_MUCH)


class _Line:
    """One connection of the browser, in HTTP/1.1."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=LONGEST_HEAD)

    async def request(self) -> h11.Request | None:
        event = await self._event()
        return event if isinstance(event, h11.Request) else None

    async def body(self) -> bytes:
        body = bytearray()
        while isinstance(event := await self._event(), h11.Data):
            body += event.data
            if len(body) > MOST_SENT:
                raise ConnectionError("the browser sends more than anybody reads")
        return bytes(body)

    async def encrypted(self, context: ssl.SSLContext) -> _Line:
        """Take the request for a tunnel, and go on inside it."""
        self._writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await self._writer.drain()
        await self._writer.start_tls(context, ssl_handshake_timeout=10)
        return _Line(self._reader, self._writer)

    async def head(self, exchange: Exchange) -> None:
        headers = [(n, v) for n, v in exchange.headers if n.lower() not in HOP_BY_HOP]
        await self._send_head(exchange.status, headers)

    async def refuse(self, exchange: Exchange) -> None:
        words = f"{exchange.stopped}\n".encode()
        kind = (b"Content-Type", b"text/plain; charset=utf-8")
        await self._send_head(502, [kind, (b"Content-Length", b"%d" % len(words))])
        if exchange.method != "HEAD":
            await self.piece(words)
        await self.end()

    async def _send_head(self, status: int, headers: list[Header]) -> None:
        await self._send(h11.Response(status_code=status, headers=headers))

    async def piece(self, data: bytes) -> None:
        await self._send(h11.Data(data=data))

    async def end(self) -> None:
        await self._send(h11.EndOfMessage())

    def may_go_on(self) -> bool:
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
            return True
        return False

    async def _send(self, event: h11.Event) -> None:
        try:
            data = self._http.send(event)
        except h11.LocalProtocolError as problem:
            raise Fault(Failure.BAD_HTTP, str(problem)) from problem
        if data:
            self._writer.write(data)
            await self._writer.drain()

    async def _event(self) -> h11.Event | type[h11.PAUSED]:
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                return event
            self._http.receive_data(await self._reader.read(PIECE))
