"""Rounds: who is due, who takes them, what is stored, and when nobody is to blame."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.fetch import Failure
from cityweb.core.models import Role
from members import actions
from members.models import Kind, MaintenanceWindow, Observation, PageCopy, Round, Watch
from members.reports import observed
from members.verdicts.rounds import why_inconclusive
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, by_visitor, page, playing
from tests.people import make_person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
DOWN, OK, OURS = Failure.CONNECT_TIMEOUT, None, Failure.OURS


@pytest.mark.parametrize(
    ("failures", "reached", "inconclusive"),
    [
        ([OK] * 9 + [DOWN], True, False),
        ([OK] * 9 + [DOWN], False, True),
        ([DOWN] * 10, None, True),
        ([DOWN] * 10, True, False),
        ([DOWN] * 3, None, False),
        ([Failure.SERVER_ERROR] * 10, None, False),
        ([OURS] * 4 + [OK] * 6, None, True),
        ([OURS] + [OK] * 9, None, False),
        ([Failure.PORT] * 10, True, True),
        ([Failure.PORT] + [OK] * 9, True, False),
        ([Failure.PORT], True, True),
    ],
)
def test_a_round_blames_nobody_when_our_own_line_is_gone(failures, reached, inconclusive):
    assert bool(why_inconclusive(failures, controls_reached=reached)) is inconclusive


@pytest.fixture
def play(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr("members.actions.replaying.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []
    settings.MEMBERS_FIRST_LOOK_SECONDS = 0

    def begin(**sites):
        return playing(sites, settings)

    return begin


def test_what_is_due_goes_to_one_worker_only(play):
    sites = [make_site() for _ in range(3)]
    make_site(archived_on=date(2020, 1, 1))
    now = timezone.now() + timedelta(seconds=1)
    (pk,) = actions.claim_due(now=now)
    assert Round.objects.get(pk=pk).sites == len(sites)
    assert actions.claim_due(now=now) == []
    later = now + timedelta(minutes=11)
    assert len(actions.claim_due(now=later)) == 1, "what a dead worker held is asked by another"


def test_answers_are_stored_with_their_facts_and_the_page(play):
    with play(sxd=lambda path: (200, page("Sở Xây dựng", DAY, DAY - timedelta(days=3)))) as (at, _):
        site = make_site(home_url=at("sxd"), feed_url=at("sxd") + "rss")
        site.sections.create(name="Thông báo", url=at("sxd") + "thong-bao")
        (pk,) = actions.claim_sites([site], now=timezone.now())
        done = actions.run(pk)
        assert actions.run(pk) is None, "a round is run once"
    assert done.is_conclusive
    seen = {one.kind: one for one in Observation.objects.all()}
    home = seen[Kind.HOME]
    assert (home.failure, home.status, home.was_read, home.counts) == ("", 200, True, True)
    assert home.news_day == DAY
    assert "20/11/2026" in home.news_evidence
    assert seen[Kind.SECTION].section.name == "Thông báo"
    assert (seen[Kind.FEED].failure, seen[Kind.FEED].news_day) == ("", None)
    copy = PageCopy.objects.get()
    assert copy.is_clean
    assert copy.portrait["title"] == "sở xây dựng"
    watch = Watch.objects.get()
    assert watch.leased_until is None
    assert watch.due_at > timezone.now() + timedelta(minutes=10)


def test_the_same_page_is_not_read_twice_on_one_day(play, monkeypatch):
    with play(sxd=lambda path: (200, page("Sở Xây dựng", DAY))) as (at, asked):
        site = make_site(home_url=at("sxd"), feed_url=at("sxd") + "rss")
        for _ in range(2):
            (pk,) = actions.claim_sites([site], now=timezone.now())
            actions.run(pk)
            monkeypatch.setattr(ReaderHere, "read", None)
    assert [path for _, path in asked] == ["/", "/rss", "/"]
    assert list(Observation.objects.filter(kind=Kind.HOME).values_list("news_day", flat=True)) == [
        DAY,
        DAY,
    ]
    assert PageCopy.objects.count() == 1


def test_a_server_may_say_that_nothing_changed_every_other_time(play):
    body = page("Sở Xây dựng", DAY)

    @by_visitor
    def answer(path, headers):
        if headers["If-None-Match"] == '"a1"':
            return (304, "")
        return (200, body, ("ETag", '"a1"'))

    with play(sxd=answer) as (at, _):
        site = make_site(home_url=at("sxd"))
        for _ in range(3):
            (pk,) = actions.claim_sites([site], now=timezone.now())
            actions.run(pk)
    seen = Observation.objects.order_by("pk").values_list("status", "news_day", "was_read")
    assert list(seen) == [(200, DAY, True), (304, DAY, True), (200, DAY, True)]


def test_a_failure_is_asked_again_soon_and_planned_ones_are_marked(play):
    with play(sxd=lambda path: (500, "")) as (at, _):
        site = make_site(home_url=at("sxd"))
        planned = make_site(home_url=at("khac"))
        now = timezone.now()
        MaintenanceWindow.objects.create(
            site=planned, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1)
        )
        (pk,) = actions.claim_sites([site, planned], now=now)
        actions.run(pk)
    failed = Observation.objects.get(site=site)
    assert (failed.failure, failed.is_planned) == (Failure.SERVER_ERROR, False)
    assert Observation.objects.get(site=planned).is_planned
    assert site.watch.due_at < timezone.now() + timedelta(minutes=2)
    assert planned.watch.due_at > timezone.now() + timedelta(minutes=10)


def test_with_our_own_network_gone_answers_do_not_count(play, settings):
    with play() as (at, _):
        settings.MEMBERS_CONTROL_URLS = ["http://doi-chung.thu.example:1/"]
        settings.FETCH_PORTS = [*settings.FETCH_PORTS, 1]
        site = make_site(home_url="http://sxd.thu.example:1/")
        (pk,) = actions.claim_sites([site], now=timezone.now())
        done = actions.run(pk)
    assert "đường truyền của máy theo dõi" in done.note
    assert not Observation.objects.get().counts
    assert site.watch.due_at > timezone.now() + timedelta(minutes=10), "no suspicion is open"


def test_who_asks_for_a_check_during_one_gets_another(play):
    monitor = make_person(Role.SITE_MONITOR)
    with play(sxd=lambda path: (200, page())) as (at, _):
        site = make_site(home_url=at("sxd"))
        (pk,) = actions.claim_sites([site], now=timezone.now())
        Watch.objects.update(pages_asked_at=timezone.now())
        run = actions.rounds.observing.store

        def store(*args, **kwargs):
            with pytest.raises(Refused):
                actions.check_now(pk=site.pk, actor=monitor, now=timezone.now())
            return run(*args, **kwargs)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(actions.rounds.observing, "store", store)
            actions.run(pk)
    watch = Watch.objects.get()
    assert watch.due_at <= timezone.now()
    assert (watch.leased_until, watch.pages_asked_at) == (None, None)


def test_old_answers_are_forgotten_but_for_the_newest(play):
    site = make_site()
    now = timezone.now()
    opened = Round.objects.create(opened_at=now - timedelta(days=50), sites=1)
    for days in (50, 40, 35):
        Observation.objects.create(
            site=site, round=opened, kind=Kind.HOME, url=site.home_url, counts=True,
            is_planned=False, elapsed_ms=1, asked_at=now - timedelta(days=days),
        )  # fmt: skip
    assert actions.forget_old(now=now) == 2
    assert Observation.objects.get().asked_at == now - timedelta(days=35)


def test_the_command_asks_the_chosen_sites_and_sums_up(play):
    out = StringIO()
    with play(sxd=lambda path: (200, page()), hong=lambda path: (502, "")) as (at, _):
        make_site(code="sxd", home_url=at("sxd"))
        make_site(code="hong", home_url=at("hong"))
        make_site(code="khac", home_url=at("khac"))
        call_command("check_sites", "--site", "sxd", "hong", stdout=out)
        with pytest.raises(CommandError, match="la-la"):
            call_command("check_sites", "--site", "la-la", stdout=out)
    said = out.getvalue()
    assert "[2/2]" in said
    assert "Xong 2 website: 1 truy cập được." in said
    assert "1 Máy chủ phía sau hỏng (502)" in said
    assert Observation.objects.count() == 2


def test_days_are_those_of_the_city(play):
    """A page read just after midnight in the city is not compared with the day before in UTC."""
    site = make_site()
    opened = Round.objects.create(opened_at=timezone.now(), sites=1)
    night = datetime(2026, 11, 22, 17, 30, tzinfo=timezone.get_fixed_timezone(0))
    Observation.objects.create(
        site=site, round=opened, kind=Kind.HOME, url=site.home_url, counts=True, is_planned=False,
        elapsed_ms=1, digest="a", asked_at=night,
    )  # fmt: skip
    latest = observed.today
    assert latest([site], now=night + timedelta(hours=1))
    assert not latest([site], now=night - timedelta(hours=1) + timedelta(days=1, hours=1))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_share_the_sites_without_overlap():
    sites = [make_site() for _ in range(300)]
    now = timezone.now()
    Watch.objects.bulk_create([Watch(site=site, due_at=now) for site in sites])

    def work(_):
        try:
            return actions.claim_due(now=now)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        rounds = [pk for claimed in workers.map(work, range(4)) for pk in claimed]
    assert sum(Round.objects.filter(pk__in=rounds).values_list("sites", flat=True)) == 300
    assert Watch.objects.filter(round__in=rounds).count() == 300
