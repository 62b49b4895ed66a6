"""What a device sends from the field, one thing at a time."""

from datetime import UTC, datetime
from typing import Any

from django import forms

from advertising.actions import Brought
from advertising.models import CheckItem, FieldEntry, FieldPack, Finding, Inspection

_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


class BroughtForm(forms.Form):
    """One result, note or photo; a result names its line and what it says."""

    key = forms.UUIDField()
    kind = forms.ChoiceField(choices=FieldEntry.Kind.choices)
    made_at = forms.DateTimeField()
    item = forms.ModelChoiceField(queryset=CheckItem.objects.none(), required=False)
    result = forms.ChoiceField(choices=[("", ""), *Finding.Result.choices], required=False)
    words = forms.CharField(max_length=4000, required=False)
    base_at = forms.DateTimeField(required=False)
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", required=False)
    photo = forms.FileField(required=False)

    def __init__(self, *args: Any, pack: FieldPack, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["item"].queryset = pack.inspection.checklist.items.all()

    def clean_made_at(self) -> datetime:
        """Return the hour of the device, however wrong, within what calendars can reckon with."""
        return min(max(self.cleaned_data["made_at"], _EARLIEST), _LATEST)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("kind") == FieldEntry.Kind.CHECK and not (
            said.get("item") and said.get("result")
        ):
            raise forms.ValidationError("Kết quả phải nêu dòng của bảng kiểm và đạt hay vi phạm.")
        return said

    def brought(self) -> Brought:
        given = dict(self.cleaned_data)
        return Brought(upload=given.pop("photo"), **given)


def facts_of(pack: FieldPack, found: Inspection) -> dict[str, Any]:
    """Return what the officer takes along: the lines of the checklist, and what is found so far."""
    known = {one.item_id: one for one in found.findings.all()}
    return {
        "key": str(pack.key),
        "secret": pack.secret,
        "code": found.code,
        "site": found.site.domain,
        "address": found.site.home_url,
        "inspected": str(found.inspected),
        "scope": found.scope,
        "span": f"{found.starts_on:%d/%m/%Y} – {found.ends_on:%d/%m/%Y}",
        "taken_at": pack.taken_at.isoformat(),
        "lines": [_line(item, known.get(item.pk)) for item in found.checklist.items.all()],
    }


def _line(item: CheckItem, known: Finding | None) -> dict[str, Any]:
    return {
        "item": item.pk,
        "code": item.code,
        "text": item.text,
        "citation": item.citation,
        "result": known.result if known else "",
        "words": known.note if known else "",
        "base_at": known.at.isoformat() if known else "",
    }
