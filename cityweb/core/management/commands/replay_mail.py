"""`manage.py replay_mail FILE…`: gives mails to the portal again, as if they had just arrived."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cityweb.core import mailin


class Command(BaseCommand):
    help = "Đưa các tệp thư .eml vào cổng như thư vừa đến; thư đã xử lý thì bỏ qua."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if not settings.MAIL_IN_HANDLER:
            raise CommandError("MAIL_IN_HANDLER chưa nêu ai nhận thư đến.")
        for path in files:
            try:
                mail = mailin.keep(path.read_bytes())
            except OSError as problem:
                raise CommandError(f"Không đọc được {path}: {problem.strerror}.") from problem
            if mail.handled_at:
                self.stdout.write(f"{path}: đã xử lý từ trước.")
                continue
            told = mailin.handle(mail.pk)
            self.stdout.write(f"{path}: {told or 'không xử lý được, xem nhật ký.'}")
