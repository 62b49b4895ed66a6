"""What a sender may still say about a submission they follow."""

from typing import Any

from django import forms

from feedback.forms.citizen import MOST_BODY, CleanText
from feedback.models import DataSubjectRequest


def words(label: str, *, required: str = "", rows: int = 5, **options: Any) -> CleanText:
    """Return a field for a few lines; `required` is what to say when it is empty."""
    messages = {"max_length": "Dài quá 10.000 ký tự. Xin rút gọn."}
    if required:
        messages["required"] = required
    return CleanText(
        label=label,
        required=bool(required),
        max_length=MOST_BODY,
        widget=forms.Textarea({"rows": rows, "data-most": MOST_BODY}),
        error_messages=messages,
        **options,
    )


class CodesForm(forms.Form):
    """Code and secret, however they are typed."""

    use_required_attribute = False

    code = CleanText(
        label="Mã tra cứu",
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text="Ví dụ XD26-7K4F9QM3.",
        error_messages={"required": "Xin ghi mã tra cứu."},
    )
    secret = CleanText(
        label="Mã bí mật",
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text="Ví dụ K7MQ2-9XWTA.",
        error_messages={"required": "Xin ghi mã bí mật."},
    )


class AdditionForm(forms.Form):
    use_required_attribute = False

    body = words("Nội dung bổ sung", required="Xin ghi điều cần bổ sung.")


class ReopeningForm(forms.Form):
    use_required_attribute = False

    reason = words(
        "Điều gì chưa được giải quyết?", required="Xin cho biết điều gì chưa được giải quyết."
    )


class RatingForm(forms.Form):
    use_required_attribute = False

    stars = forms.TypedChoiceField(
        label="Ông/bà hài lòng với trả lời đến đâu?",
        choices=[
            (5, "5 – Rất hài lòng"),
            (4, "4 – Hài lòng"),
            (3, "3 – Bình thường"),
            (2, "2 – Không hài lòng"),
            (1, "1 – Rất không hài lòng"),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Xin chọn một mức."},
    )
    comment = words("Góp ý thêm", rows=3)


class DataForm(forms.Form):
    """What the sender asks about the personal data in the submission."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="Ông/bà muốn",
        choices=[("", "Chọn yêu cầu"), *DataSubjectRequest.Kind.choices],
        error_messages={"required": "Xin chọn một yêu cầu."},
    )
    text = words("Nói rõ thêm", rows=3)
