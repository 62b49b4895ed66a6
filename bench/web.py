"""Pages a second and CPU a page: the shipped server, nginx and Wagtail, in turn in one run.

`python -m bench web [--source FILE.jsonl[.gz]] [--count N] [--seconds S] [--rounds R]`. All of it
happens on loopback, on databases of its own below CITYWEB_VAR/bench, and ends by itself.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg

from bench import corpus, cpu, edge, load, ours, wagtail
from bench.load import Load
from bench.serving import Candidate
from cityweb import engines

KINDS = {
    "home": "Trang chủ",
    "article": "Bài viết",
    "column": "Chuyên mục",
    "search": "Tìm kiếm",
}
WARM_SECONDS = 1


@dataclass
class Result:
    """All runs of one server on one kind of page."""

    loads: list[Load] = field(default_factory=list)
    web_seconds: float = 0.0
    database_seconds: float = 0.0

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.loads)

    @property
    def failures(self) -> int:
        return sum(run.failures for run in self.loads)

    def milliseconds_a_page(self, seconds: float) -> float:
        return seconds * 1000 / max(1, sum(run.requests for run in self.loads))


def main(arguments: Sequence[str]) -> None:
    asked = parse(arguments)
    usual = str(engines.var_dir())
    os.environ["CITYWEB_VAR"] = f"{usual}/bench"
    engines.var_dir().mkdir(parents=True, exist_ok=True)
    articles = engines.var_dir() / f"corpus-{asked.source.name if asked.source else 'own'}.jsonl"
    if not articles.exists() or sum(1 for _ in articles.open("rb")) != asked.count:
        corpus.write(articles, asked.source, asked.count)
    print(f"Nạp {asked.count} bài từ {asked.source or 'văn bản tự sinh'}; đo bằng {load.name()}.")
    with contextlib.ExitStack() as stack:
        stack.callback(os.environ.__setitem__, "CITYWEB_VAR", usual)
        stack.enter_context(engines.running("postgres"))
        candidates = start(stack, asked, articles)
        database = postmaster()
        for kind in asked.kinds:
            able = [candidate for candidate in candidates if kind in candidate.paths]
            show(kind, measure(kind, able, database, asked.seconds, asked.rounds))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench web", description=__doc__)
    parser.add_argument("--source", type=Path, help="JSON lines, plain or gzipped; else synthetic")
    parser.add_argument("--count", type=int, default=corpus.COUNT)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--port", type=int, default=8310, help="the first of four in a row")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--without-wagtail", action="store_true")
    return parser.parse_args(arguments)


def start(
    stack: contextlib.ExitStack, asked: argparse.Namespace, articles: Path
) -> list[Candidate]:
    """Start every server; each ends with the stack."""
    port, workers = asked.port, asked.workers
    portal = stack.enter_context(ours.serve(port=port, workers=workers, articles=articles))
    candidates = [portal]
    candidates += stack.enter_context(edge.serve(portal, files_port=port + 1, cache_port=port + 2))
    if not asked.without_wagtail:
        peer = wagtail.serve(port=port + 3, workers=workers, articles=articles)
        candidates.append(stack.enter_context(peer))
    return candidates


def postmaster() -> int:
    """Return the process all backends have as parent; both databases live in this server."""
    with psycopg.connect(engines.database_url("owner")) as connection:
        return psutil.Process(connection.info.backend_pid).ppid()


def measure(
    kind: str, candidates: list[Candidate], database: int, seconds: int, rounds: int
) -> dict[str, Result]:
    """Run every server in turn, again and again, so that a noisy minute meets them all."""
    results = {candidate.name: Result() for candidate in candidates}
    for turn in range(rounds):
        for candidate in candidates:
            paths = candidate.paths[kind]
            if turn == 0:
                load.run(candidate.host, candidate.port, paths, WARM_SECONDS)
            result = results[candidate.name]
            before = cpu.seconds_used(candidate.pids), cpu.seconds_used([database])
            result.loads.append(load.run(candidate.host, candidate.port, paths, seconds))
            result.web_seconds += cpu.seconds_used(candidate.pids) - before[0]
            result.database_seconds += cpu.seconds_used([database]) - before[1]
    return results


def show(kind: str, results: dict[str, Result]) -> None:
    """Print one table; the last column compares our requests a second with each other server's."""
    print(f"\n{KINDS[kind]}")
    print(
        f"{'':18}{'trang/s':>10}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>9}{'web':>8}{'CSDL':>8}"
        f"{'lỗi':>5}{'CityWeb so với':>16}"
    )
    first = next(iter(results.values()))
    for name, result in results.items():
        web = result.milliseconds_a_page(result.web_seconds)
        database = result.milliseconds_a_page(result.database_seconds)
        ratios = [
            mine.per_second / max(theirs.per_second, 0.001)
            for mine, theirs in zip(first.loads, result.loads, strict=True)
        ]
        print(
            f"{name:18}{result.median('per_second'):10.1f}{result.median('p50_ms'):9.2f}"
            f"{result.median('p99_ms'):9.2f}{web + database:9.2f}{web:8.2f}{database:8.2f}"
            f"{result.failures:5}{statistics.median(ratios):15.2f}×"
        )
