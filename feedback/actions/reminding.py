"""Reminders and escalation: each part of a term that has passed is dealt with once."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from cityweb.core import audit, clocks, outbox
from cityweb.core.models import Clock, Role, User
from feedback.actions._hops import mail_link
from feedback.actions._moving import ACKNOWLEDGE, FORWARD, HOP, REPLY
from feedback.models import Hop, Submission

THRESHOLDS = "FB.REMIND"
NAMES = (ACKNOWLEDGE, FORWARD, REPLY, HOP)
# Who is told besides the one in charge, from the second mark and from the last one on.
LADDER = ((), (Role.OFFICE_HEAD,), (Role.OFFICE_HEAD, Role.DIRECTOR))
WORDS = {
    ACKNOWLEDGE: "tiếp nhận",
    FORWARD: "chuyển cơ quan",
    REPLY: "trả lời",
    HOP: "cơ quan trả lời",
}


def remind(*, now: datetime) -> int:
    """Remind of every mark that has passed, in office hours; return how many were dealt with.

    The marks come from the rule in force today; without a settled rule nobody is reminded.
    """
    return clocks.deal_with_marks(
        THRESHOLDS, NAMES, lambda *passed: _deal_with(*passed, now), now=now
    )


def _deal_with(clock: Clock, threshold: int, thresholds: list[int], now: datetime) -> None:
    hop = _hop_of(clock)
    submission = hop.submission if hop else Submission.objects.get(pk=clock.subject_id)
    rung = min(thresholds.index(threshold), len(LADDER) - 1)
    is_last = threshold == thresholds[-1]
    key = f"feedback:mark:{clock.pk}:{threshold}"
    for person in _who(submission, LADDER[-1] if is_last else LADDER[rung]):
        outbox.mail(
            to=person.email,
            template="feedback/mail/reminder",
            about=submission,
            context={
                "submission": submission,
                "hop": hop,
                "what": WORDS[clock.name],
                "threshold": threshold,
                "is_late": threshold >= 100,
                "due_at": clock.due_at,
                "address": f"{settings.PORTAL_ORIGIN}/nghiep-vu/feedback/{submission.code}/",
            },
            dedupe_key=f"{key}:{person.pk}",
        )
    if hop and hop.is_open:
        mail_link(hop, at=now, template="reminder_body", due_at=clock.due_at)
    audit.record(
        actor=None,
        verb="feedback.escalated" if is_last else "feedback.reminded",
        target=submission,
        clock=clock.name,
        percent=threshold,
    )


def _hop_of(clock: Clock) -> Hop | None:
    if clock.subject_type_id != ContentType.objects.get_for_model(Hop).pk:
        return None
    return Hop.objects.select_related("submission", "organisation").get(pk=clock.subject_id)


def _who(submission: Submission, ladder: Iterable[Role]) -> list[User]:
    """Return who is told: the one in charge (or all officers), and the rungs above.

    Of a restricted submission only its appointed readers hear.
    """
    if submission.is_restricted:
        return list(_holders([Role.DENUNCIATION_READER]))
    told = list(_holders(ladder)) if ladder else []
    if submission.assigned_to_id:
        told.append(submission.assigned_to)
    else:
        told += _holders([Role.OFFICER])
    return list({person.pk: person for person in told if person.is_active}.values())


def _holders(roles: Iterable[Role]) -> Iterable[User]:
    return User.objects.holding(roles, on=timezone.localdate())
