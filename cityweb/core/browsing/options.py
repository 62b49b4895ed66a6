"""How a page is looked at, and how much a visit may take."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class View:
    """A screen as a reader holds it."""

    name: str
    width: int
    height: int
    scale: float
    is_mobile: bool
    platform: str
    """The part of the user agent that names the machine."""

    def user_agent(self, version: str) -> str:
        """Return what a browser of this kind calls itself; `version` as in "130.0.0.0"."""
        mobile = " Mobile" if self.is_mobile else ""
        return (
            f"Mozilla/5.0 ({self.platform}) AppleWebKit/537.36 (KHTML, like Gecko) "
            f"Chrome/{version.partition('.')[0]}.0.0.0{mobile} Safari/537.36"
        )


DESKTOP = View("desktop", 1366, 768, 1.0, False, "X11; Linux x86_64")
PHONE = View("phone", 360, 780, 2.0, True, "Linux; Android 10; K")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much one browser may take, whatever the page does."""

    seconds: float = 55.0
    memory_bytes: int = 1150 * MEBIBYTE
    """Of all its processes; measured ten times a second, so the limit of the machine lies above."""
    script_mebibytes: int = 384
    most_bytes_an_answer: int = 24 * MEBIBYTE
    most_bytes: int = 64 * MEBIBYTE
    most_exchanges: int = 3000
    opens_frames: bool = False
    """Whether a page may look into frames of other sites: for measuring, never for evidence."""
