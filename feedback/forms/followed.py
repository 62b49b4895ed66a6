"""What a sender may still say about a submission they follow."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from feedback.forms.citizen import MOST_BODY, CleanText
from feedback.models import DataSubjectRequest


def words(label: str, *, required: str = "", rows: int = 5, **options: Any) -> CleanText:
    """Return a field for a few lines; `required` is what to say when it is empty."""
    messages = {"max_length": _("Dài quá 10.000 ký tự. Xin rút gọn.")}
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


_TOO_LONG = _("Mã này dài quá. Xin xem lại, chỉ ghi mã.")


class CodesForm(forms.Form):
    """Code and secret, however they are typed."""

    use_required_attribute = False

    code = CleanText(
        label=_("Mã tra cứu"),
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("Ví dụ XD26-7K4F9QM3."),
        error_messages={"required": _("Xin ghi mã tra cứu."), "max_length": _TOO_LONG},
    )
    secret = CleanText(
        label=_("Mã bí mật"),
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("Ví dụ K7MQ2-9XWTA."),
        error_messages={"required": _("Xin ghi mã bí mật."), "max_length": _TOO_LONG},
    )


class AdditionForm(forms.Form):
    use_required_attribute = False

    body = words(_("Nội dung bổ sung"), required=_("Xin ghi điều cần bổ sung."))

    # What was wrong with files that came along; said beside them.
    file_problems: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        if self.file_problems:
            self.add_error(None, _("Có tệp chưa nhận được."))
        return super().clean()


class ReopeningForm(forms.Form):
    use_required_attribute = False

    reason = words(
        _("Điều gì chưa được giải quyết?"), required=_("Xin cho biết điều gì chưa được giải quyết.")
    )


class RatingForm(forms.Form):
    use_required_attribute = False

    stars = forms.TypedChoiceField(
        label=_("Ông/bà hài lòng với trả lời đến đâu?"),
        choices=[
            (5, _("5 – Rất hài lòng")),
            (4, _("4 – Hài lòng")),
            (3, _("3 – Bình thường")),
            (2, _("2 – Không hài lòng")),
            (1, _("1 – Rất không hài lòng")),
        ],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn một mức.")},
    )
    comment = words(_("Góp ý thêm"), rows=3)


class DataForm(forms.Form):
    """What the sender asks about the personal data in the submission."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("Ông/bà muốn"),
        choices=[
            ("", _("Chọn yêu cầu")),
            *((one.value, _(one.label)) for one in DataSubjectRequest.Kind),
        ],
        error_messages={"required": _("Xin chọn một yêu cầu.")},
    )
    text = words(_("Nói rõ thêm"), rows=3)


# By the names under which the page of a submission shows them.
FORMS: dict[str, type[forms.Form]] = {
    "addition": AdditionForm,
    "reopening": ReopeningForm,
    "rating": RatingForm,
    "data": DataForm,
}
# Which of them was being sent, where its words go through the page that asks for both codes.
TYPED_IN = "typed_in"


def typed(sent: Mapping[str, str], name: str = "") -> list[tuple[str, str]]:
    """Return what somebody typed into one of these forms, to be sent along hidden."""
    name = name or sent.get(TYPED_IN, "")
    if name not in FORMS:
        return []
    words_of = ((field, sent.get(field, "")) for field in (*FORMS[name].base_fields, "ticket"))
    return [(TYPED_IN, name), *((field, said) for field, said in words_of if said)]


def unsent(form: forms.Form) -> list[tuple[str, str]]:
    """Return label and words of what was typed into a form that is no longer offered."""
    said = ((field.label, field.value()) for field in form if field.name not in ("stars", "kind"))
    return [(label, str(value)) for label, value in said if value]
