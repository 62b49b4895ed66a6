"""What a reply may lean on, asked of the apps that own it, by text (`settings.CITABLE`)."""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from django.conf import settings

from cityweb.core.citations import Standing
from feedback.models import Citation

# Of each kind.
MOST_FOUND = 5
# The version of what is public no more; it never equals a version that was cited.
GONE = "gone"


@dataclass(frozen=True)
class Candidate:
    """Something that could be cited, and by which words it was found."""

    model: str
    target_id: int
    standing: Standing


def look(model: str, target_id: int) -> Standing | None:
    """Return how the thing stands today, or nothing when nobody knows it."""
    owner = _owner(model)
    return owner.standing(target_id) if owner else None


def find(words: str) -> list[Candidate]:
    """Return what answers some words, of every kind that may be cited."""
    return [
        Candidate(model, found.target_id, found.standing)
        for model in settings.CITABLE
        for found in _owner(model).find(words, most=MOST_FOUND)
    ]


def version_of(standing: Standing | None) -> str:
    """Return what a citation notes of a thing: its version, or that it is gone in which way."""
    if standing is None:
        return GONE
    return (standing.version if standing.is_good else f"{GONE}: {standing.version}")[:80]


def changed(citation: Citation, standing: Standing | None) -> str:
    """Return in a sentence what became of the cited thing; "" while it stands as it was cited."""
    if version_of(standing) == citation.version:
        return ""
    if standing is None:
        return "Nội dung được dẫn không còn."
    if not standing.is_good:
        return standing.why_not or "Nội dung được dẫn không còn công khai."
    return "Nội dung được dẫn đã có bản mới."


def _owner(model: str) -> ModuleType | None:
    name = settings.CITABLE.get(model)
    return import_module(name) if name else None
