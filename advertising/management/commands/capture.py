"""`manage.py capture URL [--output DIR]`: keep a page as evidence, in a folder of its own."""

from __future__ import annotations

import asyncio
import re
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from advertising.capture import files, measured, stamping
from advertising.capture.files import Bundle
from advertising.capture.looks import Look
from advertising.capture.taking import take
from cityweb.core.browsing import DESKTOP, PHONE, BrowserMissing
from cityweb.core.fetch import spelling
from cityweb.core.fetch.failures import Fault

_VIEWS = {view.name: view for view in (DESKTOP, PHONE)}


class Command(BaseCommand):
    help = (
        "Chụp một hay nhiều trang web làm chứng cứ: ảnh trang, ảnh quảng cáo, mã trang, "
        "mọi trao đổi (WACZ, HAR), hồ sơ nguồn gốc, mã băm và dấu thời gian, ghi vào một thư mục."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("urls", metavar="URL", nargs="+", help="Một hay nhiều trang.")
        parser.add_argument("--output", metavar="DIR", help="Thư mục ghi kết quả (mới hoặc rỗng).")
        parser.add_argument(
            "--view", choices=_VIEWS, action="append", help="Chỉ xem như máy này; mặc định cả hai."
        )
        parser.add_argument(
            "--follow", type=int, default=0, metavar="N",
            help="Chụp thêm N trang cùng website mà trang đầu dẫn tới.",
        )  # fmt: skip
        parser.add_argument(
            "--measure", type=int, default=0, metavar="N",
            help="Đo quảng cáo của trang đầu hiện và tắt thế nào, N lần bấm (thường là 3).",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        urls, begun = options["urls"], time.monotonic()
        folder = self._folder(urls, options["output"])
        views = [_VIEWS[name] for name in options["view"] or _VIEWS]
        try:
            taken = asyncio.run(take(urls, follows=options["follow"], views=views))
            more = measured.of_page(urls[0], repeats=options["measure"])[0]
        except BrowserMissing as problem:
            raise CommandError(str(problem)) from problem
        bundle = files.bundle(taken, more)
        folder.mkdir(parents=True, exist_ok=True)
        for file in bundle.files:
            (folder / file.name).write_bytes(file.data)
        for look in taken.looks:
            self._say(look)
        self._say_stamp(bundle, folder)
        self.stdout.write(
            f"{len(bundle.files)} tệp trong {folder}, {time.monotonic() - begun:.1f} giây"
        )
        if not taken.is_seen:
            raise CommandError("Trang không mở được đầy đủ; xem lý do ở trên.")

    def _folder(self, urls: list[str], wanted: str | None) -> Path:
        try:
            target = [spelling.read(url) for url in urls][0]
        except Fault as fault:
            raise CommandError(str(fault)) from fault
        folder = Path(wanted or _folder_name(str(target.host)))
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"Thư mục {folder} đã có tệp; chứng cứ không ghi đè lên tệp cũ.")
        return folder

    def _say_stamp(self, bundle: Bundle, folder: Path) -> None:
        stamp = bundle.stamp
        if stamp:
            trust = stamping.trust_file()
            if trust:
                (folder / "tsa-ca.pem").write_bytes(trust.read_bytes())
            self.stdout.write(f"Dấu thời gian: {stamp.at:%Y-%m-%d %H:%M:%S} UTC, {stamp.authority}")
        else:
            self.stderr.write("Không có dấu thời gian: chưa cấu hình, hoặc không cơ quan nào đáp.")
        self.stdout.write(f"SHA-256 của danh mục: {bundle.manifest_sha256}")

    def _say(self, look: Look) -> None:
        recording = look.recording
        self.stdout.write(
            f"{look.key}: {look.final_url or look.url} · {len(recording.exchanges)} yêu cầu, "
            f"{len(recording.stopped)} bị chặn hoặc hỏng · {recording.bytes_received // 1024} KB · "
            f"{look.seconds:.1f} giây · {look.most_memory // 2**20} MB"
        )
        for problem in filter(None, [look.error, *look.notes.problems]):
            self.stdout.write(f"  {problem}")


def _folder_name(host: str) -> str:
    return f"{re.sub(r'[^a-z0-9.-]', '-', host)}-{timezone.localtime():%Y%m%d-%H%M%S}"
