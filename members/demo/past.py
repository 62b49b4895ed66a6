"""What sample sites went through before anybody watched: enough for scores, letters and a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from zlib import compress, crc32

from members.abnormality.portraits import portrait
from members.demo import pages, sample
from members.models import Incident, MemberSite, PageCopy, Verdict
from members.reading import facts
from members.verdicts.levels import Level, Subject

# Strangers changed these only lately: how they looked the day before is kept, to be compared with.
_FALLEN = frozenset({"defaced", "injected", "script-away"})
WATCHED_DAYS = 75
SICK_DAYS = 40
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
    Incident.objects.bulk_create(incidents)
    PageCopy.objects.bulk_create(
        [
            _look_before(site, now - timedelta(days=1))
            for site in sites
            if sample.sites()[site.code].play in _FALLEN
        ]
    )


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
