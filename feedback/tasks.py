"""What the mailboxes do by themselves."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from feedback import actions
from feedback.actions import ledger, retaining


@shared_task
def review_citations() -> int:
    """Look again at all that replies cite; return how many citations need a person now."""
    return sum(
        actions.review_target(target_type=kind, target_id=key)
        for kind, key in actions.cited_targets()
    )


@shared_task
def erase_what_is_due() -> None:
    """Do what senders were promised and what the retention policies ask for, once a night."""
    actions.keep_promises(now=timezone.now())
    retaining.run(now=timezone.now(), is_dry=False)


@shared_task
def export_erasures() -> int:
    """Write the ledger of erasures where the backups are not; return how many entries it has."""
    return ledger.export(settings.ERASURE_LEDGER)


@shared_task
def remind() -> None:
    """Remind of terms that are running out, and escalate those that have."""
    actions.remind(now=timezone.now())
