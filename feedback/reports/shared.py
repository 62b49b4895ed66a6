"""The answer of an original as others read it whose letters were joined to it.

What the office wrote to one person may name that person. The others read nothing of it until a
person has let a copy through: for everybody, as a publication, or for them alone. The files of the
answer stay with the one it was written to, but for public copies.
"""

from dataclasses import dataclass

from cityweb.core.models import Attachment
from feedback import privacy
from feedback.models import Publication, Reply, SharedCopy, Submission
from feedback.reports import gate
from feedback.states import ReplyState

HEADING = "Bản này đã che dữ liệu cá nhân của người khác."


@dataclass(frozen=True)
class SharedAnswer:
    """What of one reply everybody may have whose letter was joined to the original."""

    reply: Reply
    body: str
    files: list[Attachment]


def of(reply: Reply) -> SharedAnswer | None:
    """Return the reply for those who were joined, if a person has let a copy of it through."""
    public = Publication.objects.published().filter(reply=reply).first()
    if public is not None:
        files = public.files.select_related("shown__file")
        return SharedAnswer(reply, public.answer, [file.shown for file in files])
    copy = SharedCopy.objects.filter(reply=reply, decided_at__isnull=False).first()
    return SharedAnswer(reply, copy.body, []) if copy else None


def latest(original: Submission) -> Reply | None:
    """Return the last reply that was sent, if any was."""
    return original.replies.filter(state=ReplyState.SENT).order_by("sent_at").last()


def waiting(original: Submission) -> SharedCopy | None:
    """Return the copy that waits for a person to let it through, if one does."""
    rows = SharedCopy.objects.waiting().filter(reply__submission=original)
    return rows.select_related("reply").order_by("reply__sent_at").last()


def proposal(reply: Reply) -> str:
    """Return the reply with all masked that a machine finds: where a person begins."""
    return privacy.mask_all(reply.body, known=gate.known_of(reply.submission))


def found_in(body: str, reply: Reply) -> list[privacy.Find]:
    """Return the personal data that stands in words meant for others."""
    return privacy.find(body, known=gate.known_of(reply.submission))
