"""Until when nobody is reminded of an incident, and why."""

from django import forms


class NoteForm(forms.Form):
    note = forms.CharField(label="Ghi chú (nếu có)", required=False, max_length=300)


class QuietForm(forms.Form):
    until = forms.DateField(
        label="Ngừng nhắc đến hết ngày", widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(label="Lý do, hoặc giải trình của đơn vị", max_length=300)
