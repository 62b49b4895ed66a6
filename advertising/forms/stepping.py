"""What steps ask for; each stands beside the thing it is about."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Model

from advertising.models import EvidenceItem
from cityweb.core.asking import AskingForm
from cityweb.core.models import User


def day_field(label: str, **options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


def moment_field(label: str) -> forms.DateTimeField:
    """Return a field for a day and minute, as the browser's own control writes it."""
    shape = "%Y-%m-%dT%H:%M"
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=shape)
    return forms.DateTimeField(label=label, widget=widget, input_formats=[shape])


def words_field(label: str, *, rows: int = 3, most: int = 4000, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, **options)


class ExhibitField(forms.ModelChoiceField):
    """One exhibit of the case, by number and what it shows; each form says which may be chosen."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(EvidenceItem.objects.none(), label=label, **options)

    def label_from_instance(self, obj: Model) -> str:
        return f"{obj}: {obj.title}"


def call_for_choice(fields: Mapping[str, forms.Field]) -> None:
    """Say in words that one is to be chosen, where Django would show a row of dashes."""
    for field in fields.values():
        if isinstance(field, forms.ModelChoiceField) and field.empty_label:
            field.empty_label = "Chọn…"


class StepForm(AskingForm):
    """A step that asks for nothing; the others add their fields. `subject` is what it is about."""

    def __init__(self, *args: Any, subject: Model, user: User, **options: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | options)
        self.subject, self.user = subject, user
        call_for_choice(self.fields)

    def said(self) -> dict[str, Any]:
        """Return what the action is called with."""
        return self.cleaned_data


class Minute(StepForm):
    place = forms.CharField(
        label="Lập tại", max_length=300, required=False,
        help_text="Nơi lập biên bản; để trống là tại trụ sở cơ quan.",
    )  # fmt: skip


class Reason(StepForm):
    beside: ClassVar = {"no-reason": "reason"}

    reason = words_field("Lý do", most=2000)
