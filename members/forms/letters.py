"""Why an official letter is not sent."""

from django import forms


class DropForm(forms.Form):
    reason = forms.CharField(label="Vì sao không gửi", max_length=300)
