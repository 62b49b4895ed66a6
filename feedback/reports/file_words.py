"""What a machine read in files: as it was kept, or read now."""

from collections.abc import Iterable
from dataclasses import dataclass

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment
from feedback.models import FileReading


@dataclass(frozen=True)
class Read:
    """A file, and what of it a machine could read."""

    file: Attachment
    words: str = ""
    is_read: bool = False
    # Nobody may open it before its scan.
    waits: bool = False


def of(files: Iterable[Attachment]) -> list[Read]:
    """Return the files with their words.

    What nobody has read yet is read now, a second each; what waits for its scan cannot be.
    """
    files = list(files)
    if not files:
        return []
    known = {one.file_id: one for one in FileReading.objects.filter(file__in=files)}
    return [_read(file, known.get(file.pk)) for file in files]


def _read(file: Attachment, known: FileReading | None) -> Read:
    if known is not None:
        return Read(file, known.words, known.is_read)
    try:
        words = attachments.words_in(file)
    except Refused:
        return Read(file, waits=True)
    return Read(file, words.text, words.is_all)
