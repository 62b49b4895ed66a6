"""Writes a mail at the moment of the deed, in the words and with the facts of that moment."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from cityweb.core import text
from cityweb.core.models.attachments import Attachment
from cityweb.core.models.outbox import OutboxItem
from cityweb.core.outbox.putting import put

KIND = "mail"
LONGEST_SUBJECT = 200


def mail(
    *,
    to: str,
    template: str,
    about: models.Model | None,
    context: Mapping[str, Any],
    dedupe_key: str,
    reply_to: str = "",
    not_before: datetime | None = None,
    attachments: Iterable[Attachment] = (),
    priority: int = OutboxItem.Priority.USUAL,
    is_kept: bool = True,
) -> OutboxItem:
    """Let a plain text mail go to one address after COMMIT; return its item.

    Renders `<template>.subject.txt` and `<template>.txt` now, in Vietnamese and without escaping.
    The subject must name nobody. `reply_to` is best a `mailin.reply_address`. What is not kept is
    forgotten as soon as it was sent. Joins the caller's transaction, or raises `RuntimeError`.
    """
    with translation.override("vi"):
        subject = _render(f"{template}.subject.txt", context)
        body = _render(f"{template}.txt", context)
    return put_mail(
        to=to,
        subject=subject,
        body=body,
        about=about,
        dedupe_key=dedupe_key,
        reply_to=reply_to,
        not_before=not_before,
        attachments=attachments,
        priority=priority,
        is_kept=is_kept,
    )


def put_mail(
    *,
    to: str,
    subject: str,
    body: str,
    about: models.Model | None,
    dedupe_key: str,
    reply_to: str = "",
    not_before: datetime | None = None,
    attachments: Iterable[Attachment] = (),
    priority: int = OutboxItem.Priority.USUAL,
    is_kept: bool = True,
) -> OutboxItem:
    """Let a mail go whose words are there already; the rest is as in `mail`."""
    if "@" not in to:
        raise ValueError("a mail needs an address to go to")
    letter = {
        "to": text.clean(to).strip(),
        # A line break would begin another header.
        "subject": " ".join(text.clean(subject).split())[:LONGEST_SUBJECT],
        "body": text.clean(body).strip() + "\n",
        "reply_to": reply_to,
        "attachments": [attachment.pk for attachment in attachments],
        "is_kept": is_kept,
    }
    return put(
        kind=KIND,
        dedupe_key=dedupe_key,
        payload=letter,
        about=about,
        not_before=not_before,
        priority=priority,
    )


def _render(name: str, context: Mapping[str, Any]) -> str:
    # Through Django's own engine, because only it renders without escaping: this is not HTML.
    return get_template(name).template.render(Context(dict(context), autoescape=False))
