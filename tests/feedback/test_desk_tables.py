"""The desk's list as a table to take along, and filters that nobody understands."""

import csv
import io

import pytest
from django.urls import reverse

from cityweb.core.models import AuditEntry, Role
from feedback import actions
from feedback.states import Kind
from tests.feedback.makers import make_submission
from tests.people import make_person
from tests.rows import first_of

pytestmark = pytest.mark.django_db
LIST = reverse("feedback_desk:queue")


def table(browser, **asked):
    page = browser.get(LIST, {**asked, "tai": "csv"})
    assert page.status_code == 200, page.text
    return list(csv.reader(io.StringIO(page.content.decode("utf-8-sig"))))


def test_the_list_is_taken_along_as_it_is_narrowed(desk, officer):
    one, other = make_submission(subject="Đèn hỏng"), make_submission(subject="Cống vỡ")
    actions.accept(pk=one.pk, actor=officer)
    header, *rows = table(desk, state="accepted", q="đèn")
    assert [row[0] for row in rows] == [one.code]
    assert rows[0][header.index("Phụ trách")] == officer.full_name
    assert {row[0] for row in table(desk)[1:]} == {one.code, other.code}
    assert {row[0] for row in table(desk, colour="fine")[1:]} == {one.code, other.code}
    assert table(desk, colour="late")[1:] == []
    every = str(table(desk))
    for said in (one.sender_name, one.sender_email, one.subject, one.body):
        assert said not in every
    entry = AuditEntry.objects.filter(verb="feedback.exported").earliest("pk")
    assert (entry.actor, entry.details["rows"]) == (officer, 1)
    assert entry.details["title"] == "Ý kiến; Trạng thái: Đã tiếp nhận; có tìm theo chữ"


def test_denunciations_are_in_no_table_and_formulas_do_not_run(client, officer, reader):
    officer.full_name = "=HYPERLINK(1)"
    officer.save(update_fields=["full_name"])
    secret, plain = make_submission(), make_submission()
    actions.accept(pk=plain.pk, actor=officer)
    actions.restrict(pk=secret.pk, actor=officer, reason="Có thể là tố cáo.")
    for person in (officer, reader, make_person(Role.OFFICER, Role.DENUNCIATION_READER)):
        client.force_login(person)
        assert secret.code not in str(table(client, state="all"))
    client.force_login(officer)
    assert "'=HYPERLINK(1)" in table(client)[1]
    workbook = client.get(LIST, {"tai": "xlsx"})
    assert workbook.content.startswith(b"PK")


def test_nobody_takes_what_they_may_not_see(client, desk):
    make_submission()
    assert desk.get(LIST, {"tai": "exe"}).status_code == 404
    client.force_login(make_person(Role.AGENCY_CONTACT))
    assert client.get(LIST, {"tai": "csv"}).status_code == 403


MISREAD = {
    "state": ("zzz", "Trạng thái “zzz”"),
    "since": ("2026-99-99", "Nhận từ ngày “2026-99-99”"),
    "unit": ("abc", "Địa bàn “abc”"),
    "heap": ("abc", "Danh sách “abc”"),
}


def test_a_filter_that_is_not_understood_says_so(desk):
    make_submission()
    asked = {name: value for name, (value, _) in MISREAD.items()}
    page = desk.get(LIST, asked)
    assert [told for _, told in MISREAD.values() if told not in page.text] == []
    assert len(page.context["page"].rows) == 1
    assert desk.get(LIST, {**asked, "tai": "csv"}).status_code == 404


def test_signs_without_a_word_find_nothing(desk):
    make_submission()
    assert desk.get(LIST, {"q": "(*(*(*"}).context["page"].rows == []


@pytest.mark.parametrize("key", first_of(["0000-00", "9999-12", "2026-1", "abc", "2001-01"]))
@pytest.mark.parametrize("name", first_of(["feedback_desk:statistics", "feedback:statistics"]))
def test_no_other_period_stands_for_one_that_is_none(desk, name, key):
    for asked in ({"ky": key}, {"ky": key, "tai": "csv"}):
        assert desk.get(reverse(name), asked).status_code == 404


def test_a_period_of_years_ago_is_still_told(desk):
    page = desk.get(reverse("feedback:statistics"), {"ky": "2023-05"})
    assert page.context["period"].key == "2023-05"


def test_a_complaint_of_the_day_is_not_kept_from_tables(desk, officer):
    one = make_submission()
    said = {"kind": Kind.COMPLAINT, "guidance": "Xin gửi đơn tới Ban Tiếp công dân."}
    actions.redirect_elsewhere(pk=one.pk, actor=officer, **said)
    assert one.code in str(table(desk, state="ended"))
