"""`manage.py verify_paper FILE…`: tell what each signed paper is worth, one line of JSON each."""

import json
import os
import stat
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cityweb.core import papers
from cityweb.core.papers import verifying


class Command(BaseCommand):
    help = "Xác minh chữ ký số của từng tệp PDF; mỗi tệp một dòng JSON, đúng thứ tự."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        for path in options["files"]:
            shown = os.fsencode(path).decode("utf-8", "replace")
            line = {"file": shown} | _verdict(path).facts()
            self.stdout.write(json.dumps(line, ensure_ascii=False))
            self.stdout.flush()


def _verdict(path: str) -> verifying.Verdict:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return verifying.Verdict("no-file", "")
        with open(path, "rb") as source:
            return papers.verify(source.read(verifying.MOST_BYTES + 1))
    except (OSError, ValueError):
        return verifying.Verdict("no-file", "")
