"""`manage.py load_feedback_demo`: fill an empty installation with sample mailboxes at work."""

from datetime import datetime

from cityweb.core.demo_command import LoadSamples
from feedback.demo.load import load


class Command(LoadSamples):
    help = "Nạp dữ liệu mẫu của hộp thư góp ý: cơ quan, người dùng, ý kiến. Chạy lại được."
    noun = "ý kiến mẫu"

    def load(self, *, password: str, now: datetime) -> int:
        return load(password=password, now=now)
