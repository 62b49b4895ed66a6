"""Publishes what the register is on a day, so that a removed or altered entry shows."""

import hashlib
import logging
from datetime import date

from django.db import connection, transaction

from cityweb.core import audit
from cityweb.core.attachments import actions as files
from cityweb.core.attachments import store
from licensing import manifest
from licensing.models import RegisterDigest

logger = logging.getLogger(__name__)

_LOCK = 0x11CE


@transaction.atomic
def seal(*, today: date) -> RegisterDigest | None:
    """Write the digest of today; nothing where there is one. Safe to call twice and at once.

    What yesterday's list held and today's does not is named in it, and in the log.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = RegisterDigest.objects.select_related("file").order_by("-day").first()
    if last is not None and last.day >= today:
        return None
    listed = "".join(manifest.lines())
    sha256 = hashlib.sha256(listed.encode()).hexdigest()
    lost = manifest.lost(_list_of(last), listed) if last else []
    made = RegisterDigest.objects.create(
        day=today,
        versions=listed.count("\n"),
        sha256=sha256,
        chain=manifest.link(last.chain if last else "", today, sha256),
        file=files.keep_own(listed.encode(), media_type="text/plain"),
        lost=lost,
    )
    audit.record(
        actor=None, verb="licensing.sealed", target=made, sha256=sha256, chain=made.chain,
        lost=lost,
    )  # fmt: skip
    if lost:
        logger.error("register of licences: altered or removed since %s: %s", last.day, lost)
    return made


def _list_of(digest: RegisterDigest) -> str:
    with store.open_file(digest.file.path) as file:
        return file.read().decode()
