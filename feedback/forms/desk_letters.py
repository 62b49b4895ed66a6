"""What is decided about a mail that waits."""

from typing import Any

from django import forms

from feedback import codes
from feedback.models import Mailbox


class LetterForm(forms.Form):
    """One thing that may be done with a mail."""

    use_required_attribute = False

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, label_suffix="", **named)


class JoinLetter(LetterForm):
    """Which submission the mail belongs to."""

    code = forms.CharField(
        label="Mã ý kiến",
        max_length=20,
        error_messages={"required": "Hãy ghi mã ý kiến, ví dụ XD26-7K4F9QM3."},
    )
    whose = forms.ChoiceField(
        label="Lời trong thư là của ai",
        widget=forms.RadioSelect,
        choices=[
            ("sender", "Của chính người gửi ý kiến, viết từ địa chỉ khác"),
            ("other", "Của người khác: chỉ cơ quan đọc, không tính là bổ sung của người gửi"),
        ],
        error_messages={"required": "Hãy cho biết lời trong thư là của ai."},
    )

    def clean_code(self) -> str:
        code = codes.tidy(self.cleaned_data["code"])
        if not codes.is_code(code):
            raise forms.ValidationError("Mã này gõ chưa đúng; hãy kiểm tra từng chữ.")
        return code


class TakeLetterIn(LetterForm):
    """Which mailbox a new submission goes to."""

    mailbox = forms.ModelChoiceField(
        Mailbox.objects.none(),
        label="Hộp thư",
        empty_label="Chọn hộp thư",
        error_messages={"required": "Hãy chọn hộp thư."},
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["mailbox"].queryset = Mailbox.objects.all()


class DiscardLetter(LetterForm):
    """Why nobody needs the mail."""

    reason = forms.CharField(
        label="Lý do bỏ", max_length=300, error_messages={"required": "Hãy ghi vì sao bỏ thư này."}
    )
