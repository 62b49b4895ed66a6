"""Licences that will stand otherwise soon if nobody decides anything."""

from datetime import date, timedelta

from licensing.models import Licence
from licensing.querysets import LicenceQuerySet

DAYS = 30
MOST_SHOWN = 200


def changing(today: date) -> LicenceQuerySet:
    """Return those of the next weeks, the nearest first."""
    rows = Licence.objects.filter(changes_on__gt=today, changes_on__lte=today + timedelta(DAYS))
    rows = rows.select_related("current", "issuer").defer("words", "search")
    return rows.order_by("changes_on", "pk")
