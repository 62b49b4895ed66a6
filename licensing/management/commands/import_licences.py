"""`manage.py import_licences FILE --as EMAIL`: take the existing register in from a workbook."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cityweb.core import workbooks
from cityweb.core.models import User
from licensing import columns
from licensing.forms import taking_in


class Command(BaseCommand):
    help = "Nhập sổ giấy phép đang có từ tệp .xlsx, mỗi dòng một quyết định; tất cả hoặc không gì."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--as", dest="email", required=True, help="thư điện tử của người nhập")
        parser.add_argument("--dry-run", action="store_true", help="chỉ thử, không ghi gì")

    def handle(self, *args: Any, **options: Any) -> None:
        actor = User.objects.filter(email=options["email"], is_active=True).first()
        if actor is None:
            raise CommandError(f"Không có người dùng {options['email']}.")
        rows = self._rows(options["file"])
        lines = taking_in.read(rows)
        if not lines:
            raise CommandError(taking_in.NO_ROWS)
        if unknown := columns.unknown(rows[0]):
            self.stdout.write(f"Cột không nhập: {', '.join(unknown)}.")
        is_done = taking_in.take_in(lines, actor=actor, is_trial=options["dry_run"])
        for line in lines:
            if line.warning:
                self.stdout.write(f"Dòng {line.number}, nên xem lại: {line.warning}.")
        wrong = [line for line in lines if line.errors]
        for line in wrong:
            self.stdout.write(f"Dòng {line.number}: {' '.join(line.errors)}")
        if wrong:
            raise CommandError(f"{len(wrong)} dòng có lỗi, chưa dòng nào được ghi.")
        self.stdout.write(
            f"Đã ghi {len(lines)} việc." if is_done else f"Thử xong {len(lines)} dòng, không lỗi."
        )

    def _rows(self, file: Path) -> workbooks.Rows:
        try:
            rows = workbooks.opened(file.read_bytes())
        except OSError as problem:
            raise CommandError(f"Không mở được tệp {file}.") from problem
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        lacking = workbooks.missing(rows[0] if rows else [], columns.NEEDED)
        if lacking:
            raise CommandError(f"Dòng đầu của sổ phải có các cột: {', '.join(lacking)}.")
        if twice := columns.twice(rows[0]):
            raise CommandError(f"Cột ghi hai lần: {', '.join(twice)}.")
        return rows
