"""A ZIP container read strictly: what two readers could see differently is refused.

The local headers and their data must fill the file from its first byte to the directory, and the
directory must reach the last one. So nothing can be prepended, appended, hidden between two parts,
shared by two parts, or listed under another name.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from verdict import Refusal

MOST_PARTS = 5_000
MOST_A_PART = 128 * 1024 * 1024
MOST_IN_ALL = 256 * 1024 * 1024
# Tables of zeros pack well; beyond this, and large, it is no table.
_MOST_RATIO = 250
_LARGE = 16 * 1024 * 1024
_LONGEST_NAME = 250
_STORED, _DEFLATED = 0, 8
_END, _CENTRAL, _LOCAL, _DESCRIPTOR = b"PK\5\6", b"PK\1\2", b"PK\3\4", b"PK\7\10"
_BAD_IN_NAMES = set('\\:*?"<>|') | {chr(code) for code in range(32)} | {chr(127)}
# Packing levels, sums behind the bytes, names in UTF-8: no other flag is known here.
_ENCRYPTED, _LATER, _KNOWN = 0x01, 0x08, 0x080E


@dataclass(frozen=True)
class Part:
    """One file of the container: where its packed bytes lie."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


class Container:
    """The parts of a container by name; reading one checks its length and its sum."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.parts = {part.name: part for part in _parts(data)}
        if sum(part.size for part in self.parts.values()) > MOST_IN_ALL:
            raise Refusal("bomb")

    def read(self, name: str) -> bytes:
        """Return the bytes of one part. Raises `Refusal` unless they are what the lists promise."""
        part = self.parts[name]
        raw = self._data[part.start : part.start + part.packed]
        data = raw if part.method == _STORED else _inflated(raw, part)
        if len(data) != part.size or zlib.crc32(data) != part.crc:
            raise Refusal("odd-archive")
        return data


def _inflated(raw: bytes, part: Part) -> bytes:
    unpacker = zlib.decompressobj(-15)
    try:
        data = unpacker.decompress(raw, part.size + 1)
    except zlib.error as problem:
        raise Refusal("unreadable") from problem
    if not unpacker.eof or unpacker.unused_data:
        raise Refusal("odd-archive")
    return data


def _parts(data: bytes) -> Iterator[Part]:
    """Yield every part after holding directory and local headers against each other."""
    count, size, offset = _end(data)
    expected = 0
    names: set[str] = set()
    at = offset
    found = []
    for _ in range(count):
        entry, at = _central(data, at, offset + size)
        found.append(entry)
    if at != offset + size:
        raise Refusal("odd-archive")
    for header, part in sorted(found, key=lambda entry: entry[0]):
        if header != expected:
            raise Refusal("odd-archive")
        start, expected = _local(data, header, part)
        _check_name(part.name, names)
        yield Part(part.name, part.method, part.crc, part.packed, part.size, start)
    if expected != offset:
        raise Refusal("odd-archive")


def _end(data: bytes) -> tuple[int, int, int]:
    """Return count, length and place of the directory, which ends with the file's last byte."""
    at = len(data) - 22
    if at < 0 or data[at : at + 4] != _END:
        raise Refusal("disguised" if _END in data[-66_000:] else "unreadable")
    disk, first, here, count, size, offset, comment = struct.unpack_from("<4H2IH", data, at + 4)
    if disk or first or comment or here != count or offset + size != at:
        raise Refusal("odd-archive")
    if not 0 < count <= MOST_PARTS:
        raise Refusal("bomb")
    return count, size, offset


def _central(data: bytes, at: int, end: int) -> tuple[tuple[int, Part], int]:
    if at + 46 > end or data[at : at + 4] != _CENTRAL:
        raise Refusal("odd-archive")
    flags, method = struct.unpack_from("<2H", data, at + 8)
    crc, packed, size, name_length, extra, comment = struct.unpack_from("<3I3H", data, at + 16)
    (header,) = struct.unpack_from("<I", data, at + 42)
    if flags & _ENCRYPTED:
        raise Refusal("encrypted")
    if flags & ~_KNOWN or method not in {_STORED, _DEFLATED} or comment:
        raise Refusal("odd-archive")
    if size > MOST_A_PART or (size > _LARGE and size > _MOST_RATIO * packed):
        raise Refusal("bomb")
    raw = data[at + 46 : at + 46 + name_length]
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Refusal("odd-archive") from problem
    return (header, Part(name, method, crc, packed, size, 0)), at + 46 + name_length + extra


def _local(data: bytes, at: int, part: Part) -> tuple[int, int]:
    """Return where the part's bytes begin and where the next header must stand."""
    if data[at : at + 4] != _LOCAL:
        raise Refusal("odd-archive")
    flags, method = struct.unpack_from("<2H", data, at + 6)
    crc, packed, size, name_length, extra = struct.unpack_from("<3I2H", data, at + 14)
    start = at + 30 + name_length + extra
    if data[at + 30 : at + 30 + name_length] != part.name.encode() or method != part.method:
        raise Refusal("odd-archive")
    if flags & _ENCRYPTED:
        raise Refusal("encrypted")
    end = start + part.packed
    if flags & _LATER:
        return start, _after_descriptor(data, end, part)
    if (crc, packed, size) != (part.crc, part.packed, part.size):
        raise Refusal("odd-archive")
    return start, end


def _after_descriptor(data: bytes, at: int, part: Part) -> int:
    """Return the place behind the sums that some writers put after the bytes."""
    begin = at + 4 if data[at : at + 4] == _DESCRIPTOR else at
    for form in ("<3I", "<I2Q"):
        end = begin + struct.calcsize(form)
        if end <= len(data) and struct.unpack_from(form, data, begin) == (
            part.crc,
            part.packed,
            part.size,
        ):
            return end
    raise Refusal("odd-archive")


def _check_name(name: str, names: set[str]) -> None:
    """Refuse names that lead elsewhere, that a disk could not hold, or that come twice."""
    steps = name.rstrip("/").split("/")
    folded = name.casefold()
    if (
        not name
        or len(name) > _LONGEST_NAME
        or folded in names
        or _BAD_IN_NAMES & set(name)
        or any(step in {"", ".", ".."} for step in steps)
    ):
        raise Refusal("odd-archive")
    names.add(folded)
