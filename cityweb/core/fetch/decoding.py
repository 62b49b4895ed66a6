"""Opens compressed bodies step by step and counts every byte, so that no bomb ever unfolds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli

from cityweb.core.fetch.failures import Failure, Fault

ACCEPTED = "gzip, deflate, br"
MOST_LAYERS = 2
MOST_MEMBERS = 16
STEP = 64 * 1024
# So little of a packed body is opened at once that a bomb shows what it is.
PACKED_STEP = 1024
# HTML shrinks to a tenth, seldom to a fiftieth; what unfolds further past the first bytes is meant.
BOMB_RATIO = 200
BOMB_FROM = 512 * 1024
# What servers write though nothing is compressed.
_PLAIN = {"", "identity", "none", "utf-8", "utf8", "binary", "8bit"}
_GZIP_MAGIC = b"\x1f\x8b"


class _Opener(Protocol):
    def open(self, data: bytes) -> Iterator[bytes]: ...
    def is_whole(self) -> bool: ...


class Unpacker:
    """Takes a body as it arrives and gives back what it holds, at most `most` bytes of it.

    `feed` and `finish` raise `Fault`: `TOO_LARGE` or `BOMB` as soon as any step of the opening has
    seen more than `most` bytes, `BAD_ENCODING` where the bytes are not what the server said.
    """

    def __init__(self, content_encoding: str, *, most: int) -> None:
        names = [name.strip().lower() for name in content_encoding.split(",")]
        names = [name.removeprefix("x-") for name in names if name not in _PLAIN]
        if len(names) > MOST_LAYERS or any(name not in _OPENERS for name in names):
            raise Fault(Failure.BAD_ENCODING, "kiểu nén lạ hoặc nén chồng nhiều lớp")
        # Undone in the reverse of the order in which they were laid.
        self._openers: list[_Opener] = [_OPENERS[name]() for name in reversed(names)]
        self._seen = [0] * (len(names) + 1)
        self._most = most

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data`, the next bytes of the wire, unfolds to."""
        step = PACKED_STEP if self._openers else STEP
        for start in range(0, len(data), step):
            yield from self._through(data[start : start + step], 0)

    def finish(self) -> None:
        """Say that nothing more comes; raise `Fault` where the compressed stream has no end."""
        if self._seen[0] and not all(opener.is_whole() for opener in self._openers):
            raise Fault(Failure.BAD_ENCODING, "dữ liệu nén bị cắt dở")

    def _through(self, data: bytes, layer: int) -> Iterator[bytes]:
        self._count(len(data), layer)
        if layer == len(self._openers):
            yield data
            return
        try:
            for piece in self._openers[layer].open(data):
                yield from self._through(piece, layer + 1)
        except (zlib.error, brotli.error) as problem:
            raise Fault(Failure.BAD_ENCODING, "dữ liệu nén hỏng") from problem

    def _count(self, length: int, layer: int) -> None:
        seen = self._seen[layer] = self._seen[layer] + length
        unfolds = seen > BOMB_RATIO * max(self._seen[0], 1)
        if unfolds and seen > min(BOMB_FROM, self._most):
            raise Fault(Failure.BOMB, f"bung ra hơn {BOMB_RATIO} lần")
        if seen > self._most:
            raise Fault(Failure.TOO_LARGE, f"quá {self._most // 1024} KB")


def _inflated(opener: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    while not opener.eof:
        piece = opener.decompress(data, STEP)
        if piece:
            yield piece
        data = opener.unconsumed_tail
        # A full step may leave something in the opener though all input is taken.
        if not data and len(piece) < STEP:
            return


class _Gzip:
    """Opens "gzip", where members may follow each other, and whatever follows the last is noise."""

    def __init__(self) -> None:
        self._opener = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._members = 1

    def open(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._opener.eof:
                if not data.startswith(_GZIP_MAGIC) or self._members == MOST_MEMBERS:
                    return
                self._members += 1
                self._opener = zlib.decompressobj(16 + zlib.MAX_WBITS)
            yield from _inflated(self._opener, data)
            data = self._opener.unused_data

    def is_whole(self) -> bool:
        return self._opener.eof


class _Deflate:
    """Opens "deflate", which half of the servers send with the header of zlib and half without."""

    def __init__(self) -> None:
        self._opener: zlib._Decompress | None = None

    def open(self, data: bytes) -> Iterator[bytes]:
        if self._opener is None:
            has_header = data[0] & 0x0F == zlib.DEFLATED
            self._opener = zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
        yield from _inflated(self._opener, data)

    def is_whole(self) -> bool:
        return self._opener is None or self._opener.eof


class _Brotli:
    def __init__(self) -> None:
        self._opener = brotli.Decompressor()

    def open(self, data: bytes) -> Iterator[bytes]:
        while not self._opener.is_finished():
            piece = self._opener.process(data, output_buffer_limit=STEP)
            data = b""
            if piece:
                yield piece
            if self._opener.can_accept_more_data() and len(piece) < STEP:
                return

    def is_whole(self) -> bool:
        return self._opener.is_finished()


_OPENERS: dict[str, type[_Opener]] = {"gzip": _Gzip, "deflate": _Deflate, "br": _Brotli}
