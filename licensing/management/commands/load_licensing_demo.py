"""`manage.py load_licensing_demo`: fill an empty installation with a sample register."""

from datetime import datetime

from django.utils import timezone

from cityweb.core.demo_command import LoadSamples
from licensing.demo.load import load


class Command(LoadSamples):
    help = "Nạp dữ liệu mẫu của sổ giấy phép. Chạy lại được; cần dữ liệu mẫu của hộp thư góp ý."
    noun = "giấy phép mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        return load(now=timezone.localtime(now))
