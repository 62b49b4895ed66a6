"""How text becomes words, the same for articles and queries."""

import unicodedata

import pytest

from cityweb.news.search import terms
from cityweb.news.search.query import parse
from cityweb.news.search.tokens import places, words


def folded(value):
    return [word.folded for word in words(value)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("TP.HCM", ["tp", "hcm"]),
        ("TPHCM", ["tp", "hcm"]),
        ("TP. HCM", ["tp", "hcm"]),
        ("Covid-19", ["covid", "19"]),
        ("covid19", ["covid", "19"]),
        ("Top 1.000", ["top", "1000"]),
        ("11,3%", ["113"]),
        ("“chết yểu”... rồi!", ["chet", "yeu", "roi"]),
        ("xong.Ông về", ["xong", "ong", "ve"]),
        ("a_b", ["a", "b"]),
        ("100 m²", ["100", "m", "2"]),
        ("Ｔｉｎ ｍớｉ １２", ["tin", "moi", "12"]),
        ("😀 !!! ---", []),
    ],
)
def test_words_are_read_alike_however_they_are_joined(value, found):
    assert folded(value) == found
    assert folded(unicodedata.normalize("NFD", value)) == found


def test_places_are_those_of_the_text_as_written():
    line = "İstanbul gặp ĐẤT, đai"
    found = [line[place.start : place.end] for place in places(line)]
    assert found == ["İstanbul", "gặp", "ĐẤT", "đai"]


def test_quotes_of_any_shape_make_a_phrase_and_a_lone_one_none():
    assert [len(parse(typed).phrases) for typed in ('"nhà ở" a', "“nhà ở”", '"nhà ở', '""')] == [
        1,
        1,
        0,
        0,
    ]


def test_a_query_without_end_is_cut():
    assert len(parse("đất " * 5_000).words) == 24


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("dat dai", "datdai", 1),
        ("dat", "dta", 1),
        ("dat", "dat", 0),
        ("abc", "xyz", 3),
        ("", "a", 1),
    ],
)
def test_slips_are_counted(one, other, count):
    assert terms.slips(one, other) == count


def test_terms_one_slip_apart_share_a_remainder():
    assert set(terms.near("dat dai")) & set(terms.near("dat day"))
    assert set(terms.near("dat dai")) & set(terms.near("datdai"))
    assert set(terms.near("dat dai")) & set(terms.near("dta dai"))
