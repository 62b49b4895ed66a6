"""Writes the ledger of erasures to a file kept apart from the backups, or does them again."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime

from feedback.actions import erasing
from feedback.models import EraseBy, Erasure, Submission


class Command(BaseCommand):
    help = "export FILE: ghi sổ xóa ra tệp; reapply FILE: xóa lại sau khi phục hồi bản sao lưu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["export", "reapply"])
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["deed"] == "export":
            self.stdout.write(f"Đã ghi {_export(options['file'])} dòng.")
        else:
            self.stdout.write(f"Đã xóa lại {_reapply(options['file'])} hồ sơ.")


def _export(path: Path) -> int:
    rows = Erasure.objects.order_by("at", "pk")
    lines = [
        json.dumps({"digest": row.digest, "action": row.action, "at": row.at.isoformat()})
        for row in rows.iterator()
    ]
    part = path.with_name(path.name + ".part")
    part.write_text("".join(f"{line}\n" for line in lines))
    part.replace(path)
    return len(lines)


def _reapply(path: Path) -> int:
    """Erase again everything that the ledger names; more than once does no more."""
    wanted: dict[str, tuple[EraseBy, Any]] = {}
    try:
        for line in path.read_text().splitlines():
            entry = json.loads(line)
            action, at = EraseBy(entry["action"]), parse_datetime(entry["at"])
            # Deleting goes further than anonymising, whichever came first.
            if wanted.get(entry["digest"], (None,))[0] != EraseBy.DELETE:
                wanted[entry["digest"]] = (action, at)
    except (OSError, ValueError, KeyError) as problem:
        raise CommandError(f"Không đọc được sổ xóa: {problem}") from problem
    count = 0
    for code in Submission.objects.order_by("pk").values_list("code", flat=True).iterator():
        if found := wanted.get(erasing.digest(code)):
            erasing.redo(code=code, action=found[0], at=found[1])
            count += 1
    return count
