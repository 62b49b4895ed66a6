"""`manage.py verify_audit`: tell whether anybody touched the trail, and name the rows."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cityweb.core import audit


class Command(BaseCommand):
    help = "Kiểm tra toàn bộ nhật ký; nêu đích danh từng dòng bị sửa, bị xóa hoặc chèn thêm."

    def handle(self, *args: Any, **options: Any) -> None:
        findings = audit.verify()
        for finding in findings:
            self.stdout.write(str(finding))
        if findings:
            raise CommandError(f"Nhật ký có {len(findings)} chỗ không khớp.", returncode=1)
        self.stdout.write("Nhật ký nguyên vẹn.")
