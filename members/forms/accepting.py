"""Why a new look is accepted."""

from django import forms


class AcceptForm(forms.Form):
    reason = forms.CharField(label="Vì sao biết là trang thật", max_length=300)
