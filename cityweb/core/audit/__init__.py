"""The audit trail: verbs written down, days sealed, the whole trail checked.

`record` is called by every action, inside its transaction. Row histories come from the database
itself (`cityweb.core.models.history`). `seal_finished_days` runs every hour, `verify` on demand.
"""

from cityweb.core.audit.hiding import visible_to, without_hidden
from cityweb.core.audit.reading import Line, known_verbs, timeline
from cityweb.core.audit.recording import entry, record
from cityweb.core.audit.sealing import seal_finished_days
from cityweb.core.audit.verbs import name_verbs, verb_label
from cityweb.core.audit.verifying import Finding, verify

__all__ = [
    "Finding",
    "Line",
    "entry",
    "known_verbs",
    "name_verbs",
    "record",
    "seal_finished_days",
    "timeline",
    "verb_label",
    "verify",
    "visible_to",
    "without_hidden",
]
