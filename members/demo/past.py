"""What sample sites went through before anybody watched: enough for scores, letters and a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from hashlib import sha256
from zlib import compress, crc32

from django.utils import timezone

from cityweb.core import workdays
from cityweb.core.workdays import Calendar
from members.abnormality.portraits import portrait
from members.actions.incidents import people_of
from members.demo import pages, sample
from members.models import (
    Incident,
    Letter,
    MemberSite,
    Notice,
    PageCopy,
    Rung,
    Step,
    Verdict,
)
from members.reading import facts
from members.verdicts.levels import Level, Subject

# Strangers changed these only lately: how they looked the day before is kept, to be compared with.
_FALLEN = frozenset({"defaced", "injected", "script-away"})
WATCHED_DAYS = 75
SICK_DAYS = 40
# Working days after which each rung of the sample's ladder was told, and each step was taken.
_RUNGS = {Rung.CONTACT: 0, Rung.HEAD: 2, Rung.OFFICE: 5}
_STEPS = {Step.LETTER: 10, Step.REPORT: 20}
# How long ago a site began to play its part, where it is one that nobody mends.
_LONG = {
    "alarm": (Subject.FRESHNESS, "alarm", "Lâu không có tin mới, quá mức báo động."),
    "refused": (Subject.AVAILABILITY, "connect-refused", "Không truy cập được."),
}


def write(sites: Sequence[MemberSite], *, now: datetime) -> None:
    """Give each site a past: mostly well, with an outage or a silence, some sick to this day."""
    begun = now - timedelta(days=WATCHED_DAYS)
    rows: list[Verdict] = []
    incidents: list[Incident] = []
    for site in sites:
        if site.archived_on:
            continue
        play = sample.sites()[site.code].play
        sick = _LONG.get(play)
        for subject, code in ((Subject.AVAILABILITY, "up"), (Subject.FRESHNESS, "fresh")):
            if sick and sick[0] == subject:
                at = now - timedelta(days=SICK_DAYS)
                rows.append(_verdict(site, subject, Level.OK, code, begun, at))
                rows.append(_verdict(site, subject, Level.BAD, sick[1], at, None, sick[2]))
                incidents.append(Incident(site=site, subject=subject, text=sick[2], opened_at=at))
            else:
                rows += _mostly_well(site, subject, code, begun, now)
    Verdict.objects.bulk_create(rows)
    _climbed(Incident.objects.bulk_create(incidents), now=now)
    PageCopy.objects.bulk_create(
        [
            _look_before(site, now - timedelta(days=1))
            for site in sites
            if sample.sites()[site.code].play in _FALLEN
        ]
    )


def _climbed(incidents: Sequence[Incident], *, now: datetime) -> None:
    """Write who was told of what is sick for weeks, on the day of each rung, and what came next."""
    today = timezone.localdate(now)
    calendar = workdays.calendar(today - timedelta(days=SICK_DAYS), today)
    people = people_of([one.site_id for one in incidents], today)
    notices: list[Notice] = []
    for one in incidents:
        moments = {
            days: _after(one, days, calendar) for days in {*_RUNGS.values(), *_STEPS.values()}
        }
        notices += [
            Notice(incident=one, rung=rung, email=address, sent_at=moments[days])
            for rung, days in _RUNGS.items()
            for address in people[one.site_id][rung]
        ]
        letter = Letter.objects.create(site_id=one.site_id, drafted_at=moments[_STEPS[Step.LETTER]])
        for step, days in _STEPS.items():
            paper = letter if step == Step.LETTER else None
            one.escalations.create(step=step, letter=paper, reached_at=moments[days])
    Notice.objects.bulk_create(notices)


def _after(incident: Incident, days: int, calendar: Calendar) -> datetime:
    """Return when so many days were worked after an incident was opened."""
    opened = timezone.localdate(incident.opened_at)
    if days == 0:
        return incident.opened_at
    return timezone.make_aware(datetime.combine(calendar.add(opened, days), time(9)))


def _look_before(site: MemberSite, seen_at: datetime) -> PageCopy:
    """Return the home page of a site as it was before somebody came in."""
    html = pages.home(site.code, site.name, pages.news_days("fresh", seen_at.date()))
    return PageCopy(
        site=site,
        url=site.home_url,
        digest=sha256(html.encode()).hexdigest(),
        body=compress(html.encode()),
        portrait=facts.kept(portrait(html, url=site.home_url)),
        is_clean=True,
        seen_at=seen_at,
    )


def _mostly_well(
    site: MemberSite, subject: Subject, code: str, begun: datetime, now: datetime
) -> list[Verdict]:
    """Return one spell of trouble in the past, longer on some sites than on others."""
    mark = crc32(f"{site.code} {subject}".encode())
    fell = begun + timedelta(days=5 + mark % 50, hours=mark % 24)
    rose = fell + timedelta(hours=1 + mark % 90)
    level = Level.BAD if mark % 3 == 0 else Level.NOTICE
    said = "Không truy cập được." if subject == Subject.AVAILABILITY else "Chậm có tin mới."
    return [
        _verdict(site, subject, Level.OK, code, begun, fell),
        _verdict(site, subject, level, "past", fell, rose, said),
        _verdict(site, subject, Level.OK, code, rose, None),
    ]


def _verdict(
    site: MemberSite,
    subject: Subject,
    level: Level,
    code: str,
    since: datetime,
    until: datetime | None,
    text: str = "Bình thường.",
) -> Verdict:
    return Verdict(
        site=site, subject=subject, level=level, code=code, text=text, since=since,
        judged_at=until or since, until=until,
    )  # fmt: skip
