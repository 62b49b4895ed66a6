"""Asks the name servers, once a visit, and lets through only addresses that may be asked."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import aiodns
import pycares

from cityweb.core.fetch import policy
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.options import Limits, Rules
from cityweb.core.fetch.spelling import Target

Address = IPv4Address | IPv6Address

THIS_MACHINE = IPv4Address("127.0.0.1")
MOST_ADDRESSES = 8
_errors = aiodns.error
_FAILURES = {
    _errors.ARES_ENOTFOUND: Failure.DNS_MISSING,
    _errors.ARES_ENONAME: Failure.DNS_MISSING,
    _errors.ARES_EBADNAME: Failure.DNS_MISSING,
    _errors.ARES_ENODATA: Failure.DNS_EMPTY,
    _errors.ARES_ETIMEOUT: Failure.DNS_TIMEOUT,
    # Our own name server does not take questions.
    _errors.ARES_ECONNREFUSED: Failure.OURS,
    _errors.ARES_EFILE: Failure.OURS,
    _errors.ARES_ENOMEM: Failure.OURS,
}


class Names:
    """Turns the host of a target into the addresses to connect to."""

    def __init__(self, rules: Rules, limits: Limits) -> None:
        self._rules = rules
        self._limits = limits
        self._resolver = aiodns.DNSResolver(
            nameservers=rules.nameservers or None,
            # A short name must never be completed to one inside our own network.
            flags=pycares.ARES_FLAG_NOSEARCH,
            timeout=max(limits.dns_seconds / 4, 0.05),
            tries=2,
        )

    async def addresses(self, target: Target) -> list[Address]:
        """Return where to connect to, at least one address; raise `Fault` where nobody may.

        One address that is off limits spoils the whole answer: names that lead outside and inside
        at once are how visitors are lured inside.
        """
        if self._rules.is_loopback(target.host):
            return [THIS_MACHINE]
        found = [target.literal] if target.literal else await self._ask(target.host)
        for address in found:
            if reason := policy.why_off_limits(address):
                raise Fault(Failure.OFF_LIMITS, f"{address} là {reason}")
        return found[:MOST_ADDRESSES]

    async def _ask(self, host: str) -> list[Address]:
        try:
            async with asyncio.timeout(self._limits.dns_seconds):
                answer = await self._resolver.getaddrinfo(
                    host, family=socket.AF_UNSPEC, type=socket.SOCK_STREAM
                )
        except TimeoutError as problem:
            raise Fault(Failure.DNS_TIMEOUT) from problem
        except aiodns.error.DNSError as problem:
            code = problem.args[0] if problem.args else None
            raise Fault(_FAILURES.get(code, Failure.DNS_FAILED)) from problem
        found = list(dict.fromkeys(_address(node.addr[0]) for node in answer.nodes))
        if not found:
            raise Fault(Failure.DNS_EMPTY)
        return found

    async def close(self) -> None:
        await self._resolver.close()


def _address(text: bytes | str) -> Address:
    return ip_address(text.decode() if isinstance(text, bytes) else text)
