"""What stands between a question and its publication: the personal data left in the public copy."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from cityweb.core import attachments
from cityweb.core.models import Attachment
from cityweb.core.sealed import blind_index
from feedback import privacy
from feedback.models import Hop, Message, PrivacyDecision, Publication, PublishedFile, Submission
from feedback.reports import reply_files
from feedback.states import HopState, ReplyState, State

PARTS = {
    "title": "Tiêu đề",
    "question": "Câu hỏi",
    "answer": "Trả lời",
    "answered_by": "Cơ quan trả lời",
}
FILE = "file:"
# The words inside a file: they can be left standing, or the file replaced; never masked there.
WORDS = "words:"
# How many letters beside a find are shown with it.
_AROUND = 40


@dataclass(frozen=True)
class Finding:
    """One piece of personal data in one part, and the decision to let it stand, if any."""

    part: str
    label: str
    found: privacy.Find
    digest: str
    kept: PrivacyDecision | None
    before: str = ""
    after: str = ""

    @property
    def kind_name(self) -> str:
        return privacy.Kind(self.found.kind).label

    @property
    def may_be_masked(self) -> bool:
        return not self.part.startswith(WORDS)


def known_of(submission: Submission) -> privacy.Known:
    """Return what the office knows of the sender, to be found wherever it stands."""
    return privacy.Known(
        name=submission.sender_name,
        phone=submission.sender_phone,
        address=submission.sender_address,
        email=submission.sender_email,
    )


def digest(words: str) -> str:
    """Return the mark by which a decision knows words that it does not keep."""
    return blind_index(words, purpose="feedback.privacy")


def look(publication: Publication) -> list[Finding]:
    """Return everything found in the texts and file names that would be public."""
    kept = {
        (decision.part, decision.digest): decision
        for decision in publication.decisions.filter(
            verdict=PrivacyDecision.Verdict.KEPT
        ).select_related("by")
    }
    known = known_of(publication.submission)
    found: list[Finding] = []
    for part, label, text, finds in _finds(publication, known):
        for one in finds:
            mark = digest(one.words)
            before, after = _around(text, one)
            decision = kept.get((part, mark))
            found.append(Finding(part, label, one, mark, decision, before, after))
    return found


def _around(text: str, found: privacy.Find) -> tuple[str, str]:
    """Return some letters on either side of a find, with dots where more is left out."""
    before, after = text[: found.start], text[found.end :]
    return (
        "…" * (len(before) > _AROUND) + before[-_AROUND:],
        after[:_AROUND] + "…" * (len(after) > _AROUND),
    )


def not_the_last_word(publication: Publication) -> str:
    """Return why the answer in the copy is not the last word, or nothing where it is."""
    submission = publication.submission
    if submission.state != State.REPLIED:
        return "Người gửi đã đề nghị xem lại: chỉ công khai sau khi có trả lời mới."
    sent = submission.replies.filter(state=ReplyState.SENT).order_by("sent_at").last()
    if sent is not None and sent.pk != publication.reply_id:
        return (
            "Đã có trả lời mới hơn bản này: hãy chọn “Không công khai ý kiến này”, "
            "rồi chuẩn bị lại từ trả lời mới."
        )
    return ""


def undecided(publication: Publication) -> list[Finding]:
    """Return what blocks publication: found, and no person has decided to let it stand."""
    return [finding for finding in look(publication) if finding.kept is None]


def finds_in(publication: Publication, part: str) -> list[privacy.Find]:
    """Return what is found in one part now."""
    known = known_of(publication.submission)
    return next((finds for name, *_, finds in _finds(publication, known) if name == part), [])


def _finds(
    publication: Publication, known: privacy.Known
) -> Iterator[tuple[str, str, str, list[privacy.Find]]]:
    for part, label in PARTS.items():
        text = getattr(publication, part)
        yield part, label, text, privacy.find(text, known=known)
    for file in publication.files.all():
        finds = privacy.find_in_name(file.name, known=known)
        yield f"{FILE}{file.pk}", "Tên tệp", file.name, finds
        inside = privacy.find(file.words, known=known)
        yield f"{WORDS}{file.pk}", f"Trong tệp {file.name}", file.words, inside


@dataclass(frozen=True)
class Choice:
    """A file that could be public, where it came from, and its public copy if it has one."""

    original: Attachment
    origin: str
    chosen: PublishedFile | None

    @property
    def is_picture(self) -> bool:
        return self.original.file.media_type.startswith("image/")

    @property
    def suggested_name(self) -> str:
        """A name that tells nothing of anybody."""
        kind = "hinh" if self.is_picture else "tep"
        return f"{kind}-{self.original.pk}.{self.original.name.rpartition('.')[2]}"


def choices(publication: Publication) -> list[Choice]:
    """Return the files of the question, of what was added to it, and of the bodies' answers."""
    chosen = {
        file.original_id: file for file in publication.files.select_related("shown", "checked_by")
    }
    found = {
        one.pk: (one, origin)
        for owner, origin in _owners(publication)
        for one in attachments.of(owner)
    }
    for one in reply_files.of(publication.reply):
        found.setdefault(one.pk, (one, reply_files.bodies(publication.submission)[one.owner_id]))
    return [Choice(one, origin, chosen.get(one.pk)) for one, origin in found.values()]


def _owners(publication: Publication) -> list[tuple[Submission | Message | Hop, str]]:
    submission, source = publication.submission, publication.reply.source_id
    added = submission.messages.filter(purpose=Message.Purpose.ADDITION)
    # The office's own reply has no source: no answer of a body belongs to it.
    of_source = Q(pk=source) | Q(parent=source) if source else Q(pk__in=())
    answers = submission.hops.filter(of_source, state=HopState.ANSWERED)
    return [
        (submission, "Người gửi"),
        *((message, "Người gửi bổ sung") for message in added),
        *((hop, str(hop.organisation)) for hop in answers.select_related("organisation")),
    ]


@dataclass(frozen=True)
class Piece:
    """Some words of a text, and what was found in them, if anything."""

    text: str
    found: privacy.Find | None = None

    @property
    def kind_name(self) -> str:
        return privacy.Kind(self.found.kind).label if self.found else ""


def pieces(text: str, finds: list[privacy.Find]) -> list[Piece]:
    """Return the text in pieces, so that a page can mark what was found."""
    parts: list[Piece] = []
    end = 0
    for found in finds:
        parts += [Piece(text[end : found.start]), Piece(found.words, found)]
        end = found.end
    return [part for part in [*parts, Piece(text[end:])] if part.text]
