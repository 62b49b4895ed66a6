"""What may stand on a paper: only characters that the shipped typeface has.

PDF/A forbids a sign without a glyph, and a paper must not fail because a citizen sent a smiling
face; such a sign becomes an empty square that everybody sees.
"""

import re
from collections.abc import Mapping
from typing import Any

from cityweb.core import text

# What all four files of `fonts/` hold, without controls, marks of direction and private signs.
# A test sets every one of these characters and fails when the typeface lacks it.
COVERED = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x36F), (0x374, 0x375), (0x37A, 0x37E), (0x384, 0x38A),
    (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x3D0, 0x513), (0x1E00, 0x1E9B),
    (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2010, 0x2010), (0x2012, 0x2022), (0x2026, 0x2026),
    (0x2030, 0x2030), (0x2032, 0x2034), (0x2039, 0x203A), (0x2074, 0x2079),
    (0x2080, 0x2089), (0x20A0, 0x20B5), (0x2105, 0x2105), (0x2113, 0x2113), (0x2116, 0x2116),
    (0x2122, 0x2122), (0x2126, 0x2126), (0x2153, 0x2154), (0x215B, 0x215E), (0x2190, 0x2195),
    (0x2202, 0x2202), (0x2206, 0x2206), (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E),
    (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25AA, 0x25AB),
    (0x25CB, 0x25CB), (0x25CF, 0x25CF),
)  # fmt: skip
MISSING = "\u25a1"
_RANGES = "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in COVERED)
_UNSET = re.compile(rf"[^\n{_RANGES}]")


def settable(value: str) -> str:
    """Return the text in NFC, every character of it in the typeface; line ends stay."""
    return _UNSET.sub(MISSING, text.clean(value).replace("\r\n", "\n").replace("\t", " "))


def settable_all(value: Any) -> Any:
    """Do the same to every text inside what JSON can hold; keys are ours and stay."""
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, Mapping):
        return {key: settable_all(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [settable_all(part) for part in value]
    return value
