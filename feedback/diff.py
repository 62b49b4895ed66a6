"""What a draft keeps of the body's answer, what it adds and what it leaves out, word by word."""

import difflib
import re
from dataclasses import dataclass

# Compared word by word up to here; beyond it a diff costs more than it tells.
_MOST_WORDS = 3_000
_WORDS = re.compile(r"\s*\w+|\s*[^\w\s]+|\s+$")


@dataclass(frozen=True)
class Piece:
    """Some words in a row that were kept ("same"), added or left out ("gone")."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Return both texts as one, in pieces; nothing when they are the same or too long."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if old == new or max(len(old), len(new)) > _MOST_WORDS:
        return []
    found: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, low, high, new_low, new_high in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(old[low:high])))
            continue
        if high > low:
            found.append(Piece("gone", "".join(old[low:high])))
        if new_high > new_low:
            found.append(Piece("added", "".join(new[new_low:new_high])))
    return found
