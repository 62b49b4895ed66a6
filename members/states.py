"""What becomes of an explanation, and of an official letter."""

from django.db.models import TextChoices

from cityweb.core.lifecycle import Lifecycle


class ExplanationState(TextChoices):
    """A unit's word on an incident, until the office has decided about it."""

    SENT = "sent", "Chờ Phòng xem xét"
    ACCEPTED = "accepted", "Được chấp nhận"
    REFUSED = "refused", "Không được chấp nhận"


EXPLANATION_LIFE = Lifecycle(
    {ExplanationState.SENT: {ExplanationState.ACCEPTED, ExplanationState.REFUSED}}
)


class LetterState(TextChoices):
    """An official letter about a site: drafted by itself, sent or dropped by an officer."""

    DRAFT = "draft", "Chờ ký"
    SENT = "sent", "Đã gửi"
    DROPPED = "dropped", "Không gửi"


LETTER_LIFE = Lifecycle({LetterState.DRAFT: {LetterState.SENT, LetterState.DROPPED}})
