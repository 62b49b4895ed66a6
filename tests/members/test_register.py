"""The register: what its rows promise, its workbook in and out, and its screens."""

import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from cityweb.core import fetch
from cityweb.core.models import AuditEntry, Organisation, Role
from members import register
from members.models import MemberSite, Rung
from tests.members.makers import make_site
from tests.people import make_person

pytestmark = pytest.mark.django_db
IMPORT, EXPORT = "/nghiep-vu/members/danh-ba/nhap/", "/nghiep-vu/members/danh-ba/xuat/"
HEADER = [*register.COLUMNS, *register.CONTACT_COLUMNS]


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
    return [fields.get(name, "") for name in (register.COLUMNS | register.CONTACT_COLUMNS).values()]


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


@pytest.mark.slow
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
    assert AuditEntry.objects.get(verb="members.imported").details == {
        "rows": 1,
        "new_rows": 1,
        "rows_beside": 1,
    }


def exported(client):
    out = io.BytesIO(client.get(EXPORT).content)
    out.name = "danh-ba.xlsx"
    return out


def changed(book, **cells):
    """Return a workbook with cells of further sheets overwritten, as "sheet!A2": value."""
    made = load_workbook(book)
    for place, value in cells.items():
        sheet, _, cell = place.partition("!")
        made[sheet][cell] = value
    out = io.BytesIO()
    made.save(out)
    out.name = "danh-ba.xlsx"
    out.seek(0)
    return out


@pytest.fixture
def whole(body):
    """A site of a body that has ended, with all that hangs on it."""
    body.valid_to, body.successor = date(2025, 7, 1), Organisation.objects.create(
        name="Sở kế thừa mẫu", kind="department"
    )  # fmt: skip
    body.save()
    site = make_site(code="sxd", organisation=body, archived_on=date(2025, 7, 1))
    for rung, phone in ((Rung.CONTACT, "+84 1"), (Rung.HEAD, ""), (Rung.OFFICE, "")):
        email = f"{rung.name.lower()}@sxd.example"
        site.contacts.create(rung=rung, full_name="An", position="Phó", email=email, phone=phone)
    site.sections.create(name="Tin tức", url="https://sxd.vn/tin", stale_days=9)
    now = timezone.now()
    site.maintenance.create(
        starts_at=now, ends_at=now + timedelta(hours=2), repeats="weekly", reason="Sao lưu"
    )
    return site


def test_what_is_exported_is_taken_in_again_as_it_is(client, keeper, whole):
    tried = client.post(IMPORT, {"workbook": exported(client)})
    sheet = tried.context["sheet"]
    assert [(line.sheet, line.errors) for line in sheet.lines] == [
        *[("", []), *[(register.PEOPLE, [])] * 3, (register.SECTIONS, [])],
        *[(register.WINDOWS, []), (register.BODIES, [])],
    ]
    assert sheet.moving == []
    assert "giống hệt danh bạ" in tried.text


@pytest.mark.slow
def test_the_further_sheets_are_taken_in_too(client, keeper, whole):
    new = {"A5": "sxd", "B5": "lãnh đạo đơn vị", "C5": "Bình", "E5": "b@sxd.example"}
    edits = {f"{register.PEOPLE}!{cell}": said for cell, said in new.items()}
    edits |= {f"{register.SECTIONS}!E2": 11, f"{register.BODIES}!C2": "01/08/2025"}
    tried = client.post(IMPORT, {"workbook": changed(exported(client), **edits)})
    assert "sửa ở trang quản trị" in tried.text
    del edits[f"{register.BODIES}!C2"]
    tried = client.post(IMPORT, {"workbook": changed(exported(client), **edits)})
    assert "người chịu trách nhiệm: thêm 1 dòng, cập nhật 0 dòng" in tried.text
    ticket = tried.context["sheet"].ticket
    assert client.post(IMPORT, {"ticket": ticket, "apply": "1"}).status_code == 302
    assert whole.contacts.get(email="b@sxd.example").rung == Rung.HEAD
    assert whole.sections.get().stale_days == 11
    assert whole.contacts.count() == 4


@pytest.mark.django_db(False)
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1/", "127.0.0.1 là"),
        ("http://0x7f.1/", "viết không rõ ràng"),
        ("https://10.1.2.3/", "mạng nội bộ"),
        ("http://localhost/", "mạng nội bộ"),
        ("http://may-chu/", "mạng nội bộ"),
        ("https://sxd.gov.vn:8443/", "không hỏi cổng 8443"),
        ("https://sxd.gov.vn/", ""),
    ],
)
def test_addresses_that_are_never_asked_are_refused_with_the_reason(settings, url, said):
    settings.FETCH_PORTS, settings.FETCH_LOOPBACK_HOSTS = [80, 443], []
    reason = fetch.why_refused(url)
    assert said in reason
    assert bool(reason) == bool(said)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"organisation": "Sở Không Có"}, "Không có đúng một tổ chức"),
        ({"code": ""}, "Mã"),
        ({"warn_days": 20}, "phải tăng dần"),
        ({"contact_name": ""}, "Ghi họ tên của đầu mối"),
        ({"home_url": "http://127.0.0.1/"}, "Không theo dõi được địa chỉ này"),
        ({"archived_on": "ngày mai"}, "Lưu trữ từ ngày"),
    ],
)
def test_each_wrong_row_says_what_is_wrong(client, keeper, body, given, said):
    tried = client.post(IMPORT, {"workbook": workbook(row(**given))})
    (line,) = tried.context["sheet"].sites
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
