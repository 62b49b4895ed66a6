"""Keeps the pages that belong to an incident: how one looked before, and when it was opened."""

from members.models import Incident, Moment, PageCopy, Snapshot


def keep(incident: Incident, *, url: str) -> None:
    """Tie to an incident the newest clean and the newest odd look of the page it is about."""
    looks = PageCopy.objects.filter(site=incident.site_id, url=url).order_by("-seen_at")
    for moment, is_clean in ((Moment.BEFORE, True), (Moment.OPENING, False)):
        copy = looks.filter(is_clean=is_clean).first()
        if copy is not None:
            Snapshot.objects.get_or_create(
                incident=incident, moment=moment, defaults={"copy": copy}
            )
