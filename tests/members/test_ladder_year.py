"""A year of the ladder for two hundred sites: every step on its day, none twice, none too many."""

import random
from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from cityweb.core import workdays
from cityweb.core.models import OutboxItem, Role
from members import actions
from members.models import Contact, Escalation, Incident, Letter, Notice, Rung
from members.verdicts.levels import Subject
from tests.members.makers import make_site
from tests.people import make_person

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST, LAST = date(2026, 1, 5), date(2026, 12, 31)
SITES = 200
# Kind of step → worked days after the opening on which it is due.
NOTICES = {Rung.CONTACT: 0, Rung.HEAD: 2, Rung.OFFICE: 5}
STEPS = {1: 10, 2: 20}


def at(day, hour):
    return datetime.combine(day, time(hour), tzinfo=CITY)


def due(opened, worked, calendar):
    """Return the first day on which so many days were worked since the opening, counted by hand."""
    day = opened
    while worked:
        day += timedelta(days=1)
        worked -= calendar.is_working(day)
    return day


@pytest.fixture
def year(db):
    """Return each incident with its last day and, of some, the days on which it is explained."""
    chance, made = random.Random(224), []
    make_person(Role.OFFICE_HEAD).grants.update(valid_from=date(2020, 1, 1))
    for _ in range(SITES):
        site = make_site()
        for rung in (Rung.CONTACT, Rung.HEAD):
            Contact.objects.create(
                site=site, rung=rung, full_name="Lê Thử", valid_from=date(2020, 1, 1),
                email=f"{rung.name.lower()}.{site.pk}@a.example",
            )  # fmt: skip
        opened = FIRST + timedelta(days=chance.randrange(330))
        closed = opened + timedelta(days=chance.choice([0, 1, 3, 6, 10, 17, 25, 45]))
        quiet = opened + timedelta(days=chance.randrange(1, 20)) if chance.random() < 0.2 else None
        made.append((site, opened, closed, quiet))
    return made


@pytest.mark.slow
def test_a_year_reminds_and_escalates_exactly(year):
    calendar = workdays.calendar(FIRST, LAST)
    expected = Counter()
    for site, opened, closed, quiet in year:
        before = None
        for kinds in (NOTICES, STEPS):
            for kind, worked in kinds.items():
                day = due(opened, worked, calendar)
                if quiet and day <= quiet:
                    day = quiet + timedelta(days=1)
                # Each rung has a working day to itself, also after an explanation.
                before = day = max(day, due(before, 1, calendar) if before else day)
                if day <= min(closed, LAST):
                    expected[site.pk, kinds is NOTICES, int(kind), day] += 1
    _live_through(year)
    found = Counter()
    for site, rung, moment in Notice.objects.values_list("incident__site", "rung", "sent_at"):
        found[site, True, rung, moment.astimezone(CITY).date()] += 1
    for site, step, moment in Escalation.objects.values_list(
        "incident__site", "step", "reached_at"
    ):
        found[site, False, step, moment.astimezone(CITY).date()] += 1
    assert found == expected
    assert max(found.values()) == 1
    assert Letter.objects.count() == sum(1 for key in expected if key[1:3] == (False, 1))
    mails = OutboxItem.objects.count()
    assert mails == len({(one.email, one.sent_at) for one in Notice.objects.all()})


def _live_through(year):
    """Open, explain and close on the days; look at the ladder every day."""
    begins, ends = {}, {}
    for row in year:
        begins.setdefault(row[1], []).append(row)
        ends.setdefault(row[2], []).append(row[0])
    day = FIRST
    while day <= LAST:
        for site, _, _, quiet in begins.get(day, ()):
            Incident.objects.create(
                site=site, subject=Subject.AVAILABILITY, text="Hỏng.", opened_at=at(day, 8),
                quiet_until=quiet,
            )  # fmt: skip
        # Looking twice on a day changes nothing.
        for hour in (9, 15) if day.day == 1 else (9,):
            actions.notify(now=at(day, hour))
            actions.escalate(now=at(day, hour))
        Incident.objects.filter(site__in=ends.get(day, ()), closed_at=None).update(
            closed_at=at(day, 20)
        )
        day += timedelta(days=1)
