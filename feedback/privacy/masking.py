"""Puts other words in the place of what was found."""

from collections.abc import Iterable

from feedback.privacy.finding import find
from feedback.privacy.kinds import Find
from feedback.privacy.knowing import Known


def mask(text: str, finds: Iterable[Find]) -> str:
    """Return `text` with the proposal in the place of each find; the finds are of this text."""
    for found in sorted(finds, key=lambda found: found.start, reverse=True):
        text = text[: found.start] + found.proposal + text[found.end :]
    return text


def mask_all(text: str, *, known: Known | None = None) -> str:
    """Return `text` with everything masked that is found."""
    return mask(text, find(text, known=known))
