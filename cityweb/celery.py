"""The Celery application. Tasks carry ids; facts stay in PostgreSQL."""

import os
import signal
from contextlib import suppress
from pathlib import Path

from billiard.util import set_pdeathsig
from celery import Celery
from celery.signals import setup_logging, task_prerun, worker_init, worker_process_init
from django.conf import settings
from kombu import Exchange, Queue

from cityweb.core import logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")

app = Celery("cityweb")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Workers take from each in turn: what must be on the minute never waits behind a flood of letters.
app.conf.task_queues = [
    Queue(name, Exchange(name), routing_key=name)
    for name in (
        *(app.conf.task_default_queue, settings.CLOCK_QUEUE),
        *(settings.WATCH_QUEUE, settings.CAPTURE_QUEUE),
    )
]
for entry in app.conf.beat_schedule.values():
    entry["options"] = {"queue": settings.CLOCK_QUEUE, **entry.get("options", {})}


@setup_logging.connect
def _keep_django_logging(**_kwargs: object) -> None:
    """Leave the log format to Django's settings: connecting is enough to stop Celery's own."""


@worker_init.connect
def _let_readers_go_first(**_kwargs: object) -> None:
    """A page is waited for, a task is not: on a busy machine the web has the processor first."""
    os.nice(5)
    # Linux shares the processor among sessions before it looks at the processes in them.
    with suppress(OSError):
        Path("/proc/self/autogroup").write_text("5")


@worker_process_init.connect
def _end_with_the_worker(**_kwargs: object) -> None:
    """A process of the pool whose worker was killed would work on, and wait for ever."""
    set_pdeathsig(signal.SIGKILL)


@task_prerun.connect
def _name_the_work(task_id: str, **_kwargs: object) -> None:
    """Let log lines and audit entries of a task carry the task's id, as those of requests do."""
    logs.request_id.set(task_id)
