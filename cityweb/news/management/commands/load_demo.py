"""`manage.py load_demo`: fill an empty installation with the sample newsroom."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cityweb.news.demo.load import load


class Command(BaseCommand):
    help = "Nạp dữ liệu mẫu: người dùng, hình, bài viết, chuyên đề, trang thông tin. Chạy lại được."

    def handle(self, *args: Any, **options: Any) -> None:
        password = getattr(settings, "DEMO_PASSWORD", "")
        if not password:
            raise CommandError(
                "Dữ liệu mẫu chỉ nạp được trong bản chạy thử (cityweb.settings.demo)."
            )
        loaded = load(password=password, now=timezone.now())
        self.stdout.write(f"Đã nạp {loaded} bài viết mẫu." if loaded else "Dữ liệu mẫu đã có đủ.")
