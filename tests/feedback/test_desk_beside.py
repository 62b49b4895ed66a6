"""Beside a case on the desk: notes, who else has it open, its timeline, a hold on it."""

import re

import pytest
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role
from feedback import actions
from feedback.models import Note, Presence
from feedback.states import State
from tests.feedback.desk import LIST, address, moved, take, verbs_of
from tests.feedback.makers import (
    classified,
    make_submission,
    replied,
)
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db


@shared
def received():
    return make_submission()


@shared
def classified_one(officer):
    return classified(officer)


def test_a_note_names_colleagues_who_find_it(desk, client, classified_one):
    lan = make_person(Role.OFFICER, full_name="Lan", email="lan.pt@cityweb.example")
    take(desk, classified_one, "note", body="Nhờ @lan.pt xem giúp.")
    assert [*Note.objects.get().mentions.all()] == [lan]
    client.force_login(lan)
    listed = client.get(LIST, {"heap": "mentioned"})
    assert [row.submission.code for row in listed.context["page"].rows] == [classified_one.code]
    take(client, classified_one, "note", body="Đã xem.")
    assert not client.get(LIST, {"heap": "mentioned"}).context["page"].rows


def test_a_note_for_nobody_keeps_its_words(desk, officer):
    response = take(desk, classified(officer), "note", body="Nhờ @khong.co xem.")
    assert response.status_code == 409
    assert "Không có ai tên" in response.text
    assert "Nhờ @khong.co xem." in response.text
    assert not Note.objects.exists()


def test_an_address_of_mail_in_a_note_mentions_nobody(desk, received):
    take(desk, received, "note", body="Đã viết cho ong.nam@nguoidan.example hôm nay.")
    assert not Note.objects.get().mentions.exists()


def test_a_reader_may_note_but_not_decide(client, classified_one):
    client.force_login(make_person(Role.DIRECTOR))
    take(client, classified_one, "note", body="Lưu ý tiến độ.")
    assert Note.objects.count() == 1
    assert take(client, classified_one, "reject", reason="Không").status_code == 409
    assert moved(classified_one).state == State.CLASSIFIED


def test_two_who_open_the_same_case_see_each_other(client, officer):
    one, other = make_submission(), make_person(Role.OFFICER, full_name="Trần Thứ Hai")
    client.force_login(other)
    client.get(address(one))
    client.force_login(officer)
    assert re.search(
        r"Đang mở cùng lúc: <b data-others>Trần Thứ Hai", client.get(address(one)).text
    )
    answer = client.post(f"{address(one)}presence/").json()
    assert answer == {"others": ["Trần Thứ Hai"]}
    Presence.objects.filter(person=other).update(
        seen_at=timezone.now() - timezone.timedelta(minutes=2)
    )
    assert client.post(f"{address(one)}presence/").json() == {"others": []}


def test_the_timeline_tells_what_happened_and_why_inside(desk, officer):
    one = replied(officer)
    page = desk.get(address(one), {"panel": "timeline"}).text
    for words in ("Mới gửi", "Đã chuyển cơ quan", "Cơ quan đã trả lời", "Đã trả lời"):
        assert words in page


@pytest.mark.slow
def test_the_head_holds_a_case_and_lets_go_with_reasons(client, head, received):
    client.force_login(head)
    assert "hold" in verbs_of(client.get(address(received)))
    assert take(client, received, "hold", reason=" ").status_code == 422

    take(client, received, "hold", reason="Công văn 12/CSĐT.")
    page = client.get(address(received))
    assert "Đang giữ hồ sơ" in page.text and "Công văn 12/CSĐT." in page.text
    assert head.full_name in page.text
    assert "lift-hold" in verbs_of(page) and "hold" not in verbs_of(page)
    assert take(client, received, "hold", reason="Lần nữa").status_code == 409

    take(client, received, "lift-hold", reason="Vụ việc đã xong.")
    assert "Đang giữ hồ sơ" not in client.get(address(received)).text
    reasons = AuditEntry.objects.filter(verb__in=["feedback.held", "feedback.hold_lifted"])
    assert {entry.reason for entry in reasons} == {"Công văn 12/CSĐT.", "Vụ việc đã xong."}


def test_an_officer_reads_of_a_hold_but_neither_sets_nor_lifts_it(desk, head, received):
    assert "hold" not in verbs_of(desk.get(address(received)))
    actions.hold(pk=received.pk, actor=head, reason="Theo yêu cầu của tòa án.")
    page = desk.get(address(received))
    assert "Theo yêu cầu của tòa án." in page.text
    assert "lift-hold" not in verbs_of(page)
    assert take(desk, received, "lift-hold", reason="Thử").status_code == 409
    assert moved(received).hold
