"""The register: what its rows promise, its workbook in and out, and its screens."""

import io
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from openpyxl import Workbook, load_workbook

from cityweb.core.models import AuditEntry, Organisation, Role
from members import register
from members.models import Contact, MemberSite
from tests.members.makers import make_site
from tests.people import make_person

pytestmark = pytest.mark.django_db
IMPORT, EXPORT = "/nghiep-vu/members/danh-ba/nhap/", "/nghiep-vu/members/danh-ba/xuat/"
HEADER = list(register.COLUMNS)


def workbook(*rows, header=HEADER):
    book = Workbook()
    for row in (header, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    out.name = "danh-ba.xlsx"
    out.seek(0)
    return out


def row(**given):
    fields = {
        "code": "sxd",
        "name": "Sở Xây dựng",
        "organisation": "Sở Xây dựng mẫu",
        "home_url": "https://sxd.hochiminhcity.gov.vn/",
        "tags": "sở; trọng điểm",
        "stale_days": 10,
        "contact_name": "Lê Đầu Mối",
        "contact_email": "daumoi@sxd.example",
        "contact_phone": "+84 28 3829 0000",
    } | given
    return [fields.get(name, "") for name in register.COLUMNS.values()]


@pytest.fixture
def body():
    return Organisation.objects.create(name="Sở Xây dựng mẫu", kind="department")


@pytest.fixture
def keeper(client):
    person = make_person(Role.SITE_MONITOR)
    client.force_login(person)
    return person


def test_limits_must_rise(body):
    make_site(warn_days=3, stale_days=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_site(warn_days=30, alarm_days=9)


def test_an_archived_site_is_no_longer_watched():
    ended, kept = make_site(archived_on=date(2025, 7, 1)), make_site()
    assert list(MemberSite.objects.watched(date(2026, 11, 23))) == [kept]
    assert ended in MemberSite.objects.watched(date(2025, 6, 30))


def test_the_archived_site_of_a_body_that_has_ended_is_taken_in_again(client, keeper, body):
    body.valid_to = date(2025, 7, 1)
    body.save()
    make_site(code="sxd", organisation=body, archived_on=date(2025, 7, 1))
    book = load_workbook(io.BytesIO(client.get(EXPORT).content))
    rows = [[cell if cell is not None else "" for cell in line] for line in book.active.values]
    tried = client.post(IMPORT, {"workbook": workbook(*rows[1:], header=rows[0])})
    assert tried.context["sheet"].lines[0].errors == []


def test_a_trial_changes_nothing_and_then_all_rows_are_taken_in(client, keeper, body):
    tried = client.post(IMPORT, {"workbook": workbook(row(), row(code="moi", home_url="x"))})
    assert "1 dòng có lỗi" in tried.text
    assert "Ghi địa chỉ bắt đầu bằng http" in tried.text
    assert not MemberSite.objects.exists()

    tried = client.post(IMPORT, {"workbook": workbook(row())})
    assert "1 website mới" in tried.text
    assert not MemberSite.objects.exists()
    ticket = tried.context["sheet"].ticket
    assert client.post(IMPORT, {"ticket": ticket, "apply": "1"}).status_code == 302
    site = MemberSite.objects.get()
    assert (site.tags, site.stale_days, site.interval_minutes) == (["sở", "trọng điểm"], 10, 30)
    assert site.contacts.get().email == "daumoi@sxd.example"
    assert AuditEntry.objects.get(verb="members.imported").details == {"rows": 1, "new_rows": 1}


def test_what_is_exported_can_be_taken_in_again(client, keeper, body):
    site = make_site(code="sxd", organisation=body, archived_on=date(2027, 1, 1))
    Contact.objects.create(site=site, full_name="An", email="an@sxd.example", phone="+84 1")
    book = load_workbook(io.BytesIO(client.get(EXPORT).content))
    rows = [[cell if cell is not None else "" for cell in line] for line in book.active.values]
    assert rows[1][HEADER.index("Điện thoại đầu mối")] == "'+84 1"
    tried = client.post(IMPORT, {"workbook": workbook(*rows[1:], header=rows[0])})
    line = tried.context["sheet"].lines[0]
    assert (line.errors, line.is_new) == ([], False)
    assert line.form.cleaned_data["contact_phone"] == "+84 1"
    assert line.form.cleaned_data["archived_on"] == date(2027, 1, 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"organisation": "Sở Không Có"}, "Không có đúng một tổ chức"),
        ({"code": ""}, "Mã"),
        ({"warn_days": 20}, "phải tăng dần"),
        ({"contact_name": ""}, "Ghi họ tên của đầu mối"),
        ({"archived_on": "ngày mai"}, "Lưu trữ từ ngày"),
    ],
)
def test_each_wrong_row_says_what_is_wrong(client, keeper, body, given, said):
    tried = client.post(IMPORT, {"workbook": workbook(row(**given))})
    (line,) = tried.context["sheet"].lines
    assert said in " ".join(line.errors)


@pytest.mark.slow
def test_two_rows_of_one_code_are_an_error(client, keeper, body):
    tried = client.post(IMPORT, {"workbook": workbook(row(), row(home_url="https://b.example/"))})
    assert "đã có ở dòng trên" in tried.text


@pytest.mark.slow
def test_what_is_no_workbook_is_refused_in_words(client, keeper):
    wrong = io.BytesIO(b"PK\x03\x04 nothing")
    wrong.name = "x.xlsx"
    assert "không phải sổ Excel" in client.post(IMPORT, {"workbook": wrong}).text
    lacking = client.post(IMPORT, {"workbook": workbook(header=["Mã"])})
    assert "phải có các cột: Tên website" in lacking.text
    assert "chọn lại tệp" in client.post(IMPORT, {"ticket": "x", "apply": "1"}).text


def test_the_register_is_kept_in_admin(client, keeper, body):
    page = "/admin/members/membersite/"
    site = make_site(organisation=body)
    assert client.get(f"{page}{site.pk}/change/").status_code == 200
    assert site.name in client.get(page).text
    assert client.get(f"{page}{site.pk}/delete/").status_code in {403, 404}
