"""Forms whose action may refuse what they said."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from cityweb.core.errors import Refused


class AskingForm(forms.Form):
    """A form whose action may refuse: what a refusal speaks of stands beside that field."""

    # Names of fields by the codes of refusals; what is about no field stands above the form.
    beside: ClassVar[Mapping[str, str]] = {}

    def refuse(self, refusal: Refused) -> None:
        """Show why, beside what has to be written otherwise; nothing that was typed is lost."""
        name = self.beside.get(refusal.code, "")
        self.add_error(name if name in self.fields else None, refusal.message)
