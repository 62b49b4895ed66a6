"""The ledger of erasures as a file apart from the backups, and doing them again after a restore."""

import json
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.dateparse import parse_datetime

from cityweb.core import audit
from feedback.actions import erasing
from feedback.models import EraseBy, Erasure, Submission
from feedback.reports.erased import REAPPLIED


class LedgerUnreadable(Exception):
    """The file is not there, or not a ledger."""


def export(path: Path) -> int:
    """Write the whole ledger, one line of JSON an entry; return how many.

    A reader finds either the old file or the new one, never half of it.
    """
    rows = Erasure.objects.order_by("at", "pk")
    lines = [
        json.dumps({"digest": row.digest, "action": row.action, "at": row.at.isoformat()})
        for row in rows.iterator()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text("".join(f"{line}\n" for line in lines))
    part.replace(path)
    return len(lines)


def reapply(path: Path) -> int:
    """Erase again everything that the ledger names; more than once does no more.

    That it was done stands in the trail, whatever was found. Raises `LedgerUnreadable` before
    anything is erased.
    """
    wanted = _read(path)
    count = 0
    for code in Submission.objects.order_by("pk").values_list("code", flat=True).iterator():
        if found := wanted.get(erasing.digest(code)):
            erasing.redo(code=code, action=found[0], at=found[1])
            count += 1
    with transaction.atomic():
        facts = {"named": len(wanted), "erased": count}
        audit.record(actor=None, verb=REAPPLIED, target=None, **facts)
    return count


def _read(path: Path) -> dict[str, tuple[EraseBy, datetime]]:
    wanted: dict[str, tuple[EraseBy, datetime]] = {}
    try:
        for line in path.read_text().splitlines():
            entry = json.loads(line)
            action, at = EraseBy(entry["action"]), parse_datetime(entry["at"])
            if at is None:
                raise ValueError(entry["at"])
            known = wanted.get(entry["digest"])
            # Deleting goes further than anonymising, whichever came first.
            if known is None or known[0] != EraseBy.DELETE:
                wanted[entry["digest"]] = (action, at)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise LedgerUnreadable(str(problem)) from problem
    return wanted
