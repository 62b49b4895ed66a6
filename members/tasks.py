"""What the watch does by itself."""

from importlib import import_module

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from members import actions


@shared_task
def start_rounds() -> None:
    """Open rounds for the sites that are due and hand them to the workers of the watch."""
    for pk in actions.claim_due(now=timezone.now()):
        run_round.apply_async([pk], queue=settings.WATCH_QUEUE, expires=300)


@shared_task
def run_round(pk: int) -> None:
    """Ask the sites of one round; a round that was begun already is left alone."""
    actions.run(pk)


@shared_task
def notify() -> None:
    """Tell those who answer for a site of what is wrong; go on where that is in vain."""
    now = timezone.now()
    actions.notify(now=now)
    actions.escalate(now=now)


@shared_task
def follow_lists() -> None:
    """Judge what is kept anew where words or domains were added since yesterday."""
    actions.follow_lists(now=timezone.now())


@shared_task
def roll_and_forget() -> None:
    """Roll past days up, then erase the raw answers that are older than a month."""
    now = timezone.now()
    actions.roll(now=now)
    actions.forget_old(now=now)


@shared_task
def picture_incidents() -> None:
    """Hand fresh incidents to the workers that have a browser."""
    for pk in actions.claim_pictures(now=timezone.now()):
        picture_incident.apply_async([pk], queue=settings.CAPTURE_QUEUE, expires=1800)


@shared_task(time_limit=90, soft_time_limit=80)
def picture_incident(pk: int) -> None:
    """Take the picture of one incident."""
    # Few processes ever run a browser; none loads it before it is needed.
    look = import_module("cityweb.core.browsing.glancing").picture_of
    actions.take_picture(pk, look=look)
