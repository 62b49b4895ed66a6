"""Tells a worker at once what was just committed. Whatever goes wrong here costs ten seconds.

The request that put an item must not wait for a broker that is slow or gone, so one thread of each
process hands the ids on, several at a time. When the broker fails, it is left alone for a while;
ids that come meanwhile are thrown away, and the sweep finds their rows.
"""

import logging
import os
import queue
import threading
import time
from contextlib import suppress

from celery import current_app
from django.conf import settings
from django.utils.module_loading import import_string
from kombu import Connection
from kombu.exceptions import KombuError
from redis import RedisError

logger = logging.getLogger(__name__)

TASK = "cityweb.core.tasks.deliver_outbox"
MOST_WAITING = 1000
MOST_AT_ONCE = 20
SECONDS_LEFT_ALONE = 5.0
# After each call others gather for so long: a flood of letters is a few messages, not one each.
SECONDS_TO_GATHER = 0.1
SECONDS_A_CALL = 2.0


class Messenger:
    """The thread of one process that hands ids on; it begins with the first id."""

    def __init__(self) -> None:
        self._ids: queue.Queue[int] = queue.Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None
        self._begin = threading.Lock()
        self._left_alone_until = 0.0
        # Kept open: making it anew costs more than taking in the letter that it tells of.
        self._link: Connection | None = None

    def tell(self, pk: int) -> None:
        """Hand the id on soon; never waits, never raises."""
        with suppress(queue.Full):
            self._ids.put_nowait(pk)
        if self._thread is None or not self._thread.is_alive():
            with self._begin:
                if self._thread is None or not self._thread.is_alive():
                    self._thread = threading.Thread(target=self._run, daemon=True, name="outbox")
                    self._thread.start()

    def _run(self) -> None:
        while True:
            pks = [self._ids.get()]
            with suppress(queue.Empty):
                while len(pks) < MOST_AT_ONCE:
                    pks.append(self._ids.get_nowait())
            if time.monotonic() >= self._left_alone_until:
                self._hand_on(pks)
                time.sleep(SECONDS_TO_GATHER)

    def _hand_on(self, pks: list[int]) -> None:
        try:
            if self._link is None:
                self._link = open_link()
            send(pks, self._link)
        except (KombuError, RedisError, OSError) as problem:
            self._drop_link()
            self._left_alone_until = time.monotonic() + SECONDS_LEFT_ALONE
            logger.warning("broker does not answer (%s), the sweep takes over", type(problem))

    def _drop_link(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            with suppress(KombuError, RedisError, OSError):
                link.release()


_messenger = Messenger()


def _forget_the_parent() -> None:
    """A forked child has no threads, and perhaps a lock that nobody will open."""
    global _messenger
    _messenger = Messenger()


os.register_at_fork(after_in_child=_forget_the_parent)


def wake(pk: int) -> None:
    """Let a worker take the item soon, if the broker works; nothing else depends on it."""
    if settings.CELERY_TASK_ALWAYS_EAGER:
        import_string(TASK)([pk])
    else:
        _messenger.tell(pk)


def open_link() -> Connection:
    """Return a way to the broker that gives up soon."""
    limits = {"socket_connect_timeout": SECONDS_A_CALL, "socket_timeout": SECONDS_A_CALL}
    return current_app.connection_for_write(transport_options=limits)


def send(pks: list[int], link: Connection) -> None:
    """Put one message with these ids on the broker, without its many patient retries."""
    producer = current_app.amqp.Producer(link.default_channel, auto_declare=False)
    message = current_app.signature(TASK, args=[pks], ignore_result=True)
    message.apply_async(producer=producer, retry=False, expires=600)
