"""Names of wards and districts, of today and of yesterday, lead to the units of today."""

import pytest

from cityweb.core import places

pytestmark = pytest.mark.django_db


def names(typed):
    return [place.name for place in places.find(typed)]


@pytest.mark.parametrize("typed", ["Phường Sài Gòn", "sài gòn", "SAI GON", "p. sài gòn"])
def test_a_name_of_today_is_found_however_it_is_typed(typed):
    assert names(typed) == ["Phường Sài Gòn"]


def test_a_former_ward_leads_to_what_took_over():
    assert names("phường Bến Nghé") == ["Phường Sài Gòn"]
    assert {place.formerly for place in places.find("ben nghe")} == {"Phường Bến Nghé, Quận 1"}


def test_a_former_district_leads_to_all_it_became():
    assert names("quận 1") == [
        "Phường Bến Thành",
        "Phường Cầu Ông Lãnh",
        "Phường Sài Gòn",
        "Phường Tân Định",
    ]


def test_a_name_of_today_goes_before_the_same_name_of_yesterday():
    found = places.find("thủ đức")
    assert found[0].name == "Phường Thủ Đức"
    assert not found[0].formerly
    assert len(found) > 5
    assert names("phường thủ đức") == ["Phường Thủ Đức"]


@pytest.mark.parametrize("typed", ["phường 5 quận 3", "p5 q3", "P.5, Q.3", "f5 q3"])
def test_a_number_is_told_apart_by_its_district(typed):
    assert {place.formerly for place in places.find(typed)} == {"Phường 5, Quận 3"}


def test_a_bare_number_of_a_ward_names_every_ward_it_may_mean():
    formerly = {place.formerly for place in places.find("phường 5")}
    assert {"Phường 5, Quận 3", "Phường 5, Quận Gò Vấp"} <= formerly


def test_districts_that_became_one_city_before_are_still_understood():
    assert names("quận 9") == names("thành phố thủ đức")


@pytest.mark.parametrize("typed", ["phường Tân Định", "phuong tan dinh", "Phường Bến Thành"])
def test_a_name_of_today_is_meant_where_a_former_ward_had_the_same(typed):
    (found,) = places.find(typed)
    assert not found.formerly


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "zzz", "5", "%", "x" * 500, "quận 13", "<b>", "phường 99", "quận 13 phường 5"],
)
def test_what_is_no_place_finds_nothing(typed):
    assert names(typed) == []


def test_every_unit_of_today_is_found_by_its_own_name():
    every = places.today()
    assert len(every) == 168
    assert [place for place in every if place not in places.find(place.name)] == []
