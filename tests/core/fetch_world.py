"""A small internet on loopback: sites that misbehave, a name server, certificates, and a trap.

Each test runs its sites, its names and its fetcher in one event loop and ends all of them. Every
attempt to connect that Python makes meanwhile is written down by an audit hook, below any library.
"""

import asyncio
import contextlib
import ipaddress
import socket
import ssl
import struct
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cityweb.core.fetch import Fetcher, Limits, Rules

HTML = b"<!doctype html><title>UBND</title><p>Tin</p>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
QUICK = Limits(total_seconds=5, dns_seconds=3, most_bytes=256 * 1024, most_redirects=5)
# For what is meant to run out of time.
HASTY = replace(QUICK, total_seconds=1, dns_seconds=0.2, connect_seconds=0.2, handshake_seconds=0.2)

_attempts: list = []
_listening = []


def _note(event, args):
    if _listening and event == "socket.connect":
        _attempts.append(args[1])


sys.addaudithook(_note)


def words(text):
    """Return a table of words as a list."""
    return text.split()


@contextlib.contextmanager
def attempts():
    """Give the list of every address that the block tried to connect to."""
    _attempts.clear()
    _listening.append(True)
    try:
        yield _attempts
    finally:
        _listening.pop()


def answer(body=HTML, *, head=OK, length=None):
    """Return an ordinary answer as bytes."""
    size = len(body) if length is None else length
    return head + b"Content-Length: %d\r\n\r\n" % size + body


def redirect(location, status=302):
    place = location if isinstance(location, bytes) else location.encode()
    return b"HTTP/1.1 %d Found\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % (status, place)


def slowly(*pieces, every=0.05, held=5):
    """Return a site that sends its pieces one by one and then holds the line so many seconds."""

    async def reply(_, writer):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(every)
        await asyncio.sleep(held)

    return reply


def endlessly(start, piece):
    async def reply(_, writer):
        writer.write(start)
        while True:
            writer.write(piece)
            await writer.drain()

    return reply


def resetting(start=b""):
    async def reply(_, writer):
        writer.write(start)
        await writer.drain()
        await asyncio.sleep(0.01)
        line = writer.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    return reply


@dataclass
class Site:
    port: int
    requests: list = field(default_factory=list)

    @property
    def paths(self):
        return [request.split()[1].decode() for request in self.requests]


@contextlib.asynccontextmanager
async def site(reply, *, host="127.0.0.1", port=0, tls=None):
    """Run a site: `reply` is bytes, or a function of the path, or a coroutine of the streams."""
    here = Site(0)

    async def serve(reader, writer):
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            request = await reader.readuntil(b"\r\n\r\n")
            here.requests.append(request)
            if asyncio.iscoroutinefunction(reply):
                await reply(reader, writer)
            else:
                path = request.split()[1].decode()
                writer.write(reply(path) if callable(reply) else reply)
                await writer.drain()
            writer.close()

    server = await asyncio.start_server(serve, host, port, ssl=tls)
    here.port = server.sockets[0].getsockname()[1]
    try:
        yield here
    finally:
        server.close()


@contextlib.asynccontextmanager
async def trap():
    """Listen where nobody may come; give its port and the list of those who came."""
    caught = []

    def came(_, writer):
        caught.append(writer.get_extra_info("peername"))
        writer.close()

    server = await asyncio.start_server(came, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    more = []
    with contextlib.suppress(OSError):
        more.append(await asyncio.start_server(came, "::1", port))
    try:
        yield port, caught
    finally:
        for each in (server, *more):
            each.close()


class _NameServer(asyncio.DatagramProtocol):
    def __init__(self, zone):
        self.zone, self.asked = zone, []

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, sender):
        labels, at = [], 12
        while data[at]:
            labels.append(data[at + 1 : at + 1 + data[at]].decode())
            at += 1 + data[at]
        name, (kind,) = ".".join(labels).lower(), struct.unpack("!H", data[at + 1 : at + 3])
        times = self.asked.count((name, kind))
        self.asked.append((name, kind))
        entry = self.zone.get(name, 3)
        if entry is None:  # says nothing at all
            return
        if isinstance(entry, list) and entry and isinstance(entry[0], list):
            entry = entry[min(times, len(entry) - 1)]
        code = entry if isinstance(entry, int) else 0
        records = [
            ipaddress.ip_address(each) for each in (entry if isinstance(entry, list) else [])
        ]
        records = [each for each in records if each.version == {1: 4, 28: 6}.get(kind)]
        head = data[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, len(records), 0, 0)
        body = b"".join(
            struct.pack("!HHHIH", 0xC00C, kind, 1, 0, len(each.packed)) + each.packed
            for each in records
        )
        self.transport.sendto(head + data[12 : at + 5] + body, sender)


@contextlib.asynccontextmanager
async def names(**zone):
    """Run a name server. A name (with _ for .) has addresses, a list of lists for one answer after
    the other, a number for an error, None for silence; all others do not exist."""
    loop = asyncio.get_running_loop()
    known = {name.replace("_", "."): entry for name, entry in zone.items()}
    transport, server = await loop.create_datagram_endpoint(
        lambda: _NameServer(known), local_addr=("127.0.0.1", 0)
    )
    server.port = transport.get_extra_info("sockname")[1]
    try:
        yield server
    finally:
        transport.close()


@contextlib.asynccontextmanager
async def fetching(*ports, limits=QUICK, loopback=("site.test",), dns=None, ca_file="", **more):
    """Give a fetcher that may ask `ports`; "site.test" stands for this machine."""
    nameserver = f"127.0.0.1:{dns.port}" if dns else "127.0.0.1:1"
    rules = Rules(
        ports=frozenset({80, 443, *ports}),
        user_agent="CityWebMonitor/1.0 (test)",
        loopback_hosts=frozenset(loopback),
        nameservers=(nameserver,),
        ca_file=str(ca_file),
    )
    async with Fetcher(rules, limits, **more) as fetcher:
        yield fetcher


def ask_site(reply, path="/", *, limits=QUICK, **options):
    """Run one site and ask it once; return what the fetcher says."""

    async def once():
        async with site(reply) as here, fetching(here.port, limits=limits) as fetcher:
            return await fetcher.fetch(f"http://site.test:{here.port}{path}", **options)

    return asyncio.run(once())


def closed_port():
    """Return a port of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Authority:
    """A certificate authority that lives as long as the tests, and what it hands out."""

    def __init__(self, folder, name="Tổ chức chứng thực thử nghiệm"):
        self.folder, self.key = folder, ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        constraint = x509.BasicConstraints(ca=True, path_length=None)
        self.root = self._build(self.name, self.key).add_extension(constraint, critical=True)
        self.root = self.root.sign(self.key, hashes.SHA256())
        self.ca_file = folder / "ca.pem"
        self.ca_file.write_bytes(self.root.public_bytes(serialization.Encoding.PEM))

    def _build(self, subject, key, days=(-1, 30), issuer=None):
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer or self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + timedelta(days=days[0]))
            .not_valid_after(now + timedelta(days=days[1]))
        )

    def server(self, name, *, days=(-1, 30), own=False):
        """Return the context of a server with a certificate for `name`; `own`: signed by itself."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = subject if own else self.name
        builder = self._build(subject, key, days, issuer).add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False
        )
        certificate = builder.sign(key if own else self.key, hashes.SHA256())
        path = self.folder / f"{name}{days[1]}{own}.pem"
        path.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context
