"""Scores: each point lost names its verdict; ranks; and the page that everybody sees, or not."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cityweb.core import periods
from cityweb.core.models import LegalRule, Role
from members.models import MemberSite, PublicPage, Verdict
from members.reports import scores
from members.verdicts.levels import Level, Subject
from members.verdicts.scoring import UNGRADED, Ending, Formula, Span, ending, grade, score
from tests.members.makers import make_site
from tests.people import make_person

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST = datetime(2026, 11, 1, tzinfo=CITY)
END = FIRST + timedelta(days=10)
FORMULA = Formula({Subject.AVAILABILITY: 60, Subject.FRESHNESS: 40}, notice_percent=50)


def span(level, begin, end, subject=Subject.AVAILABILITY, place=(None, None), key=1):
    until = None if end is None else FIRST + timedelta(days=end)
    return Span(key, subject, level, FIRST + timedelta(days=begin), until, place)


def points(*spans):
    return score(spans, FORMULA, first=FIRST, end=END)


@pytest.mark.parametrize(
    ("spans", "total"),
    [
        ([span(Level.OK, -5, None)], 100),
        ([span(Level.OK, 0, 9), span(Level.BAD, 9, None)], 90),
        ([span(Level.OK, 0, 8), span(Level.NOTICE, 8, None)], 90),
        ([span(Level.OK, 0, 5), span(Level.PLANNED, 5, None)], 100),
        ([span(Level.BAD, 0, 5), span(Level.UNMEASURABLE, 5, None)], 0),
        ([span(Level.OK, 0, 10), span(Level.BAD, 0, 10, Subject.FRESHNESS)], 60),
        (
            [
                span(Level.OK, 0, 10),
                span(Level.OK, 0, 10, Subject.FRESHNESS),
                span(Level.BAD, 0, 10, Subject.FRESHNESS, (7, None)),
            ],
            80,
        ),
    ],
)
def test_points_follow_the_time_that_was_measured(spans, total):
    assert points(*spans).total == pytest.approx(total)


@pytest.mark.parametrize(
    ("subject", "level", "until", "ends", "graded"),
    [
        (Subject.AVAILABILITY, Level.BAD, None, Ending.FAULTY, "Trung bình"),
        (Subject.ABNORMALITY, Level.BAD, None, Ending.FAULTY, "Trung bình"),
        (Subject.AVAILABILITY, Level.BAD, 9, Ending.FINE, "Tốt"),
        (Subject.FRESHNESS, Level.BAD, None, Ending.FINE, "Tốt"),
        (Subject.AVAILABILITY, Level.UNMEASURABLE, None, Ending.UNMEASURED, UNGRADED),
        (Subject.AVAILABILITY, Level.NOTICE, None, Ending.UNMEASURED, UNGRADED),
    ],
)
def test_better_days_do_not_hide_how_a_site_ends(subject, level, until, ends, graded):
    assert ending([span(level, 8, until, subject)], end=END) is ends
    assert grade(99.9, FORMULA, ends) == graded


def test_every_point_lost_names_its_verdict():
    found = points(
        span(Level.OK, 0, 7), span(Level.BAD, 7, 9, key=2), span(Level.NOTICE, 9, 10, key=3)
    )
    (part,) = found.parts
    assert [(one.verdict, round(one.points, 3)) for one in part.losses] == [(2, 20), (3, 5)]
    assert part.got == pytest.approx(75)
    assert part.most - sum(one.points for one in part.losses) == pytest.approx(part.got)


def test_too_little_measured_is_no_score():
    found = points(span(Level.OK, 0, 10, Subject.FRESHNESS))
    assert found.measured == pytest.approx(0.4)
    assert found.total is None


def test_without_measure_there_is_no_score():
    found = points(span(Level.UNKNOWN, 0, 10), span(Level.OK, -9, -2))
    assert found.total is None
    assert grade(found.total, FORMULA) == UNGRADED


@pytest.mark.parametrize(
    ("total", "word"), [(90, "Tốt"), (89.9, "Khá"), (50, "Trung bình"), (0, "Yếu")]
)
def test_a_grade_begins_at_its_points(total, word):
    assert grade(total, FORMULA) == word


@pytest.mark.parametrize(
    ("key", "first", "end"),
    [
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2026-Q4", date(2026, 10, 1), date(2027, 1, 1)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 4, 1)),
    ],
)
def test_an_address_names_a_period(key, first, end):
    found = periods.named(key)
    assert (found.first, found.end, found.key) == (first, end, key)


@pytest.mark.parametrize("key", ["2026-13", "2026-Q5", "x", "1999-01"])
def test_no_other_period_is_named(key):
    assert periods.named(key) is None


def test_recent_periods_run_backwards():
    found = [one.key for one in periods.recent(date(2026, 1, 31), months=3, quarters=2)]
    assert found == ["2026-01", "2025-12", "2025-11", "2026-Q1", "2025-Q4"]


@pytest.fixture
def month(db):
    """Return three sites: one well, one that was down for a day of this month, one unseen."""
    now = timezone.now()
    well, sick, unseen = (make_site() for _ in range(3))
    first, _ = scores.bounds(periods.month(*today()), now)
    half = first + (now - first) / 2
    rows = [
        (well, Level.OK, first, None),
        (sick, Level.OK, first, half),
        (sick, Level.BAD, half, None),
    ]
    for site, level, since, until in rows:
        Verdict.objects.create(
            site=site, subject=Subject.AVAILABILITY, level=level, code=level, since=since,
            text="Không truy cập được.", judged_at=since, until=until,
        )  # fmt: skip
        if level == Level.OK:
            Verdict.objects.create(
                site=site, subject=Subject.FRESHNESS, level=level, code="fresh", since=since,
                text="Có tin.", judged_at=since, until=None,
            )  # fmt: skip
    return well, sick, unseen


def today():
    day = timezone.localdate()
    return day.year, day.month


def test_the_desk_ranks_and_opens_every_point(client, month, django_assert_max_num_queries):
    well, sick, unseen = month
    client.force_login(make_person(Role.SITE_MONITOR))
    with django_assert_max_num_queries(20):
        shown = client.get("/nghiep-vu/members/xep-hang/").text
    assert shown.index(well.organisation.name) < shown.index(sick.organisation.name)
    assert "Chưa đủ dữ liệu" in shown
    only = client.get("/nghiep-vu/members/xep-hang/?loai=Tốt").text
    assert well.organisation.name in only
    assert sick.organisation.name not in only
    opened = client.get(f"/nghiep-vu/members/xep-hang/{sick.code}/").text
    assert "Không truy cập được." in opened
    assert "75,0 điểm" in opened
    assert client.get("/nghiep-vu/members/xep-hang/?ky=2999-01").status_code == 404
    assert client.get("/nghiep-vu/members/xep-hang/?xuat=1")["Content-Disposition"]


def test_the_formula_of_its_day_counts(month):
    now = timezone.now()
    rule = LegalRule.objects.get(code="MEMBER.SCORE.NOTICE")
    tomorrow = timezone.localdate() + timedelta(days=1)
    LegalRule.objects.filter(pk=rule.pk).update(effective_to=tomorrow)
    rule.pk, rule.value, rule.effective_from = None, 10, tomorrow
    rule.save(force_insert=True)
    found = scores.ranking(MemberSite.objects.all(), periods.month(*today()), now=now)
    assert found.formula.notice_percent == 50
    assert scores.formula(tomorrow).notice_percent == 10


def test_the_public_page_is_there_only_when_the_office_wants_it(client, month):
    assert client.get("/website-thanh-vien/").status_code == 404
    client.force_login(make_person(Role.OFFICE_HEAD))
    form = {"is_on": "on", "introduction": "Cổng thành phần của Thành phố."}
    assert client.post("/admin/members/publicpage/add/", form).status_code == 302
    assert client.get("/admin/members/publicpage/add/").status_code == 403
    client.logout()
    shown = client.get("/website-thanh-vien/")
    assert "Cổng thành phần của Thành phố." in shown.text
    assert month[0].organisation.name in shown.text
    assert "Xếp loại" not in shown.text
    assert f'href="{month[0].home_url}"' in shown.text
    more = {"level": Level.BAD, "code": "mark", "text": "x", "judged_at": timezone.now()}
    changed = Verdict(site=month[0], subject=Subject.ABNORMALITY, since=timezone.now(), **more)
    changed.save()
    assert f'href="{month[0].home_url}"' not in client.get("/website-thanh-vien/").text
    english = client.get("/en/website-thanh-vien/").text
    assert "a security incident is being mended" in english
    assert 'hreflang="vi"' in english
    PublicPage.objects.update(shows_scores=True)
    scored = client.get("/website-thanh-vien/").text
    assert "Đang khắc phục" in scored
    last = scored[scored.rindex('<th scope="row">') :]
    assert month[0].organisation.name in last, "its place does not tell its points"
    PublicPage.objects.update(shows_scores=False)
    changed.delete()
    assert shown["Cache-Control"].startswith("public")
    assert "Cookie" not in shown.get("Vary", "")
    PublicPage.objects.update(shows_scores=True)
    assert "Xếp loại tháng" in client.get("/website-thanh-vien/").text
    PublicPage.objects.update(is_on=False)
    assert client.get("/website-thanh-vien/").status_code == 404
