"""Mail that comes in: fetched, kept as it came, read with suspicion, handed to who it is for.

`reply_address` makes an address that leads an answer to its case. `poll` runs every minute where
`MAIL_IN` names a mailbox; `MAIL_IN_HANDLER` names the function that is given the raw bytes and
their `RawMail` row, in the transaction that notes it as handled. `parse` turns bytes into facts.
"""

from cityweb.core.mailin.addresses import read_reply_address, reply_address
from cityweb.core.mailin.facts import Bounce, Enclosure, Mail, Verdict
from cityweb.core.mailin.fetching import poll
from cityweb.core.mailin.keeping import erase, handle, keep, open_raw
from cityweb.core.mailin.parsing import parse

__all__ = [
    "Bounce",
    "Enclosure",
    "Mail",
    "Verdict",
    "erase",
    "handle",
    "keep",
    "open_raw",
    "parse",
    "poll",
    "read_reply_address",
    "reply_address",
]
