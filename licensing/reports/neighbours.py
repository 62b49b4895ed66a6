"""What else happens to the licence that a dossier is about, while the dossier is open."""

from dataclasses import dataclass, field

from cityweb.core.models import User
from licensing import merging
from licensing.life import ENDED
from licensing.models import Dossier, LicenceVersion, Proceeding
from licensing.reports.shown import LABELS


@dataclass(frozen=True)
class Neighbours:
    """Other dossiers and the proceeding about one licence, and what was decided meanwhile."""

    dossiers: list[Dossier] = field(default_factory=list)
    proceeding: Proceeding | None = None
    # Decided since the dossier was begun, the newest first.
    since: list[LicenceVersion] = field(default_factory=list)
    # What both this dossier and one of those decisions changed, by its label.
    crossing: list[str] = field(default_factory=list)


def of(dossier: Dossier, user: User) -> Neighbours:
    """Return what this person may know of it; nothing for a dossier that is over or about none."""
    licence = dossier.licence
    if licence is None or dossier.state in ENDED:
        return Neighbours()
    others = Dossier.objects.visible_to(user).filter(licence=licence).exclude(state__in=ENDED)
    began = dossier.licence_version
    since = licence.versions.filter(ordinal__gt=began.ordinal) if began else licence.versions.none()
    proceedings = Proceeding.objects.visible_to(user).filter(licence=licence, closed_at=None)
    crossing = merging.crossing(dossier) if dossier.sent else []
    return Neighbours(
        dossiers=list(others.exclude(pk=dossier.pk).select_related("procedure")),
        proceeding=proceedings.first(),
        since=list(since.order_by("-ordinal")),
        crossing=[LABELS[name] for name in crossing if name in LABELS],
    )
