"""The report on dossiers, the register book, the control slip: each number opens its dossiers."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from cityweb.core import periods
from cityweb.core.models import Role
from licensing import actions, slips
from licensing.life import Verb
from licensing.models import Dossier
from licensing.reports import book, shown, statistics
from licensing.reports.statistics import Narrowed
from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, do
from tests.people import client_of
from tests.shared import shared

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
# A Monday; ten working days after it is the 16th.
BEGUN = datetime(2026, 3, 2, 9, tzinfo=LOCAL)
MARCH, APRIL = periods.month(2026, 3), periods.month(2026, 4)


def filed(office, procedure="ISSUE"):
    dossier = dossiers.begin(office, procedure)
    for verb in TO_SIGNED[:4]:
        do(office, dossier, verb, at=BEGUN)
    return dossier


@shared
def three(office):
    """One withdrawn in time, one refused late, one that waits for its applicant."""
    early, late, waiting = filed(office), filed(office), filed(office, "PRESS_PRECHECK")
    reason = {"reason": "Đổi kế hoạch"}
    actions.withdraw(pk=early.pk, actor=office.of(Role.APPLICANT), at=BEGUN, **reason)
    actions.let_go(pk=early.pk, actor=office.of(Role.OFFICE_HEAD), at=BEGUN + timedelta(days=1))
    do(office, late, Verb.MARK)
    end = datetime(2026, 4, 2, 9, tzinfo=LOCAL)
    do(
        office,
        late,
        Verb.DRAFT,
        kind="refuse",
        valid_to=None,
        reason="Thiếu đề án",
        at=end,
    )
    Dossier.objects.filter(pk=late.pk).update(closed_at=end, state="decided")
    component = waiting.version.components.first()
    paper = actions.Checked(component, "wrong", "Chưa ký")
    actions.mark(pk=waiting.pk, actor=office.of(Role.SPECIALIST), papers=[paper])
    do(office, waiting, Verb.ASK, at=BEGUN + timedelta(days=2))
    return early, late, waiting


def numbers(period, now, **narrowed):
    made = statistics.report(period, Narrowed(**narrowed), now=now)
    return {key: len(made.of(key)) for key in statistics.KINDS}


def test_a_period_counts_what_came_what_ended_and_how(office, three):
    now = datetime(2026, 5, 4, tzinfo=LOCAL)
    march = numbers(MARCH, now)
    assert (march["ky-truoc"], march["tiep-nhan"], march["truc-tuyen"]) == (0, 3, 3)
    assert (march["da-giai-quyet"], march["truoc-han"], march["rut"]) == (1, 0, 1)
    assert (march["co-ket-qua"], march["trong-han"]) == (0, 1)
    assert (march["dang-giai-quyet"], march["qua-han"], march["tam-dung"]) == (2, 1, 1)
    assert (march["yeu-cau"], march["yeu-cau-lai"]) == (1, 0)
    april = numbers(APRIL, now)
    assert (april["ky-truoc"], april["tiep-nhan"], april["yeu-cau"]) == (2, 0, 0)
    assert (april["tre-han"], april["tu-choi"], april["tam-dung"]) == (1, 1, 1)
    head = office.of(Role.OFFICE_HEAD)
    three[2].supplements.update(is_repeated=True, allowed_by=head)
    year = numbers(periods.year(2026), now)
    assert (year["yeu-cau"], year["yeu-cau-lai"]) == (1, 1)
    assert (year["tiep-nhan"], year["da-giai-quyet"], year["dang-giai-quyet"]) == (3, 2, 1)


def test_what_never_came_back_counts_as_ended_when_it_was_asked_for(office, three):
    waiting = three[2]
    head = office.of(Role.OFFICE_HEAD)
    end = datetime(2026, 4, 20, 9, tzinfo=LOCAL)
    actions.stop(pk=waiting.pk, actor=head, reason="Không bổ sung", at=end, with_slip=False)
    april = statistics.report(APRIL, Narrowed(), now=datetime(2026, 5, 4, tzinfo=LOCAL))
    (case,) = april.of("dung")
    assert case.ended_at == BEGUN + timedelta(days=2) and case.is_within_term
    assert (case.timing, case.how) == ("", "dừng giải quyết")


def test_numbers_by_procedure_and_officer_add_up_to_the_whole(office, three):
    now = datetime(2026, 5, 4, tzinfo=LOCAL)
    made = statistics.report(MARCH, Narrowed(), now=now)
    for rows in (made.by_procedure(), made.by_specialist()):
        assert sum(dict(row.numbers)["tiep-nhan"] for row in rows) == 3
    assert numbers(MARCH, now, procedure="PRESS_PRECHECK")["tiep-nhan"] == 1
    assert numbers(MARCH, now, specialist=office.of(Role.SPECIALIST).pk)["tiep-nhan"] == 3
    assert numbers(MARCH, now, specialist=office.of(Role.DIRECTOR).pk)["tiep-nhan"] == 0


def test_every_number_opens_its_dossiers(office, three, django_assert_max_num_queries):
    client = client_of(office.of(Role.OFFICE_HEAD))
    page = client.get(reverse("licensing_desk:report"), {"ky": "2026-03"})
    assert reverse("licensing_desk:report_rows", args=["tiep-nhan"]) in page.text
    # Most of them are the counts beside the page.
    with django_assert_max_num_queries(40):
        rows = client.get(
            reverse("licensing_desk:report_rows", args=["tiep-nhan"]), {"ky": "2026-03"}
        )
    assert all(one.code in rows.text for one in three)
    assert client.get(reverse("licensing_desk:report"), {"ky": "x"}).status_code == 404
    assert client.get(reverse("licensing_desk:report_rows", args=["khong-co"])).status_code == 404


def test_the_workbook_and_the_document_say_the_same(office, three):
    client = client_of(office.of(Role.OFFICE_HEAD))
    address = "licensing_desk:report_file"
    book_file = client.get(reverse(address, args=["xlsx"]), {"ky": "2026-03"}).content
    sheets = load_workbook(io.BytesIO(book_file))
    said = {row[0]: row[1] for row in sheets["Số liệu"].values}
    assert said["Tiếp nhận trong kỳ"] == 3 and len(list(sheets["Tiếp nhận trong kỳ"].values)) == 4
    page = Document(
        io.BytesIO(client.get(reverse(address, args=["docx"]), {"ky": "2026-03"}).content)
    )
    cells = [[cell.text for cell in row.cells] for table in page.tables for row in table.rows]
    assert ["Tiếp nhận trong kỳ", "3", ""] in cells
    assert client.get(reverse(address, args=["exe"])).status_code == 404


def test_the_register_book_lists_what_was_received_in_that_order(office, three):
    rows = book.lines(book.Period(2026, 3))
    assert [row[1] for row in rows] == [one.code for one in three]
    assert rows[0][6:8] == ["02/03/2026", "16/03/2026"]
    # The slip of the receipt names the same line, in a month's book as in that of the year.
    assert [row[0] for row in rows] == [f"{slips.line_of(one)}" for one in three] == list("123")
    assert book.lines(book.Period(2026, 4)) == [] and len(book.lines(book.Period(2026))) == 3
    client = client_of(office.of(Role.ONE_STOP_CLERK))
    address = reverse("licensing_desk:register_book")
    assert three[0].code in client.get(address, {"nam": 2026, "thang": 3}).text
    answer = client.get(address, {"nam": 2026, "thang": 3, "dang": "xlsx"})
    assert len(list(load_workbook(io.BytesIO(answer.content)).active.values)) == 4
    assert client.get(address, {"nam": "x"}).status_code == 200


def test_stays_tell_who_had_it_from_when_to_when(office, three):
    stays = shown.stays(three[0], BEGUN)
    assert [one.state for one in stays][-2:] == ["Đề nghị rút hồ sơ", "Dừng giải quyết"]
    assert stays[-2].length == "1 ngày" and stays[-2].left_by == str(office.of(Role.OFFICE_HEAD))


def test_drafts_of_a_result_are_compared(office, three):
    late = three[1]
    rows = shown.drafts(late)
    assert [name for name, _, _ in rows[0].changed] == ["Kết quả", "Lý do, căn cứ"]


@pytest.mark.slow
def test_the_papers_that_follow_dossiers_are_set(office, three):
    client = client_of(office.of(Role.ONE_STOP_CLERK))
    slip = client.get(reverse("licensing_desk:control_slip", args=[three[0].pk]))
    register = client.get(reverse("licensing_desk:register_book"),
                          {"nam": 2026, "thang": 3, "dang": "pdf"})  # fmt: skip
    report = client.get(reverse("licensing_desk:report_file", args=["pdf"]), {"ky": "2026-03"})
    for answer in (slip, register, report):
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF-")
