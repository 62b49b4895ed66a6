"""What the mailboxes do by themselves."""

from celery import shared_task
from django.utils import timezone

from feedback import actions


@shared_task
def remind() -> None:
    """Remind of terms that are running out, and escalate those that have."""
    actions.remind(now=timezone.now())
