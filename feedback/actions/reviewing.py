"""What replies lean on is looked at again; a reply whose ground moved waits for a person."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import User
from feedback import citing
from feedback.actions._moving import HANDLERS, lock
from feedback.models import Citation
from feedback.states import ReplyState

# What was said before and thrown away needs no review.
_LOOKED_AT = (ReplyState.DRAFT, ReplyState.IN_REVIEW, ReplyState.APPROVED, ReplyState.SENT)


def cited_targets() -> list[tuple[int, int]]:
    """Return every thing that some reply cites, once, as (content type, key)."""
    rows = Citation.objects.filter(reply__state__in=_LOOKED_AT).order_by()
    return list(rows.values_list("target_type", "target_id").distinct())


@transaction.atomic
def review_target(*, target_type: int, target_id: int, at: datetime | None = None) -> int:
    """Flag the citations of one thing that no longer stands as cited; return how many are new.

    Safe to run twice: what is flagged already stays as it is until a person settles it.
    """
    rows = Citation.objects.filter(
        target_type=target_type,
        target_id=target_id,
        flagged_at__isnull=True,
        reply__state__in=_LOOKED_AT,
    )
    waiting = list(rows.select_for_update(of=("self",)).select_related("target_type"))
    if not waiting:
        return 0
    kind = waiting[0].target_type
    standing = citing.look(f"{kind.app_label}.{kind.model}", target_id)
    flagged = 0
    for citation in waiting:
        flag = citing.changed(citation, standing)
        if flag:
            citation.flag, citation.flagged_at = flag[:300], at or timezone.now()
            citation.settled_by = None
            citation.save(update_fields=["flag", "flagged_at", "settled_by"])
            flagged += 1
    return flagged


@transaction.atomic
def settle_citation(*, pk: int, actor: User) -> Citation:
    """Write down that a person looked: the reply stands with the cited thing as it is now.

    Raises `Refused("not-flagged")` where nothing waits.
    """
    owner = Citation.objects.filter(pk=pk).values_list("reply__submission", flat=True).first()
    submission = lock(owner or 0, actor, *HANDLERS)
    rows = Citation.objects.select_for_update(of=("self",)).select_related("target_type")
    citation = rows.get(pk=pk)
    if citation.flagged_at is None:
        raise Refused("not-flagged", "Trích dẫn này không cần xem lại.")
    kind = citation.target_type
    standing = citing.look(f"{kind.app_label}.{kind.model}", citation.target_id)
    citation.version = citing.version_of(standing)
    if standing is not None and standing.is_good:
        citation.title, citation.address = standing.title, standing.address
    citation.flag, citation.flagged_at, citation.settled_by = "", None, actor
    citation.save(update_fields=["version", "title", "address", "flag", "flagged_at", "settled_by"])
    audit.record(actor=actor, verb="feedback.citation_settled", target=submission)
    return citation
