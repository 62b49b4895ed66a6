"""Beyond the reminders: a letter that drafts itself, signed on the desk; then the report."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection, transaction

from cityweb.core import outbox
from cityweb.core.errors import Refused
from cityweb.core.models import NumberPattern, Organisation, Role
from members import actions
from members.actions import incidents
from members.models import Contact, Escalation, Incident, Letter, Notice, Rung, Step, Verdict
from members.reports.letter_paper import KIND
from members.states import LetterState
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.people import make_person

pytestmark = pytest.mark.django_db
CITY = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=CITY)


def make_sick(at=MONDAY, subject=Subject.AVAILABILITY, site=None):
    site = site or make_site()
    Verdict.objects.create(
        site=site, subject=subject, level=Level.BAD, code="http-5xx", since=at, judged_at=at,
        text="Không truy cập được: hỏng.", evidence="mã 500", fix="Khởi động lại.",
    )  # fmt: skip
    with transaction.atomic():
        incidents.follow([site], now=at)
    return site


def mend(site, at):
    Verdict.objects.current().filter(site=site).update(until=at)
    with transaction.atomic():
        incidents.follow([site], now=at)


def climb(*days):
    """Bring what everybody was told of on the first day to its next step on these days."""
    for one in Incident.objects.open():
        people = incidents.people_of([one.site_id], MONDAY.date())[one.site_id]
        told = {address: rung for rung, addresses in people.items() for address in addresses}
        for address, rung in told.items():
            Notice.objects.get_or_create(
                incident=one, email=address, defaults={"rung": rung, "sent_at": MONDAY}
            )
    return [actions.escalate(now=MONDAY + timedelta(days=day)) for day in days]


@pytest.fixture
def head():
    office = Organisation.objects.create(name="Phòng Thông tin điện tử", kind="office")
    NumberPattern.objects.create(
        organisation=office, kind=KIND, pattern="{number}/TTĐT", effective_from=date(2020, 1, 1)
    )
    return make_person(Role.OFFICE_HEAD, organisation=office, position="Trưởng phòng")


def test_each_step_comes_once_on_its_working_day():
    make_sick()
    assert climb(0, 11, 14, 14, 25, 29, 29, 60) == [0, 0, 1, 0, 0, 1, 0, 0]
    assert list(Escalation.objects.order_by("pk").values_list("step", flat=True)) == [
        Step.LETTER,
        Step.REPORT,
    ]
    assert Letter.objects.get().state == LetterState.DRAFT


def test_no_letter_comes_before_everybody_on_the_ladder_was_told(head):
    make_sick()
    late = MONDAY + timedelta(days=30)
    assert actions.escalate(now=late) == 0
    assert actions.notify(now=late) == 1
    assert [actions.escalate(now=late + timedelta(days=day)) for day in (0, 1, 1, 2)] == [
        0,
        1,
        0,
        1,
    ]


def test_one_letter_speaks_of_all_that_is_wrong_with_a_site():
    site = make_sick()
    make_sick(subject=Subject.FRESHNESS, site=site)
    assert climb(14) == [2]
    assert Letter.objects.get().escalations.count() == 2


def test_recovery_takes_the_letter_back():
    site = make_sick()
    climb(14)
    mend(site, MONDAY + timedelta(days=15))
    assert climb(16, 40) == [0, 0]
    assert Letter.objects.get().state == LetterState.DROPPED


def test_an_accepted_explanation_stops_it_until_its_day():
    make_sick()
    climb(14)
    Incident.objects.update(quiet_until=date(2026, 11, 24), quiet_reason="Đang sửa")
    assert climb(15, 21) == [0, 0]
    assert not Letter.objects.filter(state=LetterState.DRAFT).exists()
    assert climb(23, 29) == [1, 1]
    assert Letter.objects.filter(state=LetterState.DRAFT).count() == 1


@pytest.mark.slow
def test_the_head_signs_and_the_unit_reads_it_behind_its_link(client, head):
    site = make_sick()
    Contact.objects.create(
        site=site, rung=Rung.CONTACT, full_name="Lê Thử", email="a@sxd.example",
        valid_from=date(2020, 1, 1),
    )  # fmt: skip
    climb(14)
    letter = Letter.objects.get()
    client.force_login(head)
    desk = "/nghiep-vu/members/cong-van/"
    assert "Không truy cập được: hỏng." in client.get(desk).text
    assert client.get(f"{desk}{letter.pk}/du-thao/").content.startswith(b"%PDF")
    assert "Đã ký và gửi công văn số 01/TTĐT" in client.post(
        f"{desk}{letter.pk}/send/", follow=True
    ).text  # fmt: skip
    assert client.get(f"{desk}{letter.pk}/tep/").content.startswith(b"%PDF")
    outbox.sweep()
    (sent,) = (one for one in mail.outbox if one.to == ["a@sxd.example"])
    assert "01/TTĐT" in sent.subject
    door = next(word for word in sent.body.split() if "/don-vi/" in word)
    path = "/" + door.split("/", 3)[3]
    client.logout()
    assert "Số 01/TTĐT" in client.get(path).text
    assert client.get(f"{path}cong-van/{letter.pk}/").content.startswith(b"%PDF")
    assert client.get(f"{path}cong-van/{letter.pk + 1}/").status_code == 404
    with pytest.raises(Refused) as refusal:
        actions.send_letter(pk=letter.pk, actor=head)
    assert refusal.value.code == "illegal-move"


def test_who_may_not_sign_may_drop_it_with_a_reason(client):
    make_sick()
    climb(14)
    letter = Letter.objects.get()
    client.force_login(make_person(Role.SITE_MONITOR))
    desk = f"/nghiep-vu/members/cong-van/{letter.pk}/"
    assert client.post(f"{desk}send/").status_code == 403
    client.post(f"{desk}drop/", {"reason": ""})
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT
    shown = client.post(f"{desk}drop/", {"reason": "Đã gọi điện"}, follow=True)
    assert "Đã gọi điện" in shown.text
    assert climb(15) == [0], "a decision is not taken again"


@pytest.mark.parametrize("lacking", ["contact", "organisation", "pattern"])
def test_nothing_is_sent_without_what_it_takes(head, lacking):
    site = make_sick()
    climb(14)
    if lacking != "contact":
        Contact.objects.create(
            site=site, full_name="Lê Thử", email="a@b.vn", valid_from=date(2020, 1, 1)
        )
    if lacking == "organisation":
        head.organisation = None
    if lacking == "pattern":
        NumberPattern.objects.all().delete()
    with pytest.raises(Refused) as refusal, transaction.atomic():
        actions.send_letter(pk=Letter.objects.get().pk, actor=head)
    codes = {"contact": "nobody-there", "organisation": "no-issuer", "pattern": "no-number-pattern"}
    assert refusal.value.code == codes[lacking]
    assert Letter.objects.get().state == LetterState.DRAFT


def test_a_preview_is_in_the_name_of_the_head(client, head):
    make_sick()
    climb(14)
    client.force_login(make_person(Role.SITE_MONITOR))
    shown = client.get(f"/nghiep-vu/members/cong-van/{Letter.objects.get().pk}/du-thao/")
    assert shown.content.startswith(b"%PDF"), "the monitor belongs to no office, the head does"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_bring_nothing_twice():
    for _ in range(10):
        make_sick()

    def work(_):
        try:
            return actions.escalate(now=MONDAY + timedelta(days=15))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert sorted(workers.map(work, range(4))) == [0, 0, 0, 10]
    assert (Letter.objects.count(), Escalation.objects.count()) == (10, 10)


def test_what_came_to_the_report_is_on_the_desk(client, django_assert_max_num_queries):
    for _ in range(3):
        make_sick()
    climb(14, 29)
    client.force_login(make_person(Role.SITE_MONITOR))
    with django_assert_max_num_queries(12):
        assert "Đưa vào báo cáo định kỳ" in client.get("/nghiep-vu/members/cong-van/").text
