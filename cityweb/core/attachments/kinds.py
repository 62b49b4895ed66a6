"""The kinds of files the portal may take, and how large each may be. A name never decides."""

from dataclasses import dataclass

from django.utils.translation import gettext

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Kind:
    """How files of one kind are stored and called, and the most bytes one may have."""

    extension: str
    media_type: str
    most_bytes: int
    label: str


_OPEN_XML = "application/vnd.openxmlformats-officedocument"

KINDS = {
    "jpeg": Kind("jpg", "image/jpeg", 25 * MEGABYTE, "JPG"),
    "png": Kind("png", "image/png", 25 * MEGABYTE, "PNG"),
    "webp": Kind("webp", "image/webp", 25 * MEGABYTE, "WebP"),
    "gif": Kind("gif", "image/gif", 25 * MEGABYTE, "GIF"),
    "heic": Kind("heic", "image/heic", 25 * MEGABYTE, "HEIC"),
    "pdf": Kind("pdf", "application/pdf", 20 * MEGABYTE, "PDF"),
    "docx": Kind("docx", f"{_OPEN_XML}.wordprocessingml.document", 20 * MEGABYTE, "DOCX"),
    "xlsx": Kind("xlsx", f"{_OPEN_XML}.spreadsheetml.sheet", 20 * MEGABYTE, "XLSX"),
    "pptx": Kind("pptx", f"{_OPEN_XML}.presentationml.presentation", 20 * MEGABYTE, "PPTX"),
    "odt": Kind("odt", "application/vnd.oasis.opendocument.text", 20 * MEGABYTE, "ODT"),
    "txt": Kind("txt", "text/plain", 2 * MEGABYTE, "TXT"),
    "csv": Kind("csv", "text/csv", 10 * MEGABYTE, "CSV"),
    "mp4": Kind("mp4", "video/mp4", 50 * MEGABYTE, "MP4"),
    "mov": Kind("mov", "video/quicktime", 50 * MEGABYTE, "MOV"),
}

PICTURES = frozenset({"jpeg", "png", "webp", "gif", "heic"})
OFFICE = frozenset({"docx", "xlsx", "pptx", "odt"})
TEXTS = frozenset({"txt", "csv"})
VIDEOS = frozenset({"mp4", "mov"})
DOCUMENTS = OFFICE | {"pdf"}
# What citizens and agencies may send with a message or an answer.
MAILBOX = PICTURES | DOCUMENTS | TEXTS | VIDEOS


def most_bytes(kinds: frozenset[str]) -> int:
    """Return how large a file may be at most before anybody knows what it is."""
    return max(KINDS[kind].most_bytes for kind in kinds)


def named(kinds: frozenset[str]) -> str:
    """Return the kinds as a person reads them: "JPG, PNG, PDF hoặc DOCX"."""
    *most, last = (kind.label for name, kind in KINDS.items() if name in kinds)
    return f"{', '.join(most)} {gettext('hoặc')} {last}" if most else last
