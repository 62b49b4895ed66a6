"""What every step on a submission asks in the same way."""

from typing import Any

from django import forms
from django.db.models import Q

from cityweb.core.models import User
from cityweb.core.text import clean
from feedback.models import Snippet, Submission


class CaseForm(forms.Form):
    """A step that asks nothing; the others add their fields. Knows the case and who acts."""

    # What kind of ready-made words fit into the text field, if any.
    use: Snippet.Use | None = None
    text_field = ""

    def __init__(self, data: Any = None, *, submission: Submission, user: User) -> None:
        self.submission, self.user = submission, user
        super().__init__(data, use_required_attribute=False, auto_id="case-%s", label_suffix="")
        self.prepare()
        for field in self.fields.values():
            _name_what_is_missing(field)

    def prepare(self) -> None:
        """Fill in what depends on the case."""

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in."""
        return bool(self.visible_fields())

    @property
    def snippets(self) -> list[Snippet]:
        """Ready-made words for this mailbox, category and state."""
        if self.use is None:
            return []
        one = self.submission
        rows = Snippet.objects.filter(
            Q(mailbox=None) | Q(mailbox=one.mailbox_id),
            Q(category=None) | Q(category=one.category_id),
            Q(state="") | Q(state=one.state),
            use=self.use,
            is_active=True,
        )
        return list(rows)


def _name_what_is_missing(field: forms.Field) -> None:
    """Say which field is empty, where it says no more than Django does of any field."""
    usual = str(forms.Field.default_error_messages["required"])
    if not field.required or not field.label or str(field.error_messages["required"]) != usual:
        return
    verb = "ghi"
    if isinstance(field, forms.BooleanField):
        verb = "đánh dấu"
    elif isinstance(field, forms.ChoiceField):
        verb = "chọn"
    field.error_messages["required"] = f"Chưa {verb} “{field.label}”."


class Text(forms.CharField):
    """A text as people paste it: in one normal form, without invisible characters."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out `maxlength`: browsers would cut a pasted text there without a word."""
        return {}

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value))
