"""What an installation may decide, and the bounds that hold for every single visit."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much one visit may take, with all its redirects."""

    total_seconds: float = 10.0
    dns_seconds: float = 4.0
    connect_seconds: float = 5.0
    handshake_seconds: float = 5.0
    most_bytes: int = 2 * MEBIBYTE
    """Of the body, counted on the wire and after each step of decompression."""
    most_redirects: int = 10
    most_headers: int = 200
    longest_header: int = 16 * 1024


@dataclass(frozen=True, slots=True)
class Rules:
    """Where visits may go and how they look from outside."""

    ports: frozenset[int]
    user_agent: str
    loopback_hosts: frozenset[str] = frozenset()
    """Names that stand for this machine: the demo and the tests alone have any."""
    nameservers: tuple[str, ...] = ()
    """Asked in place of the machine's own, as "address" or "address:port"."""
    ca_file: str = ""
    """Authorities trusted beside those of browsers."""

    @classmethod
    def from_settings(cls) -> Rules:
        return cls(
            ports=frozenset(settings.FETCH_PORTS),
            user_agent=settings.FETCH_USER_AGENT,
            loopback_hosts=frozenset(name.lower() for name in settings.FETCH_LOOPBACK_HOSTS),
            nameservers=tuple(settings.FETCH_NAMESERVERS),
            ca_file=settings.FETCH_CA_FILE,
        )

    def is_loopback(self, host: str) -> bool:
        """Tell whether `host` is listed, or lies under a listed ".suffix"."""
        return host in self.loopback_hosts or any(
            name.startswith(".") and host.endswith(name) for name in self.loopback_hosts
        )
