"""How often something came from one place lately: counters in Redis that forget by themselves.

No address is stored: keys are digests under the portal's own key, different in each span of time.
"""

import ipaddress
import logging
import time
from collections.abc import Mapping
from functools import lru_cache

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from cityweb.core.sealed import keyed_digest

logger = logging.getLogger(__name__)

NAMESPACE = "feedback"
PATIENCE_SECONDS = 0.15
SECONDS_LEFT_ALONE = 10.0
# Neighbours behind one router, or one household of IPv6.
_PREFIX = {4: 24, 6: 64}

_left_alone_until = 0.0


def network(address: str | None) -> str:
    """Return the network that an address belongs to: its /24, or its /64."""
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    return str(ipaddress.ip_network((ip, _PREFIX[ip.version]), strict=False))


def add(who: Mapping[str, str], *, seconds: int) -> dict[str, int]:
    """Count one more of each kind from each `who`; return how many came within the last span.

    A span that just began carries a part of the one before. Without Redis everything counts 0.
    """
    return _ask({kind: name for kind, name in who.items() if name}, seconds, adds=True)


def look(who: Mapping[str, str], *, seconds: int) -> dict[str, int]:
    """Return the same without counting."""
    return _ask({kind: name for kind, name in who.items() if name}, seconds, adds=False)


def _ask(who: Mapping[str, str], seconds: int, *, adds: bool) -> dict[str, int]:
    global _left_alone_until
    now = time.time()
    if not who or time.monotonic() < _left_alone_until:
        return dict.fromkeys(who, 0)
    span, part = divmod(now, seconds)
    try:
        with _client(settings.CELERY_BROKER_URL).pipeline(transaction=False) as line:
            for kind, name in who.items():
                here = _key(kind, name, int(span))
                if adds:
                    line.incr(here).expire(here, seconds * 2)
                else:
                    line.get(here).echo("-")
                line.get(_key(kind, name, int(span) - 1))
            answers = line.execute()
    except (redis.RedisError, OSError) as problem:
        _left_alone_until = time.monotonic() + SECONDS_LEFT_ALONE
        logger.warning("counters do not answer (%s)", type(problem).__name__)
        return dict.fromkeys(who, 0)
    before = 1 - part / seconds
    return {
        kind: int(int(answers[place * 3] or 0) + int(answers[place * 3 + 2] or 0) * before)
        for place, kind in enumerate(who)
    }


def _key(kind: str, name: str, span: int) -> str:
    return f"{NAMESPACE}:{keyed_digest(f'{kind}|{name}|{span}', purpose='feedback.counting')[:32]}"


@lru_cache(maxsize=2)
def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(
        url.replace("redis+socket://", "unix://", 1),
        socket_connect_timeout=PATIENCE_SECONDS,
        socket_timeout=PATIENCE_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )


def forget_failure() -> None:
    """Try Redis again at once."""
    global _left_alone_until
    _left_alone_until = 0.0
