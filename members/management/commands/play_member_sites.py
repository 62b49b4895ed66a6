"""`manage.py play_member_sites`: play the sample member sites until stopped."""

import asyncio
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from members.demo.load import place
from members.demo.server import play


class Command(BaseCommand):
    help = "Đóng vai các website thành viên mẫu trên máy này (chỉ trong bản chạy thử)."
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        port = getattr(settings, "MEMBERS_SAMPLE_PORT", None)
        if port is None:
            raise CommandError("Website mẫu chỉ chạy trong bản chạy thử (cityweb.settings.demo).")
        place(port)
        connection.close()
        asyncio.run(play(port, settings.MEMBERS_SAMPLE_FOLDER, say=self.stdout.write))
