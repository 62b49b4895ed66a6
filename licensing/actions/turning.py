"""What a new day changes by itself: terms end, suspensions are over."""

from datetime import date

from django.db import transaction

from cityweb.core import audit
from licensing.actions.recording import stand
from licensing.models import Licence


def turn(*, today: date) -> int:
    """Let every licence whose day has come show how it stands now; return how many did."""
    due = list(Licence.objects.turning(today).order_by("pk").values_list("pk", flat=True))
    return sum(_turn(pk, today) for pk in due)


@transaction.atomic
def _turn(pk: int, today: date) -> bool:
    rows = Licence.objects.turning(today).select_for_update(skip_locked=True)
    licence = rows.filter(pk=pk).first()
    if licence is None:
        return False
    before = licence.state
    stand(licence, today)
    licence.save(update_fields=["state", "changes_on"])
    audit.record(
        actor=None, verb="licensing.day_turned", target=licence, before=before, now=licence.state
    )
    return True
