"""The sender's letter for a body that must not know who wrote it: masked, and what would be told.

A body reads the words of the sender as they are only where the office lets it know the sender.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cityweb.core import attachments
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment
from feedback import privacy
from feedback.models import Hop, Message, Submission
from feedback.reports import gate

FROM_SENDER = (Message.Purpose.ADDITION, Message.Purpose.REOPENING)
UNREAD = "máy không đọc được chữ bên trong, xin tự xem"


def knows(hop: Hop, writer: Submission) -> bool:
    """Tell whether the body may know who wrote this: never of another who was joined to it."""
    return hop.shares_sender and writer.pk == hop.submission_id


def words(hop: Hop, said: str, *, writer: Submission | None = None) -> str:
    """Return what the sender said as the body reads it."""
    writer = writer or hop.submission
    return said if knows(hop, writer) else privacy.mask_all(said, known=gate.known_of(writer))


def place(hop: Hop) -> str:
    """Return where the matter is, which the body must know, without people or numbers in it."""
    said = hop.submission.place
    if knows(hop, hop.submission):
        return said
    found = privacy.find(said, known=gate.known_of(hop.submission))
    return privacy.mask(said, [one for one in found if one.kind != privacy.Kind.ADDRESS])


def file_name(writer: Submission, attachment: Attachment, number: int) -> str:
    """Return the file's name, or one that tells nothing where it holds personal data."""
    if not privacy.find_in_name(attachment.name, known=gate.known_of(writer)):
        return attachment.name
    _, dot, ending = attachment.name.rpartition(".")
    return f"Tệp {number}{dot}{ending}" if dot else f"Tệp {number}"


def name_for_body(hop: Hop, owner: Submission | Message, attachment: Attachment) -> str:
    """Return the name under which the body gets a file of the sender."""
    writer = owner if isinstance(owner, Submission) else owner.submission
    if knows(hop, writer):
        return attachment.name
    keys = [one.pk for one in attachments.of(owner)]
    return file_name(writer, attachment, keys.index(attachment.pk) + 1)


@dataclass(frozen=True)
class File:
    """A file that could go along, and what somebody would learn from it."""

    attachment: Attachment
    shown_as: str
    inside: tuple[str, ...]

    @property
    def words(self) -> str:
        """What the officer who forwards should know of it; empty when nothing was found."""
        renamed = self.shown_as != self.attachment.name
        told = [f"tên tệp có dữ liệu cá nhân, cơ quan thấy “{self.shown_as}”"] if renamed else []
        return "; ".join([*told, *self.inside])


@dataclass(frozen=True)
class Preview:
    """The letter before it is forwarded: its pieces with what was found, and its files."""

    subject: list[gate.Piece]
    body: list[gate.Piece]
    files: list[File]

    @property
    def count(self) -> int:
        return sum(piece.found is not None for piece in [*self.subject, *self.body])


def preview(submission: Submission) -> Preview:
    """Return what a body would be told of the sender, and where."""
    known = gate.known_of(submission)

    def pieces(said: str) -> list[gate.Piece]:
        return gate.pieces(said, privacy.find(said, known=known))

    return Preview(pieces(submission.subject), pieces(submission.body), list(_files(submission)))


def _files(submission: Submission) -> Iterator[File]:
    said = Message.objects.of_all_joined(submission).filter(purpose__in=FROM_SENDER)
    for owner in (submission, *said.select_related("submission")):
        writer = owner if isinstance(owner, Submission) else owner.submission
        for number, one in enumerate(attachments.of(owner), start=1):
            yield File(one, file_name(writer, one, number), _inside(one.pk, writer.pk))


def _inside(attachment: int, writer: int) -> tuple[str, ...]:
    try:
        return _found_inside(attachment, writer)
    except Refused:
        return ("tệp đang chờ quét mã độc, chưa đọc được",)


@lru_cache(maxsize=512)
def _found_inside(attachment: int, writer: int) -> tuple[str, ...]:
    """Return what kinds of personal data a file holds; remembered, for reading takes a second."""
    said = attachments.words_in(Attachment.objects.select_related("file").get(pk=attachment))
    known = gate.known_of(Submission.objects.get(pk=writer))
    kinds = dict.fromkeys(one.kind for one in privacy.find(said.text, known=known))
    told = f"trong tệp có: {', '.join(privacy.Kind(kind).label.lower() for kind in kinds)}"
    return (*([told] if kinds else []), *([] if said.is_all else [UNREAD]))
