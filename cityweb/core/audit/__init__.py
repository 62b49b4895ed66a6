"""The audit trail: verbs written down, days sealed, the whole trail checked.

`record` is called by every action, inside its transaction. Row histories come from the database
itself (`cityweb.core.models.history`). `seal_finished_days` runs every hour, `verify` on demand.
"""

from cityweb.core.audit.recording import record
from cityweb.core.audit.sealing import seal_finished_days
from cityweb.core.audit.verifying import Finding, verify

__all__ = ["Finding", "record", "seal_finished_days", "verify"]
