"""`manage.py load_licensing_demo`: fill an empty installation with samples of licensing."""

from datetime import datetime

from django.utils import timezone

from cityweb.core.demo_command import LoadSamples
from licensing.demo import dossiers, life
from licensing.demo.load import load


class Command(LoadSamples):
    help = "Nạp giấy phép, hồ sơ và vụ việc mẫu. Chạy lại được; cần dữ liệu mẫu của hộp thư góp ý."
    noun = "giấy phép, hồ sơ mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        here = timezone.localtime(now)
        loaded = load(now=here) + dossiers.load(password=password, now=here)
        return loaded + life.load(now=here)
