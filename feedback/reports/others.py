"""Whose data stands in a reply besides its sender's: in the text, and in the files with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from cityweb.core.text import fold
from feedback import privacy
from feedback.models import Reply, Submission
from feedback.reports import file_words, gate, reply_files
from feedback.reports.file_words import Read

# So many are named beside a button; all of them stand in the panel of the reply.
MOST_NAMED = 12


@dataclass(frozen=True)
class Named:
    """Words that may tell of another person, what they are, and where they stand."""

    kind_name: str
    text: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.kind_name}: {self.text}" + (f" ({self.where})" if self.where else "")


def in_text(text: str, submission: Submission) -> list[privacy.Find]:
    """Return the personal data in `text` that is not the sender's own, as far as known."""
    known = gate.known_of(submission)
    return _of_others(privacy.find(text, known=known), known)


def named(reply: Reply) -> list[Named]:
    """Return all that may tell of others in what goes out with a reply, each once."""
    return list(dict.fromkeys(_named(reply)))


def _named(reply: Reply) -> Iterator[Named]:
    for one in in_text(reply.body, reply.submission):
        yield _as_named(one)
    for read in files_of(reply):
        yield from named_in_file(read, reply.submission)


def named_in_file(read: Read, submission: Submission) -> list[Named]:
    """Return what may tell of others in the name of a file, and in what it says, each once."""
    known, name = gate.known_of(submission), read.file.name
    in_name = _of_others(privacy.find_in_name(name, known=known), known)
    inside = _of_others(privacy.find(read.words, known=known), known)
    found = [
        *(_as_named(one, f"tên tệp {name}") for one in in_name),
        *(_as_named(one, f"trong tệp {name}") for one in inside),
    ]
    return list(dict.fromkeys(found))


def summary(found: list[Named]) -> str:
    """Return what was found in one line, as much as fits beside a button."""
    left = len(found) - MOST_NAMED
    more = [f"và {left} chỗ khác, xem ở phần Trả lời"] if left > 0 else []
    return "; ".join([*map(str, found[:MOST_NAMED]), *more])


def files_of(reply: Reply) -> list[Read]:
    """Return the files that go along as a machine read them."""
    return file_words.of(reply_files.of(reply))


def _as_named(found: privacy.Find, where: str = "") -> Named:
    return Named(privacy.Kind(found.kind).label, found.words, where)


def _of_others(found: list[privacy.Find], known: privacy.Known) -> list[privacy.Find]:
    return [one for one in found if not _is_of(one.words, known)]


def _is_of(words: str, known: privacy.Known) -> bool:
    own = fold(" ".join((known.name, known.address, known.email)))
    number = "".join(filter(str.isdecimal, words))[-9:]
    is_phone = len(number) == 9 and "".join(filter(str.isdecimal, known.phone)).endswith(number)
    return is_phone or fold(words) in own
