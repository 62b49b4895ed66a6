"""Folding, the place of tone marks, cleaning and the order of names."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from cityweb.core import text

PAIRS = [
    ("hoà", "hòa"),
    ("hoá", "hóa"),
    ("thuý", "thúy"),
    ("thuỷ", "thủy"),
    ("khoẻ", "khỏe"),
    ("loè", "lòe"),
    ("quý", "quý"),
]
SAMPLES = ["ĐẤT ĐAI", "Thành phố Hồ Chí Minh", "đẹp Å Я straße İ ﬁ", "", "\u0301a", "Ðð", "한국"]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_place_of_the_tone_mark_does_not_matter(old, new):
    assert text.spoken(old) == text.spoken(new)
    assert text.spoken(unicodedata.normalize("NFD", old)) == text.spoken(new)


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hoá"), ("hoa", "hoà"), ("đo", "do"), ("sơ", "so"), ("ân", "ăn")]
)
def test_different_marks_stay_different(one, other):
    assert text.spoken(one) != text.spoken(other)


def test_folding_takes_every_mark_and_lowers():
    assert text.fold("ĐẶNG THỊ NGỌC THUỶ, Đắk Lắk") == "dang thi ngoc thuy, dak lak"
    assert text.fold(unicodedata.normalize("NFD", "Đường Nguyễn Huệ")) == "duong nguyen hue"


@pytest.mark.django_db
@pytest.mark.parametrize("value", SAMPLES)
def test_the_database_folds_as_python_does(value):
    assert folded_by_database([value]) == [text.fold(value)]


@pytest.mark.django_db
@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0", max_codepoint=0x2FFF)))
)
def test_the_database_folds_any_text_as_python_does(values):
    assert folded_by_database(values) == [text.fold(value) for value in values]


def folded_by_database(values):
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_fold(one) FROM unnest(%s::text[]) AS one", [values])
        return [folded for (folded,) in cursor.fetchall()]


def test_cleaning_composes_and_drops_what_cannot_be_seen():
    dirty = "a\0b\u202ec\u200bd\ufeff" + unicodedata.normalize("NFD", "ế") + "\ud800\nx\ty"
    assert text.clean(dirty) == "abcdế\nx\ty"


def test_names_stand_in_the_order_of_a_vietnamese_dictionary():
    names = ["Ưng", "Ân", "An Hải", "Đà", "Ăn", "án", "An", "Dũng", "àn", "ản", "Êm", "em", "Ẩn"]
    wanted = ["An", "àn", "ản", "án", "An Hải", "Ăn", "Ân", "Ẩn", "Dũng", "Đà", "em", "Êm", "Ưng"]
    assert sorted(names, key=text.sort_key) == wanted
