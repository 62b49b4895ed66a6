"""The unit's own page: one site, one person, for a time; check, explain, tell of an outage."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from cityweb.core import outbox
from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Role
from members import actions, windows
from members.actions import doors, incidents
from members.actions.rounds import MOST_WAITING
from members.asking import hasty
from members.models import (
    Contact,
    Explanation,
    Incident,
    MaintenanceWindow,
    Round,
    Rung,
    Verdict,
    Watch,
)
from members.states import ExplanationState
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.members.playing import ReaderHere, page, playing
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
WEEKDAYS = type("Weekdays", (), {"is_working": lambda self, day: day.weekday() < 5})()


def make_contact(site, rung=Rung.CONTACT, **fields):
    given = {"full_name": "Lê Thị Đầu Mối", "email": f"{rung}@thu{site.pk}.example"}
    return Contact.objects.create(
        site=site, rung=rung, valid_from=date(2020, 1, 1), **given | fields
    )


@shared
def sick():
    """Return a site with a grave verdict, and another that has another."""
    made = []
    for text in ("Không truy cập được: hỏng.", "Chuyện riêng của nơi khác."):
        site, at = make_site(), timezone.now() - timedelta(hours=2)
        Verdict.objects.create(
            site=site, subject=Subject.AVAILABILITY, level=Level.BAD, code="http-5xx", text=text,
            fix="Khởi động lại.", evidence="mã 500", rule="Ba lần liên tiếp.", since=at,
            judged_at=at,
        )  # fmt: skip
        with transaction.atomic():
            incidents.follow([site], now=at)
        made.append(make_contact(site))
    return made


@pytest.fixture
def door(sick):
    return doors.link(sick[0], now=timezone.now())


def path(address):
    return "/" + address.split("/", 3)[3] if address.startswith("http") else address


def test_the_notice_leads_to_the_page_that_says_all(client, sick):
    actions.notify(now=timezone.now())
    outbox.sweep()
    body = next(one.body for one in mail.outbox if one.to == [sick[0].email])
    address = next(word for word in body.split() if "/don-vi/" in word)
    shown = client.get(path(address))
    for words in ("Không truy cập được: hỏng.", "mã 500", "Khởi động lại.", "Ba lần liên tiếp."):
        assert words in shown.text
    assert "Chuyện riêng" not in shown.text
    assert sick[1].site.name not in shown.text
    assert shown["Cache-Control"] == "no-store"
    assert shown["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("ended", ["wrong", "expired", "left", "archived"])
def test_a_link_that_does_not_work_names_no_site(client, door, sick, ended):
    contact, yesterday = sick[0], timezone.localdate() - timedelta(days=1)
    if ended == "wrong":
        door = door[:-2] + "x/"
    elif ended == "expired":
        contact.links.update(expires_at=timezone.now())
    elif ended == "left":
        Contact.objects.filter(pk=contact.pk).update(valid_to=yesterday)
    else:
        type(contact.site).objects.filter(pk=contact.site_id).update(archived_on=yesterday)
    answer = client.get(path(door))
    assert answer.status_code == 404
    assert "Liên kết này không dùng được" in answer.text
    assert contact.site.name not in answer.text
    assert client.post(path(door) + "kiem-tra/").status_code == 404


def test_the_key_is_kept_as_a_digest_only(door, sick):
    key = path(door).split("/")[-2]
    assert key not in str(sick[0].links.values().get())


def explain(client, door, incident, **fields):
    given = {"text": "Đang chuyển máy chủ", "promised_on": timezone.localdate() + timedelta(days=4)}
    return client.post(
        path(door) + "giai-trinh/", {"incident": incident.pk, **given, **fields}, follow=True
    )


def test_an_accepted_explanation_stops_the_ladder_until_its_day(client, door, sick):
    incident = Incident.objects.get(site=sick[0].site)
    assert "Đã gửi giải trình" in explain(client, door, incident).text
    assert "Đã gửi giải trình" in explain(client, door, incident).text
    assert "đang chờ Phòng xem xét" in explain(client, door, incident, text="Khác").text
    monitor = make_person(Role.SITE_MONITOR)
    client.force_login(monitor)
    assert "Đang chuyển máy chủ" in client.get("/nghiep-vu/members/su-co/").text
    sent = Explanation.objects.get()
    at = f"/nghiep-vu/members/giai-trinh/{sent.pk}/decide/"
    client.post(at, {"accept": "1", "answer": "Đồng ý."})
    actions.notify(now=timezone.now())
    assert not incident.notices.exists()
    actions.notify(now=timezone.now() + timedelta(days=5))
    assert incident.notices.exists()
    outbox.sweep()
    assert "được chấp nhận" in next(one.subject for one in mail.outbox if "Giải" in one.subject)
    assert AuditEntry.objects.get(verb="members.explanation_accepted").actor == monitor
    assert "Đồng ý." in client.get(path(door)).text
    with pytest.raises(Refused) as refusal:
        actions.decide(pk=sent.pk, actor=monitor, verdict=ExplanationState.REFUSED, answer="x")
    assert refusal.value.code == "illegal-move"


def test_a_refused_explanation_says_why_and_reminds_on(client, door, sick):
    incident = Incident.objects.get(site=sick[0].site)
    explain(client, door, incident)
    client.force_login(make_person(Role.SITE_MONITOR))
    at = f"/nghiep-vu/members/giai-trinh/{Explanation.objects.get().pk}/decide/"
    client.post(at, {"answer": ""})
    assert Explanation.objects.get().state == ExplanationState.SENT
    client.post(at, {"answer": "Hẹn quá xa"})
    assert "Hẹn quá xa" in client.get(path(door)).text
    actions.notify(now=timezone.now())
    assert incident.notices.exists()


def test_nobody_explains_what_is_not_theirs_or_for_a_day_that_is_past(client, door, sick):
    other = Incident.objects.get(site=sick[1].site)
    assert explain(client, door, other).status_code == 422
    mine = Incident.objects.get(site=sick[0].site)
    late = explain(client, door, mine, promised_on=date(2020, 1, 1))
    assert "Chọn một ngày từ hôm nay" in late.text
    assert "Đang chuyển máy chủ" in late.text, "what was typed is still there"
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(
    ("told", "starts", "late"),
    [((2026, 11, 2), (2026, 11, 11), False), ((2026, 11, 2), (2026, 11, 10), True)],
)
def test_seven_working_days_lie_before_an_outage(told, starts, late):
    assert windows.is_announced_late(
        date(*told), date(*starts), days=7, calendar=WEEKDAYS
    ) is late  # fmt: skip


def test_a_late_outage_is_taken_and_marked(client, door, sick):
    tomorrow = timezone.localtime() + timedelta(days=1)
    fields = {
        "starts_at": f"{tomorrow:%Y-%m-%dT%H:%M}",
        "ends_at": f"{tomorrow + timedelta(hours=3):%Y-%m-%dT%H:%M}",
        "reason": "Nâng cấp đường truyền",
    }
    shown = client.post(path(door) + "tam-ngung/", fields, follow=True)
    assert "báo trễ" in shown.text
    planned = MaintenanceWindow.objects.get()
    assert planned.is_late
    assert planned.announced_by == sick[0]
    assert planned.covers(tomorrow + timedelta(hours=1))
    client.force_login(make_person(Role.SITE_MONITOR))
    assert "Nâng cấp đường truyền" in client.get("/nghiep-vu/members/su-co/").text
    past = fields | {"starts_at": "2020-01-01T00:00"}
    assert "phía trước" in client.post(path(door) + "tam-ngung/", past).text
    assert MaintenanceWindow.objects.count() == 1


def test_a_check_answers_while_the_unit_waits_and_not_again_at_once(client, settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    fresh = timezone.localdate() - timedelta(days=1)
    with playing({"a": lambda at: (200, page("UBND phường Thử", fresh))}, settings) as (at, asked):
        contact = make_contact(make_site(home_url=at("a")))
        door = path(doors.link(contact, now=timezone.now()))
        assert "chưa được kiểm tra lần nào" in client.get(door).text
        shown = client.post(door + "kiem-tra/", follow=True)
        assert "Đã kiểm tra xong" in shown.text
        again = client.post(door + "kiem-tra/")
        assert "vừa được kiểm tra" in again.text
    assert len([one for one in asked if one == ("a", "/")]) == 1
    assert AuditEntry.objects.filter(verb="members.check_asked_by_unit").count() == 1


def test_what_takes_too_long_says_nothing_of_the_site(settings, monkeypatch):
    monkeypatch.setattr("members.asking.asker.Reader", ReaderHere)
    monkeypatch.setattr(hasty, "MOST_SECONDS", 0.0)
    with playing({"a": lambda at: (200, page())}, settings) as (at, _):
        contact = make_contact(make_site(home_url=at("a")))
        done = actions.check_for_unit(contact=contact, now=timezone.now())
    assert done.note == hasty.TOO_LONG
    assert not done.is_conclusive
    assert not Verdict.objects.filter(site=contact.site, level=Level.BAD).exists()


def test_when_many_units_wait_the_next_worker_takes_the_site(client, door, sick):
    now = timezone.now()
    Round.objects.bulk_create(
        [Round(opened_at=now, started_at=now, sites=1) for _ in range(MOST_WAITING)]
    )
    assert "chừng nửa phút" in client.post(path(door) + "kiem-tra/", follow=True).text
    assert Watch.objects.get(site=sick[0].site).due_at >= now


def test_a_site_that_is_being_asked_is_not_asked_beside_it():
    contact, now = make_contact(make_site()), timezone.now()
    Watch.objects.create(site=contact.site, due_at=now, leased_until=now + timedelta(minutes=5))
    with pytest.raises(Refused) as refusal:
        actions.check_for_unit(contact=contact, now=now)
    assert refusal.value.code == "being-asked"


def test_an_officer_sends_a_fresh_link(client, sick):
    client.force_login(make_person(Role.SITE_MONITOR))
    site = sick[0].site
    desk = f"/nghiep-vu/members/trang/{site.code}/"
    assert "Gửi liên kết trang của đơn vị" in client.get(desk).text
    assert "Đã gửi liên kết" in client.post(f"{desk}link/{sick[0].pk}/", follow=True).text
    assert "không còn là đầu mối" in client.post(f"{desk}link/{sick[1].pk}/", follow=True).text
    outbox.sweep()
    assert [one.to for one in mail.outbox] == [[sick[0].email]]


def test_the_page_of_a_unit_has_a_ceiling(client, door, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get(path(door))
