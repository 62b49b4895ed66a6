"""Incidents: opened once, told of once a person and rung, ended by recovery or a word."""

import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from cityweb.core import outbox
from cityweb.core.models import AuditEntry, OutboxItem, Role
from members import actions
from members.actions import incidents
from members.ladder import Rung, Steps, highest_due, tell
from members.models import Contact, Incident, Notice, Verdict, Watch
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.people import make_person

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=CITY)
FRIDAY = date(2026, 11, 6)


class Weekdays:
    def is_working(self, day):
        return day.weekday() < 5


@pytest.mark.parametrize(
    ("after", "rung"),
    [
        (0, Rung.CONTACT),
        (3, Rung.CONTACT),
        (4, Rung.HEAD),
        (6, Rung.HEAD),
        (7, Rung.OFFICE),
    ],
)
def test_upper_rungs_wait_for_working_days(after, rung):
    today = FRIDAY + timedelta(days=after)
    steps = Steps(head=2, office=5)
    assert highest_due(FRIDAY, today=today, calendar=Weekdays(), steps=steps) == rung


@pytest.mark.parametrize(
    ("due", "people", "settled", "told"),
    [
        (Rung.CONTACT, {Rung.CONTACT: ["a"], Rung.HEAD: ["b"]}, "a", [(1, "a")]),
        (Rung.HEAD, {Rung.CONTACT: ["a"], Rung.HEAD: ["b", "A"]}, "a", [(1, "a"), (2, "b")]),
        (Rung.OFFICE, {Rung.CONTACT: ["a"], Rung.HEAD: ["b"], Rung.OFFICE: ["c"]}, "", [(1, "a")]),
        (Rung.OFFICE, {Rung.CONTACT: ["a"], Rung.OFFICE: ["c"]}, "a", [(1, "a"), (3, "c")]),
        (Rung.CONTACT, {Rung.OFFICE: ["c"]}, "", [(3, "c")]),
        (Rung.OFFICE, {}, "", []),
    ],
)
def test_an_empty_rung_hands_on_and_no_other_is_passed_over(due, people, settled, told):
    assert tell(due, people, settled=settled) == told


@pytest.fixture
def down(db):
    """Return a site whose verdict is grave since the Monday, with two rungs of people."""

    def make(contact="dau-moi@sxd.example", at=MONDAY, **fields):
        site = make_site(**fields)
        for rung, address in (
            (Rung.CONTACT, contact),
            (Rung.HEAD, f"lanh-dao-{site.pk}@a.example"),
        ):
            Contact.objects.create(
                site=site, rung=rung, full_name="Lê Thử", email=address, valid_from=date(2020, 1, 1)
            )
        stand(site, Level.BAD, at=at)
        return site

    return make


def stand(site, level, *, at, subject=Subject.AVAILABILITY, code=""):
    Verdict.objects.current().filter(site=site, subject=subject).update(until=at)
    Verdict.objects.create(
        site=site, subject=subject, level=level, code=code or level,
        text="Không truy cập được: hỏng.", fix="Khởi động lại.", evidence="mã 500",
        since=at, judged_at=at,
    )  # fmt: skip
    with transaction.atomic():
        incidents.follow([site], now=at)


def sent():
    outbox.sweep()
    return [(one.to[0], one.subject) for one in mail.outbox]


def test_an_incident_is_told_once_and_climbs_until_it_is_mended(down, settings):
    head = make_person(Role.OFFICE_HEAD)
    site = down()
    days = [0, 0, 1, 2, 3, 7, 7]
    told = [actions.notify(now=MONDAY + timedelta(days=day, hours=2)) for day in days]
    assert told == [1, 0, 0, 1, 0, 1, 0]
    assert list(Notice.objects.order_by("pk").values_list("rung", "email")) == [
        (Rung.CONTACT, "dau-moi@sxd.example"),
        (Rung.HEAD, f"lanh-dao-{site.pk}@a.example"),
        (Rung.OFFICE, head.email),
    ]
    assert OutboxItem.objects.count() == 3
    stand(site, Level.OK, at=MONDAY + timedelta(days=8))
    assert Incident.objects.get().closed_at
    assert actions.notify(now=MONDAY + timedelta(days=20)) == 0


def test_the_mail_says_what_is_wrong_and_how_to_mend_it(down):
    site = down(at=timezone.now())
    actions.notify(now=timezone.now())
    assert sent() == [("dau-moi@sxd.example", f"{site.name}: có lỗi cần khắc phục")]
    body = mail.outbox[0].body
    for words in (site.home_url, "Không truy cập được: hỏng.", "mã 500", "Khởi động lại."):
        assert words in body


def test_many_sites_of_one_person_go_into_one_mail(down):
    for _ in range(5):
        down()
    assert actions.notify(now=MONDAY) == 1
    assert Notice.objects.count() == 5
    down(at=MONDAY + timedelta(minutes=20))
    assert actions.notify(now=MONDAY + timedelta(minutes=21)) == 0
    assert Notice.objects.count() == 5, "what comes so soon waits for the next mail"
    actions.notify(now=MONDAY + timedelta(minutes=61))
    assert Notice.objects.count() == 6
    assert OutboxItem.objects.count() == 2


def test_gone_and_back_is_the_same_incident(down):
    site = down()
    actions.notify(now=MONDAY)
    stand(site, Level.OK, at=MONDAY + timedelta(minutes=5))
    stand(site, Level.BAD, at=MONDAY + timedelta(minutes=20))
    assert Incident.objects.open().count() == Incident.objects.count() == 1
    assert actions.notify(now=MONDAY + timedelta(hours=3)) == 0
    stand(site, Level.OK, at=MONDAY + timedelta(hours=4))
    stand(site, Level.BAD, at=MONDAY + timedelta(hours=6))
    assert Incident.objects.count() == 2


@pytest.mark.parametrize("level", [Level.UNMEASURABLE, Level.PLANNED, Level.UNKNOWN])
def test_what_says_nothing_neither_opens_nor_closes(down, level):
    site = down()
    stand(site, level, at=MONDAY + timedelta(hours=2))
    assert Incident.objects.open().count() == 1
    stand(site, level, at=MONDAY + timedelta(hours=3), subject=Subject.TLS)
    assert Incident.objects.count() == 1


def test_a_certificate_that_brings_the_site_down_is_one_incident(down):
    site = down()
    Verdict.objects.update(code="tls_expired")
    stand(site, Level.BAD, at=MONDAY + timedelta(hours=1), subject=Subject.TLS)
    assert Incident.objects.count() == 1


def test_a_wrong_certificate_seen_before_the_site_is_down_is_one_incident_too(down):
    site = down()
    Incident.objects.all().delete()
    Verdict.objects.all().delete()
    stand(site, Level.BAD, at=MONDAY, subject=Subject.TLS)
    stand(site, Level.BAD, at=MONDAY + timedelta(hours=1), code="tls_expired")
    assert [one.subject for one in Incident.objects.all()] == [Subject.TLS]


def test_the_office_takes_note_of_an_incident_once(client, down):
    down(at=timezone.now())
    monitor = make_person(Role.SITE_MONITOR)
    client.force_login(monitor)
    at = f"/nghiep-vu/members/su-co/{Incident.objects.get().pk}/acknowledge/"
    assert monitor.full_name in client.post(at, {"note": "Đã gọi đơn vị"}, follow=True).text
    assert Incident.objects.get().seen_by == monitor
    again = client.post(at, {"from": "site"}, follow=True)
    assert "Đã gọi đơn vị" in again.text, "a second click ends on the same answer"
    assert AuditEntry.objects.filter(verb="members.incident_seen").count() == 1
    client.force_login(make_person(Role.SITE_MONITOR))
    assert client.post(at).status_code == 409
    assert actions.notify(now=timezone.now()) > 0, "the unit is reminded all the same"


def test_sites_of_the_same_builder_are_looked_at_when_one_is_broken_into(down):
    later = MONDAY + timedelta(days=1)
    victim, sibling, other = (down(builder=name) for name in ("A", "A", "B"))
    for site in (sibling, other):
        Watch.objects.create(site=site, due_at=later)
    stand(victim, Level.BAD, at=MONDAY, subject=Subject.ABNORMALITY)
    assert Watch.objects.get(site=sibling).due_at == MONDAY
    assert Watch.objects.get(site=other).due_at == later


def test_an_archived_site_is_not_reminded(down):
    down(archived_on=MONDAY.date())
    assert actions.notify(now=MONDAY) == 0


def test_a_unit_that_has_explained_is_left_alone_until_the_day(client, down):
    site = down(at=timezone.now())
    monitor = make_person(Role.SITE_MONITOR)
    client.force_login(monitor)
    page = "/nghiep-vu/members/su-co/"
    incident = Incident.objects.get()
    assert "Ngừng nhắc có lý do" in client.get(page).text
    until = timezone.localdate() + timedelta(days=3)
    at = f"{page}{incident.pk}/quiet/"
    assert "Chọn ngày" in client.post(at, {"until": ""}, follow=True).text
    done = client.post(
        at, {"until": until.isoformat(), "reason": "Đang chuyển máy chủ"}, follow=True
    )
    assert "Đang chuyển máy chủ" in done.text
    assert actions.notify(now=timezone.now()) == 0
    assert actions.notify(now=timezone.now() + timedelta(days=4)) > 0
    assert AuditEntry.objects.get(verb="members.incident_quieted").actor == monitor
    assert "Sự cố đang mở" in client.get(f"/nghiep-vu/members/trang/{site.code}/").text


def test_the_list_of_incidents_has_a_ceiling(client, down, django_assert_max_num_queries):
    client.force_login(make_person(Role.SITE_MONITOR))
    for number in range(6):
        down(contact=f"nguoi{number}@a.example")
    actions.notify(now=MONDAY)
    with django_assert_max_num_queries(15):
        assert "nguoi5@a.example" in client.get("/nghiep-vu/members/su-co/").text


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_nobody_twice(down):
    for _ in range(20):
        down()

    def work(_):
        try:
            return actions.notify(now=MONDAY + timedelta(hours=1))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert sorted(workers.map(work, range(4))) == [0, 0, 0, 1]
    assert (Notice.objects.count(), OutboxItem.objects.count()) == (20, 1)


def worker(folder, dies_at):
    """Start a worker in a process of its own on the database of this test."""
    base = connection.settings_dict
    host = base["HOST"] or "localhost"
    who = f"{base['USER']}:{base['PASSWORD']}" if base["PASSWORD"] else base["USER"]
    address = f"postgresql://{who}@/{base['NAME']}?host={host}&port={base['PORT']}"
    if not host.startswith("/"):
        address = f"postgresql://{who}@{host}:{base['PORT']}/{base['NAME']}"
    given = {"DATABASE_URL": address, "MOMENT": (MONDAY + timedelta(hours=1)).isoformat()}
    command = [sys.executable, "-m", "tests.members.dying", str(folder), str(dies_at)]
    return subprocess.Popen(command, env=os.environ | given)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_sites_down_and_a_worker_killed_is_one_mail_a_person(down, settings, tmp_path):
    for number in range(200):
        down(contact=f"nguoi{number % 20}@a.example")
    workers = [worker(tmp_path, dies_at) for dies_at in (5, 0)]
    ended = [one.wait(timeout=60) for one in workers]
    assert ended[1] == 0
    if ended[0] == 0:  # the other was so fast that this one never came to its fifth mail
        pytest.skip("the worker that was to die had too little to do")
    assert ended[0] == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) < 20, "what the dead worker had claimed is not sent yet"
    OutboxItem.objects.exclude(lease_until=None).update(lease_until=timezone.now())
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    outbox.sweep()
    mails = "".join(path.read_text() for path in tmp_path.iterdir())
    told = sorted(re.findall(r"^To: (\S+)", mails, re.MULTILINE))
    assert told == sorted(f"nguoi{number}@a.example" for number in range(20))
    assert Notice.objects.count() == 200
