"""What the platform itself does in the background."""

from celery import shared_task

from cityweb.core import audit, health


@shared_task
def worker_heartbeat() -> None:
    """Prove that a worker takes tasks and finishes them."""
    health.beat("worker")


@shared_task
def seal_audit() -> None:
    """Seal every day that is over and not sealed yet."""
    audit.seal_finished_days()
