"""Opens an incident where a verdict is grave, closes it once mended, and tells who answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Value
from django.db.models.functions import Least
from django.utils import timezone

from cityweb.core import audit, law, outbox, workdays
from cityweb.core.errors import Refused
from cityweb.core.models import Role, User
from members import ladder
from members.actions import doors, explaining, snapshots
from members.ladder import Rung, Steps
from members.models import Contact, Incident, MemberSite, Notice, Verdict, Watch
from members.rhythm import WorkedDays, worked_between
from members.verdicts.levels import Level, Subject
from members.verdicts.tls import BELIEF

RULES = ("MEMBER.REMIND.HEAD", "MEMBER.REMIND.OFFICE")
# Gone and back within this time it is still the same incident, and nobody is told again.
SAME_WITHIN = timedelta(hours=1)
# Nobody gets a second mail so soon after one: what comes meanwhile goes together.
GATHERED_FOR = timedelta(hours=1)
Place = tuple[int, str, int | None, int | None]
# Levels at which nothing is known of the site: an incident is neither opened nor closed by them.
_BLIND = {Level.UNKNOWN, Level.PLANNED, Level.UNMEASURABLE}
# Any number that no other advisory lock of the portal uses.
NOTICE_LOCK = 5_240_417


def follow(sites: Sequence[MemberSite], *, now: datetime) -> None:
    """Open and close the incidents of these sites by their verdicts of now."""
    held = {
        (one.site_id, *one.place): one for one in Verdict.objects.current().filter(site__in=sites)
    }
    open_ones = {
        (one.site_id, *one.place): one
        for one in Incident.objects.open().filter(site__in=sites).select_for_update()
    }
    builders = {site.pk: site.builder for site in sites}
    for place, verdict in held.items():
        is_grave = verdict.level == Level.BAD and not _is_said_already(verdict, held, open_ones)
        if is_grave and place not in open_ones:
            _open(verdict, now=now)
            if verdict.subject == Subject.ABNORMALITY:
                _look_at_siblings(builders[verdict.site_id], now=now)
    for place, incident in open_ones.items():
        verdict = held.get(place)
        if verdict is None or verdict.level not in {*_BLIND, Level.BAD}:
            incident.closed_at = now
            incident.save(update_fields=["closed_at"])


def _look_at_siblings(builder: str, *, now: datetime) -> None:
    """Have all sites of a builder asked at once: who got into one may have got into the others."""
    if builder:
        siblings = Watch.objects.filter(site__builder=builder)
        siblings.update(
            due_at=Least("due_at", Value(now)), deep_due_at=Least("deep_due_at", Value(now))
        )


def _is_said_already(
    verdict: Verdict, held: dict[Place, Verdict], open_ones: dict[Place, Incident]
) -> bool:
    """Tell whether an incident says already that nobody believes the certificate of a site.

    Down for it and wrong in it is one fault; whichever was seen first stands for both.
    """
    if verdict.subject == Subject.AVAILABILITY and verdict.code in BELIEF:
        return (verdict.site_id, Subject.TLS, None, None) in open_ones
    reach = held.get((verdict.site_id, Subject.AVAILABILITY, None, None))
    return (
        verdict.subject == Subject.TLS
        and reach is not None
        and reach.level == Level.BAD
        and reach.code in BELIEF
    )


def _open(verdict: Verdict, *, now: datetime) -> None:
    place = {
        "site_id": verdict.site_id,
        "subject": verdict.subject,
        "section_id": verdict.section_id,
        "directive_id": verdict.directive_id,
    }
    just_closed = Incident.objects.filter(**place, closed_at__gt=now - SAME_WITHIN)
    if again := just_closed.order_by("-closed_at").first():
        again.closed_at, again.text = None, verdict.text
        again.save(update_fields=["closed_at", "text"])
    else:
        opened = Incident.objects.create(**place, text=verdict.text, opened_at=now)
        if verdict.subject == Subject.ABNORMALITY:
            snapshots.keep(opened, url=verdict.url)


@transaction.atomic
def notify(*, now: datetime) -> int:
    """Tell everybody whose rung is due and who was not told yet; return how many mails go out.

    One mail a person, whatever the number of sites. Two workers at once send nothing twice: one
    waits for the other.
    """
    with connection.cursor() as cursor:
        cursor.callproc("pg_advisory_xact_lock", [NOTICE_LOCK])
    mails: dict[str, list[Notice]] = defaultdict(list)
    for notice in _due(now):
        mails[notice.email].append(notice)
    lately = Notice.objects.filter(email__in=mails, sent_at__gt=now - GATHERED_FOR)
    ready = sorted(set(mails) - set(lately.values_list("email", flat=True)))
    for address in ready:
        _send(address, mails[address])
    return len(ready)


def _due(now: datetime) -> Iterable[Notice]:
    """Yield the notices that are due and not written yet."""
    today = timezone.localdate(now)
    steps = Steps(*(law.resolve(code, on=today).value for code in RULES))
    watched = MemberSite.objects.watched(today)
    incidents = list(
        Incident.objects.open()
        .filter(site__in=watched)
        .exclude(quiet_until__gte=today)
        .select_related("site", "section")
        .order_by("opened_at", "pk")
    )
    people = people_of([one.site_id for one in incidents], today)
    first = min((timezone.localdate(one.opened_at) for one in incidents), default=today)
    calendar = workdays.calendar(first, today)
    told = told_of(incidents, today=today, calendar=calendar)
    for incident in incidents:
        opened = timezone.localdate(incident.opened_at)
        due = ladder.highest_due(opened, today=today, calendar=calendar, steps=steps)
        already = told[incident.pk]
        settled = {address for address, was_earlier in already.items() if was_earlier}
        for rung, address in ladder.tell(due, people[incident.site_id], settled=settled):
            if address not in already:
                yield Notice(incident=incident, rung=rung, email=address, sent_at=now)


def told_of(
    incidents: Sequence[Incident], *, today: date, calendar: WorkedDays
) -> dict[int, dict[str, bool]]:
    """Return who was told of each incident, and whether on an earlier working day."""
    found: dict[int, dict[str, bool]] = defaultdict(dict)
    rows = Notice.objects.filter(incident__in=incidents)
    for incident, address, sent in rows.values_list("incident", "email", "sent_at"):
        worked = worked_between(timezone.localdate(sent), today, calendar=calendar)
        found[incident][address.lower()] = worked > 0
    return found


def people_of(sites: Sequence[int], today: date) -> dict[int, dict[Rung, list[str]]]:
    """Return the addresses on each rung of each site; the office's head stands in for its own."""
    holding = User.objects.holding([Role.OFFICE_HEAD], on=today)
    heads = list(holding.order_by("pk").values_list("email", flat=True))
    found: dict[int, dict[Rung, list[str]]] = {site: defaultdict(list) for site in sites}
    for contact in Contact.objects.in_force(today).filter(site__in=sites).order_by("pk"):
        found[contact.site_id][Rung(contact.rung)].append(contact.email)
    for people in found.values():
        people[Rung.OFFICE] = people[Rung.OFFICE] or heads
    return found


def _send(address: str, notices: list[Notice]) -> None:
    Notice.objects.bulk_create(notices)
    incidents = [one.incident for one in notices]
    verdicts = {
        (one.site_id, *one.place): one
        for one in Verdict.objects.current().filter(site__in=[one.site_id for one in incidents])
    }
    links = doors.links(address, [one.site_id for one in incidents], now=notices[0].sent_at)
    lines = [
        {
            "incident": one,
            "verdict": verdicts.get((one.site_id, *one.place)),
            "address": links.get(one.site_id),
        }
        # The faults of one website stand together.
        for one in sorted(incidents, key=lambda one: (one.site_id, one.opened_at, one.pk))
    ]
    outbox.mail(
        to=address,
        template="members/mail/incidents",
        about=incidents[0].site,
        context={
            "lines": lines,
            "sites": len({one.site_id for one in incidents}),
            "rung": max(one.rung for one in notices),
            "is_office": notices[0].rung == Rung.OFFICE,
            "link_days": doors.LINK_DAYS,
            "desk": f"{settings.PORTAL_ORIGIN}/nghiep-vu/members/su-co/",
        },
        dedupe_key=f"members.notice:{notices[0].pk}",
    )


@transaction.atomic
def acknowledge(*, pk: int, actor: User, note: str = "") -> Incident:
    """Write down who of the office has taken note of an incident first; reminding goes on.

    Done twice by one person it is done once. Raises `Refused` where the incident is over
    ("mended") or somebody else has taken note already ("seen").
    """
    incident = Incident.objects.select_for_update().get(pk=pk)
    if incident.closed_at is not None:
        raise Refused("mended", "Sự cố này đã hết.")
    if incident.seen_by == actor:
        return incident
    if incident.seen_at is not None:
        raise Refused("seen", f"{incident.seen_by} đã nhận sự cố này rồi.")
    incident.seen_at, incident.seen_by, incident.seen_note = timezone.now(), actor, note
    incident.save(update_fields=["seen_at", "seen_by", "seen_note"])
    audit.record(actor=actor, verb="members.incident_seen", target=incident.site)
    return incident


@transaction.atomic
def keep_quiet(*, pk: int, actor: User, until: date, reason: str) -> Incident:
    """Stop reminding of an incident until a day, because the unit has explained it.

    Raises `Refused` where it is over ("mended"), and where the day is past or too far ("bad-day").
    """
    incident = Incident.objects.select_for_update().get(pk=pk)
    today = timezone.localdate()
    if incident.closed_at is not None:
        raise Refused("mended", "Sự cố này đã hết, không còn nhắc nữa.")
    explaining.check_day(until, today=today)
    incident.quiet_until, incident.quiet_reason = until, reason
    incident.save(update_fields=["quiet_until", "quiet_reason"])
    audit.record(
        actor=actor,
        verb="members.incident_quieted",
        target=incident.site,
        reason=reason,
        until=f"{until:%d/%m/%Y}",
    )
    return incident
