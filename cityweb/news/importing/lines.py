"""Reads a file line by line, compressed or not, whatever is wrong with it."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

LONGEST = 8 * 1024 * 1024
"""Bytes of one line; a longer one is not an article."""
_GZIP = b"\x1f\x8b"


class Broken(Exception):
    """The file cannot be read any further."""


class Lines:
    """The lines of a file with their numbers; `position` tells how many bytes of it were read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = path.stat().st_size
        self._file = path.open("rb")
        self.number = 0

    @property
    def position(self) -> int:
        return self.size if self._file.closed else self._file.tell()

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield (number from 1, line without its end); a line that is too long comes cut.

        Raises `Broken` where compressed data ends early or is damaged.
        """
        with self._file, self._opened() as stream:
            try:
                yield from self._numbered(stream)
            except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
                raise Broken(f"tệp nén bị hỏng hoặc bị cắt sau dòng {self.number}") from problem

    def _opened(self) -> BinaryIO:
        # The name of a file proves nothing: what is inside decides.
        is_compressed = self._file.peek(2)[:2] == _GZIP
        return io.BufferedReader(gzip.GzipFile(fileobj=self._file)) if is_compressed else self._file

    def _numbered(self, stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
        while line := stream.readline(LONGEST + 1):
            self.number += 1
            rest = line
            while len(rest) > LONGEST and not rest.endswith(b"\n"):
                rest = stream.readline(LONGEST + 1)
            yield self.number, line.removeprefix(b"\xef\xbb\xbf") if self.number == 1 else line
