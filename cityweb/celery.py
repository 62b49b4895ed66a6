"""The Celery application. Tasks carry ids; facts stay in PostgreSQL."""

import os

from celery import Celery
from celery.signals import setup_logging, task_prerun

from cityweb.core import logs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")

app = Celery("cityweb")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _keep_django_logging(**_kwargs: object) -> None:
    """Leave the log format to Django's settings: connecting is enough to stop Celery's own."""


@task_prerun.connect
def _name_the_work(task_id: str, **_kwargs: object) -> None:
    """Let log lines and audit entries of a task carry the task's id, as those of requests do."""
    logs.request_id.set(task_id)
