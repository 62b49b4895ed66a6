"""Dates and sizes as readers of each language say them."""

from datetime import date

import pytest

from cityweb.news import wording


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (date(2026, 11, 23), "thứ Hai 23/11/2026", "Monday, 23 Nov 2026"),
        (date(2026, 3, 1), "Chủ nhật 01/03/2026", "Sunday, 1 Mar 2026"),
    ],
)
def test_a_day_in_words(day, vietnamese, english):
    assert wording.day_in_words(day, "vi") == vietnamese
    assert wording.day_in_words(day, "en") == english


@pytest.mark.parametrize(
    ("size", "vietnamese", "english"),
    [(0, "1 KB", "1 KB"), (400_000, "391 KB", "391 KB"), (1_300_000, "1,2 MB", "1.2 MB")],
)
def test_a_file_size(size, vietnamese, english):
    assert wording.file_size(size, "vi") == vietnamese
    assert wording.file_size(size, "en") == english
