"""Whether the parts that work behind the pages are alive and make progress."""

from collections.abc import Callable
from datetime import timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from redis.backoff import NoBackoff
from redis.retry import Retry

from cityweb.core.models import Heartbeat
from cityweb.core.outbox import looking

# Both beat every 10 seconds; a restart of the process takes a few more.
LONGEST_SILENCE = timedelta(seconds=60)
BROKER_PATIENCE_SECONDS = 1.0

FINE = "ok"
UNKNOWN = "unknown"


def beat(name: str) -> None:
    """Write down that the process kind `name` has just made progress."""
    Heartbeat.objects.bulk_create(
        [Heartbeat(name=name, at=timezone.now())],
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=["at"],
    )


def check_database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return FINE


def check_broker() -> str:
    # Celery and the client library name the same socket differently.
    url = settings.CELERY_BROKER_URL.replace("redis+socket://", "unix://", 1)
    client = redis.Redis.from_url(
        url,
        socket_connect_timeout=BROKER_PATIENCE_SECONDS,
        socket_timeout=BROKER_PATIENCE_SECONDS,
        retry=Retry(NoBackoff(), 0),  # the client's own three tries take seconds
    )
    try:
        client.ping()
    except (redis.RedisError, OSError):
        return "unreachable"
    finally:
        client.close()
    return FINE


def check_heartbeat(name: str) -> str:
    try:
        last = Heartbeat.objects.filter(name=name).values_list("at", flat=True).first()
    except DatabaseError:
        return UNKNOWN
    if last is None:
        return "never seen"
    silence = timezone.now() - last
    return FINE if silence <= LONGEST_SILENCE else f"silent for {silence.total_seconds():.0f} s"


def check_outbox() -> str:
    try:
        return looking.trouble(timezone.now()) or FINE
    except DatabaseError:
        return UNKNOWN


CHECKS: dict[str, Callable[[], str]] = {
    "database": check_database,
    "broker": check_broker,
    "worker": lambda: check_heartbeat("worker"),
    "beat": lambda: check_heartbeat("beat"),
    "outbox": check_outbox,
}


def report(only: str = "") -> dict[str, str]:
    """Return for each part, or for the one named, `ok` or what is wrong with it."""
    return {name: check() for name, check in CHECKS.items() if only in ("", name)}
