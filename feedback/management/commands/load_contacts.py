"""`manage.py load_contacts FILE`: the addresses at which bodies take what is forwarded to them."""

import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from feedback.actions import contacts

COLUMNS = ("co_quan", "thu_dien_tu", "nguoi_dau_moi")


class Command(BaseCommand):
    help = f"Nạp đầu mối của các cơ quan từ tệp CSV có các cột {', '.join(COLUMNS)}. Chạy lại được."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="tệp CSV, mã hóa UTF-8, có dòng đầu đề")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            added = contacts.add_contacts(_lines(file), on=timezone.localdate())
        except (OSError, UnicodeDecodeError) as problem:
            raise CommandError(f"Không đọc được {file}: {problem}") from problem
        except contacts.Unusable as problem:
            raise CommandError(f"Chưa nạp gì.\n{problem}") from problem
        self.stdout.write(f"Đã thêm {added} đầu mối." if added else "Đã có đủ đầu mối.")


def _lines(file: Path) -> list[contacts.Line]:
    with file.open(encoding="utf-8-sig", newline="") as rows:
        reader = csv.DictReader(rows)
        if missing := set(COLUMNS[:2]) - set(reader.fieldnames or ()):
            raise contacts.Unusable(f"Dòng đầu đề thiếu cột: {', '.join(sorted(missing))}.")
        return [contacts.Line(*(row.get(name) or "" for name in COLUMNS)) for row in reader]
