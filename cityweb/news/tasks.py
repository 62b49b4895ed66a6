"""What the clock does for the newsroom."""

from celery import shared_task
from django.utils import timezone

from cityweb.news import actions, search


@shared_task(name="cityweb.news.tasks.publish_due", time_limit=300, soft_time_limit=240)
def publish_due() -> int:
    """Publish what is due; safe to run twice at once."""
    return actions.publish_due(now=timezone.now())


@shared_task
def settle_search() -> None:
    """Bring what an import left waiting in the index of words to its place."""
    search.settle()
