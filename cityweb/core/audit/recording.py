"""Writes one entry a verb."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from cityweb.core import logs
from cityweb.core.inserting import insert_once, key_of
from cityweb.core.models import AuditEntry, User

LONGEST_LABEL = 300


def record(
    *,
    actor: User | None,
    verb: str,
    target: models.Model | None,
    reason: str = "",
    **details: object,
) -> AuditEntry:
    """Write down that `actor` did `verb` to `target`; no actor means the system by itself.

    Joins the caller's transaction, so that the deed and its entry stand or fall together; outside
    of one it raises `RuntimeError`. `verb` is "<app>.<past tense>"; `details` must fit into JSON.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("audit.record needs the transaction of the deed it records")
    made = entry(actor=actor, verb=verb, target=target, reason=reason, **details)
    # Every deed pays for its entry: the statement is written once in each process.
    insert_once(made)
    return made


def entry(
    *,
    actor: User | None,
    verb: str,
    target: models.Model | None,
    reason: str = "",
    **details: object,
) -> AuditEntry:
    """Return what `record` writes, for a deed that writes it in the same statement as itself."""
    return AuditEntry(
        actor=actor,
        verb=verb,
        target_type=ContentType.objects.get_for_model(target) if target else None,
        target_id=key_of(target) if target else "",
        target_label=str(target)[:LONGEST_LABEL] if target else "",
        reason=reason,
        details=details,
        request_id=logs.request_id.get()[:40],
    )
