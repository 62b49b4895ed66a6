"""Pictures for our own pages: a foreign picture drawn again as WebP in the widths asked for."""

import io
from dataclasses import dataclass

from cityweb.core.attachments import sandbox, sniffing
from cityweb.core.attachments.verdicts import refusal


@dataclass(frozen=True)
class Rendition:
    """One size of a picture, as WebP."""

    width: int
    data: bytes


@dataclass(frozen=True)
class Renditions:
    """A picture in all its sizes; `width` and `height` are those of the largest."""

    width: int
    height: int
    sizes: tuple[Rendition, ...]


def redraw(data: bytes, *, kinds: frozenset[str], widths: tuple[int, ...]) -> Renditions:
    """Return the picture upright, without metadata, in every width that is not wider than it is.

    Raises `Refused` with one of the codes of `verdicts`; "wrong-kind" when it is none of `kinds`.
    """
    source = io.BytesIO(data)
    _, kind = sniffing.family(source, len(data))
    if kind not in kinds:
        raise refusal("wrong-kind")
    opened = sandbox.run_on_bytes("renditions", data, kind=kind, widths=widths)
    if opened.refused:
        raise refusal(opened.refused)
    pairs = zip(opened.more["widths"], opened.blobs, strict=True)
    sizes = tuple(Rendition(width, blob) for width, blob in pairs)
    return Renditions(opened.more["width"], opened.more["height"], sizes)
