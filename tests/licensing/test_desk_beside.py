"""Beside a dossier: other offices, flags, stand-ins, notes with names, many at once, kept lists."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cityweb.core.errors import Refused
from cityweb.core.models import AuditEntry, Clock, Role, User
from licensing import actions, delegation, heaps, licence_paper, signing
from licensing.life import State, Verb
from licensing.models import Dossier, Result, SavedView, StandIn
from licensing.reports import shown, workload
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do, refreshed, walk
from tests.licensing.makers import make_licence
from tests.licensing.test_dossier_desk import at
from tests.people import client_of, make_person

pytestmark = pytest.mark.django_db
OFFICER, HEAD, DIRECTOR = Role.SPECIALIST, Role.OFFICE_HEAD, Role.DIRECTOR


def fresh(person):
    return User.objects.get(pk=person.pk)


def stands_in(office, person, other):
    today = timezone.localdate()
    return actions.appoint_stand_in(
        actor=office.of(HEAD), person=person, stand_in=other, valid_from=today,
        valid_to=today + timedelta(days=3), reason="Nghỉ phép",
    )  # fmt: skip


def test_another_office_is_asked_with_a_clock_of_its_own(office, working):
    client = client_of(office.of(OFFICER))
    said = {"office": "Công an Thành phố", "question": "Có ý kiến gì?", "days": 5, "email": ""}
    assert client.post(at(working, "act", "consult"), said).status_code == 302
    asked = working.consultations.get()
    clock = Clock.objects.get(name="consult", subject_id=asked.pk)
    whole = Clock.objects.get(name="dossier", subject_id=working.pk)
    assert clock.state == whole.state == Clock.State.RUNNING
    Clock.objects.filter(pk=clock.pk).update(due_at=timezone.now() - timedelta(hours=1))
    assert heaps.named("unanswered", office.of(OFFICER)).count(office.of(OFFICER)) == 1
    answer = {"consultation": asked.pk, "answer": "Không có ý kiến.", "document": "12/CATP"}
    client.post(at(working, "act", "consulted"), answer)
    page = client.get(at(working), {"panel": "consulting"}).text
    assert "Không có ý kiến." in page and "12/CATP" in page
    clock.refresh_from_db()
    assert clock.state == Clock.State.STOPPED
    assert not heaps.named("unanswered", office.of(OFFICER)).count(office.of(OFFICER))


def test_a_flag_keeps_the_result_from_being_signed_until_another_lifts_it(office, working):
    dossier = walk(office, working, Verb.MARK, Verb.DRAFT, Verb.PUT_UP, Verb.REVIEW)
    flag = actions.raise_flag(pk=dossier.pk, actor=office.of(HEAD), reason="Đang bị kiểm tra")
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.SIGN)
    assert refused.value.code == "flagged" and "Đang bị kiểm tra" in refused.value.message
    assert "Đang bị kiểm tra" in client_of(office.of(DIRECTOR)).get(at(dossier)).text
    with pytest.raises(Refused) as refused:
        actions.lift_flag(pk=dossier.pk, actor=office.of(HEAD), flag=flag.pk, outcome="Xong")
    assert refused.value.code == "same-person"
    actions.lift_flag(pk=dossier.pk, actor=office.of(DIRECTOR), flag=flag.pk, outcome="Xong")
    assert do(office, dossier, Verb.SIGN).state == State.SIGNED


def test_a_stand_in_does_the_specialists_work_and_it_says_so(office, working):
    other = make_person(OFFICER)
    with pytest.raises(Refused):
        actions.mark(pk=working.pk, actor=other, papers=dossiers.good(working)) or do(
            office, working, Verb.ASK, actor=other
        )
    stands_in(office, office.of(OFFICER), other)
    other = fresh(other)
    assert heaps.named("mine", other).count(other) == 1
    walk(office, working, Verb.MARK)
    do(office, working, Verb.DRAFT, actor=other)
    result = working.result
    assert (result.drafted_by, result.drafted_for) == (other, office.of(OFFICER))
    assert working.steps.last().behalf == office.of(OFFICER)
    page = client_of(other).get(at(working), {"panel": "history"}).text
    assert f"làm thay {office.of(OFFICER)}" in page and "Ra vào từng hàng việc" in page


def test_a_stand_in_of_the_head_reviews_but_nobody_becomes_two_of_the_three(office, working):
    clerk = office.of(Role.RECORDS_CLERK)
    stands_in(office, office.of(HEAD), clerk)
    dossier = walk(office, working, Verb.MARK, Verb.DRAFT, Verb.PUT_UP)
    do(office, dossier, Verb.REVIEW, actor=fresh(clerk))
    result = Result.objects.get(dossier=dossier)
    assert (result.reviewed_by, result.reviewed_for) == (clerk, office.of(HEAD))
    # The head, who reviewed by another's hand, may not sign even as director.
    head = fresh(office.of(HEAD))
    head.grants.create(role=DIRECTOR, valid_from=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.SIGN, actor=fresh(head))
    assert refused.value.code == "same-person"
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.filter(pk=result.pk).update(signed_by=head)


def test_a_specialist_who_stands_in_for_the_head_may_not_review_their_own(office, working):
    stands_in(office, office.of(HEAD), office.of(OFFICER))
    dossier = walk(office, working, Verb.MARK, Verb.DRAFT, Verb.PUT_UP)
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.REVIEW, actor=fresh(office.of(OFFICER)))
    assert refused.value.code == "same-person"


@pytest.mark.slow
def test_standing_in_begins_and_ends_with_its_days_and_makes_no_chain(office):
    officer, other = office.of(OFFICER), make_person(OFFICER)
    made = stands_in(office, officer, other)
    assert delegation.principals(fresh(other)) == [officer]
    with pytest.raises(Refused) as refused:
        stands_in(office, other, make_person(OFFICER))
    assert refused.value.code == "chain"
    actions.end_stand_in(pk=made.pk, actor=office.of(HEAD))
    assert delegation.principals(fresh(other)) == []
    with pytest.raises(Refused):
        actions.appoint_stand_in(
            actor=officer, person=officer, stand_in=other, reason="x",
            valid_from=timezone.localdate(), valid_to=timezone.localdate(),
        )  # fmt: skip
    client = client_of(office.of(HEAD))
    today = f"{timezone.localdate():%Y-%m-%d}"
    said = {"person": officer.pk, "stand_in": other.pk, "valid_from": today, "valid_to": today,
            "reason": "Đi công tác"}  # fmt: skip
    client.post(reverse("licensing_desk:stand_ins"), said)
    twice = client.post(reverse("licensing_desk:stand_ins"), said)
    assert "đã làm thay" in twice.text and StandIn.objects.filter(ended_at=None).count() == 1
    row = StandIn.objects.get(ended_at=None)
    assert "Đi công tác" in client.get(reverse("licensing_desk:stand_ins")).text
    client.post(reverse("licensing_desk:end_stand_in", args=[row.pk]))
    assert not StandIn.objects.filter(ended_at=None).exists()


def hands_on_the_directors(office, other, *, by=DIRECTOR, decision=""):
    today = timezone.localdate()
    return actions.appoint_stand_in(
        actor=office.of(by), person=office.of(DIRECTOR), stand_in=other, valid_from=today,
        valid_to=today, reason="Đi công tác", decision=decision,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("by", "role", "position", "decision", "code"),
    [
        (HEAD, HEAD, "Phó Giám đốc", "12/QĐ", "not-yours-to-hand-on"),
        (Role.ADMINISTRATOR, HEAD, "Phó Giám đốc", "", "no-decision"),
        (DIRECTOR, OFFICER, "Chuyên viên cấp phép", "12/QĐ", "not-entitled"),
        (DIRECTOR, HEAD, "Trưởng phòng", "", "no-decision"),
        (DIRECTOR, HEAD, "Trưởng phòng", "12/UQ", None),
        (DIRECTOR, OFFICER, "Phó Giám đốc", "", None),
        (Role.ADMINISTRATOR, OFFICER, "Phó Giám đốc", "12/QĐ", None),
    ],
)
def test_a_directors_signature_goes_only_to_who_is_entitled(
    office, by, role, position, decision, code
):
    other = make_person(role, position=position)
    if code is None:
        assert hands_on_the_directors(office, other, by=by, decision=decision).decision == decision
        return
    with pytest.raises(Refused) as refused:
        hands_on_the_directors(office, other, by=by, decision=decision)
    assert refused.value.code == code
    if code != "no-decision":
        today = timezone.localdate()
        with pytest.raises(IntegrityError), transaction.atomic():
            StandIn.objects.create(
                person=office.of(DIRECTOR), stand_in=other, valid_from=today, valid_to=today,
                reason="x", decision=decision, made_by=office.of(by), made_at=timezone.now(),
            )  # fmt: skip


def test_the_refusal_stands_beside_the_field(office):
    today = f"{timezone.localdate():%Y-%m-%d}"
    said = {"person": office.of(DIRECTOR).pk, "stand_in": office.of(OFFICER).pk, "reason": "x",
            "valid_from": today, "valid_to": today}  # fmt: skip
    page = client_of(office.of(DIRECTOR)).post(reverse("licensing_desk:stand_ins"), said)
    assert list(page.context["form"].errors) == ["stand_in"] and "KT." in page.text


def test_nobody_signs_who_is_no_director_and_stands_in_for_none(office, working):
    dossier = walk(office, working, Verb.MARK, Verb.DRAFT, Verb.PUT_UP, Verb.REVIEW)
    other = make_person(OFFICER, position="Phó Giám đốc")
    result = Result.objects.get(dossier=dossier)
    for given in ({"signed_by": other}, {"signed_by": other, "signed_for": office.of(DIRECTOR)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Result.objects.filter(pk=result.pk).update(**given)
    hands_on_the_directors(office, other)
    # What a person may be is asked again on the day of the signature.
    User.objects.filter(pk=other.pk).update(position="Chuyên viên")
    with pytest.raises(Refused) as refused:
        do(office, dossier, Verb.SIGN, actor=fresh(other))
    assert refused.value.code == "may-not-sign"
    User.objects.filter(pk=other.pk).update(position="Phó Giám đốc")
    do(office, dossier, Verb.SIGN, actor=fresh(other))
    result = Result.objects.get(pk=result.pk)
    block = licence_paper.signed(result.signed_by, result.signed_for)
    assert (block["authority"], block["position"]) == ("KT. Giám đốc", "Phó Giám đốc")


@pytest.mark.parametrize(
    ("position", "principal", "line"),
    [
        ("Giám đốc Sở", "", None),
        ("Phó Giám đốc Sở", "", "KT. Giám đốc"),
        ("Phó Giám đốc", "Giám đốc Sở", "KT. Giám đốc"),
        ("Trưởng phòng", "Giám đốc Sở", "TUQ. Giám đốc"),
        ("Phó Trưởng phòng", "Trưởng phòng", "KT. Trưởng phòng"),
    ],
)
def test_a_paper_says_in_whose_place_it_is_signed(position, principal, line):
    assert signing.authority(position, principal) == line


def test_who_does_not_work_on_dossiers_gains_nothing_by_standing_in(office):
    person = make_person(Role.EDITOR)
    today = timezone.localdate()
    StandIn.objects.create(
        person=office.of(HEAD), stand_in=person, valid_from=today, valid_to=today, reason="x",
        made_by=office.of(HEAD), made_at=timezone.now(),
    )  # fmt: skip
    assert delegation.roles(person) == person.roles


@pytest.mark.slow
def test_notes_name_colleagues_and_stay_apart_from_messages(office, working):
    colleague = make_person(OFFICER, email="lan@cityweb.example")
    client = client_of(office.of(OFFICER))
    assert client.post(at(working, "act", "note"), {"body": "Nhờ @ai xem"}).status_code == 409
    client.post(at(working, "act", "note"), {"body": "Nhờ @lan xem."})
    client.post(at(working, "act", "write"), {"body": "Kính gửi tổ chức."})
    assert heaps.named("mentioned", colleague).count(colleague) == 1
    notes = client.get(at(working), {"panel": "notes"}).text
    talk = client.get(at(working), {"panel": "talk"}).text
    assert "Nhờ @lan xem." in notes and "Kính gửi tổ chức." not in notes
    assert "Kính gửi tổ chức." in talk and "Nhờ @lan xem." not in talk
    actions.write(pk=working.pk, actor=colleague, body="Đã xem.", is_internal=True)
    assert not heaps.named("mentioned", colleague).count(colleague)


@pytest.mark.slow
def test_many_at_once_say_of_each_what_came_of_it(office, working):
    received = walk(office, dossiers.begin(office), *TO_SIGNED[:2])
    client = client_of(office.of(Role.ONE_STOP_CLERK))
    address = reverse("licensing_desk:bulk")
    keys = [received.pk, working.pk, 10**9]
    said = {"verb": "hand-over", "to": office.of(OFFICER).pk, "code": keys}
    page = client.post(address, said).text
    assert "Đã xong 1 trên 3 hồ sơ" in page and "Không tìm thấy hồ sơ này." in page
    assert refreshed(received).state == State.ASSIGNED
    assert client.post(address, {"verb": "hand-over", "code": keys}).status_code == 302
    other = make_person(OFFICER)
    again = {"verb": "reassign", "to": other.pk, "reason": "Nghỉ", "code": [received.pk]}
    client_of(office.of(HEAD)).post(address, again)
    assert refreshed(received).specialist == other
    client_of(other).post(address, {"verb": "take-up", "code": [received.pk]})
    assert refreshed(received).state == State.APPRAISING


def test_a_filter_is_kept_and_exactly_what_is_filtered_leaves(office, working):
    walk(office, dossiers.begin(office), Verb.SUBMIT)
    client = client_of(office.of(HEAD))
    client.post(reverse("licensing_desk:save_view"),
                {"name": "Đang thẩm định", "query": "state=appraising&x=1"})  # fmt: skip
    view = SavedView.objects.get()
    listed = reverse("licensing_desk:dossiers")
    assert view.query == "state=appraising"
    assert "Đang thẩm định" in client.get(f"{listed}?{view.query}").text
    answer = client.get(f"{reverse('licensing_desk:export_xlsx')}?{view.query}")
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert [row[0] for row in rows[1:]] == [working.code]
    entry = AuditEntry.objects.get(verb="licensing.exported")
    assert entry.details["rows"] == 1 and "Đang thẩm định" in entry.details["title"]
    day = f"{timezone.localdate() + timedelta(days=1):%Y-%m-%d}"
    csv = client.get(f"{reverse('licensing_desk:export_csv')}?since={day}").content.decode()
    assert len(csv.splitlines()) == 1
    client.post(reverse("licensing_desk:drop_view", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_routing_explains_itself(office, working):
    busy, free = office.of(OFFICER), make_person(OFFICER)
    today = timezone.localdate()
    loads = workload.loads([busy, free], today)
    assert [one.open for one in loads] == [1, 0]
    assert workload.suggested(loads, None).person == free
    received = walk(office, dossiers.begin(office), *TO_SIGNED[:2])
    found = workload.suggested(loads, received)
    assert found.person == busy and "hồ sơ trước" in found.why
    page = client_of(office.of(Role.ONE_STOP_CLERK)).get(at(received)).text
    assert "đang giữ 1 hồ sơ" in page and f"Đề nghị {busy.full_name}" in page
    assert Dossier.objects.count() == 2


def test_a_complaint_about_a_dossier_is_recorded_and_settled(office, working):
    client = client_of(office.of(OFFICER))
    today = f"{timezone.localdate():%Y-%m-%d}"
    said = {"kind": "suit", "about": "Phiếu yêu cầu bổ sung", "received_on": today,
            "content": "Không đồng ý."}  # fmt: skip
    assert client.post(at(working, "act", "complain"), said).status_code == 302
    row = working.complaints.get()
    listed = reverse("licensing_desk:complaints")
    answer = {"row": row.pk, "outcome": "Giữ nguyên.", "settled_on": "2020-01-01"}
    assert "phải từ ngày nhận" in client.post(listed, answer).text
    client.post(listed, answer | {"settled_on": today})
    page = client.get(listed).text
    assert "Khởi kiện hành chính" in page and "Giữ nguyên." in page


def test_what_an_amendment_asks_for_stands_beside_what_the_licence_says(office):
    office.applicant.name = "Công ty Cổ phần Truyền thông Sông Sài Gòn"
    office.applicant.save()
    licence = make_licence(office.of(OFFICER))
    dossier = walk(office, dossiers.begin(office, "AMEND", licence=licence), Verb.SUBMIT)
    changed = {label: (before, now) for label, before, now in shown.changes(dossier)}
    assert changed["Tên miền"] == ("nhipsong.example", "nhipsong.example; m.nhipsong.example")
    assert "Tên trang" not in changed
    page = client_of(office.of(Role.ONE_STOP_CLERK)).get(at(dossier), {"panel": "contents"}).text
    assert "Khác với giấy phép hiện nay" in page
