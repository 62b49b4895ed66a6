"""When a site is asked next: spread over its interval, sooner where something just failed. Pure."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def offset(code: str, interval: timedelta) -> timedelta:
    """Return a site's own place in its interval, always the same, so that none come in bursts."""
    share = int.from_bytes(sha256(code.encode()).digest()[:8]) / 2**64
    return interval * share


def next_due(code: str, *, interval: timedelta, now: datetime) -> datetime:
    """Return the site's next place that is at least half an interval away."""
    soonest = now + interval / 2
    place = offset(code, interval)
    steps = -((soonest - _EPOCH - place) // -interval)
    return _EPOCH + place + steps * interval


def retry_due(strikes: int, *, gap: timedelta, interval: timedelta, now: datetime) -> datetime:
    """Return when to ask again after so many failures in a row, further apart each time."""
    return now + min(gap * strikes, interval)
