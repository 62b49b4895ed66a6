"""A plain list, one entry a line, to be taken in."""

from django import forms

from members.abnormality.keywords import Kind
from members.actions.listing import DOMAINS, MOST_LINES

KINDS = [(DOMAINS, "Tên miền chặn"), *Kind.choices]
MOST_CHARACTERS = 1_000_000


class ListForm(forms.Form):
    """Which list, and its lines, written down or in a text file."""

    kind = forms.ChoiceField(label="Danh sách", choices=KINDS)
    lines = forms.CharField(
        label="Mỗi dòng một mục",
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_lines(self) -> list[str]:
        lines = self.cleaned_data["lines"].splitlines()
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"Nhiều nhất {MOST_LINES} dòng một lần; hãy chia nhỏ.")
        return lines
