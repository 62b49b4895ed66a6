"""Verdicts as they are kept: since when, with what proof, and judged again after a change."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from cityweb.core.models import LegalRule
from members import actions
from members.models import Kind, NewsDay, Observation, PageCopy, Round, Verdict
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, page, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr("members.actions.replaying.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []
    settings.MEMBERS_RETRY_SECONDS = 0

    def begin(**sites):
        return playing(sites, settings)

    return begin


def check(site):
    (pk,) = actions.claim_sites([site], now=timezone.now())
    return actions.run(pk)


def verdict(site, subject=Subject.AVAILABILITY, section=None):
    return Verdict.objects.current().get(site=site, subject=subject, section=section)


def test_a_round_leaves_verdicts_with_their_proof(play):
    day = timezone.localdate() - timedelta(days=20)
    with play(sxd=lambda path: (200, page("Sở Xây dựng", day, day - timedelta(days=9)))) as (at, _):
        site = make_site(home_url=at("sxd"), stale_days=25)
        section = site.sections.create(name="Thông báo", url=at("sxd") + "tb", stale_days=10)
        check(site)
    assert verdict(site).level == Level.OK
    quiet = verdict(site, Subject.FRESHNESS)
    assert (quiet.level, quiet.code, quiet.url) == (Level.NOTICE, "quiet", site.home_url)
    assert f"{day:%d/%m/%Y}" in quiet.evidence
    assert verdict(site, Subject.FRESHNESS, section).code == "stale"
    assert verdict(site, Subject.ABNORMALITY).level == Level.OK
    assert verdict(site, Subject.TLS).code == "no-https"
    assert NewsDay.objects.filter(site=site, day=day).exists()


def test_a_verdict_keeps_its_beginning_until_another_takes_its_place(play):
    answers = [(200, page())]
    with play(sxd=lambda path: answers[-1]) as (at, _):
        site = make_site(home_url=at("sxd"))
        check(site)
        first = verdict(site)
        check(site)
        assert verdict(site).since == first.since
        answers.append((500, ""))
        for _ in range(3):
            check(site)
    down = verdict(site)
    assert (down.level, down.code) == (Level.BAD, "server_error")
    assert "nhật ký lỗi" in down.fix
    codes = Verdict.objects.filter(site=site, subject=Subject.AVAILABILITY).order_by("since")
    assert [one.code for one in codes] == ["up", "suspected", "server_error"]
    assert codes[1].until == down.since
    assert verdict(site, Subject.ABNORMALITY).level == Level.OK, "the last page read still counts"


def test_planted_words_are_found_and_the_page_is_kept(play):
    planted = (
        '<div style="display:none"><a href="https://nhacai88.example/">nhà cái uy tín</a></div>'
    )
    pages = [page(), page(more=planted)]
    with play(sxd=lambda path: (200, pages[0])) as (at, _):
        site = make_site(home_url=at("sxd"))
        check(site)
        pages.pop(0)
        check(site)
    odd = verdict(site, Subject.ABNORMALITY)
    assert odd.level == Level.BAD
    assert "nhà cái" in odd.evidence
    assert PageCopy.objects.filter(site=site, is_clean=False).count() == 1


def test_a_round_that_does_not_count_changes_no_verdict(play, settings):
    with play(sxd=lambda path: (200, page())) as (at, _):
        site = make_site(home_url=at("sxd"))
        check(site)
        settings.MEMBERS_CONTROL_URLS = ["http://doi-chung.thu.example:1/"]
        settings.FETCH_PORTS = [*settings.FETCH_PORTS, 1]
        site.home_url = "http://sxd.thu.example:1/"
        site.save()
        for _ in range(3):
            assert not check(site).is_conclusive
    assert verdict(site).level == Level.OK


def test_limits_that_change_are_applied_to_what_is_stored():
    site, now = make_site(), timezone.now()
    opened = Round.objects.create(opened_at=now, sites=1)
    Observation.objects.create(
        site=site, round=opened, kind=Kind.HOME, url=site.home_url, counts=True, is_planned=False,
        elapsed_ms=9, asked_at=now, was_read=True, digest="a",
        news_day=timezone.localdate() - timedelta(days=10), news_evidence="Tin", news_rule="list",
    )  # fmt: skip
    out = StringIO()
    call_command("judge_sites", stdout=out)
    assert verdict(site, Subject.FRESHNESS).code == "quiet"
    LegalRule.objects.filter(code="MEMBER.NEWS.STALE").update(value=9)
    call_command("judge_sites", stdout=out)
    assert verdict(site, Subject.FRESHNESS).code == "stale"
    assert "1 kết luận thay đổi" in out.getvalue()


def test_stored_pages_are_read_again_by_the_words_of_today(play):
    lure = '<a href="https://nhacai88.example/">nhà cái uy tín, cược bóng đá</a>'
    with play(sxd=lambda path: (200, page(more=lure))) as (at, _):
        site = make_site(home_url=at("sxd"))
        check(site)
    Observation.objects.update(findings=[])
    PageCopy.objects.update(is_clean=True)
    actions.judge([site], now=timezone.now())
    assert verdict(site, Subject.ABNORMALITY).level == Level.OK
    call_command("judge_sites", "--reread", stdout=StringIO())
    assert verdict(site, Subject.ABNORMALITY).level == Level.BAD
    assert not PageCopy.objects.get().is_clean


def test_what_another_site_says_is_not_the_news_of_the_one_that_leads_there(play, settings):
    today = timezone.localdate()
    sites = {"khac": lambda path: (200, page("Báo", today, today))}
    with playing(sites, settings) as (at, _):
        settings.FETCH_LOOPBACK_HOSTS = [".thu.example", ".la.example"]
        stranger = at("khac").replace(".thu.example", ".la.example")
        sites["sxd"] = lambda path: (302, "", ("Location", stranger))
        site = make_site(home_url=at("sxd"))
        check(site)
    assert verdict(site, Subject.ABNORMALITY).code == "off-site-redirect"
    assert verdict(site, Subject.FRESHNESS).code == "unread"


@pytest.mark.parametrize(
    ("moved", "host", "code", "level"),
    [(True, "", "redated", Level.BAD), (False, "https://bao.example", "imported", Level.NOTICE)],
)
def test_news_that_only_looks_new_does_not_make_a_site_fresh(play, moved, host, code, level):
    today = timezone.localdate()
    old = [today - timedelta(days=40 + n) for n in range(4)]
    new = [today - timedelta(days=n) for n in range(4)]
    other = page("Sở Xây dựng", *new).replace(
        '"/tin-tuc/', f'"{host}/khac/' if host else '"/tin-tuc/'
    )
    pages = [page("Sở Xây dựng", *old), other]
    with play(sxd=lambda path: (200, pages[0])) as (at, _):
        site = make_site(home_url=at("sxd"))
        check(site)
        assert verdict(site, Subject.FRESHNESS).code == "alarm"
        pages.pop(0)
        check(site)
        check(site)
    found = verdict(site, Subject.FRESHNESS)
    assert found.code == code
    assert found.level == (level if moved else Level.NOTICE)
    if moved:
        assert f"{old[0]:%d/%m/%Y} → {new[0]:%d/%m/%Y}" in found.evidence
        assert not NewsDay.objects.filter(site=site, day=new[0]).exists()
