"""What the head of the office decides on a request about personal data."""

from django import forms

from feedback.forms.citizen import CleanText, line


class DecideOnData(forms.Form):
    """The words for the sender, and what is right where something was wrong."""

    # What is missing is said in our words, beside the field.
    use_required_attribute = False

    answer = CleanText(
        label="Trả lời người yêu cầu",
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Hãy ghi lời trả lời; từ chối phải có lý do."},
    )
    sender_name = line("Họ tên đúng", most=120, required=False)
    sender_address = line("Địa chỉ đúng", most=200, required=False)
    sender_phone = line("Điện thoại đúng", most=20, required=False)
    sender_email = forms.EmailField(
        label="Thư điện tử đúng",
        required=False,
        max_length=254,
        error_messages={"invalid": "Địa chỉ thư chưa đúng."},
    )

    def __init__(self, *given: object, is_correction: bool, **named: object) -> None:
        super().__init__(*given, label_suffix="", **named)
        if not is_correction:
            for name in ("sender_name", "sender_address", "sender_phone", "sender_email"):
                del self.fields[name]
