"""How often something came from one place lately: counters in Redis that forget by themselves.

No address is stored: keys are digests under the portal's own key, different in each span of time.
"""

import ipaddress
import logging
import threading
import time
from collections.abc import Mapping

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.commands.core import Script
from redis.retry import Retry

from cityweb.core.sealed import keyed_digest

logger = logging.getLogger(__name__)

NAMESPACE = "feedback"
PATIENCE_SECONDS = 0.15
SECONDS_LEFT_ALONE = 10.0
# Neighbours behind one router, or one household of IPv6.
_PREFIX = {4: 24, 6: 64}

# One journey for all kinds. Keys come in pairs, of this span and of the one before; the seconds
# are how long a count is kept, none to look without counting.
_COUNT = """
local found = {}
for place = 1, #KEYS, 2 do
    if ARGV[1] == "0" then
        found[place] = redis.call("GET", KEYS[place]) or 0
    else
        found[place] = redis.call("INCR", KEYS[place])
        redis.call("EXPIRE", KEYS[place], ARGV[1])
    end
    found[place + 1] = redis.call("GET", KEYS[place + 1]) or 0
end
return found
"""

_left_alone_until = 0.0
_links = threading.local()


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
    keys = [_key(kind, name, int(span) - ago) for kind, name in who.items() for ago in (0, 1)]
    try:
        answers = _script()(keys=keys, args=[seconds * 2 if adds else 0])
    except (redis.RedisError, OSError) as problem:
        _left_alone_until = time.monotonic() + SECONDS_LEFT_ALONE
        logger.warning("counters do not answer (%s)", type(problem).__name__)
        return dict.fromkeys(who, 0)
    before = 1 - part / seconds
    return {
        kind: int(int(answers[place * 2]) + int(answers[place * 2 + 1]) * before)
        for place, kind in enumerate(who)
    }


def _key(kind: str, name: str, span: int) -> str:
    return f"{NAMESPACE}:{keyed_digest(f'{kind}|{name}|{span}', purpose='feedback.counting')[:32]}"


def _script() -> Script:
    """Return the script over this thread's own connection: a pool asks each time if it is alive."""
    found = getattr(_links, "script", None)
    if found is None:
        found = _links.script = _client(settings.CELERY_BROKER_URL).register_script(_COUNT)
    return found


def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(
        url.replace("redis+socket://", "unix://", 1),
        socket_connect_timeout=PATIENCE_SECONDS,
        socket_timeout=PATIENCE_SECONDS,
        # A connection that Redis closed since the last count is made anew at once; who does not
        # answer in time is not waited for again.
        retry=Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
        single_connection_client=True,
    )


def forget_failure() -> None:
    """Try Redis again at once, over a new connection."""
    global _left_alone_until
    _left_alone_until = 0.0
    _links.__dict__.clear()
