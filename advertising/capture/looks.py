"""What a capture holds in memory, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cityweb.core.browsing import Recording, View
from cityweb.core.browsing.launching import Confinement
from cityweb.core.browsing.notes import Notes


@dataclass(slots=True)
class Look:
    """One page seen on one kind of screen."""

    view: View
    url: str
    started_at: datetime
    page: int = 1
    """Which page of the capture this is, from 1."""
    ended_at: datetime | None = None
    final_url: str = ""
    title: str = ""
    error: str = ""
    """Why the page itself did not open."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """PNG by name: "screen" as a reader sees it first, "full", "ad-1" and so on."""
    source: str = ""
    recording: Recording = field(default_factory=Recording)
    notes: Notes = field(default_factory=Notes)
    links: list[str] = field(default_factory=list)
    """Pages of the same site to which this one links, in the order they stand."""
    ads: list[dict[str, Any]] = field(default_factory=list)
    """Places of the page that look like advertisements; leads, which an officer confirms."""
    browser: str = ""
    user_agent: str = ""
    confinement: Confinement | None = None
    most_memory: int = 0

    @property
    def key(self) -> str:
        """Return what the files of this look are called by: "desktop", "p2-phone"."""
        return self.view.name if self.page == 1 else f"p{self.page}-{self.view.name}"

    @property
    def seconds(self) -> float:
        return (self.ended_at - self.started_at).total_seconds() if self.ended_at else 0.0

    @property
    def is_seen(self) -> bool:
        return not self.error and "screen" in self.pictures


@dataclass(slots=True)
class Taken:
    """One capture: each of its pages in each view."""

    url: str
    looks: list[Look]

    @property
    def urls(self) -> list[str]:
        return list(dict.fromkeys(look.url for look in self.looks))

    @property
    def started_at(self) -> datetime:
        return self.looks[0].started_at

    @property
    def is_seen(self) -> bool:
        return all(look.is_seen for look in self.looks)
