"""Writes an item in the transaction of the deed that asks for it."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone

from cityweb.core.inserting import NewKey, insert_once, key_of
from cityweb.core.models.outbox import OutboxItem
from cityweb.core.outbox import waking


def put(
    *,
    kind: str,
    dedupe_key: str,
    payload: dict[str, Any],
    about: models.Model | None = None,
    not_before: datetime | None = None,
    priority: int = OutboxItem.Priority.USUAL,
) -> OutboxItem:
    """Let `kind` happen after COMMIT, not before `not_before`; return the item.

    The same `dedupe_key` again changes nothing and returns the first item: name in it what happens
    to what ("feedback.received:42"), and nobody. `payload` must fit into JSON and is encrypted.
    Outside a transaction it raises `RuntimeError`: the deed and its consequence stand or fall
    together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("outbox.put needs the transaction of the deed it follows from")
    made = item(
        kind=kind,
        dedupe_key=dedupe_key,
        payload=payload,
        about=about,
        not_before=not_before,
        priority=priority,
    )
    # One statement, because every deed pays for it.
    if not insert_once(made):
        return OutboxItem.objects.get(dedupe_key=dedupe_key)
    call(made)
    return made


def item(
    *,
    kind: str,
    dedupe_key: str | NewKey,
    payload: dict[str, Any],
    about: models.Model | None = None,
    not_before: datetime | None = None,
    priority: int = OutboxItem.Priority.USUAL,
) -> OutboxItem:
    """Return what `put` writes, for a deed that writes it in the same statement as itself.

    Once it is written, `call` is due.
    """
    if kind not in settings.OUTBOX_HANDLERS:
        raise ValueError(f"OUTBOX_HANDLERS names no handler for {kind}")
    now = timezone.now()
    return OutboxItem(
        kind=kind,
        dedupe_key=dedupe_key,
        payload=json.dumps(payload, ensure_ascii=False),
        about_type=ContentType.objects.get_for_model(about) if about else None,
        about_id=key_of(about) if about else "",
        priority=priority,
        created_at=now,
        not_before=not_before or now,
    )


def call(made: OutboxItem) -> None:
    """Let a worker know of it after COMMIT, unless its time is yet to come."""
    if made.not_before <= made.created_at:
        transaction.on_commit(lambda: waking.wake(made.pk))
