"""The data of the official letter about a site, as its template takes them."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import User
from members.models import Letter, Verdict

KIND = "members.letter"


def data(letter: Letter, *, signer: User, on: date) -> dict[str, Any]:
    """Return what the letter says today: only what is still open and not explained.

    Raises `Refused("nothing-open")` where nothing is.
    """
    site = letter.site
    rows = letter.escalations.select_related("incident__section")
    open_ones = [
        row.incident
        for row in rows.order_by("incident__opened_at")
        if row.incident.closed_at is None
        and (row.incident.quiet_until is None or row.incident.quiet_until < on)
    ]
    if not open_ones:
        raise Refused("nothing-open", "Mọi lỗi trong công văn đã được khắc phục hoặc giải trình.")
    held = {one.place: one for one in Verdict.objects.current().filter(site=site)}
    body = signer.organisation
    return {
        "place": settings.OFFICE_CITY,
        "above": body.parent.name if getattr(body, "parent", None) else "",
        "body": body.name,
        "to": site.organisation.name,
        "site": {"name": site.name, "url": site.home_url},
        "items": [_item(one, held.get(one.place)) for one in open_ones],
        "signer": {"position": signer.position, "name": signer.full_name},
    }


def _item(incident: Any, verdict: Verdict | None) -> dict[str, str]:
    told = incident.notices.order_by("sent_at").values_list("sent_at", flat=True)
    return {
        "subject": incident.get_subject_display(),
        "text": verdict.text if verdict else incident.text,
        "since": f"{timezone.localtime(incident.opened_at):%H giờ %M ngày %d/%m/%Y}",
        "told": ", ".join(dict.fromkeys(f"{timezone.localdate(at):%d/%m/%Y}" for at in told)),
        "evidence": verdict.evidence if verdict else "",
        "fix": verdict.fix if verdict else "",
    }
