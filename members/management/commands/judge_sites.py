"""`manage.py judge_sites [--reread]`: judge member sites anew by what is stored."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from members import actions


class Command(BaseCommand):
    help = (
        "Xét lại mọi website thành viên từ kết quả đã lưu, sau khi đổi quy tắc hay hạn. "
        "--reread đọc lại cả trang đã lưu, sau khi đổi danh sách từ hay cách đọc."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reread", action="store_true", help="đọc lại trang đã lưu")

    def handle(self, *args: Any, **options: Any) -> None:
        is_reread = options["reread"]
        sites, read, changed = actions.judge_all(now=timezone.now(), is_reread=is_reread)
        if is_reread:
            self.stdout.write(f"Đã đọc lại {read} trang.")
        self.stdout.write(f"Đã xét {sites} website, {changed} kết luận thay đổi.")
