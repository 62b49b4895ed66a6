"""Keeps raw mail before anybody reads it, and hands it on until it is handled."""

import hashlib
import io
import logging

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string

from cityweb.core.attachments import store
from cityweb.core.models.mail import RawMail

logger = logging.getLogger(__name__)

# A mail that fails this often waits for a person: `manage.py replay_mail`.
MOST_ATTEMPTS = 10
MOST_AT_ONCE = 100


def keep(raw: bytes) -> RawMail:
    """Put the bytes into the private store and return their row; the same bytes are one row.

    When this returns outside a transaction, bytes and row survive a power cut.
    """
    sha256 = hashlib.sha256(raw).hexdigest()
    store.keep(path_of(sha256), io.BytesIO(raw), size=len(raw))
    return RawMail.objects.get_or_create(sha256=sha256, defaults={"size": len(raw)})[0]


def open_raw(mail: RawMail) -> bytes:
    """Return the bytes of a kept mail."""
    with store.open_file(path_of(mail.sha256)) as file:
        return file.read()


def erase(*, pk: int) -> None:
    """Remove a mail for good, bytes and row: when what was made of it is erased."""
    with transaction.atomic():
        mail = RawMail.objects.select_for_update().get(pk=pk)
        mail.delete()
        transaction.on_commit(lambda: store.remove(path_of(mail.sha256)))


def handle_waiting() -> int:
    """Hand on every kept mail that is not handled yet, oldest first; return how many went well."""
    waiting = RawMail.objects.filter(handled_at=None, attempts__lt=MOST_ATTEMPTS).order_by("pk")
    return sum(bool(handle(pk)) for pk in waiting.values_list("pk", flat=True)[:MOST_AT_ONCE])


def handle(pk: int) -> str:
    """Give one mail to `MAIL_IN_HANDLER`; return its word on it, "" when it is not handled now.

    What the handler writes and the note that it is handled are one transaction. A failure is
    counted, logged without a word of the mail, and does not stop those behind it.
    """
    try:
        with transaction.atomic():
            rows = RawMail.objects.select_for_update(skip_locked=True).filter(handled_at=None)
            mail = rows.filter(pk=pk).first()
            if mail is None:
                return ""
            told = import_string(settings.MAIL_IN_HANDLER)(open_raw(mail), mail)
            mail.handled_at, mail.last_error = timezone.now(), ""
            mail.save(update_fields=["handled_at", "last_error"])
            return told or "đã xử lý."
    except Exception as problem:  # noqa: BLE001  one bad mail must not stop those behind it
        logger.exception("raw mail %s not handled", pk)
        name = type(problem).__qualname__
        RawMail.objects.filter(pk=pk).update(attempts=F("attempts") + 1, last_error=name)
        return ""


def path_of(sha256: str) -> str:
    return f"mail/{sha256[:2]}/{sha256}"
