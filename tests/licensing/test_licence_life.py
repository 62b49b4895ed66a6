"""The life of a licence: what its holder is reminded of, owes and is asked for; complaints."""

from datetime import date, timedelta

import pytest
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone

from cityweb.core.errors import Refused
from cityweb.core.models import Clock, Role
from licensing import actions
from licensing.extending import Extending
from licensing.models import Applicant, Licence, Reminder, SourceAgreement
from tests.licensing import dossiers
from tests.licensing.makers import decision
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
HEAD, OFFICER = Role.OFFICE_HEAD, Role.SPECIALIST


@shared
def licence(office):
    return dossiers.held_licence(office)


def test_each_step_before_the_end_is_told_once(office, licence):
    end = licence.current.valid_to
    for days, sent in ((200, 0), (180, 1), (170, 0), (90, 1), (5, 1), (4, 0)):
        assert actions.remind_licensees(today=end - timedelta(days=days)) == sent
    assert list(Reminder.objects.values_list("days_before", flat=True).order_by("id")) == [
        *(180, 90, 10)
    ]


@pytest.mark.parametrize("law", ["settled", "unsure", "used-up"])
def test_the_mail_before_the_end_says_what_to_do(office, licence, law):
    # By Decree 72/2013 everything is settled, by Decree 147/2024 nearly nothing is.
    end = date(2025, 7, 1) if law == "unsure" else date(2024, 12, 1)
    licence.current.valid_to = end
    if law == "used-up":
        for place, day in enumerate((date(2021, 1, 1), date(2022, 1, 1))):
            actions.extend(pk=licence.pk, valid_to=date(2031 + place, 1, 1),
                           decision=decision(day), actor=office.of(HEAD))  # fmt: skip
    facts = Extending.on(end - timedelta(days=90)).of(licence, end - timedelta(days=90))
    facts |= {"licence": licence, "address": "A", "own": "B"}
    body = get_template("licensing/mail/expiry.txt").render(facts)
    subject = get_template("licensing/mail/expiry.subject.txt").render(facts)
    assert "còn 90 ngày" in subject and end.strftime("%d/%m/%Y") in body
    renew = f"/nop-ho-so/thu-tuc/gia-han/nop/?giay-phep={licence.slug}"
    expected = {
        "settled": ("01/11/2024", "Văn bản đề nghị gia hạn", renew),
        "unsure": (renew,),
        "used-up": ("đã gia hạn 2 lần", "/nop-ho-so/thu-tuc/cap-giay-phep/"),
    }[law]
    assert all(words in body for words in expected)
    assert ("chậm nhất" in body) == ("Giấy tờ kèm" in body) == (law == "settled")


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
    with pytest.raises(Refused) as twice:
        actions.note_agreement(
            licence=licence.pk, actor=applicant, agency="Báo Một",
            valid_from=today + timedelta(days=14), valid_to=today + timedelta(days=90),
        )  # fmt: skip
    assert twice.value.code == "overlaps"
    assert SourceAgreement.objects.count() == 1


def test_the_year_is_reported_once_and_asked_for_only_by_settled_law(office, licence):
    given = {"licence": licence.pk, "actor": office.of(Role.APPLICANT), "items": 5, "visits": 9}
    actions.hand_in_report(year=2025, **given)
    with pytest.raises(Refused) as refused:
        actions.hand_in_report(year=2025, **given)
    assert refused.value.code == "reported"
    with pytest.raises(Refused) as early:
        actions.hand_in_report(year=timezone.localdate().year, **given)
    assert early.value.code == "too-early"
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
    with pytest.raises(Refused) as elsewhere:
        actions.ask_takedown(**given | {"address": "https://xnhipsong.example/1"}, hours=3,
                             source="Văn bản mẫu")  # fmt: skip
    assert elsewhere.value.code == "not-theirs"
    more = {"address": "https://m.nhipsong.example/2", "hours": 3, "source": "Văn bản mẫu"}
    wrong = actions.ask_takedown(**given | more)
    actions.cancel_takedown(pk=wrong.pk, actor=officer, reason="Nhầm bài")
    assert not Clock.objects.open().filter(name="takedown", subject_id=wrong.pk).exists()
    page = client_of(officer).get(reverse("licensing_desk:licence", args=[licence.slug])).text
    assert "Nhầm bài" in page and "Đã gỡ " not in page
    actions.answer_takedown(pk=asked.pk, actor=office.of(Role.APPLICANT), answer="Đã gỡ.")
    assert "nhipsong.example/1" in client_of(officer).get(reverse("licensing_desk:takedowns")).text
    actions.end_takedown(pk=asked.pk, actor=officer, evidence="Mở lại: 404.")
    clock.refresh_from_db()
    assert clock.state == Clock.State.STOPPED


@pytest.mark.slow
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
