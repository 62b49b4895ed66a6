"""The kinds of papers that the apps have: what each is called and which template it is set from.

Settings name them as text, so that the platform knows no app.
"""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Kind:
    """One kind of paper. `code` is "<app>.<noun>"."""

    code: str
    label: str
    template: str

    @property
    def attachment_name(self) -> str:
        """What the data inside the file are called."""
        return f"{self.code.replace('.', '-')}.json"


def kind_of(code: str) -> Kind:
    """Return the kind of that code. Raises `KeyError` when no setting names it."""
    label, template = settings.PAPER_KINDS[code]
    return Kind(code, label, template)


def all_kinds() -> list[Kind]:
    """Return every kind there is, in the order of the setting."""
    return [kind_of(code) for code in settings.PAPER_KINDS]
