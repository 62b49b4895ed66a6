"""The periodic report: each figure counts the rows it opens, the same in every file."""

import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook

from cityweb.core import periods
from cityweb.core.models import AuditEntry, Organisation, Role
from members.models import (
    Contact,
    Directive,
    Escalation,
    Explanation,
    Incident,
    MaintenanceWindow,
    MemberSite,
    Notice,
    Rung,
    Step,
    Verdict,
)
from members.reports import periodic
from members.states import ExplanationState
from members.verdicts.duty import DutyKind
from members.verdicts.levels import Level, Subject
from tests.members.makers import make_site
from tests.people import make_person
from tests.shared import shared

pytestmark = pytest.mark.django_db
DESK = "/nghiep-vu/members/bao-cao/"


@shared
def sick():
    """Return a site with something in every chapter of this month's report, beside a well one."""
    now, (well, sick) = timezone.now(), (make_site(), make_site())
    at = now - timedelta(seconds=30)
    duty = Directive.objects.create(
        title="Đặt biểu ngữ X", kind=DutyKind.HTTPS, starts_on=date(2026, 1, 1)
    )
    for site, subject, level, directive in (
        (well, Subject.AVAILABILITY, Level.OK, None),
        (well, Subject.FRESHNESS, Level.OK, None),
        (well, Subject.DIRECTIVE, Level.OK, duty),
        (sick, Subject.AVAILABILITY, Level.BAD, None),
        (sick, Subject.FRESHNESS, Level.BAD, None),
        (sick, Subject.DIRECTIVE, Level.NOTICE, duty),
    ):
        Verdict.objects.create(
            site=site, subject=subject, level=level, directive=directive, code="x", since=at,
            text="Kết luận thử.", judged_at=at,
        )  # fmt: skip
    incident = Incident.objects.create(
        site=sick, subject=Subject.AVAILABILITY, text="Không truy cập được: hỏng.", opened_at=at
    )
    Notice.objects.create(incident=incident, rung=Rung.CONTACT, email="a@b.vn", sent_at=at)
    Escalation.objects.create(incident=incident, step=Step.REPORT, reached_at=at)
    Explanation.objects.create(
        incident=incident, text="Đang sửa", promised_on=now.date(), sent_at=at, decided_at=at,
        state=ExplanationState.ACCEPTED,
    )  # fmt: skip
    contact = Contact.objects.create(site=sick, full_name="Lê Thử", email="a@b.vn")
    MaintenanceWindow.objects.create(
        site=sick, starts_at=now, ends_at=now + timedelta(hours=1), reason="Nâng cấp",
        announced_at=at, announced_by=contact, is_late=True,
    )  # fmt: skip
    return sick


def made():
    today = timezone.localdate()
    month = periods.month(today.year, today.month)
    return periodic.report(MemberSite.objects.all(), month, now=timezone.now())


@pytest.fixture
def officer(client):
    office = Organisation.objects.create(name="Phòng Thông tin điện tử", kind="office")
    person = make_person(Role.SITE_MONITOR, organisation=office)
    client.force_login(person)
    return person


EXPECTED = {
    "website": 2, "loai-0": 1, "loai-3": 1, "loi-availability": 1, "loi-freshness": 1,
    "loi-abnormality": 0, "su-co-mo": 1, "su-co-het": 0, "su-co-con": 1, "da-nhac": 1,
    "giai-trinh": 1, "cong-van": 0, "bao-tre": 1, "kien-nghi": 1,
}  # fmt: skip


def test_every_figure_is_the_number_of_its_rows(client, sick, officer):
    report = made()
    assert {key: report.figure(key).value for key in EXPECTED} == EXPECTED
    carried = report.chapters[3].figures[0]
    assert (carried.label, carried.value, carried.share) == ("Đặt biểu ngữ X", 1, 50.0)
    shown = client.get(DESK).text
    for chapter in report.chapters:
        assert chapter.title in shown
    opened = client.get(f"{DESK}dong/kien-nghi/").text
    assert "Không truy cập được: hỏng." in opened
    assert sick.organisation.name in opened
    assert client.get(f"{DESK}dong/khac/").status_code == 404


def test_the_three_files_hold_the_same_figures(client, sick, officer):
    figures = [one for chapter in made().chapters for one in chapter.figures]
    workbook = load_workbook(io.BytesIO(client.get(f"{DESK}tep/xlsx/").content))
    first = list(workbook.worksheets[0].values)[1:]
    assert [(row[0], row[1]) for row in first] == [(one.label, one.value) for one in figures]
    assert len(workbook.worksheets) == 1 + sum(bool(one.lines) for one in figures)
    document = Document(io.BytesIO(client.get(f"{DESK}tep/docx/").content))
    cells = [
        (row.cells[0].text, row.cells[1].text)
        for table in document.tables[1:]
        for row in table.rows[1:]
    ]
    assert cells == [(one.label, str(one.value)) for one in figures]
    assert any("Không truy cập được: hỏng." in one.text for one in document.paragraphs)
    assert client.get(f"{DESK}tep/pdf/").content.startswith(b"%PDF")
    assert client.get(f"{DESK}tep/exe/").status_code == 404
    taken = AuditEntry.objects.filter(verb="members.report_taken")
    assert {one.details["kind"] for one in taken} >= {"pdf"}


def test_a_quarter_counts_what_its_months_count(sick):
    today = timezone.localdate()
    quarter = periods.quarter(today.year, (today.month + 2) // 3)
    report = periodic.report(MemberSite.objects.all(), quarter, now=timezone.now())
    assert report.figure("su-co-mo").value == 1
    before = periods.last_whole_month(today)
    empty = periodic.report(MemberSite.objects.all(), before, now=timezone.now())
    assert empty.figure("su-co-mo").value == 0


def test_the_report_has_a_ceiling(client, sick, officer, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        client.get(DESK)
