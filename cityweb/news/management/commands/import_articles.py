"""Publishes the articles of a JSON lines file: `manage.py import_articles FILE.jsonl[.gz]`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from kombu.exceptions import KombuError
from redis.exceptions import RedisError
from tqdm import tqdm

from cityweb.core import health
from cityweb.news import search
from cityweb.news.actions.importing import Outcome, Publishing
from cityweb.news.importing.lanes import Lanes, Stopped
from cityweb.news.importing.lines import Broken, Lines
from cityweb.news.importing.placing import BadMap, Columns, columns_of, read_map
from cityweb.news.models import Site
from cityweb.news.models.sites import Language
from cityweb.news.tasks import settle_search

_LINES_A_BUNDLE = 500
_BYTES_A_BUNDLE = 300_000
"""After which a bundle is full too: with long articles no lane should wait long for another."""
_LANES = 3
"""One more than most machines for this have processors: one always waits for the disk."""
_SMALL = 200_000
"""Bytes below which starting helpers takes longer than doing it here."""
_MOST_TOLD = 50


class Command(BaseCommand):
    help = "Đăng các bài trong tệp JSON Lines (mỗi dòng một bài). Chạy lại không tạo bài trùng."
    requires_system_checks: list[str] = []  # half a second, for what the portal's start checks

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="tệp .jsonl hoặc .jsonl.gz")
        parser.add_argument("--site", default="", help="mã trang; mặc định là trang chính")
        parser.add_argument("--language", default=Language.VI, choices=Language.values)
        parser.add_argument(
            "--column-map",
            default="",
            help="chủ đề nào vào chuyên mục nào: tệp JSON, JSON, hoặc “chủ đề=đường-dẫn,…”",
        )
        parser.add_argument(
            "--default-column", default="", help="chuyên mục cho chủ đề lạ; mặc định là thoi-su"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        site = self._site(options["site"])
        language = options["language"]
        try:
            given = read_map(options["column_map"]) if options["column_map"] else {}
            columns = columns_of(site, language, given, options["default_column"])
            lines = Lines(options["file"])
        except BadMap as problem:
            raise CommandError(str(problem)) from None
        except OSError as problem:
            raise CommandError(f"Không mở được {options['file']}: {problem.strerror}") from None
        run = _Run(self, lines, site, language, columns)
        try:
            run.all(shows_progress=options["verbosity"] > 0)
        except Broken as problem:
            run.report()
            raise CommandError(f"{options['file']}: {problem}") from None
        except Stopped:
            raise CommandError(
                "Một tiến trình nhập bị dừng giữa chừng. Hãy chạy lại: bài đã vào không bị lặp."
            ) from None
        run.report()

    def _site(self, code: str) -> Site:
        chosen = Site.objects.filter(code=code) if code else Site.objects.filter(is_default=True)
        if site := chosen.first():
            return site
        known = ", ".join(Site.objects.values_list("code", flat=True))
        raise CommandError(f"Không có trang “{code or 'mặc định'}”. Hiện có: {known}.")


def _settle_soon() -> None:
    """Let a worker make search fast again, where one is alive; what is stored is found already."""
    if health.check_heartbeat("worker") == health.FINE:
        with suppress(KombuError, RedisError, OSError):
            settle_search.apply_async(retry=False)
            return
    search.settle()


class _Run:
    """One file on its way into one site."""

    def __init__(
        self, command: BaseCommand, lines: Lines, site: Site, language: str, columns: Columns
    ) -> None:
        self.command = command
        self.lines = lines
        self.work = Publishing(site, language, columns)
        self.outcome = Outcome()
        self.damage: Broken | None = None
        self.bad: list[tuple[int, str]] = []
        self.repeated: list[tuple[int, str]] = []
        # Hashes of keys: of a million articles they are a tenth of the keys themselves.
        self.seen: dict[int, int] = {}

    def all(self, *, shows_progress: bool) -> None:
        """Store every bundle; what the file says later of an article counts.

        Raises `Broken` for a damaged file once what came before the damage is stored.
        """
        bar = tqdm(
            total=self.lines.size,
            unit="B",
            unit_scale=True,
            desc="Đang nhập",
            disable=not shows_progress,
        )
        lanes = Lanes(self.work, 1 if self.lines.size < _SMALL else _LANES)
        self.outcome = lanes.outcome
        with bar:
            with lanes:
                for sketch in lanes.prepared(self._bundles()):
                    self.bad += sketch.bad
                    lanes.store(sketch, self._last_of_each(sketch.articles))
                    bar.update(self.lines.position - bar.n)
                    bar.set_postfix_str(f"{self.outcome.added:,} bài mới", refresh=False)
            bar.set_postfix_str(f"{self.outcome.added:,} bài mới")
        _settle_soon()
        if self.damage:
            raise self.damage

    def _last_of_each(self, articles: Sequence[tuple[int, str]]) -> set[int]:
        """Return the lines that no later one of the bundle replaces; note every repetition."""
        for line, key in articles:
            if earlier := self.seen.get(hash(key)):
                why = f"cùng một bài với dòng {earlier}, lấy nội dung dòng này"
                self.repeated.append((line, why))
            self.seen[hash(key)] = line
        return set({key: line for line, key in articles}.values())

    def _bundles(self) -> Iterator[list[tuple[int, bytes]]]:
        bundle: list[tuple[int, bytes]] = []
        size = 0
        try:
            for numbered in self.lines:
                bundle.append(numbered)
                size += len(numbered[1])
                if len(bundle) == _LINES_A_BUNDLE or size >= _BYTES_A_BUNDLE:
                    yield bundle
                    bundle, size = [], 0
        except Broken as problem:
            self.damage = problem
        if bundle:
            yield bundle

    def report(self) -> None:
        write, style = self.command.stdout.write, self.command.style
        for label, told in (
            ("bị bỏ", self.bad),
            ("lặp lại", self.repeated),
            ("giữ nguyên", self.outcome.kept),
        ):
            for number, why in told[:_MOST_TOLD]:
                self.command.stderr.write(style.WARNING(f"Dòng {number} {label}: {why}"))
            if len(told) > _MOST_TOLD:
                rest = len(told) - _MOST_TOLD
                self.command.stderr.write(style.WARNING(f"… và {rest} dòng nữa {label}."))
        done = self.outcome
        write(
            f"Đã đăng {done.added} bài mới, cập nhật {done.renewed}, không đổi {done.unchanged}, "
            f"giữ nguyên {len(done.kept)}, bỏ {len(self.bad)} dòng lỗi, "
            f"{len(self.repeated)} dòng lặp lại."
        )
