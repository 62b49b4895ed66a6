"""What licensing does by itself."""

from celery import shared_task
from django.utils import timezone

from licensing import actions


@shared_task
def turn_day() -> None:
    """Let licences show how they stand today."""
    actions.turn(today=timezone.localdate())


@shared_task
def seal_register() -> None:
    """Publish the digest of today."""
    actions.seal(today=timezone.localdate())


@shared_task
def remind_licensees() -> None:
    """Tell licensees of days to come, each step once."""
    actions.remind_licensees(today=timezone.localdate())


@shared_task
def draft_moved() -> None:
    """Let days follow the calendar: of steps, and of results that applicants were promised."""
    actions.count_steps_anew()
    actions.draft_moved()


@shared_task
def check_claims_yearly() -> None:
    """Compare licensed sites with their licences, each once a year."""
    actions.check_yearly(today=timezone.localdate())
