"""What another office answers about a dossier."""

from django import forms

MOST_ANSWER = 8_000


class AnswerForm(forms.Form):
    use_required_attribute = False

    answer = forms.CharField(
        label="Ý kiến của quý cơ quan",
        max_length=MOST_ANSWER,
        widget=forms.Textarea({"rows": 10}),
        error_messages={"required": "Hãy ghi ý kiến trả lời."},
    )
    document = forms.CharField(
        label="Số văn bản trả lời, nếu có", max_length=80, required=False,
        help_text="Văn bản giấy gửi sau vẫn được ghi vào hồ sơ.",
    )  # fmt: skip
    answered_by = forms.CharField(
        label="Người trả lời, chức danh",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Hãy ghi người trả lời, chức danh."},
    )
