"""Says what the retention policies ask for today, or does it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from feedback.actions import retaining


class Command(BaseCommand):
    help = "In ra hồ sơ đến hạn xóa theo từng chính sách lưu giữ; --apply: xóa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        how = parser.add_mutually_exclusive_group(required=True)
        how.add_argument("--dry-run", action="store_true", help="chỉ đếm, không xóa gì")
        how.add_argument("--apply", action="store_true", help="xóa những gì đến hạn")

    def handle(self, *args: Any, **options: Any) -> None:
        lines = retaining.run(now=timezone.now(), is_dry=options["dry_run"])
        if not lines:
            self.stdout.write("Chưa có chính sách lưu giữ nào đang áp dụng.")
        for line in lines:
            policy = line.policy
            if policy.months is None:
                self.stdout.write(f"{policy}: chưa xác định thời hạn, không làm gì.")
                continue
            said = f"{policy}: sau {policy.months} tháng, {policy.get_action_display().lower()}"
            said += f"; đến hạn {line.due}"
            if options["apply"]:
                said += f", đã làm {line.done}, chưa được {line.failed}"
            self.stdout.write(f"{said}. Căn cứ: {policy.basis}")
