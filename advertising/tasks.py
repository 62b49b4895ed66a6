"""What the advertising desk has done by workers."""

from importlib import import_module

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from advertising import actions


@shared_task
def take_captures() -> None:
    """Hand captures that wait to the workers that have a browser."""
    for pk in actions.claim_captures(now=timezone.now()):
        run_capture.apply_async([pk], queue=settings.CAPTURE_QUEUE, expires=300)


@shared_task
def follow_terms() -> None:
    """Remind of terms, let fines fall overdue, look again at what should be put right."""
    now = timezone.now()
    actions.turn_overdue(now=now)
    actions.look_again(now=now)
    actions.remind(now=now)


@shared_task(time_limit=1200, soft_time_limit=1180)
def run_capture(pk: int) -> None:
    """Carry out one capture that was claimed."""
    # Browser, archive and signature libraries are loaded where they are used, not at each start.
    import_module("advertising.capture.working").work(pk)
