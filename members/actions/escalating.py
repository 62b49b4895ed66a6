"""Takes incidents that reminders did not mend further: to a letter, then into the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from cityweb.core import audit, law, workdays
from members import ladder
from members.actions.incidents import NOTICE_LOCK, people_of, told_of
from members.models import Escalation, Incident, Letter, MemberSite, Step
from members.rhythm import WorkedDays, worked_between
from members.states import LETTER_LIFE, LetterState

RULES = {Step.LETTER: "MEMBER.REMIND.LETTER", Step.REPORT: "MEMBER.REMIND.REPORT"}


@transaction.atomic
def escalate(*, now: datetime) -> int:
    """Bring every incident whose day has come to its next step; return how many were brought.

    Each step once: two workers at once wait for each other. No step comes before everybody on the
    ladder was told, and none on the day of the step before it. What is mended or explained stays
    where it is, and takes its waiting letter back.
    """
    with connection.cursor() as cursor:
        cursor.callproc("pg_advisory_xact_lock", [NOTICE_LOCK])
    today = timezone.localdate(now)
    _take_back(now)
    incidents = list(
        Incident.objects.open()
        .filter(site__in=MemberSite.objects.watched(today))
        .exclude(quiet_until__gte=today)
        .order_by("opened_at", "pk")
    )
    days = {step: law.resolve(code, on=today).value for step, code in RULES.items()}
    first = min((timezone.localdate(one.opened_at) for one in incidents), default=today)
    calendar = workdays.calendar(first, today)
    ready = _ready(incidents, today=today, calendar=calendar)
    brought = 0
    for one, step in ready:
        worked = worked_between(timezone.localdate(one.opened_at), today, calendar=calendar)
        if worked >= days[step]:
            _bring(one, step, now=now)
            brought += 1
    return brought


def _ready(
    incidents: Sequence[Incident], *, today: date, calendar: WorkedDays
) -> Iterator[tuple[Incident, Step]]:
    """Yield the incidents with their next step, where what comes before it was done earlier."""
    people = people_of([one.site_id for one in incidents], today)
    told = told_of(incidents, today=today, calendar=calendar)
    reached = {
        (incident, step): timezone.localdate(moment)
        for incident, step, moment in Escalation.objects.filter(incident__in=incidents).values_list(
            "incident", "step", "reached_at"
        )
    }
    for one in incidents:
        step = next((step for step in Step if (one.pk, step) not in reached), None)
        if step is None:
            continue
        before = [reached[one.pk, done] for done in Step if (one.pk, done) in reached]
        settled = {address for address, was_earlier in told[one.pk].items() if was_earlier}
        is_rested = all(worked_between(day, today, calendar=calendar) for day in before)
        if is_rested and ladder.is_climbed(people[one.site_id], settled=settled):
            yield one, step


def _bring(incident: Incident, step: Step, *, now: datetime) -> None:
    letter = None
    if step == Step.LETTER:
        letter, is_new = Letter.objects.get_or_create(
            site_id=incident.site_id, state=LetterState.DRAFT, defaults={"drafted_at": now}
        )
        if is_new:
            audit.record(actor=None, verb="members.letter_drafted", target=letter.site)
    Escalation.objects.create(incident=incident, step=step, letter=letter, reached_at=now)


def _take_back(now: datetime) -> None:
    """Drop waiting letters that have nothing left to say; what is only explained may come again."""
    today = timezone.localdate(now)
    waiting = Letter.objects.filter(state=LetterState.DRAFT).select_for_update()
    for letter in waiting.prefetch_related("escalations__incident"):
        rows = list(letter.escalations.all())
        if any(_still_says(row.incident, today) for row in rows):
            continue
        LETTER_LIFE.check(letter.state, LetterState.DROPPED)
        letter.state, letter.settled_at = LetterState.DROPPED, now
        letter.reason = "Đã khắc phục hoặc giải trình được chấp nhận trước khi gửi."
        letter.save(update_fields=["state", "settled_at", "reason"])
        audit.record(actor=None, verb="members.letter_dropped", target=letter.site)
        explained = [row.pk for row in rows if row.incident.closed_at is None]
        Escalation.objects.filter(pk__in=explained).delete()


def _still_says(incident: Incident, today: object) -> bool:
    quiet = incident.quiet_until is not None and incident.quiet_until >= today
    return incident.closed_at is None and not quiet
