"""`manage.py load_committees`: every ward, commune and special zone of today gets its committee."""

from typing import Any

from django.core.management.base import BaseCommand

from cityweb.core import committees


class Command(BaseCommand):
    help = "Lập Ủy ban nhân dân cho các phường, xã, đặc khu hiện nay chưa có. Chạy lại được."

    def handle(self, *args: Any, **options: Any) -> None:
        made = committees.make_missing()
        said = f"Đã lập {made} Ủy ban nhân dân cấp xã." if made else "Địa bàn nào cũng đã có."
        self.stdout.write(said)
