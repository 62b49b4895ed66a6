"""Days as people type them in forms."""

from datetime import date, datetime

import pytest
from django import forms
from django.utils import timezone, translation


@pytest.mark.parametrize("typed", ["01/12/2026", "1/12/2026", "01-12-2026", "2026-12-01"])
def test_a_day_comes_before_its_month(typed):
    with translation.override("vi"):
        assert forms.DateField().clean(typed) == date(2026, 12, 1)


@pytest.mark.parametrize("typed", ["01/12/2026 08:30", "2026-12-01 08:30:00"])
def test_so_it_does_with_an_hour(typed):
    with translation.override("vi"):
        found = forms.DateTimeField().clean(typed)
    assert found == timezone.make_aware(datetime(2026, 12, 1, 8, 30))


def test_what_browsers_show_stays_as_they_want_it():
    class Form(forms.Form):
        day = forms.DateField(widget=forms.DateInput({"type": "date"}))

    with translation.override("vi"):
        shown = str(Form(initial={"day": date(2026, 12, 1)})["day"])
    assert 'value="2026-12-01"' in shown
