"""Says when something is due and why, as JSON."""

import json
import re
from argparse import ArgumentParser
from datetime import time
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import ProgrammingError

from cityweb.core import clocks, workdays
from cityweb.core.clocks import facts
from cityweb.core.models import Clock
from cityweb.core.models.clocks import TERM_UNITS

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Tính hạn từ ngày nhận và giải thích từng ngày được tính hay không, in ra JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--received", required=True, metavar="D", help="ngày hoặc ngày giờ nhận: 2026-02-06"
        )
        parser.add_argument("--amount", required=True, metavar="N", help="thời hạn, số nguyên")
        parser.add_argument("--unit", required=True, help=", ".join(TERM_UNITS))
        parser.add_argument(
            "--pause", action="append", default=[], nargs="+", metavar="A:B",
            help="tạm dừng từ ngày A, đếm tiếp từ ngày B; lặp lại được",
        )  # fmt: skip
        parser.add_argument("--mode", default=Clock.Mode.RESUME, help="resume hoặc restart")
        parser.add_argument(
            "--cutoff", metavar="HH:MM", help="giờ chốt tiếp nhận; mặc định theo quy tắc của Phòng"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            term = _term(options)
            pauses = [text for group in options["pause"] for text in group]
            result = facts.explain(options["received"], term, pauses)
        except clocks.TermError as problem:
            raise CommandError(str(problem), returncode=BAD_INPUT) from problem
        except ProgrammingError as problem:
            raise CommandError("Cơ sở dữ liệu chưa có bảng: chạy manage.py migrate.") from problem
        self.stdout.write(json.dumps(facts.as_json(result), ensure_ascii=False, indent=2))


def _term(options: dict[str, Any]) -> clocks.Term:
    if not re.fullmatch(r"[0-9]{1,6}", options["amount"]):
        raise clocks.TermError("Thời hạn phải là số nguyên dương, ví dụ 10.")
    if options["unit"] not in TERM_UNITS:
        raise clocks.TermError(f"Đơn vị phải là một trong: {', '.join(TERM_UNITS)}.")
    if options["mode"] not in Clock.Mode.values:
        raise clocks.TermError("Cách tính sau tạm dừng phải là resume hoặc restart.")
    received = facts.moment(options["received"])
    cutoff = _hour(options["cutoff"]) if options["cutoff"] else workdays.cutoff(received.date())
    return clocks.Term(int(options["amount"]), options["unit"], options["mode"], cutoff)


def _hour(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as problem:
        raise clocks.TermError("Giờ chốt viết như 15:00.") from problem
