"""Small streams of a PDF that swell to sizes no reader survives."""

import zlib
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Name, Stream
from verdict import Refusal

# An A4 page scanned in colour at 600 dpi has 104 MB.
_MOST_A_STREAM = 128 * 1024 * 1024
_MOST_IN_ALL = 1024 * 1024 * 1024
_MOST_PIXELS = 220_000_000
_STEP = 4 * 1024 * 1024
_FLATE = {Name.FlateDecode, Name.Fl}
_PACKED = {Name.LZWDecode, Name.LZW, Name.RunLengthDecode, Name.RL, Name.JBIG2Decode}
# A packed stream that is not zlib cannot be measured step by step, so it may only be this large.
_MOST_PACKED = 4 * 1024 * 1024


def refuse(streams: Iterable[Stream]) -> None:
    """Raise `Refusal("bomb")` when a stream, or all together, unpack to too much."""
    total = 0
    for stream in streams:
        _bound_picture(stream)
        filters = _filters(stream)
        swelling = [name for name in filters if name in _FLATE | _PACKED]
        if len(swelling) > 1 or len(filters) > 4:
            raise Refusal("bomb")
        if not swelling or filters[0] not in _FLATE:
            if swelling and len(stream.read_raw_bytes()) > _MOST_PACKED:
                raise Refusal("bomb")
            continue
        total += _unpacked(stream.read_raw_bytes())
        if total > _MOST_IN_ALL:
            raise Refusal("bomb")


def _filters(stream: Stream) -> list[pikepdf.Object]:
    named = stream.get(Name.Filter)
    if named is None:
        return []
    return list(named) if isinstance(named, Array) else [named]


def _unpacked(raw: bytes) -> int:
    """Return how many bytes come out, never holding more than one step of them."""
    unpacker = zlib.decompressobj()
    size = 0
    rest = raw
    while rest and not unpacker.eof:
        try:
            size += len(unpacker.decompress(rest, _STEP))
        except zlib.error:
            break
        rest = unpacker.unconsumed_tail
        if size > _MOST_A_STREAM:
            raise Refusal("bomb")
    return size


def _bound_picture(stream: Stream) -> None:
    width, height = stream.get(Name.Width), stream.get(Name.Height)
    if isinstance(width, int) and isinstance(height, int) and width * height > _MOST_PIXELS:
        raise Refusal("bomb")
