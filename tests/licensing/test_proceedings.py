"""Proceedings about a licence: opened, explained, remedied or decided by three people."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import Clock, OutboxItem, Paper, Role
from licensing import actions, handling, ruling_paper
from licensing.actions import case_moves
from licensing.actions import handling as verbs
from licensing.handling import TABLE, Deed, Ground, Ruling, Stage
from licensing.models import Proceeding
from licensing.reports import register
from licensing.states import Standing
from tests.licensing import dossiers
from tests.licensing.makers import decision, make_licence
from tests.people import client_of, make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
HEAD, OFFICER, DIRECTOR = Role.OFFICE_HEAD, Role.SPECIALIST, Role.DIRECTOR


@shared
def licence(office):
    return dossiers.held_licence(office)


@pytest.fixture(autouse=True)
def _no_paper(monkeypatch):
    """Papers have tests of their own; here they only take a number."""

    def issued(*, pk, actor, signer, now=None):
        paper = Paper.objects.get(pk=pk)
        paper.number_text = f"{pk}/QĐ"
        paper.issued_on = timezone.localdate(now)
        return paper

    monkeypatch.setattr(verbs.papers, "issue", issued)


@pytest.fixture
def case(office, licence):
    return opened(office, licence, Ground.SERIOUS)


def opened(office, licence, ground, at=None):
    return actions.open_proceeding(
        licence=licence.pk, actor=office.of(OFFICER), ground=ground,
        basis="Điểm d khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP", facts="Đăng tin sai.", at=at,
    )  # fmt: skip


def drafted(office, case, ruling=Ruling.SUSPEND, **more):
    given = {"until": timezone.localdate() + timedelta(days=90), "source": "Văn bản mẫu"} | more
    return actions.draft_ruling(
        pk=case.pk, actor=office.of(OFFICER), ruling=ruling, reason="Đăng tin sai.", **given
    )


def test_a_serious_breach_suspends_by_three_people(office, licence, case):
    drafted(office, case)
    actions.put_up_ruling(pk=case.pk, actor=office.of(OFFICER))
    actions.review_ruling(pk=case.pk, actor=office.of(HEAD))
    actions.sign_ruling(pk=case.pk, actor=office.of(DIRECTOR))
    actions.issue_ruling(pk=case.pk, actor=office.of(Role.RECORDS_CLERK))
    case.refresh_from_db()
    licence.refresh_from_db()
    assert case.state == Stage.DECIDED and licence.state == Standing.SUSPENDED
    assert [one.deed for one in case.steps.all()] == [
        *("open", "draft", "put-up", "review", "sign", "issue")
    ]
    assert OutboxItem.objects.filter(dedupe_key=f"licensing:proceeding:{case.pk}:decided").exists()


def test_every_cell_of_the_table_has_its_roles_and_nobody_else_passes(office, licence, case):
    stages = dict.fromkeys(Stage, None)
    for stage in stages:
        for deed in Deed:
            if deed == Deed.OPEN:
                continue
            cell = TABLE.get((stage, deed))
            for role in Role:
                assert handling.may(stage, deed, [role]) == (
                    cell is not None and role in cell.roles
                )
    for deed in (Deed.REVIEW, Deed.ISSUE):
        with pytest.raises(Refused) as refused:
            case_moves.lock(case.pk, deed, office.of(HEAD))
        assert refused.value.code == "illegal-move"


def test_a_licence_issued_today_is_revoked_today(office, licence):
    clerk = office.of(Role.RECORDS_CLERK)
    new = make_licence(clerk, "14/GP-SM", timezone.localdate())
    case = opened(office, new, Ground.GRAVE)
    drafted(office, case, Ruling.REVOKE)
    actions.put_up_ruling(pk=case.pk, actor=office.of(OFFICER))
    actions.review_ruling(pk=case.pk, actor=office.of(HEAD))
    actions.sign_ruling(pk=case.pk, actor=office.of(DIRECTOR))
    actions.issue_ruling(pk=case.pk, actor=clerk)
    new.refresh_from_db()
    today = timezone.localdate()
    issued, revoked = register.history(new)[::-1]
    assert (issued.effective_from, issued.effective_to) == (today, today)
    assert new.state == register.on_day([issued, revoked], today).standing == Standing.REVOKED
    with pytest.raises(Refused) as refused:
        actions.reissue(pk=make_licence(clerk, "15/GP-SM", today).pk, actor=clerk,
                        decision=decision(today))  # fmt: skip
    assert refused.value.code == "out-of-order"


def test_who_is_asked_to_explain_may_answer_before_anything_is_drafted(office, licence, case):
    head, client = office.of(HEAD), client_of(office.of(Role.APPLICANT))
    ask = {"pk": case.pk, "actor": head, "question": "Nguồn của tin ngày 12/10 là gì?", "days": 5}
    asked = actions.inquire(**ask)
    with pytest.raises(Refused) as refused:
        actions.inquire(**ask)
    assert refused.value.code == "still-asked"
    with pytest.raises(Refused) as refused:
        drafted(office, case)
    assert refused.value.code == "too-early"
    own = reverse("filing:licence", args=[licence.slug])
    assert "Nguồn của tin" in client.get(own).text
    answer = reverse("filing:licence_act", args=[licence.slug, "giai-trinh"])
    assert client.post(answer, {"row": asked.pk, "answer": "Báo Một."}).status_code == 302
    again = client.post(answer, {"row": asked.pk, "answer": "Báo Hai."})
    assert "không còn chờ trả lời" in again.text
    page = client_of(office.of(OFFICER)).get(reverse("licensing_desk:proceeding", args=[case.pk]))
    assert "Báo Một." in page.text and "Báo Hai." not in page.text
    assert Clock.objects.get(name="inquiry", subject_id=asked.pk).state == Clock.State.STOPPED
    assert drafted(office, case).state == Stage.DRAFTING
    assert OutboxItem.objects.filter(dedupe_key__endswith=f"inquiry:{asked.pk}").exists()


def test_what_came_on_paper_is_written_down_and_silence_binds_nobody(office, case):
    now = timezone.now()
    ask = {"pk": case.pk, "actor": office.of(HEAD), "question": "Hợp đồng với nguồn tin?"}
    actions.inquire(days=1, at=now - timedelta(days=30), **ask)
    assert drafted(office, case).state == Stage.DRAFTING
    address = reverse("licensing_desk:proceeding_act", args=[case.pk, "hear"])
    client = client_of(office.of(OFFICER))
    assert client.post(address, {"answer": "Đã nộp hợp đồng tại buổi làm việc."}).status_code == 302
    assert case.inquiries.get().answered_by == office.of(OFFICER)
    assert client.post(address, {"answer": "Nữa"}).status_code == 409


def test_what_is_asked_after_the_draft_is_heard_before_it_goes_on(office, case):
    officer = office.of(OFFICER)
    drafted(office, case)
    actions.inquire(pk=case.pk, actor=office.of(HEAD), question="Ai duyệt tin ấy?", days=5)
    with pytest.raises(Refused) as refused:
        actions.put_up_ruling(pk=case.pk, actor=officer)
    assert refused.value.code == "too-early" and "giải trình" in refused.value.message
    page = client_of(officer).get(reverse("licensing_desk:proceeding", args=[case.pk])).text
    assert "tổ chức còn được giải trình" in page and "Trình Trưởng phòng</button>" not in page
    actions.hear(pk=case.pk, actor=officer, answer="Ông Mẫu duyệt.")
    assert actions.put_up_ruling(pk=case.pk, actor=officer).state == Stage.REVIEWING


def test_only_one_proceeding_is_open_and_applicants_see_none(office, licence, case):
    with pytest.raises(Refused) as refused:
        opened(office, licence, Ground.GRAVE)
    assert refused.value.code == "already-open"
    assert not Proceeding.objects.visible_to(office.of(Role.APPLICANT)).exists()


def test_a_term_that_no_settled_rule_gives_wants_a_source(office, case):
    with pytest.raises(Refused) as refused:
        drafted(office, case, source="")
    assert refused.value.code == "rule-unsettled"
    with pytest.raises(Refused) as refused:
        drafted(office, case, until=None)
    assert refused.value.code == "rule-unsettled"
    with pytest.raises(Refused) as refused:
        drafted(office, case, ruling=Ruling.REVOKE)
    assert refused.value.code == "wrong-ruling"


def test_the_database_knows_three_people_too(office, case):
    drafted(office, case)
    for names in ({"reviewed_by": OFFICER}, {"reviewed_by": HEAD, "signed_by": HEAD}):
        people = {name: office.of(role) for name, role in names.items()}
        with pytest.raises(IntegrityError), transaction.atomic():
            Proceeding.objects.filter(pk=case.pk).update(**people)


def test_standing_in_counts_for_rulings_as_for_dossiers(office, case):
    today = timezone.localdate()
    other = make_person(Role.SPECIALIST, organisation=office.body)
    deputy = make_person(Role.OFFICE_HEAD, organisation=office.body, position="Phó Giám đốc")
    for role, stand_in in ((OFFICER, other), (DIRECTOR, deputy)):
        person = office.of(role)
        actions.appoint_stand_in(
            actor=office.of(HEAD if role == OFFICER else DIRECTOR), person=person,
            stand_in=stand_in, valid_from=today,
            valid_to=today, reason="Đi công tác",
        )  # fmt: skip
    actions.draft_ruling(
        pk=case.pk, actor=other, ruling=Ruling.SUSPEND, reason="Đăng tin sai.",
        until=today + timedelta(days=90), source="Văn bản mẫu",
    )  # fmt: skip
    actions.put_up_ruling(pk=case.pk, actor=other)
    actions.review_ruling(pk=case.pk, actor=office.of(HEAD))
    actions.sign_ruling(pk=case.pk, actor=deputy)
    case.refresh_from_db()
    assert (case.drafted_for, case.reviewed_for) == (office.of(OFFICER), None)
    assert case.signed_for == office.of(DIRECTOR)
    assert case.steps.last().behalf == office.of(DIRECTOR)
    data = ruling_paper.decision(
        case, body=office.body, signer=case.signed_by, principal=case.signed_for
    )
    assert data["signer"]["authority"] == f"KT. {office.of(DIRECTOR).position}"
    with pytest.raises(IntegrityError), transaction.atomic():
        Proceeding.objects.filter(pk=case.pk).update(signed_for=case.drafted_for)


def test_another_officer_may_not_draft_for_who_is_there(office, case):
    other = make_person(Role.SPECIALIST, organisation=office.body)
    with pytest.raises(Refused) as refused:
        actions.draft_ruling(pk=case.pk, actor=other, ruling=Ruling.SUSPEND, reason="Đăng tin sai.")
    assert refused.value.code == "not-yours"
    page = client_of(other).get(reverse("licensing_desk:proceeding", args=[case.pk])).text
    assert "Dự thảo quyết định</button>" not in page


def test_conditions_want_a_remedy_its_term_and_the_grace_after_it(office, licence):
    # Decree 72/2013 as amended, in force that day: ten working days of grace.
    begun = datetime(2024, 3, 4, 9, tzinfo=LOCAL)
    case = opened(office, licence, Ground.CONDITIONS, at=begun)
    with pytest.raises(Refused) as refused:
        drafted(office, case, at=begun)
    assert refused.value.code == "too-early"
    actions.ask_remedy(pk=case.pk, actor=office.of(HEAD), days=10, at=begun)
    clock = Clock.objects.get(subject_id=case.pk, name="remedy")
    assert clock.due_on == date(2024, 3, 14)
    with pytest.raises(Refused) as refused:
        drafted(office, case, at=datetime(2024, 3, 28, 9, tzinfo=LOCAL))
    assert refused.value.code == "too-early" and "28/03/2024" in refused.value.message
    drafted(office, case, at=datetime(2024, 3, 29, 9, tzinfo=LOCAL), until=None, source="")
    case.refresh_from_db()
    assert case.state == Stage.DRAFTING and case.until is None


def test_a_remedy_that_was_made_ends_it(office, licence):
    case = opened(office, licence, Ground.CONDITIONS)
    actions.ask_remedy(pk=case.pk, actor=office.of(HEAD), days=10)
    actions.accept_remedy(pk=case.pk, actor=office.of(OFFICER), reason="Đã có máy chủ.")
    licence.refresh_from_db()
    assert licence.state == Standing.VALID
    assert not Clock.objects.filter(subject_id=case.pk, name="remedy").open().exists()


def test_repeated_suspension_revokes_only_when_it_was(office, licence):
    begun = datetime(2024, 3, 4, 9, tzinfo=LOCAL)
    case = opened(office, licence, Ground.REPEATED, at=begun)
    with pytest.raises(Refused) as refused:
        drafted(office, case, ruling=Ruling.REVOKE, at=begun)
    assert refused.value.code == "too-few"


@pytest.mark.slow
def test_the_screens_of_a_proceeding_open_and_step(office, licence):
    client = client_of(office.of(OFFICER))
    address = reverse("licensing_desk:licence", args=[licence.slug])
    client.post(f"{address}mo-vu-viec/",
                {"ground": "serious", "basis": "Điều 5", "facts": "Đăng tin sai."})  # fmt: skip
    case = licence.proceedings.get()
    page = client.get(reverse("licensing_desk:proceeding", args=[case.pk])).text
    assert "Dự thảo quyết định" in page and "Đăng tin sai." in page
    act = reverse("licensing_desk:proceeding_act", args=[case.pk, "draft"])
    assert client.post(act, {"ruling": "suspend", "reason": "x"}).status_code == 422
    until = f"{timezone.localdate() + timedelta(days=30):%Y-%m-%d}"
    said = {"ruling": "suspend", "reason": "Đăng tin sai.", "until": until, "source": "Văn bản"}
    assert client.post(act, said).status_code == 302
    said["reason"] = "x"
    assert client.post(act, said).status_code == 409
    assert case.code in client.get(reverse("licensing_desk:proceedings")).text
    assert licence.number in client.get(reverse("licensing_desk:licences")).text
    assert client.get(reverse("licensing_desk:licences"), {"q": "khong co"}).status_code == 200


@pytest.mark.parametrize(
    ("ground", "officer", "head"),
    [
        (Ground.CONDITIONS, "Trưởng phòng gửi yêu cầu khắc phục trước", "Số ngày để khắc phục"),
        (Ground.SERIOUS, "Lý do của quyết định", "Yêu cầu giải trình, bổ sung tài liệu"),
    ],
)
@pytest.mark.slow
def test_a_proceeding_offers_what_its_ground_leads_to(office, licence, ground, officer, head):
    case = opened(office, licence, ground)
    address = reverse("licensing_desk:proceeding", args=[case.pk])
    for role, words in ((OFFICER, officer), (HEAD, head)):
        assert words in client_of(office.of(role)).get(address).text


def test_a_draft_names_who_will_sign_and_writes_as_papers_do(office, case):
    drafted(office, case, until=date(2099, 2, 1))
    case.refresh_from_db()
    data = actions.ruling_draft(case, actor=office.of(HEAD), at=timezone.now()).data
    assert data["signer"]["name"] == office.of(DIRECTOR).full_name
    assert data["grounds"][0].startswith("Căn cứ điểm d khoản 1 Điều 5")
    assert data["grounds"][1].endswith("cấp ngày 01 tháng 7 năm 2020")
    assert "đến trước ngày 01 tháng 02 năm 2099" in data["articles"][0]


def test_its_holder_finds_what_is_to_be_put_right(office, licence):
    case = opened(office, licence, Ground.CONDITIONS)
    actions.ask_remedy(pk=case.pk, actor=office.of(HEAD), days=10)
    own = reverse("filing:licence", args=[licence.slug])
    assert "Yêu cầu khắc phục" in client_of(office.of(Role.APPLICANT)).get(own).text


def test_a_suspended_licence_is_not_to_be_suspended_once_more(office, licence):
    today = timezone.localdate()
    actions.suspend(pk=licence.pk, actor=office.of(OFFICER), until=today + timedelta(days=40),
                    decision=decision(today - timedelta(days=1), "Vi phạm"))  # fmt: skip
    address = reverse("licensing_desk:licence_act", args=[licence.slug, "mo-vu-viec"])
    said = {"basis": "Điều 1", "facts": "Nội dung"}
    client = client_of(office.of(OFFICER))
    for ground in (Ground.SERIOUS, Ground.CONDITIONS):
        page = client.post(address, said | {"ground": ground})
        form = page.context["tasks"]["mo_vu_viec"]["form"]
        assert page.status_code == 422 and "đang bị đình chỉ" in str(form.errors["ground"])
    assert client.post(address, said | {"ground": Ground.GRAVE}).status_code == 302


def test_what_was_signed_may_be_sent_back_before_it_is_issued(office, licence):
    case = opened(office, licence, Ground.GRAVE)
    drafted(office, case, Ruling.REVOKE)
    actions.put_up_ruling(pk=case.pk, actor=office.of(OFFICER))
    actions.review_ruling(pk=case.pk, actor=office.of(HEAD))
    actions.sign_ruling(pk=case.pk, actor=office.of(DIRECTOR))
    actions.send_ruling_back(pk=case.pk, actor=office.of(Role.RECORDS_CLERK), reason="Sai tên")
    case.refresh_from_db()
    assert (case.state, case.signed_by) == (Stage.DRAFTING, None)
