"""What makes a sending look like a program's, and how much work that asks for."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest

from cityweb.core.sealed import blind_index
from cityweb.core.signin import client_ip
from feedback.abuse import counting

TEN_MINUTES, HOUR = 600, 3600
# Nobody reads a page and writes a letter in less.
QUICKEST_SECONDS = 3
# A school or an office behind one address sends a few in ten minutes; a flood sends hundreds.
SENT_BY_NETWORK = (15, 60, 240)
SENT_BY_EMAIL = (4, 10, 30)
MISSED_BY_NETWORK = (10, 40, 160)
MISSED_FOR_CODE = (5, 20, 80)
MOST_FILES_BY_NETWORK = 120


class Why(StrEnum):
    """What asks for the work: said to the person who waits, so it must be the true one."""

    QUICK = "quick"
    NETWORK = "network"
    EMAIL = "email"


@dataclass(frozen=True)
class Risk:
    """From 0, where nothing is asked, to 3."""

    level: int
    looks_automatic: bool = False
    why: "Why | None" = None


def of_sending(request: HttpRequest, *, email: str, homepage: str, age: int) -> Risk:
    """Return the risk of a letter that passed its checks; counts it."""
    address = client_ip(request)
    if _is_trusted(address):
        return Risk(0)
    network = counting.network(address)
    counts = counting.add(
        {"network": network, "email": blind_index(email, purpose="feedback.email")},
        seconds=TEN_MINUTES,
    )
    trapped = bool(homepage) or age < QUICKEST_SECONDS
    levels = {
        Why.NETWORK: _step(counts.get("network", 0), SENT_BY_NETWORK),
        Why.EMAIL: _step(counts.get("email", 0), SENT_BY_EMAIL),
        Why.QUICK: 1 if trapped else 0,
    }
    why = max(levels, key=levels.__getitem__)
    level = levels[why]
    return Risk(level, looks_automatic=bool(homepage), why=why if level else None)


def of_lookup(request: HttpRequest, *, code: str) -> Risk:
    """Return the risk of one more attempt to open a submission, by the misses before it."""
    if _is_trusted(client_ip(request)):
        return Risk(0)
    counts = counting.look({"missed": _network(request), "code": code}, seconds=TEN_MINUTES)
    return Risk(
        max(
            _step(counts.get("missed", 0), MISSED_BY_NETWORK),
            _step(counts.get("code", 0), MISSED_FOR_CODE),
        )
    )


def missed(request: HttpRequest, *, code: str) -> None:
    """Count a wrong code or secret."""
    counting.add({"missed": _network(request), "code": code}, seconds=TEN_MINUTES)


def may_send_file(request: HttpRequest) -> bool:
    """Tell whether this network may send one more file now; its letters always may."""
    if _is_trusted(client_ip(request)):
        return True
    counts = counting.add({"files": _network(request)}, seconds=HOUR)
    return counts.get("files", 0) <= MOST_FILES_BY_NETWORK


def _is_trusted(address: str | None) -> bool:
    """Tell whether the sender's machine is one that the office itself put up for citizens."""
    return any(
        ipaddress.ip_address(address) in ipaddress.ip_network(network)
        for network in settings.UNCOUNTED_NETWORKS
        if address
    )


def _network(request: HttpRequest) -> str:
    return counting.network(client_ip(request))


def _step(count: int, steps: tuple[int, ...]) -> int:
    return sum(count > limit for limit in steps)
