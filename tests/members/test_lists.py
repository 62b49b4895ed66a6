"""The lists of words and domains: proposed by the watch, decided by officers, in and out."""

import asyncio
from datetime import date, timedelta

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role
from members import actions
from members.abnormality import Finding, injected
from members.abnormality.keywords import DEFAULT, Changes, default
from members.abnormality.keywords import read as read_words
from members.actions import listing
from members.models import BlockedDomain, ListedWord, Verdict
from members.reading import Job, Reader
from members.reports import lists as report
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, page, playing
from tests.people import make_person

URL = "https://sxd.hochiminhcity.gov.vn/"
AT = "/nghiep-vu/members/danh-sach-chan/"
LINK = '<p><a href="https://quangcao-la.example/">Xem thêm tại đây</a></p>'


def found(html, changes):
    words = read_words(DEFAULT.read_text("utf-8"), changes)
    return [
        one.rule for one in injected(html, url=URL, keywords=words, blocked_domains=changes.blocked)
    ]


@pytest.mark.parametrize(
    ("html", "changes", "rules"),
    [
        (LINK, Changes(), []),
        (LINK, Changes(blocked=frozenset({"quangcao-la.example"})), ["blocked-link"]),
        ("<p>Ghé quán trà đạo lầu xanh tặng quà</p>", Changes(), []),
        (
            "<p>Ghé quán trà đạo lầu xanh, lầu xanh uy tín, đăng ký ngay, tặng quà</p>",
            Changes(added=(("lầu xanh", "pitch"), ("trà đạo", "pitch"))),
            ["planted-words"],
        ),
    ],
)
def test_what_the_office_adds_is_judged_by(html, changes, rules):
    assert found(html, changes) == rules


def test_words_that_the_office_drops_speak_no_more():
    lure = '<p><a href="https://abc.example/">xanh chín</a></p>'
    assert found(lure, Changes()) == ["planted-link"]
    assert found(lure, Changes(dropped=(("Xanh chín", "pitch"),))) == []


def test_the_words_of_the_house_are_the_same_with_no_change():
    assert read_words(DEFAULT.read_text("utf-8"), Changes()) == default()


def test_the_child_that_reads_is_told_of_the_changes():
    async def read():
        changes = Changes(blocked=frozenset({"quangcao-la.example"}))
        async with Reader(changes) as reader:
            return await reader.read(Job("home", URL, URL, date(2026, 11, 23), page(more=LINK)))

    assert "blocked-link" in {one.rule for one in asyncio.run(read()).findings}


@pytest.mark.django_db
def test_domains_of_planted_links_are_proposed_and_not_those_of_anybody_else():
    site = make_site(home_url=URL)
    seen = "https://a.nhacai88.example/x · https://facebook.com/y · https://tphcm.gov.vn/z"
    grave = Finding("planted-link", URL, f"nhà cái · {seen} · {URL}")
    mild = Finding("new-script", URL, "https://cdn.khac.example/a.js", is_mild=True)
    assert listing.propose({site: [grave, mild]}) == 1
    assert listing.propose({site: [grave]}) == 0
    row = BlockedDomain.objects.get()
    assert (row.domain, row.is_blocked, row.site) == ("nhacai88.example", None, site)
    assert report.changes() == Changes(), "a proposal decides nothing"


@pytest.fixture
def keeper(client):
    person = make_person(Role.SITE_MONITOR)
    client.force_login(person)
    return person


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("press", "changes"),
    [
        ("block", Changes(blocked=frozenset({"la.example"}))),
        ("spare", Changes(harmless=frozenset({"la.example"}))),
    ],
)
def test_an_officer_decides_once(client, keeper, press, changes):
    row = BlockedDomain.objects.create(domain="la.example", evidence="nhà cái", site=make_site())
    assert "la.example" in client.get(AT).text
    client.post(f"{AT}{row.pk}/decide/", {press: "1"})
    client.post(f"{AT}{row.pk}/decide/", {"block": "1"})
    assert report.changes() == changes
    assert AuditEntry.objects.filter(verb__startswith="members.domain").count() == 1
    assert row.events.count() == 2, "its history is kept"


@pytest.mark.django_db
def test_a_plain_list_goes_in_and_out(client, keeper):
    BlockedDomain.objects.create(domain="b.example")
    lines = (
        "https://www.A.example/x\nb.example\nfacebook.com\ntphcm.gov.vn\nkhông phải\n\na.example"
    )
    shown = client.post(AT, {"kind": "domain", "lines": lines}, follow=True).text
    assert "Đã thêm 2 mục" in shown
    assert shown.count("<li>facebook.com: là dịch vụ") == 1
    assert "thuộc cơ quan nhà nước" in shown
    out = client.get(f"{AT}xuat/domain/").content.decode()
    assert out.strip("\ufeff").split() == ["a.example", "b.example"]
    client.post(AT, {"kind": "pitch", "lines": "Lầu xanh\nlầu xanh\n" + "x" * 99})
    assert ListedWord.objects.get().words == "lầu xanh"
    assert client.get(f"{AT}xuat/gi-do/").status_code == 404


@pytest.mark.django_db
def test_kept_pages_are_judged_by_a_domain_that_was_blocked_since(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr("members.actions.replaying.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []
    with playing({"sxd": lambda path: (200, page(more=LINK))}, settings) as (at, _):
        site = make_site(home_url=at("sxd"))
        (pk,) = actions.claim_sites([site], now=timezone.now())
        actions.run(pk)
    odd = Verdict.objects.current().filter(site=site, subject=Subject.ABNORMALITY)
    assert odd.get().level == Level.OK
    assert actions.follow_lists(now=timezone.now()) == 0, "nothing was changed"
    BlockedDomain.objects.create(domain="quangcao-la.example", is_blocked=True)
    assert actions.follow_lists(now=timezone.now() + timedelta(days=2)) == 0
    assert actions.follow_lists(now=timezone.now()) == 1
    assert odd.get().code == "blocked-link"
