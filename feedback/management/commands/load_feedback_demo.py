"""`manage.py load_feedback_demo`: fill an empty installation with sample mailboxes at work."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from feedback.demo.load import load


class Command(BaseCommand):
    help = "Nạp dữ liệu mẫu của hộp thư góp ý: cơ quan, người dùng, ý kiến. Chạy lại được."

    def handle(self, *args: Any, **options: Any) -> None:
        password = getattr(settings, "DEMO_PASSWORD", "")
        if not password:
            raise CommandError(
                "Dữ liệu mẫu chỉ nạp được trong bản chạy thử (cityweb.settings.demo)."
            )
        loaded = load(password=password, now=timezone.now())
        self.stdout.write(f"Đã nạp {loaded} ý kiến mẫu." if loaded else "Ý kiến mẫu đã có đủ.")
