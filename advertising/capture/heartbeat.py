"""Says while a capture goes on that its worker lives, so that a dead one is noticed soon."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from advertising import actions
from advertising.models.captures import Capture

logger = logging.getLogger(__name__)

SECONDS = 10.0


@contextmanager
def of(capture: Capture, *, every: float = SECONDS) -> Iterator[None]:
    """Beat while inside, over a connection of its own."""
    done = threading.Event()
    beating = threading.Thread(target=_beat, args=(capture, done, every), daemon=True)
    beating.start()
    try:
        yield
    finally:
        done.set()
        beating.join(timeout=5)


def _beat(capture: Capture, done: threading.Event, every: float) -> None:
    try:
        while not done.wait(every):
            try:
                if not actions.beat_capture(capture, now=timezone.now()):
                    return
            except DatabaseError:
                logger.warning("capture %s: no heartbeat, the database does not answer", capture.pk)
                connection.close()
    finally:
        connection.close()
