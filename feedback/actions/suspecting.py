"""What a sender adds may make a denunciation of a case: it is isolated as if it had come so."""

from datetime import datetime

from cityweb.core import audit
from feedback import suspicion
from feedback.actions.isolating import LOOKED_AT_AGAIN, back_from_body, isolate, tell_readers
from feedback.models import Message, Rating, Submission

NOTE = "Phòng đang xem lại ý kiến cùng phần ông/bà vừa bổ sung."
REASON = "Lời người gửi bổ sung có dấu hiệu tố cáo."


def look_at(submission: Submission, said: Message | Rating, *, at: datetime) -> None:
    """Isolate the locked submission, with all joined to it, if what was said turns it so.

    It is taken back from the body where it lies: that body sees nothing of it from now on.
    """
    own = said.submission
    words = said.comment if isinstance(said, Rating) else said.body
    if submission.is_restricted or not suspicion.turns(own.subject, own.body, words):
        return
    back_from_body(
        submission,
        at=at,
        actor=None,
        # Who added it may be somebody else, whose case was joined to this one.
        note=NOTE if own == submission else LOOKED_AT_AGAIN,
    )
    for one in isolate(submission):
        audit.record(actor=None, verb="feedback.restricted", target=one, reason=REASON)
    tell_readers(submission, occasion=f"{said._meta.model_name}-{said.pk}")
