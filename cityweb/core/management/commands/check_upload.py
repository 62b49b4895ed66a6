"""`manage.py check_upload FILE…`: tell what would become of each file, one line of JSON each."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cityweb.core.attachments import judging


class Command(BaseCommand):
    help = "Kiểm tra từng tệp như khi người dân gửi lên; mỗi tệp một dòng JSON, đúng thứ tự."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        for path in options["files"]:
            self.stdout.write(json.dumps(judging.judge(path), ensure_ascii=False))
            self.stdout.flush()
