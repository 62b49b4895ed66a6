"""Naming a body by typing: two hundred of them are too many for a list to scroll."""

from collections.abc import Iterable
from typing import Any

from django import forms

from cityweb.core.models import Organisation
from cityweb.core.text import clean, fold

_MOST_NAMED = 4


class Suggested(forms.TextInput):
    """A text field below which the browser offers the names that fit; needs no script."""

    template_name = "feedback/desk/suggested.html"

    def __init__(self) -> None:
        super().__init__({"autocomplete": "off"})
        self.names: list[str] = []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        list_id = f"{(attrs or {}).get('id', name)}-names"
        context = super().get_context(name, value, {**(attrs or {}), "list": list_id})
        return {**context, "names": self.names, "list_id": list_id}


class NamedBody(forms.CharField):
    """The body that a name, a short name, or words of one name alone mean; none when empty."""

    widget = Suggested

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=250, **options)
        self.bodies: list[Organisation] = []

    def offer(self, bodies: Iterable[Organisation]) -> None:
        """Say which bodies may be named."""
        self.bodies = list(bodies)
        self.widget.names = [body.name for body in self.bodies]

    def clean(self, value: Any) -> Organisation | None:
        typed = fold(clean(super().clean(value)))
        if not typed:
            return None
        exact = [one for one in self.bodies if typed in (fold(one.name), fold(one.short_name))]
        found = exact or [one for one in self.bodies if typed in fold(f"{one.name} {one}")]
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(
                "Không có cơ quan nào tên như vậy. Hãy gõ vài chữ của tên rồi chọn trong các gợi ý."
            )
        some = "; ".join(one.name for one in found[:_MOST_NAMED])
        rest = "…" if len(found) > _MOST_NAMED else "."
        raise forms.ValidationError(f"Nhiều cơ quan có chữ này: {some}{rest} Hãy gõ rõ hơn.")
