"""The ledger of erasures as the office reads it: what was done and when, never whose."""

from dataclasses import dataclass

from cityweb.core.models import AuditEntry
from feedback.models import Erasure

REAPPLIED = "feedback.erasures_reapplied"
MOST_SHOWN = 200


@dataclass(frozen=True)
class Ledger:
    """The newest entries, how many there are, and when all were done again after a restore."""

    newest: list[Erasure]
    count: int
    reapplied: list[AuditEntry]


def ledger() -> Ledger:
    """Return the ledger as it stands."""
    newest = Erasure.objects.select_related("policy__mailbox", "policy__category")
    again = AuditEntry.objects.filter(verb=REAPPLIED).order_by("-id")
    return Ledger(
        list(newest.order_by("-at", "-id")[:MOST_SHOWN]), Erasure.objects.count(), list(again[:5])
    )
