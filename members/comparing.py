"""What changed between two looks of a page, line by line. Pure, and bounded for foreign text."""

import difflib
import re
from dataclasses import dataclass

MOST_CHARACTERS = 300_000
MOST_LINES = 1_500
LONGEST_LINE = 300
CONTEXT = 2
_BETWEEN_TAGS = re.compile(r">\s{0,200}<")


@dataclass(frozen=True)
class Line:
    """One line of a comparison: added, removed, or the same on both sides."""

    text: str
    kind: str = ""

    @property
    def mark(self) -> str:
        return {"added": "+", "removed": "−"}.get(self.kind, "")


def lines(page: str) -> list[str]:
    """Return the source of a page a tag a line, so that pages without breaks can be compared."""
    broken = _BETWEEN_TAGS.sub(">\n<", page[:MOST_CHARACTERS])
    kept = (one.strip()[:LONGEST_LINE] for one in broken.splitlines())
    return [one for one in kept if one][:MOST_LINES]


def changes(before: str, after: str) -> list[Line]:
    """Return what was added and removed, with a little of what stands around it."""
    found = difflib.unified_diff(lines(before), lines(after), lineterm="", n=CONTEXT)
    kinds = {"+": "added", "-": "removed"}
    # The first two lines name files, which these are not.
    return [
        Line("…") if one.startswith("@@") else Line(one[1:], kinds.get(one[0], ""))
        for one in list(found)[2:]
    ]
