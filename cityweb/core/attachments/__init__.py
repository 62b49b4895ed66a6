"""Files of strangers: one door in, one private store, one door out.

`take` is the only way in: what the sender claims (name, type, size) is never believed, bytes are
opened only in a child process that can reach nothing, pictures are drawn again, PDF cleaned, and
whatever can run is refused. What was taken waits under a draft token until `claim` gives it to its
owner in the transaction that creates the owner. Readers get it through `files:download` alone,
which asks the policy of the owner's model (`settings.ATTACHMENT_POLICIES`).
"""

from cityweb.core.attachments.actions import claim, discard, forget, hand_on, lend, take
from cityweb.core.attachments.intake import Checked, examine
from cityweb.core.attachments.kinds import DOCUMENTS, MAILBOX, OFFICE, PICTURES, TEXTS, VIDEOS
from cityweb.core.attachments.reading import (
    drafts,
    drafts_as_question,
    of,
    open_bytes,
)
from cityweb.core.attachments.redrawing import Rendition, Renditions, redraw
from cityweb.core.attachments.wording import Words, words_in

__all__ = [
    "DOCUMENTS",
    "MAILBOX",
    "OFFICE",
    "PICTURES",
    "TEXTS",
    "VIDEOS",
    "Checked",
    "Rendition",
    "Renditions",
    "Words",
    "claim",
    "discard",
    "drafts",
    "examine",
    "forget",
    "drafts_as_question",
    "hand_on",
    "lend",
    "of",
    "open_bytes",
    "redraw",
    "take",
    "words_in",
]
