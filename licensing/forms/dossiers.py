"""How the list of dossiers is narrowed."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from licensing import deadlines
from licensing.life import State
from licensing.models import Procedure
from licensing.reports.dossiers import Asked

_NAMES = ("heap", "q", "procedure", "state", "colour")


class DossierFilter(forms.Form):
    """What stands in the address; what is no choice counts as not asked."""

    q = forms.CharField(label="Mã hồ sơ, tên tổ chức", required=False, max_length=100)
    procedure = forms.ChoiceField(label="Thủ tục", required=False)
    state = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Mọi trạng thái"), *[one for one in State.choices if one[0] != State.DRAFT]],
    )
    colour = forms.ChoiceField(
        label="Thời hạn", required=False, choices=[("", "Mọi hạn"), *deadlines.COLOURS.items()]
    )
    heap = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = Procedure.objects.filter(is_filed=True)
        self.fields["procedure"].choices = [
            ("", "Mọi thủ tục"),
            *((one.code, one.short_name) for one in rows),
        ]
        self.full_clean()

    @property
    def asked(self) -> Asked:
        said = self.cleaned_data
        return Asked(
            said.get("heap", ""), said.get("q", ""), said.get("procedure", ""),
            said.get("state", ""), said.get("colour", ""),
        )  # fmt: skip

    def with_(self, **changed: str) -> str:
        """Return the query of this list with something changed."""
        said = {name: self.cleaned_data.get(name, "") for name in _NAMES} | changed
        return urlencode({name: value for name, value in said.items() if value})

    @property
    def query(self) -> str:
        return self.with_()
