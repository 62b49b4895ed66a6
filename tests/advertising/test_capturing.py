"""A page asked for at the desk becomes evidence once, or says why it did not."""

import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from advertising import actions
from advertising.capture import files, heartbeat, stamping, working
from advertising.capture.replaying import Replayed
from advertising.models import Capture, CustodyEntry
from cityweb.core.attachments import store
from cityweb.core.browsing import BrowserMissing
from cityweb.core.errors import Refused
from tests.advertising.captures import URL, make_taken

pytestmark = pytest.mark.django_db
NOW = timezone.now()
WANTED_SCRIPT = actions.Wanted(URL, ["javascript:alert(1)"])


@pytest.fixture
def asked(checking, inspector):
    wanted = actions.Wanted(URL, measures=False)
    return actions.ask_capture(pk=checking.pk, wanted=wanted, actor=inspector)


@pytest.fixture
def browser(monkeypatch):
    """Stand in for Chromium: each page is the same, and its archive shows it again."""

    async def take(urls, *, follows):
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
    assert actions.read(item=items[0], reader=inspector).read(4) == b"\x89PNG"
    assert CustodyEntry.objects.filter(item=items[0], act="read", by=inspector).exists()


def test_a_flipped_byte_in_any_file_of_a_capture_is_reported(asked, browser, inspector):
    claim()
    working.work(asked.pk)
    kinds = set()
    for item in asked.inspection.evidence.all():
        with open(store.storage().path(item.file.path), "r+b") as stream:
            before = stream.read()
            at = len(before) // 2
            stream.seek(at)
            stream.write(bytes([before[at] ^ 1]))
            stream.flush()
            try:
                with pytest.raises(Refused, match="evidence-broken"):
                    actions.read(item=item, reader=inspector)
            finally:
                stream.seek(0)
                stream.write(before)
        assert actions.is_whole(item)
        kinds.add(item.kind)
    assert kinds >= {"screenshot", "page", "traffic", "provenance", "timestamp"}


def test_a_replay_that_differs_is_flagged(asked, browser):
    browser[:] = [Replayed("desktop", 0.5, ("http://khac.vn/",), b"")]
    claim()
    working.work(asked.pk)
    asked.refresh_from_db()
    assert asked.replay == "differs"
    assert "không khớp" in asked.inspection.diary.order_by("-id")[0].words


def test_pages_are_captured_again_after_a_remedy_and_asked_for_once(asked, browser, inspector):
    claim()
    working.work(asked.pk)
    facts = {"pk": asked.inspection_id, "actor": inspector, "purpose": "Xem đã gỡ chưa"}
    again = actions.recapture(**facts)
    assert (again.urls, again.state, again.purpose) == ([URL], "asked", "Xem đã gỡ chưa")
    assert actions.recapture(**facts) == again


def test_a_worker_that_lost_its_capture_keeps_nothing(asked, browser, monkeypatch):
    claim()
    Capture.objects.filter(pk=asked.pk).update(tries=2)
    stale = Capture.objects.get(pk=asked.pk)
    stale.tries = 1
    assert not actions.beat_capture(stale, now=NOW)
    assert actions.keep_capture(stale, [], findings=[], replay="") == []
    with heartbeat.of(stale, every=0.001):
        pass


def test_a_stored_capture_stands_in_where_no_browser_is(asked, monkeypatch, settings, tmp_path):
    async def none(urls, *, follows):
        raise BrowserMissing("Máy này chưa có Chromium.")

    made = files.bundle(make_taken())
    settings.CAPTURES_STORED_IN = tmp_path
    with zipfile.ZipFile(tmp_path / "bao-mau.example-trang.zip", "w") as package:
        for file in made.files:
            package.writestr(file.name, file.data)
    monkeypatch.setattr(working, "take", none)
    claim()
    working.work(asked.pk)
    asked.refresh_from_db()
    kept = {item.file_name: item for item in asked.inspection.evidence.all()}
    assert asked.state == "done" and "lưu sẵn" in asked.problem
    assert kept.keys() == {file.name for file in made.files}
    stamp = kept[files.STAMPED].file
    with store.open_file(stamp.path) as one:
        assert not stamping.judge(made.files[-2].data, one.read())


def test_without_a_browser_the_desk_says_so(asked, monkeypatch):
    async def none(urls, *, follows):
        raise BrowserMissing("Máy này chưa có Chromium.")

    monkeypatch.setattr(working, "take", none)
    claim()
    working.work(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.problem) == ("failed", "Máy này chưa có Chromium.")
    assert not asked.inspection.evidence.exists()


def test_each_is_taken_once_and_one_at_a_time(asked, checking, inspector):
    second = actions.ask_capture(pk=checking.pk, wanted=actions.Wanted(URL), actor=inspector)
    assert claim() == [asked.pk]
    assert claim() == []
    actions.beat_capture(Capture.objects.get(pk=asked.pk), now=NOW + timedelta(seconds=40))
    assert claim(NOW + timedelta(seconds=60)) == []
    later = NOW + timedelta(seconds=90)
    assert claim(later) == [asked.pk]
    much_later = later + timedelta(seconds=50)
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
        actions.ask_capture(pk=checking.pk, wanted=WANTED_SCRIPT, actor=inspector)
    with pytest.raises(Refused, match="too-many"):
        many = actions.Wanted(URL, [f"{URL}{n}" for n in range(6)])
        actions.ask_capture(pk=checking.pk, wanted=many, actor=inspector)
    with pytest.raises(Refused):
        actions.ask_capture(pk=checking.pk, wanted=actions.Wanted(URL), actor=officer)
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
