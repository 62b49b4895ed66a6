"""A page as a visitor and as a search engine meet it: every text with its place, seen or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Text:
    """Words in one place; `hidden` says how they are kept from the reader, if they are."""

    raw: str
    kind: str
    hidden: str = ""
    href: str = ""
    plain: str = ""
    is_pictured: bool = False
    """Whether a link shows a picture, as those of partners do."""
    is_dressed: bool = False
    """Whether a link holds or bears what gives it a look of its own, without any words."""
    is_over_all: bool = False
    """Whether a link stands on what lies over the whole window."""
    is_waiting: bool = False
    """Whether what hides it is named as a menu, a dialog, a slide: shown when its turn comes."""
    place: str = ""
    """The tag of the block that it stands in."""
    is_loud: bool = False
    """Whether it is dressed as shows are: on black, in red or lime, blinking, running by."""


@dataclass(slots=True, eq=False)
class Sight:
    """All that one page says, in reading order."""

    texts: list[Text] = field(default_factory=list)
    title: str = ""
    heads: list[Text] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    """Addresses of scripts that the page loads."""
    frames: list[tuple[str, bool]] = field(default_factory=list)
    """Addresses of frames, and whether they are too small to be seen."""
    covers: list[str] = field(default_factory=list)
    """Addresses of frames that lie over the whole window."""
    refreshes: list[str] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    """Addresses that the head declares to be this very page."""
    alternates: list[tuple[str, str]] = field(default_factory=list)
    """The languages in which the head says this page exists, each with its address."""
    base: str = ""
    """The address that all links of the page are read from, where the head changes it."""
    calls: list[str] = field(default_factory=list)
    """Addresses that a form is sent to, or a click on a picture or a box leads to."""
    loads: list[str] = field(default_factory=list)
    """Addresses of pictures, films and sheets that the page loads, or makes ready to."""
    asks: list[str] = field(default_factory=list)
    """Where forms that ask for a password are sent."""
    hosts: set[str] = field(default_factory=set)
    """Every host that an address names anywhere in the code of the page."""
    veiled: list[str] = field(default_factory=list)
    """Addresses that the code of the page holds turned round or coded, outside its scripts too."""
    remarked: list[str] = field(default_factory=list)
    """Addresses that stand in remarks of the code beside links."""
    plays: list[str] = field(default_factory=list)
    """What is played without anybody asking: addresses of sounds and films."""
    pictures: list[tuple[int, str]] = field(default_factory=list)
    """Addresses of pictures, each with the number of texts before it."""
    shape: dict[str, int] = field(default_factory=dict)
    """How often each kind of element stands on the page: its tag and first class."""
    images: int = 0
    plain: str = ""
    """All texts in one, normalised."""
    is_foreign: bool = False
    """Whether any letter is of a script that Vietnamese is never written in."""
    styles: list[str] = field(default_factory=list)
    dress: str = ""
    """The code of a page that says little, without spaces, for how it looks."""

    def seen(self) -> Iterator[Text]:
        """Yield what a visitor reads."""
        return (one for one in self.texts if not one.hidden and one.kind in {"line", "link"})
