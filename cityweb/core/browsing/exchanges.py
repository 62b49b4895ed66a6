"""What passed the proxy: each request with its answer, and each that was stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from cityweb.core.fetch import TlsFacts

Header = tuple[bytes, bytes]


@dataclass(slots=True)
class Exchange:
    """One request and what became of it; times in milliseconds, -1 where a step did not happen."""

    number: int
    method: str
    url: str
    sent: list[Header]
    started_at: datetime
    body_sent: bytes = b""
    status: int = 0
    """0 where no answer came."""
    reason: str = ""
    headers: list[Header] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)
    """As it came, still compressed; without the marks of chunks."""
    address: str = ""
    stopped: str = ""
    """Why it was not let through or did not end well, in Vietnamese; a code stands in `code`."""
    code: str = ""
    is_whole: bool = False
    dns_ms: float = -1
    connect_ms: float = -1
    tls_ms: float = -1
    wait_ms: float = -1
    receive_ms: float = -1

    @property
    def is_answered(self) -> bool:
        return self.status > 0

    def header(self, name: str) -> str:
        """Return the first header of the answer with this name, or nothing."""
        wanted = name.lower().encode()
        return next((v.decode("latin-1") for n, v in self.headers if n.lower() == wanted), "")


@dataclass(slots=True)
class Certificate:
    """The certificate a host showed, as bytes and in words."""

    facts: TlsFacts
    pem: str


@dataclass(slots=True)
class Recording:
    """Everything one browser asked for, in order."""

    exchanges: list[Exchange] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    """Addresses of each host, as the name servers gave them."""
    certificates: dict[str, Certificate] = field(default_factory=dict)
    bytes_received: int = 0

    @property
    def stopped(self) -> list[Exchange]:
        return [each for each in self.exchanges if each.stopped]
