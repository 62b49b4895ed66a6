"""Which requests and elements are advertisements, by lists in the format of EasyList.

Lists are data of their own: those in `filters/` and those that the operator lays
into the folder of a setting. The engine is Brave's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import adblock
from django.conf import settings

_OURS = Path(__file__).with_name("filters")
# What browsers call a request, in the words of the lists.
_KINDS = {
    "Document": "subdocument",
    "Stylesheet": "stylesheet",
    "Image": "image",
    "Media": "media",
    "Font": "font",
    "Script": "script",
    "XHR": "xmlhttprequest",
    "Fetch": "xmlhttprequest",
    "WebSocket": "websocket",
    "Ping": "ping",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A selector of elements, and the rule of a list it stands in."""

    selector: str
    rule: str


class Lists:
    """All lists of an installation, ready to be asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = adblock.FilterSet(debug=True)
        self._rules: dict[str, str] = {}
        for text in texts:
            found.add_filter_list(text)
            for line in text.splitlines():
                domains, mark, selector = line.partition("##")
                if mark and selector and not line.startswith("!"):
                    self._rules.setdefault(selector.strip(), line.strip())
        self._engine = adblock.Engine(found, optimize=False)

    def rule_of(self, url: str, *, page: str, kind: str = "Other") -> str:
        """Return the very rule by which a request is one for an advertisement, or nothing."""
        try:
            found = self._engine.check_network_urls(url, page, _KINDS.get(kind, "other"))
        except adblock.AdblockException:
            return ""
        return (found.filter or "") if found.matched else ""

    def marks(self, url: str, *, classes: list[str], ids: list[str]) -> list[Mark]:
        """Return the selectors that hold for a page on which these classes and ids stand."""
        specific = self._engine.url_cosmetic_resources(url)
        usual: Any = self._engine.hidden_class_id_selectors(classes, ids, specific.exceptions)
        selectors = {*specific.hide_selectors, *usual}
        return [Mark(each, self._rules.get(each, f"##{each}")) for each in sorted(selectors)]


def installed() -> Lists:
    """Return the lists of this installation; read again when a file changed."""
    folders = [_OURS, Path(settings.AD_FILTER_FOLDER)]
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.txt"))]
    return _read(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=1)
def _read(files: tuple[tuple[Path, int], ...]) -> Lists:
    return Lists(file.read_text("utf-8", "replace") for file, _ in files)
