"""Lets go of what finished items said."""

from django.db import models

from cityweb.core.models.outbox import OutboxItem


def forget(*, about: models.Model) -> int:
    """Blank the payloads of finished items about this object; return how many there were.

    What still waits stays as it is: drop it first, or forget again when it is done.
    """
    return OutboxItem.objects.about(about).finished().update(payload="")
