"""Every ward, commune and special zone of today has its People's Committee."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from cityweb.core import committees
from cityweb.core.models import AdminUnit, AdminUnitSuccession, Organisation

pytestmark = pytest.mark.django_db


def unit(name):
    return AdminUnit.objects.get(name=name, valid_to__isnull=True)


def test_each_of_the_168_units_gets_its_committee_once(capsys):
    call_command("load_committees")
    assert "168" in capsys.readouterr().out
    assert committees.make_missing() == 0
    rows = Organisation.objects.filter(kind="committee").values_list("name", "short_name")
    assert len(rows) == 168
    assert ("Ủy ban nhân dân phường Bến Thành", "UBND phường Bến Thành") in rows
    assert ("Ủy ban nhân dân đặc khu Côn Đảo", "UBND đặc khu Côn Đảo") in rows
    assert ("Ủy ban nhân dân xã Cần Giờ", "UBND xã Cần Giờ") in rows


def test_a_committee_typed_in_before_gets_its_unit_and_stays():
    name = "Ủy ban nhân dân phường Bến Thành"
    typed = Organisation.objects.create(name=name, short_name="Bến Thành", kind="committee")
    assert committees.make_missing() == 167
    typed.refresh_from_db()
    assert (typed.unit, typed.short_name) == (unit("Phường Bến Thành"), "Bến Thành")


def test_a_committee_ends_with_its_unit_and_names_its_heir():
    committees.make_missing()
    ended, heir = unit("Phường Tân Định"), unit("Phường Bến Thành")
    AdminUnit.objects.filter(pk=ended.pk).update(valid_to=date(2027, 6, 30))
    AdminUnitSuccession.objects.create(old=ended, new=heir)
    assert committees.make_missing() == 0
    body = Organisation.objects.get(unit=ended)
    assert (body.valid_to, body.successor.unit) == (date(2027, 6, 30), heir)
    assert Organisation.objects.filter(kind="committee", valid_to=None).count() == 167


def test_a_unit_has_one_committee_at_a_time():
    committees.make_missing()
    here = unit("Phường Bến Thành")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(name="Ủy ban thứ hai", kind="committee", unit=here)
