"""Official letters and what came to the report, for the desk and the unit."""

from django.db.models import Prefetch, QuerySet

from cityweb.core import papers
from members.models import Escalation, Letter, MemberSite, Step
from members.querysets import MemberSiteQuerySet
from members.states import LetterState

MOST_SHOWN = 100


def waiting(sites: MemberSiteQuerySet) -> list[Letter]:
    """Return the letters that wait for a signature, the oldest first."""
    return list(_with_items(sites).filter(state=LetterState.DRAFT).order_by("drafted_at"))


def settled(sites: MemberSiteQuerySet) -> list[Letter]:
    """Return the letters that were sent or dropped, the newest first."""
    rows = _with_items(sites).exclude(state=LetterState.DRAFT)
    return list(rows.order_by("-settled_at")[:MOST_SHOWN])


def reported(sites: MemberSiteQuerySet) -> list[Escalation]:
    """Return the open incidents that came to the report, the oldest first."""
    rows = Escalation.objects.filter(
        step=Step.REPORT, incident__site__in=sites, incident__closed_at__isnull=True
    )
    return list(
        rows.select_related("incident__site__organisation").order_by("reached_at")[:MOST_SHOWN]
    )


def sent_to(site: MemberSite) -> list[Letter]:
    """Return the letters that its unit got about a site, the newest first."""
    rows = site.letters.filter(state=LetterState.SENT).select_related("paper")
    return list(rows.order_by("-settled_at"))


def signed(letter: Letter) -> bytes:
    """Return the signed file of a letter that was sent."""
    with papers.open_file(letter.paper) as file:
        return file.read()


def _with_items(sites: MemberSiteQuerySet) -> QuerySet[Letter]:
    items = Escalation.objects.select_related("incident").order_by("incident__opened_at")
    return (
        Letter.objects.filter(site__in=sites)
        .select_related("site__organisation", "paper", "settled_by")
        .prefetch_related(Prefetch("escalations", items))
    )
