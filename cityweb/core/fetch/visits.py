"""One request under way, as far as it has come; shared by those who carry it out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum

from aiohttp import StreamReader

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


@dataclass(slots=True)
class Clock:
    """The time one visit has, with all its redirects; it stands still while we are busy."""

    deadline: asyncio.Timeout
    started: float

    @contextmanager
    def stopped(self) -> Iterator[None]:
        loop, due = asyncio.get_running_loop(), self.deadline.when() or 0.0
        paused = loop.time()
        self.deadline.reschedule(None)
        try:
            yield
        finally:
            lost = loop.time() - paused
            self.started += lost
            self.deadline.reschedule(due + lost)


@dataclass(slots=True)
class Visit:
    target: Target
    clock: Clock
    stage: Stage = Stage.NAME
    address: str = ""
    tls: TlsFacts | None = None
    transport: asyncio.BaseTransport | None = None
    stopped: Fault | None = None
    """Why the connection ended, where that is known better than the reader of it can tell."""

    content: StreamReader | None = None
    """The body, from when somebody reads it."""
    place: asyncio.Semaphore | None = None
    """The place it holds among the visits of one machine."""

    def stop(self, failure: Failure) -> None:
        """End the connection for a reason of ours, and wake whoever waits for the body."""
        self.stopped = Fault(failure)
        if self.content is not None and not self.content.is_eof():
            self.content.set_exception(ConnectionError(failure.value))
        self._hang_up()

    def read(self, content: StreamReader) -> StreamReader:
        """Note that the body is being read; raise `Fault` where it can no more become whole."""
        self.stage, self.content = Stage.BODY, content
        if self.stopped and not content.is_eof():
            raise Fault(self.stopped.failure)
        return content

    def end(self) -> None:
        """Let go of everything at once, whatever the other side thinks of it."""
        if self.place:
            self.place.release()
            self.place = None
        self._hang_up()

    def _hang_up(self) -> None:
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()


under_way: ContextVar[Visit] = ContextVar("under_way")
