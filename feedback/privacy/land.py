"""A plot of land by its numbers on the map of the cadastre, and the paper that says whose it is."""

import re
from collections.abc import Iterator

from feedback.privacy.kinds import Kind, Span
from feedback.privacy.sight import Sight

_NUMBER = r"[ :.]{0,3}(?:so|s)?[ :.]{0,3}\d{1,5}[a-z]?(?:[/\-]\d{1,4})?"
_PLOT = rf"thua( dat)?{_NUMBER}"
_SHEET = rf"to(?: ban do| bd)?(?: dia chinh)?{_NUMBER}"
_BETWEEN = r"(?: {0,2}[,;.\-/(]? {0,2})(?:(?:thuoc|o|tai|cua|va) )?"
_PLOT_ON_SHEET = re.compile(
    rf"(?<![a-z]){_PLOT}(?:{_BETWEEN}{_SHEET})?(?![\d/])"
    rf"|(?<![a-z])to(?: ban do| bd){_NUMBER}{_BETWEEN}{_PLOT}(?![\d/])"
)
_PAPER = (
    r"(?:giay chung nhan|gcn|so hong|so do|giay do|giay hong|qsd ?d|quyen su dung dat|bia do|"
    r"chu quyen nha)"
)
_CERTIFICATE = re.compile(
    rf"(?<![a-z]){_PAPER}[^\n\d]{{0,50}}?(?<![a-z])([a-z]{{2}} ?\d{{5,8}})(?!\d)"
)


def parcels(sight: Sight) -> Iterator[Span]:
    """Yield "thửa 123 tờ bản đồ 45" and the like; a sheet of a map alone is nobody's."""
    for match in _PLOT_ON_SHEET.finditer(sight.low):
        at = match.start() + match[0].index("thua")
        is_written = sight.marked[at : at + 4].lower() == "thửa"
        is_called = match[1] or match[2] or " to " in match[0]
        # Without marks "thua 3" may also be a lost match, or too much of something.
        if is_written or (is_called and sight.marked[at : at + 4].isascii()):
            yield Span(Kind.LAND, match.start(), match.end())


def certificates(sight: Sight) -> Iterator[Span]:
    """Yield the numbers of papers about land and houses, where a word says so."""
    for match in _CERTIFICATE.finditer(sight.low):
        yield Span(Kind.PAPER, match.start(1), match.end(1))
