"""`manage.py load_members_demo`: fill an empty register with sample member sites."""

from datetime import datetime

from cityweb.core.demo_command import LoadSamples
from members.demo.load import load


class Command(LoadSamples):
    help = "Nạp danh bạ website thành viên mẫu. Chạy lại được."
    noun = "website mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        return load(password=password, now=now)
