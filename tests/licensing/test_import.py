"""An existing register is taken in from a workbook: tried first, with an error for each row."""

import io
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from cityweb.core import audit
from cityweb.core.models import AuditEntry, NumberPattern, Organisation, Role
from licensing import columns
from licensing.models import Licence, LicenceVersion
from licensing.views import desk
from tests.licensing.makers import bodies, make_licence
from tests.people import make_person
from tests.shared import shared

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ISSUE = {
    "Số giấy phép": "07/GP-STTTT",
    "Việc": "Cấp giấy phép",
    "Ngày ký": "05/03/2019",
    "Cơ quan cấp": "Sở Mẫu",
    "Tổ chức": "Công ty Cổ phần Mẫu",
    "Tên trang": "Trang Mẫu",
    "Tên miền": "mau.example; m.mau.example",
    "Chuyên mục": "Đời sống; Kinh tế",
    "Chịu trách nhiệm nội dung": "Lê Văn Đức",
    "Có giá trị đến hết ngày": "2029-03-04",
}
SAME = {"Số giấy phép": "7/GP-STTTT", "Năm cấp": "2019"}
GOOD = [
    ISSUE,
    SAME | {"Việc": "gia hạn", "Ngày ký": "01/02/2020", "Có giá trị đến hết ngày": "04/03/2031"},
    SAME | {"Việc": "Cấp lại", "Ngày ký": "01/06/2021", "Số quyết định": "9/GP-CL"},
    SAME | {"Việc": "Sửa đổi, bổ sung", "Ngày ký": "01/07/2021"}
    | {name: ISSUE[name] for name in list(ISSUE)[4:]} | {"Tên trang": "Trang mới"},
    SAME | {"Việc": "Đình chỉ", "Ngày ký": "01/02/2022", "Lý do": "Vi phạm"},
    SAME | {"Việc": "Thu hồi", "Ngày ký": "01/03/2023", "Lý do": "Tái phạm"},
]  # fmt: skip
BAD = [
    ({"Ngày ký": "31/02/2025"}, "Ngày ký"),
    ({"Việc": "Cấp"}, "Ghi một trong các việc"),
    ({"Ngày ký": "32/01/2020"}, "Ngày ký"),
    ({"Cơ quan cấp": "Sở Không Có"}, "Không có tổ chức tên"),
    ({"Tên miền": ""}, "Tên miền: Cần có"),
    ({"Ngày ký": "05/03/2999"}, "không thể sau hôm nay"),
    (SAME | {"Việc": "Thu hồi", "Lý do": "x", "Năm cấp": ""}, "Ghi năm cấp"),
    (SAME | {"Việc": "Thu hồi", "Lý do": ""}, "Lý do: Cần có"),
    (SAME | {"Việc": "Cấp lại"}, "dòng cấp giấy phép phải đứng trước"),
    (
        SAME | {"Việc": "Đình chỉ", "Lý do": "x", "Đình chỉ đến trước ngày": "01/01/2019"},
        "Phải sau",
    ),
    (
        {"Tên miền": "khong phai mien", "Có giá trị đến hết ngày": "01/01/2019", "Tổ chức": ""},
        "Tổ chức: Cần có",
    ),
]


@shared
def clerk():
    bodies()
    return make_person(Role.RECORDS_CLERK, full_name="Văn Thư")


def book(rows, more=()):
    workbook = Workbook()
    sheet = workbook.active
    header = list(columns.COLUMNS)
    sheet.append([*header, *more])
    for row in rows:
        sheet.append([row.get(name, "") for name in header])
    out = io.BytesIO()
    workbook.save(out)
    out.name = "so.xlsx"
    out.seek(0)
    return out


@pytest.fixture
def path():
    return reverse("licensing_desk:import")


@pytest.fixture
def desk_of(client, clerk):
    client.force_login(clerk)
    return client


def test_a_register_is_tried_and_then_taken_in(desk_of, path, clerk):
    tried = desk_of.post(path, {"workbook": book(GOOD)})
    assert "Ghi 6 việc vào sổ" in tried.text
    assert not Licence.objects.exists()
    assert not Organisation.objects.filter(name="Công ty Cổ phần Mẫu").exists()
    done = desk_of.post(path, {"ticket": tried.context["ticket"], "apply": "1"}, follow=True)
    assert "Đã ghi 6 việc vào sổ giấy phép" in done.text
    licence = Licence.objects.get()
    assert (licence.slug, licence.state) == ("7-gp-stttt-2019", "revoked")
    found = list(LicenceVersion.objects.order_by("ordinal").values_list("event", flat=True))
    assert found == ["issued", "extended", "reissued", "amended", "suspended", "revoked"]
    assert licence.current.site_name == "Trang mới"
    assert AuditEntry.objects.get(verb="licensing.imported").details == {"rows": 6}
    assert not list(audit.verify())


def test_the_empty_book_has_the_columns_that_are_read(desk_of, path):
    empty = reverse("licensing_desk:empty_book")
    assert empty in desk_of.get(path).text
    sheet = load_workbook(io.BytesIO(desk_of.get(empty).content)).active
    assert [cell.value for cell in sheet[1]] == list(columns.COLUMNS)
    assert sheet.max_row == 1


def test_each_wrong_row_says_what_is_wrong_and_nothing_stays(desk_of, path):
    rows = [ISSUE | change | {"Số giấy phép": f"{50 + place}/GP"}
            for place, (change, _) in enumerate(BAD)]  # fmt: skip
    response = desk_of.post(path, {"workbook": book([ISSUE, *rows]), "apply": "1"})
    wrong = {line.number: " ".join(line.errors) for line in response.context["wrong"]}
    assert list(wrong) == list(range(3, 3 + len(BAD)))
    for number, (_, words) in enumerate(BAD, start=3):
        assert words in wrong[number]
    assert not Licence.objects.exists()
    assert not AuditEntry.objects.filter(verb="licensing.imported").exists()


def test_a_number_is_one_and_of_its_issuer(desk_of, path):
    body = Organisation.objects.create(name="Sở Có Ký Hiệu", kind="department")
    NumberPattern.objects.create(
        organisation=body, kind="licensing.licence", pattern="{number}/GP-SCKH",
        effective_from=date(2015, 1, 1),
    )  # fmt: skip
    rows = [
        ({"Số giấy phép": "abc"}, "Không phải số giấy phép"),
        ({"Số giấy phép": "77/GP-SK", "Cơ quan cấp": body.name}, "đánh số …/GP-SCKH"),
        ({"Số giấy phép": "78/GP-SCKH"}, "là của Sở Có Ký Hiệu"),
    ]
    sound = {"Số giấy phép": "79/GP-SCKH", "Cơ quan cấp": body.name}
    given = [ISSUE, *(ISSUE | change for change, _ in rows), ISSUE | sound]
    response = desk_of.post(path, {"workbook": book(given)})
    wrong = {line.number: " ".join(line.errors) for line in response.context["wrong"]}
    assert list(wrong) == [3, 4, 5]
    assert all(words in wrong[number] for number, (_, words) in enumerate(rows, start=3))


def test_all_of_a_row_is_said_at_once_and_repeated_rows_name_each_other(desk_of, path):
    wrong = {"Tên miền": "khong phai mien", "Có giá trị đến hết ngày": "01/01/2019"}
    rows = [ISSUE, ISSUE | {"Số giấy phép": "7/gp-stttt"}, ISSUE | wrong]
    response = desk_of.post(path, {"workbook": book(rows)})
    said = {line.number: " ".join(line.errors) for line in response.context["wrong"]}
    assert list(said) == [3, 4]
    assert "với dòng 2 của tệp" in said[3] and "Sổ đã có" not in said[3]
    for words in ("Không phải tên miền: khong phai mien", "Phải sau ngày ký", "với dòng 2"):
        assert words in said[4]


def test_what_is_no_register_is_said_so(desk_of, path, monkeypatch):
    assert "phải có các cột" in desk_of.post(path, {"workbook": book_without_header()}).text
    assert "không phải sổ Excel" in desk_of.post(path, {"workbook": io.BytesIO(b"x")}).text
    assert "chỉ có dòng tiêu đề" in desk_of.post(path, {"workbook": book([])}).text
    twice = book([ISSUE], more=("Việc",))
    assert "Cột ghi hai lần: Việc" in desk_of.post(path, {"workbook": twice}).text
    unknown = desk_of.post(path, {"workbook": book([ISSUE], more=("Tên miền cũ",))})
    assert "Cột không nhập:</b> Tên miền cũ" in unknown.text and "Ghi 1 việc" in unknown.text
    assert "Hãy chọn một tệp" in desk_of.post(path, {"ticket": ""}).text
    monkeypatch.setattr(desk, "MOST_LINES", 1)
    assert "import_licences" in desk_of.post(path, {"workbook": book(GOOD)}).text


def book_without_header():
    workbook = Workbook()
    workbook.active.append(["Số", "Ngày"])
    out = io.BytesIO()
    workbook.save(out)
    out.name = "so.xlsx"
    out.seek(0)
    return out


def test_the_command_takes_a_register_in(clerk, tmp_path, capsys):
    file = tmp_path / "so.xlsx"
    file.write_bytes(book(GOOD).getvalue())
    who = {"email": clerk.email}
    call_command("import_licences", file, dry_run=True, **who)
    assert "Thử xong 6 dòng" in capsys.readouterr().out
    assert not Licence.objects.exists()
    call_command("import_licences", file, **who)
    assert Licence.objects.count() == 1
    with pytest.raises(CommandError, match="6 dòng có lỗi"):
        call_command("import_licences", file, **who)
    assert "Dòng 2: Sổ đã có giấy phép số 07/GP-STTTT" in capsys.readouterr().out
    for args, options in (((tmp_path / "khong.xlsx",), who), ((file,), {"email": "a@b.c"})):
        with pytest.raises(CommandError):
            call_command("import_licences", *args, **options)


def test_the_desk_shows_what_changes_soon(desk_of, clerk, django_assert_max_num_queries):
    end = date.today() + timedelta(days=9)
    make_licence(clerk, valid_to=end)
    make_licence(clerk, "13/GP-SM")
    with django_assert_max_num_queries(10):
        text = desk_of.get(reverse("licensing_desk:changing")).text
    assert "12/GP-SM" in text
    assert f"{end + timedelta(days=1):%d/%m/%Y}" in text
    assert "13/GP-SM" not in text
    assert "Giấy phép sắp đổi hiệu lực" in desk_of.get(reverse("desk:landing")).text
