"""Common directives: rows that an officer adds, judged over what home pages showed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role
from members import actions
from members.abnormality.looking import read as sight_of
from members.actions import observing
from members.models import Directive, Incident, Showing, Verdict
from members.reading import shown
from members.verdicts.duties import carried, judge
from members.verdicts.duty import Duty, DutyKind, Run
from members.verdicts.duty_looks import look
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, page, playing
from tests.people import make_person

LINK = "https://hochiminhcity.gov.vn/chuyen-de/x/"
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 30)
BANNER = Duty(DutyKind.BANNER, "Biểu ngữ X", FIRST, LAST, LINK, ("Chuyên đề X",), is_grave=True)
HOME = "https://sxd.hochiminhcity.gov.vn/"


def read(body):
    html = (
        f"<html><body><header><nav>{'<a href=/tin>Tin tức</a>'}</nav></header>{body}</body></html>"
    )
    return shown.on_home(sight_of(html), html, url=HOME) | {"url": HOME, "headers": {}}


def run(day, body, last=None):
    return Run(day, last or day, HOME, read(body))


def day(number):
    return date(2026, 12, number)


GOOD = f'<a href="{LINK}"><img src=b.png alt="Chuyên đề X"></a>'
HIDDEN = f'<div style="display:none">{GOOD}</div>'
WRONG = '<a href="https://hochiminhcity.gov.vn/chuyen-de/cu/">Chuyên đề X</a>'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (GOOD, ""),
        ('<a href="http://www.hochiminhcity.gov.vn/chuyen-de/x?utm=1">Xem</a>', ""),
        (HIDDEN, "hidden"),
        (f'<a href="{LINK}"><img src=b.png width=1 height=1 alt="X"></a>', "hidden"),
        (WRONG, "wrong-link"),
        ('<a href="https://noi-khac.vn/">Khác</a>', "missing"),
        ("", "missing"),
    ],
)
def test_a_banner_is_there_right_and_seen_or_it_is_not(body, code):
    seen = look(BANNER, read(body))
    assert (seen.is_carried, seen.code) == (code == "", code)
    assert seen.evidence


@pytest.mark.parametrize(
    ("runs", "today", "code", "level", "words"),
    [
        ([run(day(1), GOOD)], 5, "carried", Level.OK, "từ 01/12/2026"),
        ([run(day(1), ""), run(day(4), GOOD)], 5, "late", Level.OK, "trễ 3 ngày"),
        ([run(day(4), GOOD)], 5, "present", Level.OK, "có sẵn ở lần xem đầu tiên, 04/12/2026"),
        ([run(date(2026, 11, 28), GOOD, day(5))], 5, "early", Level.OK, "từ 28/11/2026"),
        ([run(day(1), GOOD, day(9)), run(day(10), "")], 11, "removed", Level.BAD, "09/12/2026"),
        ([run(day(1), HIDDEN)], 2, "hidden", Level.BAD, "bị giấu"),
        ([run(day(1), WRONG)], 2, "wrong-link", Level.BAD, "sai địa chỉ"),
        ([run(day(1), "")], 1, "missing", Level.NOTICE, "chưa thực hiện"),
        ([run(day(1), "")], 2, "missing", Level.BAD, "chưa thực hiện"),
        ([], 2, "unseen", Level.UNKNOWN, "chưa xét được"),
    ],
)
def test_late_early_and_removed_are_told_with_their_days(runs, today, code, level, words):
    said = judge(BANNER, runs, today=day(today))
    assert (said.code, said.level) == (code, level)
    assert words in said.text
    assert "Từ 01/12/2026 đến hết 30/12/2026" in said.rule


def test_nothing_is_asked_outside_the_days():
    assert judge(BANNER, [run(day(1), "")], today=date(2026, 11, 30)) is None
    assert judge(BANNER, [run(day(1), "")], today=date(2026, 12, 31)) is None
    assert carried(BANNER, []).now.is_carried is None


FOOTER = (
    "<footer>UBND phường. Chịu trách nhiệm: Chủ tịch. Trụ sở: số 1. Điện thoại 028. Email a@b.vn"
)
SEARCH = '<form action="/tim-kiem"><input name="q" type="search"></form>'


@pytest.mark.parametrize(
    ("kind", "words", "facts", "code"),
    [
        ("footer", (), read(FOOTER + "</footer>"), ""),
        ("footer", (), read("<footer>UBND phường. Địa chỉ: số 1</footer>"), "incomplete"),
        ("sections", ("Tin tức",), read(""), ""),
        ("sections", ("Tin tức", "Thủ tục hành chính|dịch vụ công"), read(""), "incomplete"),
        ("search", (), read(SEARCH), ""),
        ("search", (), read(""), "missing"),
        ("english", (), read('<a href="/en/">English</a>'), ""),
        ("english", (), read(""), "missing"),
        ("https", (), read(""), ""),
        ("https", (), read("") | {"url": "http://a.gov.vn/"}, "missing"),
        ("gov_vn", (), read(""), ""),
        ("gov_vn", (), read("") | {"url": "https://a.com.vn/"}, "missing"),
        ("hsts", (), {"headers": {"strict-transport-security": "max-age=31536000"}}, ""),
        ("hsts", (), {"headers": {"strict-transport-security": "max-age=0"}}, "missing"),
        ("ipv6", (), {"ipv6": True}, ""),
        ("ipv6", (), {"ipv6": False}, "missing"),
        ("headers", (), {"headers": {"referrer-policy": "no-referrer"}}, "incomplete"),
        ("headers", ("referrer-policy",), {"headers": {"referrer-policy": "x"}}, ""),
        ("security_txt", (), shown.in_security_text("Contact: mailto:a@b.vn\nExpires: 2027"), ""),
        ("security_txt", (), {"security_txt": []}, "missing"),
    ],
)
def test_every_other_duty_is_a_row_too(kind, words, facts, code):
    seen = look(Duty(DutyKind(kind), "Việc", FIRST, words=words), facts)
    assert (seen.is_carried, seen.code) == (code == "", code)
    assert seen.evidence
    assert bool(seen.fix) == bool(code)


@pytest.mark.parametrize("kind", [DutyKind.IPV6, DutyKind.SECURITY_TXT, DutyKind.BANNER])
def test_what_was_never_looked_at_is_not_judged(kind):
    assert look(Duty(kind, "Việc", FIRST, link=LINK), {}).is_carried is None


@pytest.fixture
def play(settings, monkeypatch, db):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []
    return lambda **sites: playing(sites, settings)


def check(site):
    (pk,) = actions.claim_sites([site], now=timezone.now())
    return actions.run(pk)


@pytest.mark.slow
def test_an_officer_adds_a_banner_and_the_past_is_judged_by_it(client, play):
    bodies = [(200, page(more=f"<p>{GOOD}</p> Lượt truy cập: 1"))]
    with play(a=lambda path: bodies[-1]) as (at, asked):
        site, other = make_site(home_url=at("a"), tags=["phường"]), make_site(tags=["sở"])
        check(site)
        bodies.append((200, page(more=f"<p>{GOOD}</p> Lượt truy cập: 2")))
        check(site)
        assert Showing.objects.count() == 1, "a counter is no other page"
        client.force_login(make_person(Role.SITE_MONITOR))
        today = timezone.localdate()
        form = {
            "title": "Biểu ngữ X", "kind": "banner", "link": LINK, "is_grave": "on",
            "tags": "phường", "words": "Chuyên đề X", "citation": "Công văn 1",
            "starts_on": f"{today - timedelta(days=3)}", "ends_on": "",
        }  # fmt: skip
        assert client.post("/admin/members/directive/add/", form).status_code == 302
        directive = Directive.objects.get()
        actions.judge([site, other], now=timezone.now())
        held = Verdict.objects.current().get(subject=Subject.DIRECTIVE)
        assert (held.site, held.code, held.directive) == (site, "present", directive)
        assert "có sẵn ở lần xem đầu tiên" in held.text
        bodies.append((200, page()))
        check(site)
    gone = Verdict.objects.current().get(subject=Subject.DIRECTIVE)
    assert (gone.code, gone.level) == ("removed", Level.BAD)
    assert Incident.objects.get(subject=Subject.DIRECTIVE).directive == directive
    assert "/.well-known/security.txt" not in {path for _, path in asked}
    listed = client.get("/nghiep-vu/members/chu-truong/").text
    assert "Biểu ngữ X" in listed
    shown_on = client.get(f"/nghiep-vu/members/chu-truong/{directive.pk}/").text
    assert "Đã gỡ" in shown_on
    assert site.organisation.name in shown_on
    assert other.organisation.name not in shown_on
    assert "đã gỡ" in client.get(f"/nghiep-vu/members/trang/{site.code}/").text
    table = client.get(f"/nghiep-vu/members/chu-truong/{directive.pk}/bang/")
    assert table.status_code == 200
    assert AuditEntry.objects.filter(verb="members.directive_exported").count() == 1


def test_security_txt_is_asked_for_only_when_somebody_wants_it(play):
    files = {"/.well-known/security.txt": (200, "Contact: mailto:a@b.vn")}
    with play(a=lambda path: files.get(path, (200, page()))) as (at, _):
        site = make_site(home_url=at("a"))
        Directive.objects.create(
            title="security.txt", kind=DutyKind.SECURITY_TXT, starts_on=date(2026, 1, 1)
        )
        check(site)
    assert Verdict.objects.current().get(subject=Subject.DIRECTIVE).code in {
        "carried",
        "present",
        "late",
    }


def test_a_banner_without_an_address_is_refused(client, db):
    client.force_login(make_person(Role.SITE_MONITOR))
    form = {"title": "X", "kind": "banner", "starts_on": "2026-12-01"}
    assert (
        "Chọn chuyên đề hoặc ghi địa chỉ" in client.post("/admin/members/directive/add/", form).text
    )


def test_old_showings_are_forgotten(db):
    now = timezone.now()
    old = now - observing.SHOWINGS_KEPT - timedelta(days=1)
    Showing.objects.create(
        site=make_site(), url=HOME, shown={}, first_seen_at=old, last_seen_at=old
    )
    actions.forget_old(now=now)
    assert not Showing.objects.exists()


def test_the_page_of_a_directive_has_a_ceiling(client, db, django_assert_max_num_queries):
    directive = Directive.objects.create(
        title="HTTPS", kind=DutyKind.HTTPS, starts_on=date(2026, 1, 1)
    )
    for _ in range(5):
        make_site()
    client.force_login(make_person(Role.SITE_MONITOR))
    for path in ("chu-truong/", f"chu-truong/{directive.pk}/"):
        with django_assert_max_num_queries(10):
            client.get(f"/nghiep-vu/members/{path}")
