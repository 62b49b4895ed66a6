"""Licences as other apps may cite them: how one stands today, and which answer to some words."""

from django.conf import settings
from django.utils import timezone

from cityweb.core import keyset
from cityweb.core.citations import Found, Standing
from licensing.models import Licence
from licensing.reports import register
from licensing.reports.register import Asked
from licensing.states import Standing as LicenceStanding


def standing(licence_id: int) -> Standing | None:
    """Return how a licence stands; its version is the decision that it last changed by."""
    licence = Licence.objects.select_related("current").filter(pk=licence_id).first()
    return _standing(licence) if licence else None


def find(words: str, *, most: int) -> list[Found]:
    """Return the newest licences that bear this number or hold all these words."""
    rows = register.page(Asked(words=words), keyset.Turn()).rows
    return [Found(licence.pk, _standing(licence)) for licence in rows[:most]]


def _standing(licence: Licence) -> Standing:
    now = licence.current.standing(timezone.localdate())
    is_good = now == LicenceStanding.VALID
    return Standing(
        title=f"Giấy phép số {licence.number}, {licence.current.site_name}",
        address=f"{settings.PORTAL_ORIGIN}{licence.path}",
        version=f"lần {licence.current.ordinal}, {now.label.lower()}",
        is_good=is_good,
        why_not="" if is_good else f"Giấy phép {now.label.lower()}.",
    )
