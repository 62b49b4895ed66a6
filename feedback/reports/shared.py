"""The answer of an original as others read it whose letters were joined to it.

What the office wrote to one person may name that person; to the others it goes masked, always. The
files of the answer stay with the one it was written to, but for public copies.
"""

from dataclasses import dataclass

from cityweb.core.models import Attachment
from feedback import privacy
from feedback.models import Publication, Reply, Submission
from feedback.reports import gate
from feedback.states import ReplyState

HEADING = "Bản này đã che dữ liệu cá nhân của người khác."


@dataclass(frozen=True)
class SharedAnswer:
    """What of one reply everybody may have whose letter was joined to the original."""

    reply: Reply
    body: str
    files: list[Attachment]


def of(reply: Reply) -> SharedAnswer:
    """Return the reply for those who were joined: its public copy, else its words masked."""
    public = Publication.objects.published().filter(reply=reply).first()
    if public is not None:
        files = public.files.select_related("shown__file")
        return SharedAnswer(reply, public.answer, [file.shown for file in files])
    known = gate.known_of(reply.submission)
    return SharedAnswer(reply, privacy.mask_all(reply.body, known=known), [])


def latest(original: Submission) -> Reply | None:
    """Return the last reply that was sent, if any was."""
    return original.replies.filter(state=ReplyState.SENT).order_by("sent_at").last()
