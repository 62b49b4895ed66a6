"""Verdicts as pure functions, by tables of what was observed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cityweb.core.fetch import Failure
from members.abnormality import Finding
from members.freshness import NewsDate, Observation
from members.verdicts import abnormality, availability, freshness, tls
from members.verdicts.availability import Seen
from members.verdicts.freshness import Limits
from members.verdicts.levels import Level

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SPACING = timedelta(minutes=2)
TODAY = date(2026, 11, 23)
FAULTS = {
    "x": Failure.CONNECT_TIMEOUT,
    "o": None,
    "w": Failure.BLOCKED,
    "u": Failure.OURS,
    "r": Failure.OFF_LIMITS,
}


def course(marks, every=timedelta(minutes=1), **fields):
    """Return observations a minute apart: o answered, x failed, w walled, u ours, p planned."""
    return [
        Seen(
            at=START + every * place,
            url="https://a.vn/",
            failure=Failure.CONNECT_TIMEOUT if mark == "p" else FAULTS[mark],
            is_planned=mark == "p",
            **{"elapsed_ms": 200} | fields,
        )
        for place, mark in enumerate(marks)
    ]


@pytest.mark.parametrize(
    ("marks", "level", "code"),
    [
        ("", Level.UNKNOWN, "unasked"),
        ("o", Level.OK, "up"),
        ("x", Level.NOTICE, "suspected"),
        ("ooox", Level.NOTICE, "suspected"),
        ("oooxx", Level.NOTICE, "suspected"),
        ("oooxxx", Level.BAD, "connect_timeout"),
        ("xxx", Level.BAD, "connect_timeout"),
        ("oooxxxo", Level.BAD, "connect_timeout"),
        ("oooxxxoxo", Level.BAD, "connect_timeout"),
        ("oooxxxoo", Level.OK, "up"),
        ("oooxo", Level.OK, "up"),
        ("oxoxoxoo", Level.BAD, "flapping"),
        ("oxoxoxo" + "o" * 15, Level.BAD, "flapping"),
        ("oxoxoxo" + "o" * 19, Level.OK, "up"),
        ("oow", Level.OK, "up"),
        ("oooww", Level.UNMEASURABLE, "blocked"),
        ("w", Level.UNMEASURABLE, "blocked"),
        ("xxww", Level.UNMEASURABLE, "blocked"),
        ("xxxw", Level.BAD, "connect_timeout"),
        ("oowwo", Level.OK, "up"),
        ("ou", Level.OK, "up"),
        ("oopp", Level.PLANNED, "planned"),
        ("rr", Level.NOTICE, "off_limits"),
        ("xuxux", Level.BAD, "connect_timeout"),
    ],
)
def test_availability(marks, level, code):
    judged = availability.judge(course(marks), spacing=SPACING)
    assert (judged.level, judged.code) == (level, code)
    if level is Level.BAD:
        assert judged.fix
        assert judged.evidence
        assert judged.url


def test_one_answer_between_walls_is_no_verdict_on_the_site():
    assert availability.judge(course("ooow"), spacing=SPACING).level is Level.OK


def test_failures_in_one_breath_make_no_outage():
    hasty = course("oooxxx", every=timedelta(seconds=20))
    assert availability.judge(hasty, spacing=SPACING).code == "suspected"


def test_a_slow_site_is_told_by_its_usual_answer_not_by_one():
    slow = course("ooo", elapsed_ms=6000)
    assert availability.judge(slow, spacing=SPACING).code == "slow"
    assert availability.judge(course("oo") + slow[-1:], spacing=SPACING).code == "up"


@pytest.mark.parametrize(
    ("marks", "strikes"),
    [
        ("o", 0),
        ("oox", 1),
        ("ooxx", 2),
        ("ooxxx", 0),
        ("xxxo", 1),
        ("oxw", 0),
        ("oxo", 1),
        ("oxoooo", 0),
    ],
)
def test_an_open_suspicion_is_looked_at_again(marks, strikes):
    assert availability.strikes(course(marks), spacing=SPACING) == strikes


class Weekdays:
    def is_working(self, day):
        return day.weekday() < 5


LIMITS = Limits(7, 15, 30)


def fresh(*days, news_days=(), limits=LIMITS):
    read = [
        Observation("https://a.vn/", NewsDate(day, "Tin", "list") if day else None) for day in days
    ]
    return freshness.judge(
        read, limits=limits, news_days=news_days, today=TODAY, calendar=Weekdays()
    )


@pytest.mark.parametrize(
    ("ago", "level", "code"),
    [
        (0, Level.OK, "fresh"),
        (7, Level.OK, "fresh"),
        (8, Level.NOTICE, "quiet"),
        (15, Level.NOTICE, "quiet"),
        (16, Level.BAD, "stale"),
        (30, Level.BAD, "stale"),
        (31, Level.BAD, "alarm"),
    ],
)
def test_silence_is_graded_by_the_limits(ago, level, code):
    judged = fresh(TODAY - timedelta(days=ago))
    assert (judged.level, judged.code) == (level, code)
    assert bool(judged.fix) is (level is not Level.OK)
    assert "nhắc sau 7 ngày" in judged.rule


def test_no_proof_is_never_fresh():
    assert fresh().code == "unread"
    assert (fresh(None).level, fresh(None).code) == (Level.NOTICE, "undated")
    assert fresh(None, TODAY).code == "fresh"


def test_a_daily_site_that_falls_silent_is_noticed_within_the_limit():
    days = [TODAY - timedelta(days=n) for n in range(7, 60) if Weekdays().is_working(
        TODAY - timedelta(days=n))]  # fmt: skip
    assert fresh(days[0], news_days=days).code == "unusual"
    assert fresh(days[0], news_days=days[::7]).code == "fresh"


@pytest.mark.parametrize(
    ("own", "limits"),
    [
        ((None, None, None), (7, 15, 30)),
        ((3, None, None), (3, 15, 30)),
        ((20, None, None), (20, 21, 30)),
        ((None, 5, None), (4, 5, 30)),
        ((None, 40, None), (7, 40, 41)),
        ((None, None, 10), (7, 9, 10)),
        ((1, 2, 3), (1, 2, 3)),
    ],
)
def test_own_limits_take_the_others_along(own, limits):
    assert LIMITS.narrowed(own) == Limits(*limits)


def test_findings_are_judged_by_the_worst():
    mild = Finding("template-jump", "https://a.vn/", "khác", is_mild=True)
    grave = Finding("planted-link", "https://a.vn/", "nhà cái")
    assert abnormality.judge(None).level is Level.UNKNOWN
    assert abnormality.judge([]).level is Level.OK
    assert abnormality.judge([mild]).level is Level.NOTICE
    judged = abnormality.judge([mild, grave])
    assert (judged.level, judged.code, judged.evidence) == (Level.BAD, "planted-link", "nhà cái")
    assert "và 1 dấu hiệu khác" in judged.text


NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "level", "code"),
    [
        (90, Level.OK, "valid"),
        (30, Level.NOTICE, "ends-30"),
        (14, Level.NOTICE, "ends-14"),
        (8, Level.NOTICE, "ends-14"),
        (7, Level.BAD, "ends-7"),
        (3, Level.BAD, "ends-3"),
        (0, Level.BAD, "ends-1"),
    ],
)
def test_a_certificate_is_told_of_in_steps(days, level, code):
    judged = tls.judge(
        url="https://a.vn/",
        failure=None,
        not_after=NOW + timedelta(days=days, hours=2),
        issuer="CA",
        now=NOW,
    )
    assert (judged.level, judged.code) == (level, code)


def test_a_certificate_that_is_not_believed_and_none_at_all():
    said = {"not_after": None, "issuer": "", "now": NOW}
    expired = tls.judge(url="https://a.vn/", failure=Failure.TLS_EXPIRED, **said)
    assert (expired.level, expired.code) == (Level.BAD, "tls_expired")
    plain = tls.judge(url="http://a.vn/", failure=None, **said)
    assert (plain.level, plain.code) == (Level.NOTICE, "no-https")
    unseen = tls.judge(url="https://a.vn/", failure=Failure.DNS_MISSING, **said)
    assert unseen.level is Level.UNKNOWN
