"""Pictures of incidents, where the operator lets a browser look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Case, When
from django.utils import timezone

from cityweb.core.attachments import actions as files
from members.models import Incident, IncidentPicture, Snapshot
from members.verdicts.levels import Subject

# What can be seen; certificates and dates cannot.
SEEN = (Subject.ABNORMALITY, Subject.AVAILABILITY, Subject.DIRECTIVE)
# Later the page may be another one.
FRESH = timedelta(hours=1)
# A browser is dear: so many a minute, the pages that strangers changed first.
MOST_AT_ONCE = 2


def claim_pictures(*, now: datetime) -> list[int]:
    """Note which fresh incidents are to be pictured, each once; none where the setting is off."""
    if not settings.MEMBERS_PICTURES:
        return []
    fresh = Incident.objects.open().filter(
        subject__in=SEEN, opened_at__gte=now - FRESH, picture__isnull=True
    )
    claimed = []
    changed_first = Case(When(subject=Subject.ABNORMALITY, then=0), default=1)
    for incident in fresh.select_related("site").order_by(changed_first, "opened_at")[
        :MOST_AT_ONCE
    ]:
        row, is_new = IncidentPicture.objects.get_or_create(
            incident=incident, defaults={"url": _place(incident), "asked_at": now}
        )
        if is_new:
            claimed.append(row.pk)
    return claimed


def take_picture(pk: int, *, look: Callable[[str], bytes]) -> None:
    """Have `look` take the picture and keep it; what it raises as `ValueError` is the reason."""
    row = IncidentPicture.objects.get(pk=pk)
    if row.file_id or row.problem:
        return
    try:
        data = look(row.url)
    except ValueError as problem:
        row.problem = str(problem)[:300]
        row.save(update_fields=["problem"])
        return
    with transaction.atomic():
        row.file = files.keep_own(data, media_type="image/png")
        row.taken_at = timezone.now()
        row.save(update_fields=["file", "taken_at"])


def _place(incident: Incident) -> str:
    """Return the page that an incident is about: the odd one below, else the home page."""
    kept = Snapshot.objects.filter(incident=incident).select_related("copy").last()
    return kept.copy.url if kept else incident.site.home_url
