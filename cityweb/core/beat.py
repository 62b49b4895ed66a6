"""Celery's clock, leaving a heartbeat in the database so that a silent clock is noticed."""

import logging
import time
from typing import Any

from celery.beat import PersistentScheduler
from django.db import DatabaseError, connection

from cityweb.core import health

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_BEATS = 10.0


class HeartbeatScheduler(PersistentScheduler):
    """The usual scheduler; each tick proves progress, at most every ten seconds.

    A dead database costs a log line and nothing else: tasks go on being sent.
    """

    # Django's clock may jump; this one only goes forward.
    _last_beat = float("-inf")
    max_interval = 5

    def tick(self, *args: Any, **kwargs: Any) -> float:
        seconds = super().tick(*args, **kwargs)
        if time.monotonic() - self._last_beat >= SECONDS_BETWEEN_BEATS:
            self._last_beat = time.monotonic()
            self._leave_heartbeat()
        return seconds

    def _leave_heartbeat(self) -> None:
        try:
            health.beat("beat")
        except DatabaseError:
            logger.warning("heartbeat of beat not written: the database does not answer")
            connection.close()
