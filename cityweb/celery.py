"""The Celery application. Tasks carry ids; facts stay in PostgreSQL."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")

app = Celery("cityweb")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _keep_django_logging(**_kwargs: object) -> None:
    """Leave the log format to Django's settings: connecting is enough to stop Celery's own."""
