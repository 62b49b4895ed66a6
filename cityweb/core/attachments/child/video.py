"""MP4 and MOV: boxes that fill the file to the last byte, one film, nothing fetched from outside.

Nothing is decoded. What tells of the place and the maker (`udta`, `meta`, `uuid`) and the free
space are overwritten with zeros in their place, so that every offset stays true.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from verdict import Refusal, Result

_TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"meta", b"udta"}
_BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV"}
_BRANDS |= {b"3gp4", b"3gp5", b"3gp6", b"qt  "}
_EMPTIED = {b"free", b"skip", b"wide", b"udta", b"meta", b"uuid"}
_FOLDERS = {b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"edts"}
_MOST_BOXES = 20_000
_TRACKS = {b"vide", b"soun"}


@dataclass(frozen=True)
class Box:
    kind: bytes
    start: int
    body: int
    end: int


def prepare() -> None:
    """Need nothing beyond what is loaded."""


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the film with its private parts overwritten; no blob when it had none."""
    film = bytearray(data)
    top = list(_boxes(film, 0, len(film)))
    names = [box.kind for box in top]
    if names[:1] != [b"ftyp"] or names.count(b"ftyp") != 1 or names.count(b"moov") != 1:
        raise Refusal("unreadable")
    if not set(names) <= _TOP or b"mdat" not in names:
        raise Refusal("unreadable")
    brand = data[8:12]
    if brand not in _BRANDS:
        raise Refusal("unreadable")
    found = _clean(film, top)
    kind = "mov" if brand == b"qt  " else "mp4"
    return Result(kind=kind, neutralised=found, blobs=[bytes(film)] if found else [])


def _clean(film: bytearray, top: list[Box]) -> list[str]:
    found: list[str] = []
    waiting = list(top)
    has_track = False
    count = 0
    while waiting:
        box = waiting.pop()
        count += 1
        if count > _MOST_BOXES:
            raise Refusal("too-costly")
        if box.kind in _EMPTIED:
            found += _emptied(film, box)
        elif box.kind == b"dref":
            _refuse_outside(film, box)
        elif box.kind in _FOLDERS:
            inside = list(_boxes(film, box.body, box.end))
            if box.kind == b"trak" and _handler(film, inside) not in _TRACKS:
                found += _emptied(film, box)
                continue
            has_track |= box.kind == b"trak"
            waiting += inside
    if not has_track:
        raise Refusal("unreadable")
    return found


def _emptied(film: bytearray, box: Box) -> list[str]:
    """Overwrite a box with zeros and call it free space; tell whether it held anything."""
    held = any(film[box.body : box.end])
    film[box.start + 4 : box.start + 8] = b"free"
    film[box.body : box.end] = bytes(box.end - box.body)
    return ["metadata"] if held else []


def _handler(film: bytearray, track: list[Box]) -> bytes:
    """Return what a track holds: `vide`, `soun`, or something that is no film."""
    for media in track:
        if media.kind == b"mdia":
            for box in _boxes(film, media.body, media.end):
                if box.kind == b"hdlr":
                    return bytes(film[box.body + 8 : box.body + 12])
    return b""


def _refuse_outside(film: bytearray, box: Box) -> None:
    """Let a track's samples lie in this very file only."""
    for entry in _boxes(film, box.body + 8, box.end):
        flags = film[entry.body : entry.body + 4]
        if not flags or not flags[-1] & 1 or entry.end - entry.body > 4:
            raise Refusal("external-content")


def _boxes(film: bytearray, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes that fill the stretch exactly; anything else is no film of ours."""
    while start < end:
        if end - start < 8:
            # QuickTime may end a list of boxes with four zeros.
            if not any(film[start:end]):
                return
            raise Refusal("unreadable")
        size, kind = struct.unpack_from(">I4s", film, start)
        body = start + 8
        if size == 1 and end - start >= 16:
            (size,) = struct.unpack_from(">Q", film, body)
            body += 8
        if size < body - start or start + size > end:
            raise Refusal("unreadable")
        yield Box(kind, start, body, start + size)
        start += size
