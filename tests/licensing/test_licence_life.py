"""The life of a licence: proceedings up to a decision, duties, reminders, complaints."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import Clock, OutboxItem, Paper, Role
from licensing import actions, handling, ruling_paper
from licensing.actions import handling as verbs
from licensing.handling import TABLE, Deed, Ground, Ruling, Stage
from licensing.models import Applicant, Licence, Proceeding, Reminder, SourceAgreement
from licensing.states import Standing
from tests.licensing import dossiers
from tests.licensing.makers import decision, make_licence
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
HEAD, OFFICER, DIRECTOR = Role.OFFICE_HEAD, Role.SPECIALIST, Role.DIRECTOR


@shared
def office():
    return dossiers.Office()


@shared
def licence(office):
    applicant = office.applicant
    applicant.name = "Công ty Cổ phần Truyền thông Sông Sài Gòn"
    applicant.save()
    return make_licence(office.of(Role.RECORDS_CLERK))


@pytest.fixture(autouse=True)
def _no_paper(settings, monkeypatch):
    """Papers have tests of their own; here they only take a number."""
    settings.STAFF_SECOND_FACTOR_REQUIRED = False

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


def client_of(person):
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


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
            verbs._lock(case.pk, deed, office.of(HEAD))
        assert refused.value.code == "illegal-move"


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


def test_each_step_before_the_end_is_told_once(office, licence):
    end = licence.current.valid_to
    for days, sent in ((200, 0), (180, 1), (170, 0), (90, 1), (5, 1), (4, 0)):
        assert actions.remind_licensees(today=end - timedelta(days=days)) == sent
    assert list(Reminder.objects.values_list("days_before", flat=True).order_by("id")) == [
        *(180, 90, 10)
    ]


def test_agreements_have_days_of_their_own_and_are_counted(office, licence):
    today = timezone.localdate()
    applicant = office.of(Role.APPLICANT)
    actions.note_agreement(
        licence=licence.pk, actor=applicant, agency="Báo Một", valid_from=today,
        valid_to=today + timedelta(days=14),
    )  # fmt: skip
    assert actions.remind_licensees(today=today) == 1
    assert Reminder.objects.get().about == "Báo Một"
    page = client_of(applicant).get(reverse("filing:licence", args=[licence.slug])).text
    assert "Đang có 1 cơ quan báo chí" in page and "ít nhất 3" in page
    stranger = Applicant.objects.create(account=None, **dossiers.PROFILE | {"name": "Ai khác"})
    assert stranger.name != licence.holder.name
    with pytest.raises(Refused):
        actions.note_agreement(
            licence=licence.pk, actor=office.of(Role.ONE_STOP_CLERK), agency="Báo Hai",
            valid_from=today, valid_to=today,
        )  # fmt: skip
    assert SourceAgreement.objects.count() == 1


def test_the_year_is_reported_once_and_asked_for_only_by_settled_law(office, licence):
    given = {"licence": licence.pk, "actor": office.of(Role.APPLICANT), "items": 5, "visits": 9}
    actions.hand_in_report(year=2025, **given)
    with pytest.raises(Refused) as refused:
        actions.hand_in_report(year=2025, **given)
    assert refused.value.code == "reported"
    assert actions.report_due(date(2026, 11, 23)) is None
    assert actions.report_due(date(2023, 11, 23)) == date(2024, 1, 15)
    assert actions.remind_licensees(today=date(2024, 1, 10)) == 1
    assert Reminder.objects.get().kind == Reminder.Kind.REPORT


def test_a_removal_has_a_clock_from_the_sending(office, licence):
    officer = office.of(OFFICER)
    given = {"licence": licence.pk, "actor": officer, "address": "https://nhipsong.example/1",
             "reason": "Tin sai"}  # fmt: skip
    with pytest.raises(Refused):
        actions.ask_takedown(**given)
    asked = actions.ask_takedown(**given, hours=3, source="Văn bản mẫu")
    clock = Clock.objects.get(name="takedown")
    assert clock.due_at - asked.sent_at == timedelta(hours=3)
    actions.answer_takedown(pk=asked.pk, actor=office.of(Role.APPLICANT), answer="Đã gỡ.")
    assert "nhipsong.example/1" in client_of(officer).get(reverse("licensing_desk:takedowns")).text
    actions.end_takedown(pk=asked.pk, actor=officer, evidence="Mở lại: 404.")
    clock.refresh_from_db()
    assert clock.state == Clock.State.STOPPED


def test_a_complaint_is_recorded_and_settled_on_the_screen(office, licence):
    client = client_of(office.of(HEAD))
    address = reverse("licensing_desk:licence", args=[licence.slug])
    today = f"{timezone.localdate():%Y-%m-%d}"
    said = {"kind": "complaint", "about": "Quyết định 7", "content": "Không đồng ý."}
    assert client.post(f"{address}khieu-nai/", said | {"received_on": "x"}).status_code == 422
    client.post(f"{address}khieu-nai/", said | {"received_on": today})
    row = licence.complaints.get()
    answer = {"row": row.pk, "outcome": "Giữ nguyên.", "settled_on": today}
    client.post(f"{address}giai-quyet/", answer)
    page = client.get(address).text
    assert "Không đồng ý." in page and "Giữ nguyên." in page


def test_the_screens_of_a_proceeding_open_and_step(office, licence):
    client = client_of(office.of(OFFICER))
    address = reverse("licensing_desk:licence", args=[licence.slug])
    client.post(f"{address}mo-vu-viec/",
                {"ground": "serious", "basis": "Điều 5", "facts": "Đăng tin sai."})  # fmt: skip
    case = licence.proceedings.get()
    page = client.get(reverse("licensing_desk:proceeding", args=[case.pk])).text
    assert "Dự thảo quyết định" in page and "Đăng tin sai." in page
    act = reverse("licensing_desk:proceeding_act", args=[case.pk, "draft"])
    assert client.post(act, {"ruling": "suspend", "reason": "x"}).status_code == 409
    until = f"{timezone.localdate() + timedelta(days=30):%Y-%m-%d}"
    said = {"ruling": "suspend", "reason": "Đăng tin sai.", "until": until, "source": "Văn bản"}
    assert client.post(act, said).status_code == 302
    assert case.code in client.get(reverse("licensing_desk:proceedings")).text
    assert licence.number in client.get(reverse("licensing_desk:licences")).text
    assert client.get(reverse("licensing_desk:licences"), {"q": "khong co"}).status_code == 200


def test_a_holder_of_another_licence_finds_nothing(office, licence):
    Applicant.objects.update(name="Ai khác")
    client = client_of(office.of(Role.APPLICANT))
    assert client.get(reverse("filing:licence", args=[licence.slug])).status_code == 404


def test_the_end_of_a_suspension_is_told(office, licence):
    actions.suspend(
        pk=licence.pk, decision=decision(date(2026, 8, 1), "Sai"), until=date(2026, 11, 1),
        actor=office.of(HEAD),
    )  # fmt: skip
    assert actions.remind_licensees(today=date(2026, 11, 1)) == 1
    assert actions.remind_licensees(today=date(2026, 11, 2)) == 0
    assert Licence.objects.get().reminders.get().kind == Reminder.Kind.RESTORED
