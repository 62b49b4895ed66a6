"""What a file is by its content: only the first and last bytes are looked at, nothing is parsed."""

import re
from typing import IO

import puremagic

from cityweb.core.attachments.verdicts import refusal

HEAD = 4096
_TAIL = 66_000
CHUNK = 1024 * 1024
_OVERLAP = 32

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"MSCF", b"LZIP")
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xfe\xed\xfa",
    b"L\0\0\0\x01\x14\x02",
)
# A picture or a film that is also a page, a script or an archive was made to deceive.
_DISGUISES = re.compile(rb"<script|<\?php|<html|<svg[\s>]|<!doctype|%PDF-1", re.IGNORECASE)
_ARCHIVE_END = b"PK\x05\x06"


def family(source: IO[bytes], size: int) -> tuple[str, str]:
    """Return (job, kind) for the child: ("picture", "jpeg"), ("pdf", ""), ("text", ""), …

    Raises `Refused` for what is never taken: "empty", "archive", "program", "old-office",
    "encrypted", "disguised".
    """
    if size == 0:
        raise refusal("empty")
    source.seek(0)
    head = source.read(HEAD)
    if head.startswith(_OLE):
        raise refusal(
            "encrypted" if holds(source, "EncryptedPackage".encode("utf-16-le")) else "old-office"
        )
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise refusal("archive")
    if head.startswith(_PROGRAMS):
        raise refusal("program")
    if head.startswith(b"%PDF-"):
        return "pdf", ""
    if b"%PDF-" in head[: 1024 + 5]:
        raise refusal("disguised")
    if head.startswith(b"PK\x03\x04"):
        return "office", ""
    job = _picture_or_film(head)
    if job is None:
        return "text", ""
    if _is_disguised(source, size):
        raise refusal("disguised")
    return job


def named_by_content(source: IO[bytes]) -> str:
    """Return the media type that the first bytes suggest, for the record of a refusal."""
    source.seek(0)
    head = source.read(HEAD)
    if not head:
        return "application/x-empty"
    try:
        return puremagic.from_string(head, mime=True) or "application/octet-stream"
    except (puremagic.PureError, ValueError):
        return "text/plain" if b"\0" not in head else "application/octet-stream"


def _picture_or_film(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"\xff\xd8\xff"):
        return "picture", "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "picture", "png"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "picture", "webp"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "picture", "gif"
    if head[4:8] == b"ftyp":
        return ("picture", "heic") if head[8:12] in _HEIC else ("video", "")
    return None


def _is_disguised(source: IO[bytes], size: int) -> bool:
    source.seek(max(0, size - _TAIL))
    if _ARCHIVE_END in source.read():
        return True
    source.seek(0)
    last = b""
    while chunk := source.read(CHUNK):
        if _DISGUISES.search(last + chunk):
            return True
        last = chunk[-_OVERLAP:]
    return False


def holds(source: IO[bytes], needle: bytes) -> bool:
    """Tell whether the bytes stand anywhere in the file, never holding more than a part of it."""
    source.seek(0)
    last = b""
    while chunk := source.read(CHUNK):
        if needle in last + chunk:
            return True
        last = chunk[-len(needle) :]
    return False
