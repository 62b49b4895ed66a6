"""What a unit says of an incident, and what the office makes of it."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from cityweb.core import audit, outbox
from cityweb.core.errors import Refused
from cityweb.core.models import User
from members.actions import doors
from members.models import Contact, Explanation, Incident
from members.states import EXPLANATION_LIFE, ExplanationState

MOST_DAYS = 60
DECISIONS = {
    ExplanationState.ACCEPTED: "members.explanation_accepted",
    ExplanationState.REFUSED: "members.explanation_refused",
}


def check_day(day: date, *, today: date) -> None:
    """Raise `Refused` where a promised day is past or too far ("bad-day")."""
    if not today <= day <= today + timedelta(days=MOST_DAYS):
        raise Refused("bad-day", f"Chọn một ngày từ hôm nay đến {MOST_DAYS} ngày sau hôm nay.")


@transaction.atomic
def explain(*, incident: int, contact: Contact, text: str, promised_on: date) -> Explanation:
    """Take down why an incident lasts and until when; the office has the last word on it.

    Sent twice it is one. Raises `Refused` where the incident is over ("mended"), where another
    explanation waits already ("waits"), and "bad-day".
    """
    found = Incident.objects.select_for_update().get(pk=incident, site=contact.site_id)
    if found.closed_at is not None:
        raise Refused("mended", "Sự cố này đã hết, không cần giải trình nữa.")
    waiting = found.explanations.filter(state=ExplanationState.SENT).first()
    if waiting is not None:
        if (waiting.contact_id, waiting.text, waiting.promised_on) == (
            contact.pk,
            text,
            promised_on,
        ):
            return waiting
        raise Refused("waits", "Giải trình trước đang chờ Phòng xem xét.")
    check_day(promised_on, today=timezone.localdate())
    sent = Explanation.objects.create(
        incident=found,
        contact=contact,
        text=text,
        promised_on=promised_on,
        sent_at=timezone.now(),
    )
    audit.record(
        actor=None, verb="members.explanation_sent", target=contact.site, contact=contact.pk
    )
    return sent


@transaction.atomic
def decide(*, pk: int, actor: User, verdict: ExplanationState, answer: str) -> Explanation:
    """Accept an explanation, so that nobody is reminded until its day, or refuse it; say so.

    Raises `Refused("illegal-move")` where it is decided already, "no-reason" for a bare refusal.
    """
    rows = Explanation.objects.select_related("incident__site", "contact")
    sent = rows.select_for_update(of=("self", "incident")).get(pk=pk)
    EXPLANATION_LIFE.check(sent.state, verdict)
    if verdict == ExplanationState.REFUSED and not answer:
        raise Refused("no-reason", "Ghi vì sao không chấp nhận, để đơn vị biết phải làm gì.")
    sent.state, sent.answer = verdict, answer
    sent.decided_by, sent.decided_at = actor, timezone.now()
    sent.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    if verdict == ExplanationState.ACCEPTED:
        sent.incident.quiet_until, sent.incident.quiet_reason = sent.promised_on, sent.text
        sent.incident.save(update_fields=["quiet_until", "quiet_reason"])
    audit.record(
        actor=actor,
        verb=DECISIONS[verdict],
        target=sent.incident.site,
        reason=answer,
        until=f"{sent.promised_on:%d/%m/%Y}",
    )
    _tell(sent)
    return sent


def _tell(sent: Explanation) -> None:
    if sent.contact is None:
        return
    outbox.mail(
        to=sent.contact.email,
        template="members/mail/decision",
        about=sent.incident.site,
        context={
            "sent": sent,
            "incident": sent.incident,
            "is_accepted": sent.state == ExplanationState.ACCEPTED,
            "address": doors.link(sent.contact, now=sent.decided_at),
        },
        dedupe_key=f"members.decision:{sent.pk}",
    )
