"""Writes the ledger of erasures to a file kept apart from the backups, or does them again."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from feedback.actions import ledger


class Command(BaseCommand):
    help = "export FILE: ghi sổ xóa ra tệp; reapply FILE: xóa lại sau khi phục hồi bản sao lưu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["export", "reapply"])
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["deed"] == "export":
            self.stdout.write(f"Đã ghi {ledger.export(options['file'])} dòng.")
            return
        try:
            self.stdout.write(f"Đã xóa lại {ledger.reapply(options['file'])} hồ sơ.")
        except ledger.LedgerUnreadable as problem:
            raise CommandError(f"Không đọc được sổ xóa: {problem}") from problem
