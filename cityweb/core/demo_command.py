"""What every app's command for sample data shares: where it may run, and what it says."""

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone


class LoadSamples(BaseCommand, ABC):
    """Loads sample data with the password that `make demo` prints; safe to run twice.

    A command says what it loads in `help` and `noun`, and loads it in `load`.
    """

    noun: str

    @abstractmethod
    def load(self, *, password: str, now: datetime) -> int:
        """Load what is missing and return how many rows of `noun` are new."""

    def handle(self, *args: Any, **options: Any) -> None:
        password = getattr(settings, "DEMO_PASSWORD", "")
        if not password:
            raise CommandError(
                "Dữ liệu mẫu chỉ nạp được trong bản chạy thử (cityweb.settings.demo)."
            )
        loaded = self.load(password=password, now=timezone.now())
        self.stdout.write(f"Đã nạp {loaded} {self.noun}." if loaded else f"Đã có đủ {self.noun}.")
