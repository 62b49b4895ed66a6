"""Files are read by a machine once, for the search for personal data in them."""

from collections.abc import Iterable

from cityweb.core import attachments
from cityweb.core.models import Attachment, StoredFile
from feedback.models import FileReading


def read_files(files: Iterable[Attachment]) -> None:
    """Keep the words of these files beside them. What waits for its scan is read the next time."""
    files = list(files)
    if not files:
        return
    known = set(FileReading.objects.filter(file__in=files).values_list("file", flat=True))
    for file in files:
        if file.pk not in known and file.file.state == StoredFile.State.READY:
            words = attachments.words_in(file)
            # PostgreSQL keeps no such character.
            text = words.text.replace("\0", "")
            FileReading.objects.get_or_create(
                file=file, defaults={"words": text, "is_read": words.is_all}
            )
