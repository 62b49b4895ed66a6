"""The units of the city: all present, all former, and every former one leads somewhere."""

import importlib
from collections import Counter
from datetime import date

import pytest
from django.apps import apps

from cityweb.core.models import AdminUnit, AdminUnitSuccession

pytestmark = pytest.mark.django_db

LOWEST = ["ward", "commune", "township"]


def count(units):
    return Counter(units.values_list("kind", flat=True).order_by())


def test_the_city_has_168_units():
    city = AdminUnit.objects.get(kind="province", valid_to__isnull=True)
    assert city.name == "Thành phố Hồ Chí Minh"
    present = city.children.filter(valid_to__isnull=True)
    assert count(present) == {"ward": 113, "commune": 54, "special_zone": 1}
    assert set(present.values_list("valid_from", flat=True)) == {date(2025, 7, 1)}


def test_former_units_stand_below_their_former_provinces():
    former = AdminUnit.objects.filter(valid_to=date(2025, 6, 30))
    assert count(former) == {
        "province": 2, "district": 38, "ward": 285, "commune": 139, "township": 17,
    }  # fmt: skip
    districts = former.filter(kind="district").values_list("parent__name", flat=True)
    assert Counter(districts.order_by()) == {
        "Thành phố Hồ Chí Minh": 22, "Tỉnh Bình Dương": 9, "Tỉnh Bà Rịa – Vũng Tàu": 7,
    }  # fmt: skip


def test_every_former_ward_went_somewhere_and_every_present_unit_came_from_somewhere():
    assert AdminUnitSuccession.objects.count() == 493
    wards = AdminUnit.objects.filter(valid_to__isnull=False, kind__in=LOWEST)
    assert not wards.filter(went_into__isnull=True).exists()
    present = AdminUnit.objects.filter(valid_to__isnull=True).exclude(kind="province")
    assert not present.filter(came_from__isnull=True).exists()


def test_only_a_split_unit_went_partly():
    for old in AdminUnit.objects.filter(went_into__isnull=False).prefetch_related("went_into"):
        ways = old.went_into.all()
        assert {way.is_partial for way in ways} == {len(ways) > 1}


def test_con_dao_district_became_the_special_zone():
    zone = AdminUnit.objects.get(kind="special_zone")
    assert [row.old.name for row in zone.came_from.all()] == ["Huyện Côn Đảo"]


def test_units_are_found_without_marks(client, administrator):
    client.force_login(administrator)
    page = client.get("/admin/core/adminunit/?q=ben+NGHE").text
    assert "Phường Bến Nghé" in page
    assert "Phường Bến Thành" not in page
    old = AdminUnit.objects.get(name="Phường Bến Nghé", valid_to__isnull=False)
    detail = client.get(f"/admin/core/adminunit/{old.pk}/change/").text
    assert "Phường Sài Gòn" in detail


def test_the_migration_goes_both_ways():
    migration = importlib.import_module("cityweb.core.migrations.0003_administrative_units")
    migration.unload(apps, None)
    assert not AdminUnit.objects.exists()
    migration.load(apps, None)
    assert AdminUnitSuccession.objects.count() == 493
