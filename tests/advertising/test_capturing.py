"""A page asked for at the desk becomes evidence once, or says why it did not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from advertising import actions
from advertising.capture import files, working
from advertising.capture.replaying import Replayed
from advertising.models import Capture, CustodyEntry
from cityweb.core.browsing import BrowserMissing
from cityweb.core.errors import Refused
from tests.advertising.captures import URL, make_taken

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def asked(checking, inspector):
    return actions.ask_capture(pk=checking.pk, url=URL, actor=inspector, measures=False)


@pytest.fixture
def browser(monkeypatch):
    """Stand in for Chromium: each page is the same, and its archive shows it again."""

    async def take(url):
        return make_taken()

    alike = [Replayed("desktop", 1.0, (), b"")]
    monkeypatch.setattr(working, "take", take)
    monkeypatch.setattr(working, "replay", lambda wacz, screens: alike)
    return alike


def claim(now=NOW):
    return actions.claim_captures(now=now + timedelta(seconds=1))


def test_a_capture_becomes_numbered_evidence_of_one_key(asked, browser, inspector):
    assert claim() == [asked.pk]
    working.work(asked.pk)
    asked.refresh_from_db()
    items = list(asked.inspection.evidence.all())
    assert (asked.state, asked.replay) == ("done", "matches")
    assert {item.capture for item in items} == {asked.key}
    assert {item.file_name for item in items} >= {"capture.wacz", files.MANIFEST, files.STAMPED}
    assert {item.origin for item in items} == {"server"}
    assert actions.read(item=items[0], reader=inspector).startswith(b"\x89PNG")
    assert CustodyEntry.objects.filter(item=items[0], act="read", by=inspector).exists()


def test_a_replay_that_differs_is_flagged(asked, browser):
    browser[:] = [Replayed("desktop", 0.5, ("http://khac.vn/",), b"")]
    claim()
    working.work(asked.pk)
    asked.refresh_from_db()
    assert asked.replay == "differs"
    assert "không khớp" in asked.inspection.diary.order_by("-id")[0].words


def test_without_a_browser_the_desk_says_so(asked, monkeypatch):
    async def none(url):
        raise BrowserMissing("Máy này chưa có Chromium.")

    monkeypatch.setattr(working, "take", none)
    claim()
    working.work(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.problem) == ("failed", "Máy này chưa có Chromium.")
    assert not asked.inspection.evidence.exists()


def test_each_is_taken_once_and_one_at_a_time(asked, checking, inspector):
    second = actions.ask_capture(pk=checking.pk, url=URL, actor=inspector)
    assert claim() == [asked.pk]
    assert claim() == []
    later = NOW + actions.capturing.LEASE + timedelta(minutes=1)
    assert claim(later) == [asked.pk]
    much_later = later + actions.capturing.LEASE + timedelta(minutes=1)
    assert claim(much_later) == [second.pk]
    asked.refresh_from_db()
    assert (asked.state, asked.tries) == ("failed", 2)


def test_work_done_twice_is_kept_once(asked, browser):
    claim()
    working.work(asked.pk)
    count = asked.inspection.evidence.count()
    working.work(asked.pk)
    assert asked.inspection.evidence.count() == count


def test_what_is_no_address_and_who_is_not_of_the_team_is_refused(checking, inspector, officer):
    with pytest.raises(Refused, match="bad-url"):
        actions.ask_capture(pk=checking.pk, url="javascript:alert(1)", actor=inspector)
    with pytest.raises(Refused):
        actions.ask_capture(pk=checking.pk, url=URL, actor=officer)
    assert not Capture.objects.exists()


def test_the_desk_has_the_button_and_shows_what_came_of_it(client, checking, inspector):
    client.force_login(inspector)
    address = f"/nghiep-vu/advertising/{checking.pk}/"
    assert "Chụp trang" in client.get(f"{address}?panel=evidence").content.decode()
    client.post(f"{address}chup/", {"url": URL, "measures": "on"})
    made = Capture.objects.get()
    made.findings = [
        {"code": "F5A", "result": "fail", "measure": "3,00 giây", "limit": "0,00 giây",
         "citation": "Nghị định 342/2025/NĐ-CP", "ad": "div", "margin": ""},
        {"code": "F1", "result": "pass", "measure": "ghi “Quảng cáo”", "limit": "", "ad": "div",
         "citation": "Luật", "margin": ""},
    ]  # fmt: skip
    made.state = "done"
    made.save()
    page = client.get(f"{address}?panel=evidence").content.decode()
    assert "3,00 giây; giới hạn 0,00 giây" in page and "ghi “Quảng cáo”" not in page
