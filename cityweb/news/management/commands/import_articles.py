"""Publishes the articles of a JSON lines file: `manage.py import_articles FILE.jsonl[.gz]`."""

from __future__ import annotations

import gc
from argparse import ArgumentParser
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from cityweb.news import search
from cityweb.news.actions.importing import Outcome, store
from cityweb.news.importing.lanes import Lanes
from cityweb.news.importing.lines import Broken, Lines
from cityweb.news.importing.placing import BadMap, Columns, columns_of, read_map
from cityweb.news.importing.preparing import Bundle, Prepared, prepare
from cityweb.news.models import Site
from cityweb.news.models.sites import Language
from cityweb.news.search.sql import Scope
from cityweb.news.search.terms import Term

_LINES_A_BUNDLE = 500
_AHEAD = 6
_LANES = 2
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
        run.report()

    def _site(self, code: str) -> Site:
        chosen = Site.objects.filter(code=code) if code else Site.objects.filter(is_default=True)
        if site := chosen.first():
            return site
        known = ", ".join(Site.objects.values_list("code", flat=True))
        raise CommandError(f"Không có trang “{code or 'mặc định'}”. Hiện có: {known}.")


class _Run:
    """One file on its way into one site."""

    def __init__(
        self, command: BaseCommand, lines: Lines, site: Site, language: str, columns: Columns
    ) -> None:
        self.command = command
        self.lines = lines
        self.site, self.language, self.columns = site, language, columns
        self.now = timezone.now()
        self.outcome = Outcome()
        self.bad: list[tuple[int, str]] = []
        self.repeated: list[tuple[int, str]] = []
        # Hashes of keys: of a million articles they are a tenth of the keys themselves.
        self.seen: dict[int, int] = {}
        self.known: set[Term] = set()

    def all(self, *, shows_progress: bool) -> None:
        """Store every bundle; what the file says later of an article counts."""
        bar = tqdm(
            total=self.lines.size,
            unit="B",
            unit_scale=True,
            desc="Đang nhập",
            disable=not shows_progress,
        )
        lanes = Lanes(self._store, 1 if self._is_small else _LANES)
        self.outcome = lanes.outcome
        with bar:
            with lanes:
                for bundle in self._prepared():
                    self.bad += bundle.bad
                    lanes.put(self._last_of_each(bundle.articles))
                    bar.update(self.lines.position - bar.n)
                    bar.set_postfix_str(f"{self.outcome.added:,} bài mới", refresh=False)
            bar.set_postfix_str(f"{self.outcome.added:,} bài mới")
        search.settle()

    def _last_of_each(self, articles: Sequence[Prepared]) -> list[Prepared]:
        """Return the articles without those that a later one replaces; note every repetition."""
        for each in articles:
            earlier = self.seen.get(hash(each.item.key))
            if earlier:
                why = f"cùng một bài với dòng {earlier}, lấy nội dung dòng này"
                self.repeated.append((each.line, why))
            self.seen[hash(each.item.key)] = each.line
        return list({each.item.key: each for each in articles}.values())

    @property
    def _is_small(self) -> bool:
        return self.lines.size < _SMALL

    def _prepared(self) -> Iterator[Bundle]:
        if self._is_small:
            yield from (prepare(*arguments) for arguments in self._bundles())
            return
        # The program stays for good: the collector need not walk through it for every bundle, nor
        # the helpers take copies of its memory because of that.
        gc.freeze()
        waiting: deque[Future[Bundle]] = deque()
        with ProcessPoolExecutor(mp_context=get_context("fork")) as helpers:
            for arguments in self._bundles():
                waiting.append(helpers.submit(prepare, *arguments))
                if len(waiting) >= _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _bundles(self) -> Iterator[tuple[Any, ...]]:
        numbered = iter(self.lines)
        scope = Scope(self.site.pk, self.language).prefix
        while some := list(islice(numbered, _LINES_A_BUNDLE)):
            yield some, self.columns, scope, self.now

    def _store(self, articles: Sequence[Prepared]) -> Outcome:
        return store(
            articles,
            site=self.site,
            language=self.language,
            columns=self.columns,
            now=self.now,
            known=self.known,
        )

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
