"""Pages below the home page: found, asked within a day's bound, judged, and visited again."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from cityweb.core.models import Role
from members import actions, depths
from members.abnormality.keywords import default
from members.depths import DAILY_REQUESTS, Origin, Place
from members.models import Incident, Observation, PageCopy, Round, SubPage, Verdict, Watch
from members.reading import Job, facts
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, by_visitor, page, playing
from tests.people import make_person

LURE = (
    '<div style="display:none"><a href="https://nhacai88.example/">nhà cái uy tín</a> '
    '<a href="https://nhacai88.example/tx">tài xỉu online</a></div>'
)
HOME = page(more='<a href="/uploads/2024/tai-xiu-online.html">x</a><a href="/gioi-thieu">y</a>')
URL = "https://sxd.hochiminhcity.gov.vn/"
NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


def read(kind, html, **given):
    job = Job(kind, given.pop("url", URL), URL, date(2026, 11, 23), html, **given)
    return facts.read(job, lists=facts.Lists(default()))


def test_a_home_page_tells_where_to_look():
    html = (
        '<a href="/tin/bai-1.html">Tin</a> <a href="/tin/bai-1.html#y">Lại</a>'
        '<a href="/van-ban/a.pdf">PDF</a> <a href="/uploads/x.html">ảnh</a> <a href="https://khac.vn/">khác</a>'
        '<a href="/hoi-dap/12">Hỏi</a> <a href="mailto:a@b.vn">thư</a>'
        '<form action="/tim-kiem"><input name="tukhoa"><input type=hidden name=lang value=vi>'
    )
    found = read("home", html, sought="nhà cái")
    assert {(one.url.removeprefix(URL), one.origin, one.is_odd) for one in found.links} == {
        ("tin/bai-1.html", "link", False),
        ("uploads/x.html", "upload", True),
        ("hoi-dap/12", "question", False),
    }
    assert found.search == f"{URL}tim-kiem?lang=vi&tukhoa=nh%C3%A0+c%C3%A1i"


def test_a_sitemap_tells_what_is_odd_and_what_changed_last():
    rows = [("cu", "2020-01-01"), ("moi", "2026-11-20"), ("tai-xiu-online", "2019-01-01")]
    xml = "".join(f"<url><loc>{URL}{at}</loc><lastmod>{day}</lastmod></url>" for at, day in rows)
    found = read("sitemap", f"<urlset>{xml}</urlset>").links
    assert [one.url.removeprefix(URL) for one in found] == ["tai-xiu-online", "moi", "cu"]
    index = f"<sitemapindex><sitemap><loc>{URL}a.xml</loc></sitemap></sitemapindex>"
    assert [one.origin for one in read("sitemap", index).links] == ["map"]


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<h1>Kết quả cho: nhà cái uy tín</h1><p>Không tìm thấy bài nào</p>", []),
        ('<li><a href="/a/1">Nhà cái uy tín tặng 100k, tài xỉu online</a>', ["planted-page"]),
        ('<li><a href="/a/1">Công an triệt phá đường dây nhà cái, khởi tố 12 bị can</a>', []),
        ('<a href="/tim?q=nha+cai&page=2">nhà cái uy tín tài xỉu online soi kèo</a>', []),
    ],
)  # fmt: skip
def test_what_the_sites_own_search_finds_is_judged_and_not_its_echo(body, rules):
    html = f"<html><head><title>Tìm kiếm</title></head><body>{body}</body></html>"
    found = read("search", html, url=f"{URL}tim?q=nha+cai", sought=depths.SOUGHT).findings
    assert [one.rule for one in found] == rules


@pytest.mark.parametrize(("robots", "is_echo"), [("", True), ("noindex", False)])
def test_a_search_that_may_be_kept_by_search_engines_is_a_mild_finding(robots, is_echo):
    head = f"<title>nhà cái uy tín</title><meta name=robots content='{robots}'>"
    found = read("search", f"<head>{head}</head>", url=f"{URL}s?q=a", sought=depths.SOUGHT).findings
    assert [one.rule for one in found if one.is_mild] == (["search-echo"] if is_echo else [])


def place(key, origin=Origin.LINK, **fields):
    return Place(key, origin, fields.pop("is_odd", False), **fields)


def days_ago(days):
    return NOW - timedelta(days=days)


def test_planted_places_go_first_then_odd_ones_then_new_ones():
    places = [
        place(1),
        place(2, is_odd=True),
        place(3, planted=days_ago(9), cleaned=days_ago(8), asked=days_ago(1)),
        place(4, asked=days_ago(1)),
        place(5, Origin.LIST, asked=days_ago(4)),
        place(6, Origin.HOME),
    ]
    assert depths.next_pages(places, room=9, now=NOW) == [3, 2, 5, 1]
    assert depths.next_pages(places, room=2, now=NOW) == [3, 2]


@pytest.mark.parametrize(
    ("cleaned", "asked", "due"), [(5, 1, True), (5, 0, False), (179, 1, True), (182, 1, False)]
)
def test_a_place_that_was_cleaned_is_visited_daily_for_180_days(cleaned, asked, due):
    one = place(1, planted=days_ago(190), cleaned=days_ago(cleaned), asked=days_ago(asked))
    assert bool(depths.next_pages([one], room=1, now=NOW)) is due


@pytest.mark.parametrize(
    ("home", "listed", "chosen"),
    [(None, None, 1), (1, None, None), (3, None, 2), (3, 2, 1), (2, 3, 2)],
)
def test_the_home_page_and_the_lists_are_asked_in_guises_by_turns(home, listed, chosen):
    places = [
        place(1, Origin.HOME, guised=days_ago(home) if home else None),
        place(2, Origin.LIST, guised=days_ago(listed) if listed else None),
        place(3),
    ]
    assert depths.page_for_guises(places, now=NOW) == chosen


@pytest.fixture
def play(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr("members.actions.replaying.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []

    def begin(**sites):
        return playing(sites, settings)

    return begin


def go(site, *, is_deep=False):
    (pk,) = actions.claim_sites([site], now=timezone.now(), is_deep=is_deep)
    return actions.run(pk)


def oddness(site):
    return Verdict.objects.current().get(site=site, subject=Subject.ABNORMALITY)


def visits(**pages):
    """Answer with the pages given; any other address below does not exist."""

    def answer(path):
        name = path.strip("/").replace("/", "_").replace("-", "_").partition(".")[0]
        return (200, HOME) if path == "/" else (200, pages[name]) if name in pages else (404, "")

    return answer


@pytest.mark.django_db
def test_a_planted_page_is_found_below_a_clean_home_page(play, client):
    with play(sxd=visits(uploads_2024_tai_xiu_online=page(more=LURE), gioi_thieu=page())) as (
        at,
        _,
    ):
        site = make_site(home_url=at("sxd"))
        go(site)
        assert oddness(site).level == Level.OK
        go(site, is_deep=True)
    odd = oddness(site)
    assert (odd.level, odd.code) == (Level.BAD, "planted-link")
    assert odd.url.endswith("/uploads/2024/tai-xiu-online.html")
    assert "nhà cái uy tín" in odd.evidence
    assert Incident.objects.open().get().subject == Subject.ABNORMALITY
    assert not PageCopy.objects.get(url=odd.url).is_clean
    client.force_login(make_person(Role.SITE_MONITOR))
    shown = client.get(f"/nghiep-vu/members/trang/{site.code}/").text
    assert "tai-xiu-online.html" in shown
    assert "Hôm nay đã hỏi" in shown


@pytest.mark.django_db
@pytest.mark.slow
def test_a_day_costs_a_site_ten_requests_and_no_more(play):
    links = "".join(f'<a href="/tin/bai-{n}.html">Tin {n}</a>' for n in range(30))
    bodies = {"/": page(more=links), "/tin/bai-29.html": None}

    def answer(path):
        if path == "/tin/bai-29.html":
            return 302, "", ("Location", "/tin/bai-28.html")
        return 200, bodies.get(path, page(f"Bài {path}"))

    with play(sxd=answer) as (at, asked):
        site = make_site(home_url=at("sxd"), feed_url=at("sxd") + "rss")
        go(site)
        for _ in range(5):
            go(site, is_deep=True)
            assert Round.objects.latest("pk").is_conclusive
    below = [path for _, path in asked if path != "/"]
    guised = Observation.objects.filter(kind="guised").count()
    assert guised == 4
    assert len(below) + guised == DAILY_REQUESTS
    watch = Watch.objects.get(site=site)
    assert watch.spent(timezone.localdate()) == DAILY_REQUESTS
    assert watch.spent(timezone.localdate() + timedelta(days=1)) == 0


@pytest.mark.django_db
def test_what_a_dead_worker_set_aside_stays_spent(play, monkeypatch):
    with play(sxd=visits()) as (at, asked):
        site = make_site(home_url=at("sxd"))
        go(site)
        before = len(asked)
        with monkeypatch.context() as patch:
            patch.setattr("members.actions.rounds.Asker.ask", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                go(site, is_deep=True)
    assert len(asked) == before
    assert Watch.objects.get(site=site).requests == depths.ROUND_REQUESTS


@pytest.mark.django_db
def test_nothing_is_asked_below_a_home_page_that_does_not_answer(play):
    with play(sxd=lambda path: (500, "")) as (at, asked):
        site = make_site(home_url=at("sxd"))
        go(site)
        go(site, is_deep=True)
    assert [path for _, path in asked] == ["/"]


@pytest.mark.django_db
@pytest.mark.slow
def test_what_only_search_engines_are_shown_is_found(play, client):
    @by_visitor
    def answer(path, headers):
        is_bot = "Googlebot" in headers["User-Agent"]
        return (200, page(more=LURE if is_bot else "")) if path == "/" else (404, "")

    with play(sxd=answer) as (at, _):
        site = make_site(home_url=at("sxd"))
        go(site)
        go(site, is_deep=True)
    assert oddness(site).code == "cloaked-words"
    assert "máy tìm kiếm" in oddness(site).evidence
    assert SubPage.objects.get(origin=Origin.HOME).was_disguised
    client.force_login(make_person(Role.SITE_MONITOR))
    assert "máy tìm kiếm" in client.get(f"/nghiep-vu/members/trang/{site.code}/").text
    home = SubPage.objects.get(origin=Origin.HOME)
    assert "nhacai88.example" in client.get(f"/nghiep-vu/members/trang-con/{home.pk}/").text
    SubPage.objects.update(disguised=[], planted_at=None)
    call_command("judge_sites", "--reread", stdout=StringIO())
    assert oddness(site).code == "cloaked-words", "what every guise was given is kept and reread"


@pytest.mark.django_db
def test_what_comes_back_where_it_was_cleaned_up_is_said_to_come_back(play):
    shown = {"uploads_2024_tai_xiu_online": page(more=LURE)}
    with play(sxd=lambda path: visits(**shown)(path)) as (at, _):
        site = make_site(home_url=at("sxd"), builder="Công ty Thử")
        sibling = make_site(builder="Công ty Thử")
        later = timezone.now() + timedelta(hours=5)
        Watch.objects.create(site=sibling, due_at=later, deep_due_at=later)
        go(site)
        go(site, is_deep=True)
        assert Watch.objects.get(site=sibling).deep_due_at < later, "the builder's other sites"
        assert SubPage.objects.get(is_odd=True).is_infected
        planted = shown.pop("uploads_2024_tai_xiu_online")
        Watch.objects.filter(site=site).update(pages_asked_at=None)
        go(site)
        place_of_old = SubPage.objects.get(is_odd=True)
        assert place_of_old.probed_until == timezone.localdate() + depths.PROBED_FOR
        assert oddness(site).level == Level.OK, "who cleaned up proves it by a check at once"
        assert not Incident.objects.open().exists()
        yesterday = timezone.now() - timedelta(days=1)
        Incident.objects.update(closed_at=yesterday, opened_at=yesterday)
        SubPage.objects.filter(pk=place_of_old.pk).update(
            planted_at=yesterday, cleaned_at=yesterday, asked_at=yesterday
        )
        shown["uploads_2024_tai_xiu_online"] = planted
        Watch.objects.filter(site=site).update(requests=0)
        go(site, is_deep=True)
    assert oddness(site).code == "planted-again"
    assert "quay lại" in Incident.objects.open().get().text


@pytest.mark.django_db
@pytest.mark.slow
def test_kept_pages_below_are_read_again_by_the_words_of_today(play):
    with play(sxd=visits(uploads_2024_tai_xiu_online=page(more=LURE))) as (at, _):
        site = make_site(home_url=at("sxd"))
        go(site)
        go(site, is_deep=True)
    SubPage.objects.update(findings=[], planted_at=None)
    actions.judge([site], now=timezone.now())
    assert oddness(site).level == Level.OK
    call_command("judge_sites", "--reread", stdout=StringIO())
    assert oddness(site).level == Level.BAD
