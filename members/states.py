"""What becomes of an explanation."""

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
