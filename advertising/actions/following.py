"""What happens by itself: reminders of terms, each once; fines that fall overdue; looking again."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from advertising import fining
from advertising.actions import executing, moving, pressing, removing, signalling
from advertising.life import CaseVerb, Standing
from advertising.models import Inspection, Remedy, Signal, Takedown, Violation
from cityweb.core import clocks, outbox
from cityweb.core.models import Clock, Role, User

MARKS = "AD.REMIND"
NAMES = (
    fining.EXPLAINING, fining.DECIDING, fining.EXECUTING, removing.TERM, signalling.TERM,
)  # fmt: skip
WHOLE = 100


def remind(*, now: datetime) -> int:
    """Mail those at work about every mark of a term that has passed; return how many marks.

    The marks are the rule of the day; without a settled one nobody is reminded.
    """
    return clocks.deal_with_marks(
        MARKS, NAMES, lambda clock, mark, _: _tell(clock, mark, now), now=now
    )


def _tell(clock: Clock, mark: int, now: datetime) -> None:
    """Mail the people of the case; who leads the office is told once it is too late."""
    about = clock.subject
    people = _people(about)
    if mark >= WHOLE:
        people |= set(User.objects.holding([Role.OFFICE_HEAD], on=moving.day_of(now)))
    facts = {
        "code": str(about if isinstance(about, Signal) else _case(about)),
        "what": clock.name,
        "mark": mark,
        "is_late": mark >= WHOLE,
        "due_at": clock.due_at,
        "address": settings.PORTAL_ORIGIN + _address(about),
    }
    for person in people:
        outbox.mail(
            to=person.email, template="advertising/mail/reminder", about=about, context=facts,
            dedupe_key=f"advertising:mark:{clock.pk}:{mark}:{person.pk}",
        )  # fmt: skip


def _case(about: Violation | Takedown) -> Inspection:
    return about.inspection


def _people(about: Violation | Takedown | Signal) -> set[User]:
    if isinstance(about, Signal):
        return {about.taken_by}
    case = _case(about)
    team = User.objects.filter(pk__in=case.team.filter(duty="lead").values("user"))
    return {case.created_by, *team}


def _address(about: Violation | Takedown | Signal) -> str:
    name, key = {
        Violation: ("violation", about.pk),
        Signal: ("signal", about.pk),
        Takedown: ("inspection", getattr(about, "inspection_id", None)),
    }[type(about)]
    return reverse(f"advertising_desk:{name}", args=[key])


def turn_overdue(*, now: datetime) -> int:
    """Let served decisions whose term has passed stand as overdue; return how many."""
    kind = ContentType.objects.get_for_model(Violation)
    late = Clock.objects.late(now).filter(subject_type=kind, name=fining.EXECUTING)
    rows = Violation.objects.filter(standing=Standing.SERVED, pk__in=late.values("subject_id"))
    return sum(_turn_one(pk, now) for pk in list(rows.values_list("pk", flat=True)))


@transaction.atomic
def _turn_one(pk: int, now: datetime) -> bool:
    """Turn one, unless somebody has just ended it."""
    rows = Violation.objects.select_for_update(of=("self",)).select_related("inspection")
    found = rows.filter(pk=pk, standing=Standing.SERVED).first()
    if found is None:
        return False
    pressing.move(found, CaseVerb.OVERDUE, actor=None, at=now, words="Hết hạn thi hành.")
    return True


def look_again(*, now: datetime) -> int:
    """Have the pages captured, once, of what should be put right by now; return how many."""
    rows = Remedy.objects.filter(
        Q(violation__standing__in=[Standing.SERVED, Standing.OVERDUE]),
        due_on__lt=moving.day_of(now), done_on=None, recapture=None,
    )  # fmt: skip
    return sum(_look_at(pk, now) for pk in list(rows.values_list("pk", flat=True)))


@transaction.atomic
def _look_at(pk: int, now: datetime) -> bool:
    rows = Remedy.objects.select_for_update(of=("self",)).select_related("violation__inspection")
    remedy = rows.get(pk=pk)
    lead = _lead(remedy.violation.inspection)
    return lead is not None and executing.order_recapture([remedy], actor=lead, at=now) is not None


def _lead(inspection: Inspection) -> User | None:
    leads: Iterable[User | None] = (
        one.user for one in inspection.team.filter(duty="lead").select_related("user")
    )
    return next(iter(leads), None)
