"""The record of how a capture was made: with what, from where, under which limits, what was not."""

from __future__ import annotations

import platform
import socket
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings

from advertising.capture import steady
from advertising.capture.looks import Look, Taken
from advertising.capture.taking import TOTAL_SECONDS
from cityweb.core.browsing import Bounds, Exchange
from cityweb.core.browsing.exchanges import Certificate

ORIGIN = "server"
"""From our side; the other classes are the officer's own browser and a picture sent in."""
TOOLS = ("warcio", "h11", "cryptography", "aiodns", "adblock")


def record(taken: Taken) -> dict[str, Any]:
    """Return what `provenance.json` holds."""
    return {
        "urls": taken.urls,
        "origin": ORIGIN,
        "started_at": taken.started_at.isoformat(),
        "machine": {"name": socket.gethostname(), "addresses": _addresses()},
        "tools": {
            "python": platform.python_version(),
            "system": platform.platform(),
            **{name: _version(name) for name in TOOLS},
        },
        "options": _options(),
        "looks": [_look(look) for look in taken.looks],
    }


def _options() -> dict[str, Any]:
    bounds = Bounds()
    return {
        "seconds_in_all": TOTAL_SECONDS,
        "most_memory_bytes": bounds.memory_bytes,
        "most_bytes": bounds.most_bytes,
        "most_bytes_an_answer": bounds.most_bytes_an_answer,
        "ports": sorted(settings.FETCH_PORTS),
        "nameservers": list(settings.FETCH_NAMESERVERS),
        "downloads": "deny",
        "web_sockets": "deny",
        "windows": "noted and closed",
        "chance_seed": steady.SEED,
        "autoplay_with_sound": "allowed, muted at the output",
    }


def _look(look: Look) -> dict[str, Any]:
    notes, view = look.notes, look.view
    return {
        "page": look.page,
        "url": look.url,
        "view": {
            "name": view.name, "width": view.width, "height": view.height, "scale": view.scale,
        },
        "started_at": look.started_at.isoformat(),
        "ended_at": look.ended_at.isoformat() if look.ended_at else None,
        "browser": look.browser,
        "user_agent": look.user_agent,
        "confinement": {
            "user": look.confinement.user,
            "own_network": look.confinement.own_network,
            "own_sandbox": look.confinement.own_sandbox,
        }
        if look.confinement
        else None,
        "most_memory_bytes": look.most_memory,
        "final_url": look.final_url,
        "title": look.title,
        "error": look.error,
        "redirects": notes.redirects,
        "names": look.recording.names,
        "certificates": {
            host: _certificate(each) for host, each in look.recording.certificates.items()
        },
        "requests": len(look.recording.exchanges),
        "bytes_received": look.recording.bytes_received,
        "blocked": [_blocked(each) for each in look.recording.stopped],
        "dialogs": notes.dialogs,
        "windows": notes.windows,
        "downloads": notes.downloads,
        "problems": notes.problems,
        "ads": look.ads,
    }  # fmt: skip


def _blocked(exchange: Exchange) -> dict[str, Any]:
    return {
        "method": exchange.method,
        "url": exchange.url,
        "code": exchange.code,
        "reason": exchange.stopped,
    }


def _certificate(certificate: Certificate) -> dict[str, Any]:
    facts = certificate.facts
    return {
        "protocol": facts.protocol,
        "subject": facts.subject,
        "issuer": facts.issuer,
        "names": list(facts.names),
        "not_after": facts.not_after.isoformat() if facts.not_after else None,
        "pem": certificate.pem,
    }


def _addresses() -> list[str]:
    """Return the addresses this machine goes out with; nothing is sent to find them."""
    found = []
    for family, far in ((socket.AF_INET, "1.1.1.1"), (socket.AF_INET6, "2606:4700::1111")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 53))
                found.append(probe.getsockname()[0])
        except OSError:
            continue
    return found


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
