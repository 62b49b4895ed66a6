"""History: days rolled up for years, pages kept at incidents, all else forgotten in a month."""

import zlib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cityweb.core.models import Role
from members import actions, comparing
from members.actions import incidents
from members.models import (
    Incident,
    Kind,
    Observation,
    PageCopy,
    Round,
    SiteDay,
    Snapshot,
    SubPage,
    Verdict,
)
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.people import make_person

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 23, 2, 30, tzinfo=CITY)


def test_the_source_of_two_looks_is_compared_tag_by_tag():
    before = "<ul><li>Một</li><li>Hai</li></ul>"
    after = "<ul><li>Một</li><li>nhà cái</li></ul>"
    found = [(one.kind, one.text) for one in comparing.changes(before, after) if one.kind]
    assert found == [("removed", "<li>Hai</li>"), ("added", "<li>nhà cái</li>")]
    assert comparing.changes(before, before) == []
    assert len(comparing.lines("<p>x</p>" * 9_000)) == comparing.MOST_LINES


@pytest.fixture
def site(db):
    return make_site()


def ask(site, at, **fields):
    asked = Round.objects.create(opened_at=at, sites=1)
    return Observation.objects.create(
        site=site, round=asked, url=site.home_url, asked_at=at,
        **{"kind": Kind.HOME, "counts": True, "is_planned": False, "elapsed_ms": 100} | fields,
    )  # fmt: skip


def judge(site, since, until=None, level=Level.OK):
    return Verdict.objects.create(
        site=site, subject=Subject.AVAILABILITY, level=level, code="x", text="x",
        since=since, judged_at=since, until=until,
    )  # fmt: skip


def test_a_day_is_rolled_up_hour_by_hour_by_the_clock_of_the_city(site):
    day = datetime(2026, 11, 22, 0, 10, tzinfo=CITY)
    ask(site, day, elapsed_ms=300)
    ask(site, day.replace(hour=9))
    ask(site, day.replace(hour=9, minute=40), failure="server_error", elapsed_ms=9_000)
    ask(site, day.replace(hour=10), failure="server_error", counts=False)
    ask(site, day.replace(hour=11), failure="server_error", is_planned=True)
    ask(site, day.replace(hour=12), failure="blocked")
    ask(site, NOW)
    judge(site, day - timedelta(days=1), day.replace(hour=9), Level.OK)
    judge(site, day.replace(hour=9), day.replace(hour=10), Level.BAD)
    judge(site, day.replace(hour=10))
    assert actions.roll(now=NOW) == 2
    assert actions.roll(now=NOW) == 0, "once"
    rolled = SiteDay.objects.get(day=day.date())
    assert rolled.level == Level.BAD
    assert (rolled.asked[0], rolled.asked[9], rolled.asked[10], sum(rolled.asked)) == (1, 2, 0, 5)
    assert (rolled.failed[9], sum(rolled.failed)) == (1, 1)
    assert (rolled.answer_ms[0], rolled.answer_ms[9]) == (300, 100)


def test_missed_nights_are_made_up_for(site):
    judge(site, NOW - timedelta(days=5))
    assert actions.roll(now=NOW - timedelta(days=3)) == 2
    assert actions.roll(now=NOW) == 3


def test_the_year_is_drawn_from_the_rolls(site, client):
    client.force_login(make_person(Role.SITE_MONITOR))
    today = timezone.localdate()
    hours = [2] * 24
    SiteDay.objects.create(
        site=site, day=today - timedelta(days=100), level=Level.BAD, asked=hours,
        failed=[0, 0, 1, *[0] * 21], answer_ms=[250] * 24,
    )  # fmt: skip
    judge(site, timezone.now() - timedelta(days=200))
    page = client.get(f"/nghiep-vu/members/trang/{site.code}/").text
    assert "Hỏi 48 lần, lỗi 1 lần (lúc 2 giờ), trả lời sau 250 ms" in page
    assert "có lỗi 1 ngày, bình thường 100 ngày" in page


def copy_of(site, at, body, *, is_clean, url=""):
    return PageCopy.objects.create(
        site=site, url=url or site.home_url, digest=body, body=zlib.compress(body.encode()),
        portrait={} if url else {"title": "x"}, is_clean=is_clean, seen_at=at,
    )  # fmt: skip


def test_the_looks_of_an_incident_are_kept_and_compared(site, client):
    now = timezone.now()
    old = now - timedelta(days=90)
    for n in range(6):
        copy_of(site, old - timedelta(days=n), f"<p>Tin {n}</p>", is_clean=True)
        copy_of(site, old - timedelta(hours=n), f"<p>nhà cái {n}</p>", is_clean=False)
    Verdict.objects.create(
        site=site, subject=Subject.ABNORMALITY, level=Level.BAD, code="planted-link", text="Chèn",
        url=site.home_url, since=old, judged_at=old,
    )  # fmt: skip
    incidents.follow([site], now=old)
    for n in range(9):
        copy_of(site, now - timedelta(days=n), f"<p>Mới {n}</p>", is_clean=n % 2 == 0)
    actions.forget_old(now=now)
    bodies = set(PageCopy.objects.values_list("digest", flat=True))
    assert {"<p>Tin 0</p>", "<p>nhà cái 0</p>"} <= bodies
    assert not {"<p>Tin 5</p>", "<p>nhà cái 5</p>"} & bodies
    client.force_login(make_person(Role.DIRECTOR))
    at = f"/nghiep-vu/members/su-co/{Incident.objects.get().pk}/so-trang/"
    assert at in client.get(f"/nghiep-vu/members/trang/{site.code}/").text
    page = client.get(at).text
    assert "&lt;p&gt;nhà cái 0&lt;/p&gt;" in page
    assert "&lt;p&gt;Tin 0&lt;/p&gt;" in page
    Snapshot.objects.all().delete()
    assert client.get(at).status_code == 404


def test_pages_that_were_read_once_are_forgotten_and_planted_places_are_not(site):
    now = timezone.now()
    old = now - timedelta(days=40)
    rows = {
        "moi": {"origin": "link"},
        "cu": {"origin": "link", "asked_at": old},
        "chen": {"origin": "link", "asked_at": old, "planted_at": old, "cleaned_at": old},
        "danh-sach": {"origin": "list", "asked_at": old},
        "cho": {"origin": "sitemap", "found_at": old},
    }
    for name, fields in rows.items():
        SubPage.objects.create(site=site, url=site.home_url + name, **{"found_at": now} | fields)
    for days in (6, 8):
        copy_of(
            site, now - timedelta(days=days), f"{days}", is_clean=True, url=site.home_url + "cu"
        )
    actions.forget_old(now=now)
    left = {one.url.rsplit("/", 1)[1] for one in SubPage.objects.all()}
    assert left == {"moi", "chen", "danh-sach"}
    assert PageCopy.objects.get().digest == "6", "clean pages below are kept for a week"
