"""What a reader of the register may ask for by address alone."""

from typing import Any

from django import forms

from cityweb.core import text
from licensing.reports.register import Asked
from licensing.states import Standing

MOST_WORDS = 200


class AskedForm(forms.Form):
    """The search and its filters; what makes no sense is left out and said so."""

    q = forms.CharField(required=False, max_length=MOST_WORDS)
    tinh_trang = forms.ChoiceField(required=False, choices=[("", ""), *Standing.choices])
    co_quan = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    nam = forms.IntegerField(required=False, min_value=1990, max_value=2200)

    def clean_q(self) -> str:
        return text.clean(self.cleaned_data["q"]).strip()

    @property
    def asked(self) -> Asked:
        self.is_valid()
        data: dict[str, Any] = self.cleaned_data
        return Asked(
            words=data.get("q", ""),
            state=data.get("tinh_trang", ""),
            issuer=data.get("co_quan"),
            year=data.get("nam"),
        )


class DayForm(forms.Form):
    """The day on which a reader wants to see a licence."""

    ngay = forms.DateField(
        required=False,
        error_messages={"invalid": "Ngày chưa đúng; hãy ghi như 31/12/2025."},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )
