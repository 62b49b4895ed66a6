"""`manage.py load_advertising_demo`: parties, guidance, a plan and inspections to try things on."""

from datetime import datetime

from advertising.demo.load import load
from cityweb.core.demo_command import LoadSamples


class Command(LoadSamples):
    help = "Nạp dữ liệu mẫu về quảng cáo trên mạng. Chạy lại được."
    noun = "hồ sơ kiểm tra quảng cáo mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        return load(password=password, now=now)
