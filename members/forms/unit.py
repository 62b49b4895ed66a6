"""What a unit sends through its own door."""

from django import forms

_MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


EXPLANATION_LENGTH = 300


class ExplanationForm(forms.Form):
    text = forms.CharField(
        label="Vì sao chưa khắc phục được",
        max_length=EXPLANATION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    promised_on = forms.DateField(
        label="Sẽ khắc phục xong trước hết ngày", widget=forms.DateInput(attrs={"type": "date"})
    )


class OutageForm(forms.Form):
    starts_at = forms.DateTimeField(label="Tạm ngừng từ", widget=_MOMENT)
    ends_at = forms.DateTimeField(label="Dự kiến hoạt động lại lúc", widget=_MOMENT)
    reason = forms.CharField(label="Nội dung, lý do", max_length=250)


class DecisionForm(forms.Form):
    answer = forms.CharField(label="Lời của Phòng", max_length=300, required=False)
