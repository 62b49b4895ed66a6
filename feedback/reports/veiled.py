"""The sender's letter for a body that must not know who wrote it: masked, and what would be told.

A body reads the words of the sender as they are only where the office lets it know the sender.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cityweb.core import attachments
from cityweb.core.models import Attachment
from cityweb.core.text import fold
from feedback import privacy
from feedback.models import Hop, Message, Submission
from feedback.reports import file_words, gate

FROM_SENDER = (Message.Purpose.ADDITION, Message.Purpose.REOPENING)
# So many finds are shown beside a file; whoever wants all of them opens it.
MOST_SHOWN = 8
_ALLEYS = ("hem ", "kiet ", "ngo ", "ngach ")


def knows(hop: Hop, writer: Submission) -> bool:
    """Tell whether the body may know who wrote this: never of another who was joined to it."""
    return hop.shares_sender and writer.pk == hop.submission_id


def last_seen(submission: Submission) -> Hop | None:
    """Return the last forwarding by which a body still sees the submission."""
    hops = Hop.objects.shown_to_bodies().filter(submission=submission, parent=None)
    return hops.order_by("sent_at", "pk").last()


def words(hop: Hop, said: str, *, writer: Submission | None = None) -> str:
    """Return what the sender said as the body reads it."""
    writer = writer or hop.submission
    if knows(hop, writer):
        return said
    return privacy.mask(said, hidden(said, known=gate.known_of(writer)))


def hidden(said: str, *, known: privacy.Known) -> list[privacy.Find]:
    """Return what a body must not read of what somebody said.

    Of an alley it must know which one: only the sender's own tells of them.
    """
    own = fold(known.address)

    def is_where(found: privacy.Find) -> bool:
        alley = fold(found.words)
        is_alley = found.kind == privacy.Kind.ADDRESS and alley.startswith(_ALLEYS)
        return is_alley and alley not in own

    return [one for one in privacy.find(said, known=known) if not is_where(one)]


def place(hop: Hop) -> str:
    """Return where the matter is, which the body must know, without people or numbers in it."""
    said = hop.submission.place
    if knows(hop, hop.submission):
        return said
    found = privacy.find(said, known=gate.known_of(hop.submission))
    where = (privacy.Kind.ADDRESS, privacy.Kind.LAND)
    return privacy.mask(said, [one for one in found if one.kind not in where])


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
class Found:
    """Words in a file that may tell who wrote it, or of others."""

    kind_name: str
    words: str


@dataclass(frozen=True)
class File:
    """A file that could go along, and what somebody would learn from it."""

    attachment: Attachment
    shown_as: str
    found: tuple[Found, ...]
    is_read: bool
    # It cannot be opened before its scan, by nobody.
    waits: bool
    # Of the sender, not of another who was joined, whom no body may know.
    is_senders: bool

    @property
    def is_renamed(self) -> bool:
        return self.shown_as != self.attachment.name

    @property
    def tells(self) -> bool:
        """Whether it stays with the office unless a person lets it go: it tells, or could."""
        return bool(self.found) or self.waits or (self.is_renamed and not self.is_read)

    @property
    def by_kind(self) -> dict[str, list[str]]:
        """The first words found, by what they are."""
        kinds: dict[str, list[str]] = {}
        for one in self.found[:MOST_SHOWN]:
            kinds.setdefault(one.kind_name, []).append(one.words)
        return kinds

    @property
    def others(self) -> int:
        """How many finds are not shown."""
        return max(0, len(self.found) - MOST_SHOWN)


@dataclass(frozen=True)
class Preview:
    """The letter before it is forwarded: its pieces with what was found, and its files."""

    subject: list[gate.Piece]
    body: list[gate.Piece]
    files: list[File]

    @property
    def count(self) -> int:
        return sum(piece.found is not None for piece in [*self.subject, *self.body])


def preview(submission: Submission, files: list[File]) -> Preview:
    """Return what a body would be told of the sender, and where."""
    known = gate.known_of(submission)

    def pieces(said: str) -> list[gate.Piece]:
        return gate.pieces(said, hidden(said, known=known))

    return Preview(pieces(submission.subject), pieces(submission.body), files)


@dataclass(frozen=True)
class Sent:
    """Files that came at one time, and whose letter they came with."""

    writer: Submission
    files: list[Attachment]


def sent(submission: Submission) -> list[Sent]:
    """Return what came from the sender and from those who were joined."""
    said = Message.objects.of_all_joined(submission).filter(purpose__in=FROM_SENDER)
    first = Sent(submission, attachments.of(submission))
    later = (Sent(one.submission, attachments.of(one)) for one in said.select_related("submission"))
    return [first, *later]


def all_of(sent: Iterable[Sent]) -> list[Attachment]:
    return [one for each in sent for one in each.files]


def files(sent: Sequence[Sent], *, but: Collection[int] = ()) -> list[File]:
    """Return the files but for these keys, each with what somebody would learn from it."""
    return [one for each in sent for one in _files(each, but, sender=sent[0].writer)]


def usual(files: Collection[File], *, shares_sender: bool) -> list[Attachment]:
    """Return what goes along unless a person decides otherwise.

    What tells of the sender goes where the body may know the sender; what tells of others never.
    """
    return [one.attachment for one in files if not one.tells or (shares_sender and one.is_senders)]


def _files(sent: Sent, but: Collection[int], *, sender: Submission) -> Iterator[File]:
    known = gate.known_of(sent.writer)
    number = {one.pk: place for place, one in enumerate(sent.files, start=1)}
    for read in file_words.of(one for one in sent.files if one.pk not in but):
        finds = hidden(read.words, known=known)
        told = dict.fromkeys(Found(privacy.Kind(one.kind).label, one.words) for one in finds)
        name = file_name(sent.writer, read.file, number[read.file.pk])
        is_senders = sent.writer == sender
        yield File(read.file, name, tuple(told), read.is_read, read.waits, is_senders)
