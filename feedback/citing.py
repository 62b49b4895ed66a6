"""What a reply may lean on, asked of the apps that own it, by text (`settings.CITABLE`)."""

from django.conf import settings
from django.utils.module_loading import import_string

from cityweb.core.citations import Standing


def look(model: str, target_id: int) -> Standing | None:
    """Return how the thing stands today, or nothing when nobody knows it."""
    owner = settings.CITABLE.get(model)
    return import_string(owner)(target_id) if owner else None
