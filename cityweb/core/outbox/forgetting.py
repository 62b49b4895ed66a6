"""Lets go of what finished items said."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Length

from cityweb.core.models.outbox import OutboxItem

MOST_AT_ONCE = 10_000


def forget(*, about: models.Model) -> int:
    """Blank the payloads of finished items about this object; return how many there were.

    What still waits stays as it is: drop it first, or forget again when it is done.
    """
    return OutboxItem.objects.about(about).finished().update(payload="")


def forget_old(*, now: datetime) -> int:
    """Blank what was finished `OUTBOX_KEEP_DAYS` ago or earlier; return how many there were.

    Whose case is kept keeps its own record of what was said; this is only the envelope's copy.
    """
    before = now - timedelta(days=settings.OUTBOX_KEEP_DAYS)
    old = (
        OutboxItem.objects.finished()
        .filter(models.Q(done_at__lt=before) | models.Q(given_up_at__lt=before))
        .annotate(stored=Length("payload"))
        .filter(stored__gt=0)
    )
    keys = old.values("pk")[:MOST_AT_ONCE]
    return OutboxItem.objects.filter(pk__in=keys).update(payload="")
