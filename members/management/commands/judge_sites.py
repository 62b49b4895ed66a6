"""`manage.py judge_sites [--reread]`: judge member sites anew by what is stored."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from members import actions
from members.models import MemberSite

AT_ONCE = 100


class Command(BaseCommand):
    help = (
        "Xét lại mọi website thành viên từ kết quả đã lưu, sau khi đổi quy tắc hay hạn. "
        "--reread đọc lại cả trang đã lưu, sau khi đổi danh sách từ hay cách đọc."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reread", action="store_true", help="đọc lại trang chủ đã lưu")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        watched = MemberSite.objects.watched(timezone.localdate(now))
        sites = list(watched.prefetch_related("sections"))
        changed = read = 0
        for start in range(0, len(sites), AT_ONCE):
            batch = sites[start : start + AT_ONCE]
            if options["reread"]:
                read += actions.read_again(sites=batch)
            changed += actions.judge(batch, now=now)
        if options["reread"]:
            self.stdout.write(f"Đã đọc lại {read} trang chủ.")
        self.stdout.write(f"Đã xét {len(sites)} website, {changed} kết luận thay đổi.")
