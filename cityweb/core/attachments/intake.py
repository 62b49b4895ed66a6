"""The one intake: stream with a cap, sniff, scan, parse and clean in a child, hash."""

import contextlib
import hashlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.core.files import File
from django.utils.translation import gettext

from cityweb.core.attachments import kinds as known
from cityweb.core.attachments import names, sandbox, scanner, sniffing
from cityweb.core.attachments.verdicts import refusal
from cityweb.core.errors import Refused

_CHUNK = 256 * 1024
_KINDS_OF = {
    "picture": known.PICTURES,
    "pdf": frozenset({"pdf"}),
    "office": known.OFFICE,
    "text": known.TEXTS,
    "video": known.VIDEOS,
}


@dataclass(frozen=True)
class Checked:
    """A file that passed, as it is to be kept. `data` is open as long as `examine` is."""

    name: str
    kind: str
    data: IO[bytes]
    sha256: str
    size: int
    media_type: str
    finding: scanner.Finding
    neutralised: tuple[str, ...]
    thumbnail: bytes


@contextlib.contextmanager
def examine(upload: File | IO[bytes], *, name: str, kinds: frozenset[str]) -> Iterator[Checked]:
    """Check one sent file; what it yields is safe to keep and to hand out as a download.

    Only `name` of what the sender claims is looked at, and it never makes anything more trusted.
    Raises `Refused` with one of the codes of `verdicts`.
    """
    with tempfile.TemporaryFile() as source:
        size = _receive(upload, source, known.most_bytes(kinds))
        extension = names.extension(name)
        words = {"kinds": known.named(kinds)}
        if extension in names.RUNNABLE:
            raise _by_name(extension, words)
        job, sniffed = sniffing.family(source, size)
        if scanner.holds_test_virus(source):
            raise scanner.infected()
        finding = scanner.scan(source)
        if finding is scanner.Finding.INFECTED:
            raise scanner.infected()
        if job == "text":
            # Any text could pass for any other; here alone the name decides, between the harmless.
            sniffed = extension
        if not kinds & (_KINDS_OF[job] & {sniffed} if sniffed or job == "text" else _KINDS_OF[job]):
            raise refusal("wrong-kind", **words)
        opened = sandbox.run(job, source, kind=sniffed)
        if opened.refused:
            raise refusal(opened.refused, **words)
        yield _checked(source, size, name, kinds, opened, finding)


def _by_name(extension: str, words: dict[str, str]) -> Refused:
    """Return why a file with this ending is refused before it is opened."""
    program = names.WITH_MACROS.get(extension)
    if program:
        return refusal("macro", what=gettext("Tệp {program}").format(program=program))
    return refusal("svg" if extension in names.DRAWINGS else "runnable-name", **words)


def _receive(upload: File | IO[bytes], source: IO[bytes], most: int) -> int:
    """Copy the upload, counting; whoever says how long it is is not asked."""
    upload.seek(0)
    size = 0
    while chunk := upload.read(_CHUNK):
        size += len(chunk)
        if size > most:
            raise _too_large(most)
        source.write(chunk)
    return size


def _checked(
    source: IO[bytes],
    size: int,
    name: str,
    kinds: frozenset[str],
    opened: sandbox.Opened,
    finding: scanner.Finding,
) -> Checked:
    kind = known.KINDS[opened.kind]
    if opened.kind not in kinds and opened.kind not in known.PICTURES:
        raise refusal("wrong-kind", kinds=known.named(kinds))
    if size > kind.most_bytes:
        raise _too_large(kind.most_bytes)
    data = io.BytesIO(opened.blobs[0]) if opened.blobs else source
    kept_name, changes = names.safe(name, kind.extension)
    return Checked(
        name=kept_name,
        kind=opened.kind,
        data=data,
        sha256=_sha256(data),
        size=len(opened.blobs[0]) if opened.blobs else size,
        media_type=kind.media_type,
        finding=finding,
        neutralised=tuple(sorted({*opened.neutralised, *changes})),
        thumbnail=opened.blobs[1] if len(opened.blobs) > 1 else b"",
    )


def _sha256(data: IO[bytes]) -> str:
    data.seek(0)
    return hashlib.file_digest(data, "sha256").hexdigest()


def _too_large(most: int) -> Refused:
    return refusal("too-large", most=most // known.MEGABYTE)
