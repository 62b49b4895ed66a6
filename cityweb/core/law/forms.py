"""The shape of a confirmation: value and source."""

import json

from django import forms


class ConfirmForm(forms.Form):
    """What the office read, and where."""

    value = forms.CharField(
        label="Giá trị",
        max_length=500,
        help_text="Con số như 10, giờ như 15:00, hoặc danh sách như [50, 80, 100].",
    )
    source = forms.CharField(
        label="Nguồn đã đọc",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Số, ký hiệu văn bản, điều khoản; nơi đã đọc.",
    )

    def clean_value(self) -> object:
        """Return a number or list where the text is one, else the text itself."""
        text = self.cleaned_data["value"].strip()
        try:
            return json.loads(text)
        except ValueError:
            return text
