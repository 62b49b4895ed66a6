"""The signed ticket in every public form: who sends the same form twice sends one thing.

It stands where a session would: made when the form is shown, it names what will be sent, holds the
files that were sent ahead, and tells how long the form was open. It names no person.
"""

import time
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core import signing

_SALT = "feedback.ticket"
_HOUR = 3600


@dataclass(frozen=True)
class Ticket:
    """One sending that is to come."""

    token: uuid.UUID
    issued_at: int
    text: str

    @property
    def age(self) -> int:
        """Return for how many seconds the form has been open."""
        return max(0, int(time.time()) - self.issued_at)

    @property
    def draft_token(self) -> str:
        """The name under which files wait for this sending."""
        return self.token.hex


def issue(*, opened: int = 0) -> Ticket:
    """Return a fresh ticket; `opened` tells since when the form has been open, if not since now."""
    token, since = uuid.uuid4(), opened or int(time.time())
    return Ticket(token, since, signing.Signer(salt=_SALT).sign(f"{token.hex}.{since:x}"))


def read(text: str) -> Ticket | None:
    """Return the ticket that was issued as `text`; nothing when it is forged or too old.

    A ticket lives as long as files wait for it: an older form would lose them without a word.
    """
    try:
        token, _, issued = signing.Signer(salt=_SALT).unsign(text[:200]).partition(".")
    except signing.BadSignature:
        return None
    ticket = Ticket(uuid.UUID(token), int(issued, 16), text)
    return ticket if ticket.age < settings.ATTACHMENT_DRAFT_HOURS * _HOUR else None
