"""The sample sites as they are written down, and the addresses they have on this machine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SUFFIX = ".website-mau.localhost"
STRANGERS = ".noi-khac.localhost"
"""Hosts that belong to nobody in the register."""
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class SampleSite:
    """One row of `sites.json`; `play` is how it behaves."""

    code: str
    name: str
    body: str
    kind: str
    play: str
    platform: str
    builder: str
    tags: list[str]
    sections: tuple[tuple[str, str], ...] = ()
    feed: bool = False
    ended: str = ""
    archived: str = ""
    successor: str = ""

    @property
    def short_body(self) -> str:
        """Return the body as it is called in lists."""
        return self.body.replace("Ủy ban nhân dân", "UBND").removesuffix(" Thành phố Hồ Chí Minh")

    @property
    def has_sitemap(self) -> bool:
        """Whether the site lists its pages for search engines, and a stranger's page with them."""
        return self.play == "planted-below"

    def home(self, port: int) -> str:
        """Return its address where plain HTTP is on `port`, HTTPS on the next, nobody on the third.

        Browsers take every name under localhost for this machine.
        """
        scheme, shift = {"plain": ("http", 0), "refused": ("http", 2)}.get(self.play, ("https", 1))
        return f"{scheme}://{self.code}{SUFFIX}:{port + shift}/"


@cache
def sites() -> dict[str, SampleSite]:
    """Return the sample sites by code."""
    rows = json.loads((_HERE / "sites.json").read_text("utf-8"))
    return {row["code"]: SampleSite(**row) for row in rows}


def ports(port: int) -> list[int]:
    """Return the ports that visits to the sample sites need."""
    return [port, port + 1, port + 2]
