"""What must happen after COMMIT: mail, and every other step outside the database.

    outbox.mail(to=…, template="feedback/received", about=submission, context={…},
                dedupe_key=f"feedback.received:{submission.pk}")

`put` writes a row in the caller's transaction. After COMMIT its id goes to a worker through the
broker; whatever gets lost on the way is found by the sweep. An item is done at least once: its
handler (`settings.OUTBOX_HANDLERS`) is idempotent, or what it sends is recognisably the same.
"""

from cityweb.core.models.outbox import OutboxItem
from cityweb.core.outbox.composing import mail, put_mail
from cityweb.core.outbox.forgetting import forget, forget_old
from cityweb.core.outbox.putting import call, item, put
from cityweb.core.outbox.running import GiveUp, TryLater, deliver, sweep

Priority = OutboxItem.Priority

__all__ = [
    "GiveUp",
    "Priority",
    "TryLater",
    "call",
    "deliver",
    "forget",
    "forget_old",
    "item",
    "mail",
    "put",
    "put_mail",
    "sweep",
]
