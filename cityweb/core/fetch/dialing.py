"""Opens a connection to the first of several checked addresses that answers (RFC 8305)."""

from __future__ import annotations

import asyncio
import errno
import itertools
import socket

from cityweb.core.fetch import policy
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.names import THIS_MACHINE, Address

LEAD_SECONDS = 0.25
# No route at all, or a wall of our own: what is wrong is wrong on this side.
_OURS = {
    *(errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.EADDRNOTAVAIL),
    *(errno.ENETUNREACH, errno.ENETDOWN, errno.EACCES, errno.EPERM, errno.EAFNOSUPPORT),
}
_FAILURES = {
    errno.ECONNREFUSED: Failure.CONNECT_REFUSED,
    errno.ECONNRESET: Failure.RESET,
    errno.ETIMEDOUT: Failure.CONNECT_TIMEOUT,
}
# What tells most about the site comes first: that we have no IPv6 says nothing of it.
_TELLING = (
    *(Failure.CONNECT_REFUSED, Failure.RESET, Failure.CONNECT_TIMEOUT),
    *(Failure.UNREACHABLE, Failure.OURS),
)


async def dial(addresses: list[Address], port: int, *, loopback: bool = False) -> socket.socket:
    """Return a connected socket; raise `Fault` with the most telling of the refusals.

    Each next address is tried a moment after the one before, or at once when that one fails.
    Only `loopback` opens the way to this machine, and to nothing else.
    """
    waiting = _alternating(addresses)
    running: set[asyncio.Task[socket.socket]] = set()
    problems: list[Failure] = []
    try:
        while waiting or running:
            if waiting:
                attempt = _connect(waiting.pop(0), port, loopback=loopback)
                running.add(asyncio.create_task(attempt))
            done, running = await asyncio.wait(
                running,
                timeout=LEAD_SECONDS if waiting else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                if not (problem := task.exception()):
                    running |= done - {task}
                    return task.result()
                problems.append(_failure(problem))
    finally:
        _drop(running)
    raise Fault(next(each for each in (*_TELLING, *problems) if each in problems))


def _alternating(addresses: list[Address]) -> list[Address]:
    """Return the addresses with both families in turn, IPv4 first: every machine has it."""
    by_family = ([a for a in addresses if a.version == version] for version in (4, 6))
    pairs = itertools.zip_longest(*by_family)
    return [address for pair in pairs for address in pair if address is not None]


async def _connect(address: Address, port: int, *, loopback: bool) -> socket.socket:
    # The last word before anything leaves this machine, whoever called.
    if not (loopback and address == THIS_MACHINE) and (why := policy.why_off_limits(address)):
        raise Fault(Failure.OFF_LIMITS, f"{address} là {why}")
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # An address as text is taken as it is: no name server is asked again.
        await asyncio.get_running_loop().sock_connect(connection, (str(address), port))
    except BaseException:
        connection.close()
        raise
    return connection


def _failure(problem: BaseException) -> Failure:
    if isinstance(problem, Fault):
        return problem.failure
    if not isinstance(problem, OSError):
        raise problem
    if problem.errno in _OURS:
        return Failure.OURS
    return _FAILURES.get(problem.errno or 0, Failure.UNREACHABLE)


def _drop(tasks: set[asyncio.Task[socket.socket]]) -> None:
    for task in tasks:
        if not task.done():
            task.cancel()
        elif not task.cancelled() and not task.exception():
            task.result().close()
