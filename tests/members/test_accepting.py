"""A page that looks taken over and is its owner's after all."""

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role
from members import actions
from members.models import Verdict
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, page, playing
from tests.people import make_person

pytestmark = pytest.mark.django_db
OLD = page("Ủy ban nhân dân phường Thử")
NEW = (
    "<!doctype html><html lang=vi><head><title>Cổng dịch vụ mới</title></head><body>"
    + "".join(
        f"<div class=o{n}><p class=t{n}>Nội dung khác hẳn của khối {n} về nông nghiệp, "
        "thủy sản và làng nghề truyền thống trên sông nước.</p></div>"
        for n in range(20)
    )
    + "</body></html>"
)
MARKED = "<html><head><title>Hacked by X</title></head><body><h1>Hacked by X</h1></body></html>"


@pytest.fixture
def odd_site(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr("members.actions.replaying.Reader", ReaderHere)
    settings.MEMBERS_CONTROL_URLS = []

    def make(html):
        pages = [OLD]
        with playing({"sxd": lambda path: (200, pages[-1])}, settings) as (at, _):
            site = make_site(home_url=at("sxd"))
            for next_page in (html, html):
                (pk,) = actions.claim_sites([site], now=timezone.now())
                actions.run(pk)
                pages.append(next_page)
        return site

    return make


def oddness(site):
    return Verdict.objects.current().get(site=site, subject=Subject.ABNORMALITY)


@pytest.fixture
def monitor(client):
    person = make_person(Role.SITE_MONITOR)
    client.force_login(person)
    return person


@pytest.mark.slow
def test_an_accepted_look_is_odd_no_more(client, monitor, odd_site):
    site = odd_site(NEW)
    assert oddness(site).level == Level.BAD
    at = f"/nghiep-vu/members/trang/{site.code}/"
    assert "Ghi nhận diện mạo mới" in client.get(at).text
    assert "Hãy ghi vì sao" in client.post(f"{at}accept/", follow=True).text
    done = client.post(f"{at}accept/", {"reason": "Đơn vị báo bằng công văn"}, follow=True)
    assert "Đã ghi nhận" in done.text
    assert oddness(site).level == Level.OK
    assert AuditEntry.objects.get(verb="members.look_accepted").reason == "Đơn vị báo bằng công văn"


def test_what_attackers_leave_is_never_accepted(client, monitor, odd_site):
    site = odd_site(MARKED)
    at = f"/nghiep-vu/members/trang/{site.code}/"
    assert oddness(site).level == Level.BAD
    client.post(f"{at}accept/", {"reason": "Tôi nghĩ vậy"}, headers={"referer": at})
    assert oddness(site).level == Level.BAD
    assert not AuditEntry.objects.filter(verb="members.look_accepted").exists()
