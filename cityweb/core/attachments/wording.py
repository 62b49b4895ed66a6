"""The words inside a stored file, read in the child process that opens foreign bytes."""

from dataclasses import dataclass

from cityweb.core.attachments import sandbox
from cityweb.core.attachments.kinds import DOCUMENTS, KINDS, TEXTS
from cityweb.core.attachments.reading import open_bytes
from cityweb.core.models import Attachment

_READABLE = {KINDS[kind].media_type: kind for kind in DOCUMENTS | TEXTS}


@dataclass(frozen=True)
class Words:
    """What a file says, and what it may say besides that no machine read."""

    text: str = ""
    is_whole: bool = False
    wordless_pages: int = 0

    @property
    def is_all(self) -> bool:
        """Whether every word of the file is here; what has none is a picture for a person."""
        return bool(self.text) and self.is_whole and not self.wordless_pages


def words_in(attachment: Attachment) -> Words:
    """Return the words of a document; none of a picture, a video, or what cannot be read.

    Raises `Refused` while the file waits for its scan. Takes as long as the child may: seconds.
    """
    kind = _READABLE.get(attachment.file.media_type)
    if kind is None:
        return Words()
    with open_bytes(attachment) as file:
        opened = sandbox.run("words", file, kind=kind)
    if opened.refused:
        return Words()
    return Words(
        text=opened.blobs[0].decode(),
        is_whole=opened.more["is_whole"],
        wordless_pages=opened.more["wordless_pages"],
    )
