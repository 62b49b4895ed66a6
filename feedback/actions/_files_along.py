"""The files that go along with a reply: chosen from the bodies', and read for what they tell."""

from collections.abc import Iterable

from cityweb.core.errors import Refused
from cityweb.core.models import Attachment, StoredFile
from feedback.actions.reading import read_files
from feedback.models import Reply
from feedback.reports import reply_files


def send_along(reply: Reply, files: Iterable[Attachment]) -> None:
    """Let these files go along, and no others. Raises `Refused("foreign-file")`."""
    chosen = list(files)
    offered = set(reply_files.offered(reply.submission).values_list("pk", flat=True))
    if {one.pk for one in chosen} - offered:
        raise Refused("foreign-file", "Chỉ gửi kèm được tệp mà cơ quan đã trả lời ý kiến này.")
    reply.files.set(chosen)
    read(reply)


def read(reply: Reply) -> None:
    """Keep the words of the files that go along, for the search for personal data."""
    read_files(reply_files.of(reply))


def need_scan(reply: Reply) -> None:
    """Raise `Refused("quarantined")` while nobody may open one of the files."""
    if reply.files.exclude(file__state=StoredFile.State.READY).exists():
        raise Refused("quarantined", "Có tệp gửi kèm đang chờ quét mã độc. Hãy duyệt sau ít phút.")
