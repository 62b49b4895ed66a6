"""One request under way, as far as it has come; shared by those who carry it out."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum

from cityweb.core.fetch.certificates import TlsFacts
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.spelling import Target


class Stage(Enum):
    """What a visit was waiting for; each stage has its own name for "nothing came"."""

    NAME = Failure.DNS_TIMEOUT
    CONNECTION = Failure.CONNECT_TIMEOUT
    ENCRYPTION = Failure.TLS_TIMEOUT
    ANSWER = Failure.NO_ANSWER
    BODY = Failure.TOO_SLOW
    ROOM = Failure.OURS


@dataclass(slots=True)
class Visit:
    target: Target
    stage: Stage = Stage.NAME
    address: str = ""
    tls: TlsFacts | None = None
    transport: asyncio.BaseTransport | None = None
    stopped: Fault | None = None
    """Why the connection ended, where that is known better than the reader of it can tell."""

    def end(self) -> None:
        """Let go of the connection at once, whatever the other side thinks of it."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()


under_way: ContextVar[Visit] = ContextVar("under_way")
