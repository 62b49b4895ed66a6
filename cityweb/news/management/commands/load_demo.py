"""`manage.py load_demo`: fill an empty installation with the sample newsroom."""

from datetime import datetime

from cityweb.core.demo_command import LoadSamples
from cityweb.news.demo.load import load


class Command(LoadSamples):
    help = "Nạp dữ liệu mẫu: người dùng, hình, bài viết, chuyên đề, trang thông tin. Chạy lại được."
    noun = "bài viết mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        return load(password=password, now=now)
