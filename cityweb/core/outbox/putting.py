"""Writes an item in the transaction of the deed that asks for it."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.utils import timezone

from cityweb.core.inserting import insert_once
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
    if kind not in settings.OUTBOX_HANDLERS:
        raise ValueError(f"OUTBOX_HANDLERS names no handler for {kind}")
    now = timezone.now()
    item = OutboxItem(
        kind=kind,
        dedupe_key=dedupe_key,
        payload=json.dumps(payload, ensure_ascii=False),
        about_type=ContentType.objects.get_for_model(about) if about else None,
        about_id=str(about.pk) if about else "",
        priority=priority,
        created_at=now,
        not_before=not_before or now,
    )
    # One statement, because every accepted submission pays for it.
    if not insert_once(item):
        return OutboxItem.objects.get(dedupe_key=dedupe_key)
    if item.not_before <= now:
        transaction.on_commit(lambda: waking.wake(item.pk))
    return item
