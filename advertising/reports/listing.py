"""Lists of the desk: inspections by stage and words, what was found on a site before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone

from advertising.life import CHECK_TABLE, CheckVerb, SignalState, Stage, Standing
from advertising.models import Inspection, Invitation, Signal, Takedown, Violation
from cityweb.core import clocks, keyset
from cityweb.core.clocks import wording
from cityweb.core.clocks.wording import Deadline
from cityweb.core.models import Clock, User

MINE, LATE, INVITING = "mine", "late", "inviting"


@dataclass(frozen=True)
class Asked:
    """How a list is narrowed; `query` is added to its addresses."""

    words: str = ""
    stage: str = ""
    heap: str = ""
    query: str = ""


def asked(given: Mapping[str, Any]) -> Asked:
    """Return what an address asks for; what makes no sense is left out."""
    stage, heap = given.get("stage", ""), given.get("heap", "")
    kept = given.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    return Asked(
        words=given.get("q", "").strip()[:100],
        stage=stage if stage in Stage.values else "",
        heap=heap if heap in (MINE, LATE, INVITING) else "",
        query=kept.urlencode(),
    )


def narrowed(user: User, asked: Asked, today: date) -> QuerySet[Inspection]:
    """Return the inspections that this person may see and asked for."""
    heaps = {
        MINE: lambda: mine(user),
        LATE: lambda: late(user, today),
        INVITING: lambda: inviting(user),
    }
    rows = heaps.get(asked.heap, lambda: Inspection.objects.visible_to(user))()
    if asked.stage:
        rows = rows.filter(stage=asked.stage)
    if asked.words:
        words = asked.words
        rows = rows.filter(
            Q(code__iexact=words)
            | Q(site__domain__icontains=words)
            | Q(inspected__name__icontains=words)
        )
    return rows


def inspections(user: User, asked: Asked, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page, the newest first."""
    rows = narrowed(user, asked, timezone.localdate()).select_related("site", "inspected")
    return keyset.leaf(
        [(rows, "created_at", "pk")], turn, size=30, place_of=lambda one: (one.created_at, one.pk)
    )


def asked_violations(given: Mapping[str, Any]) -> Asked:
    """Return what an address of the list of violations asks for."""
    found = asked(given)
    stage = given.get("stage", "")
    return replace(found, stage=stage if stage in Standing.values else "")


def violations(user: User, asked: Asked, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page of violations, the newest first."""
    rows = Violation.objects.visible_to(user)
    if asked.heap == LATE:
        rows = late_violations(user, timezone.now())
    if asked.stage:
        rows = rows.filter(standing=asked.stage)
    if asked.words:
        words = asked.words
        rows = rows.filter(
            Q(site__domain__icontains=words)
            | Q(offender__name__icontains=words)
            | Q(inspection__code__iexact=words.partition("/")[0])
        )
    rows = rows.select_related("inspection", "offender", "site", "penalty", "sanction")
    return keyset.leaf(
        [(rows, "created_at", "pk")], turn, size=30, place_of=lambda one: (one.created_at, one.pk)
    )


def asked_signals(given: Mapping[str, Any]) -> Asked:
    """Return what an address of the list of signals asks for."""
    state = given.get("stage", "")
    return replace(asked(given), stage=state if state in SignalState.values else "")


def signals(user: User, asked: Asked, turn: keyset.Turn) -> keyset.Leaf:
    """Return one page of signals, the newest first."""
    rows = Signal.objects.visible_to(user)
    if asked.heap == LATE:
        rows = late_signals(user, timezone.now())
    if asked.stage:
        rows = rows.filter(state=asked.stage)
    if asked.words:
        rows = rows.filter(Q(site__domain__icontains=asked.words) | Q(report_code=asked.words))
    rows = rows.select_related("site")
    return keyset.leaf(
        [(rows, "created_at", "pk")], turn, size=30, place_of=lambda one: (one.created_at, one.pk)
    )


def late_signals(user: User, now: datetime) -> QuerySet[Signal]:
    """Return the signals whose reminder nobody has heeded in time."""
    kind = ContentType.objects.get_for_model(Signal)
    terms = Clock.objects.filter(subject_type=kind).late(now)
    return Signal.objects.visible_to(user).filter(pk__in=terms.values("subject_id"))


def mine(user: User) -> QuerySet[Inspection]:
    """Return the open inspections that this person began or is of the team of."""
    own = Q(created_by=user) | Q(pk__in=Inspection.members_of(user))
    return Inspection.objects.visible_to(user).open().filter(own)


def inviting(user: User) -> QuerySet[Inspection]:
    """Return what has invitations that wait for a signature."""
    unsigned = Invitation.objects.unsigned().values("inspection")
    stages = [stage for stage, verb in CHECK_TABLE if verb == CheckVerb.SIGN_INVITATION]
    return Inspection.objects.visible_to(user).filter(pk__in=unsigned, stage__in=stages)


def late(user: User, today: date) -> QuerySet[Inspection]:
    """Return what is still being checked after its last day."""
    rows = Inspection.objects.visible_to(user)
    return rows.filter(stage__in=[Stage.DECIDED, Stage.CHECKING], ends_on__lt=today)


def late_violations(user: User, now: datetime) -> QuerySet[Violation]:
    """Return the violations of which a term has passed and nobody has done what it was for."""
    kind = ContentType.objects.get_for_model(Violation)
    terms = Clock.objects.filter(subject_type=kind).late(now)
    return Violation.objects.visible_to(user).filter(pk__in=terms.values("subject_id"))


def takedowns(found: Inspection) -> list[tuple[Takedown, Deadline]]:
    """Return the requests to take something down, each with how it stands."""
    now = timezone.now()
    rows = found.takedowns.select_related("proof", "paper")
    return [(one, wording.deadline(clocks.of(one).first(), "gỡ", now)) for one in rows]


def before(found: Inspection, user: User) -> QuerySet[Inspection]:
    """Return earlier inspections of the same site or of the same operator."""
    same = Q(site=found.site_id) | Q(inspected=found.inspected_id)
    rows = Inspection.objects.visible_to(user)
    return rows.filter(same).exclude(pk=found.pk).select_related("site")[:10]
