"""What the platform itself does in the background."""

from celery import shared_task
from django.utils import timezone

from cityweb.core import audit, health, mailin, outbox
from cityweb.core.attachments import actions as attachments


@shared_task
def worker_heartbeat() -> None:
    """Prove that a worker takes tasks and finishes them."""
    health.beat("worker")


@shared_task
def seal_audit() -> None:
    """Seal every day that is over and not sealed yet."""
    audit.seal_finished_days()


@shared_task
def scan_quarantine() -> None:
    """Scan the files that waited for the virus scanner long enough, one a transaction."""
    now = timezone.now()
    for pk in attachments.due_for_scan(now=now):
        attachments.scan_again(pk=pk, now=now)


@shared_task
def sweep_attachments() -> None:
    """Erase drafts nobody claimed, and bytes a killed process left without a row."""
    now = timezone.now()
    attachments.sweep_drafts(now=now)
    attachments.sweep_orphans(now=now)


@shared_task
def deliver_outbox(pks: list[int]) -> None:
    """Try what was just committed; a row that is done or leased already is left alone."""
    outbox.deliver(pks)


@shared_task
def forget_old_outbox() -> None:
    """Blank what was sent long ago."""
    outbox.forget_old(now=timezone.now())


@shared_task
def poll_mail() -> None:
    """Fetch mail that arrived, where a mailbox is set up, and hand it on."""
    mailin.poll()


@shared_task
def sweep_outbox() -> None:
    """Try whatever is due and no message told of."""
    outbox.sweep()
