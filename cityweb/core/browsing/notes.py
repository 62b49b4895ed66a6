"""What a page did while we looked: each list is bounded, because pages repeat themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST = 2000
LONGEST = 2000


@dataclass(slots=True)
class Asked:
    """One request as the browser names it: of what kind, for which document, and when."""

    url: str
    method: str
    kind: str
    document: str
    frame: str
    at: float
    """Seconds by the browser's own clock."""


@dataclass(slots=True)
class Notes:
    asked: list[Asked] = field(default_factory=list)
    redirects: list[dict[str, Any]] = field(default_factory=list)
    """Of the page itself: from, status, to."""
    dialogs: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    """Addresses of windows that the page opened; each was closed at once."""
    downloads: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """What we could not do with the page, in Vietnamese."""

    def add(self, notes: list[Any], what: Any) -> None:
        if len(notes) < MOST:
            notes.append(what[:LONGEST] if isinstance(what, str) else what)
