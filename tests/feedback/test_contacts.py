"""Loading the contacts of many bodies from a table: all of it or nothing, and safe to repeat."""

import pytest
from django.core.management import CommandError, call_command

from cityweb.core.models import AuditEntry
from feedback.models import AgencyContact
from tests.feedback.makers import make_body

pytestmark = pytest.mark.django_db
HEAD = "co_quan,thu_dien_tu,nguoi_dau_moi\n"


@pytest.fixture
def body():
    return make_body("Ủy ban nhân dân phường Mẫu", short_name="UBND phường Mẫu", contact=False)


@pytest.fixture
def load(tmp_path):
    def run(text):
        path = tmp_path / "dau-moi.csv"
        path.write_text(text, encoding="utf-8-sig")
        call_command("load_contacts", str(path))

    return run


def test_a_body_is_named_fully_or_shortly_and_is_added_once(load, body):
    load(f"{HEAD}ubnd phường mẫu,vp@mau.example,Lê Thị A\n{body.name},vt@mau.example,\n")
    load(f"{HEAD}{body.name},VP@mau.example,Lê Thị A\n")
    found = AgencyContact.objects.filter(organisation=body).values_list("email", "name")
    assert set(found) == {("vp@mau.example", "Lê Thị A"), ("vt@mau.example", "")}
    assert AuditEntry.objects.filter(verb="feedback.agencycontact_added").count() == 2


def test_one_wrong_line_keeps_all_out_and_is_named(load, body):
    with pytest.raises(CommandError) as refusal:
        load(f"{HEAD}{body.name},vp@mau.example,\nSở Không Có,a@b.example,\n{body.name},sai,\n")
    assert "Dòng 2: không có cơ quan “Sở Không Có”" in str(refusal.value)
    assert "Dòng 3:" in str(refusal.value)
    assert not AgencyContact.objects.exists()


def test_a_table_without_its_columns_is_refused(load):
    with pytest.raises(CommandError, match="thu_dien_tu"):
        load("co_quan,email\nX,a@b.example\n")
