"""How fast the officers' list answers at a million submissions.

`python -m bench desk [--count N] [--open N] [--rounds N]`. The rows are made by SQL in a database
of their own, used again by later runs: three clocks a submission, three in a hundred still open,
words as uneven as in real text. Each question goes through the whole stack but the network:
session, rights, the list's questions, the page. It prints median, 95th and slowest of all rounds in
milliseconds, the CPU that web and database spent on one (true on a busy machine too), and how many
queries were asked.

What costs most is how many are open, not how many there are: `--count 100000 --open 30000` is made
in a minute and asks nearly the same of the lists by deadline and of the counts as a million does.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bench import cpu, desk_rows, search_base
from cityweb import engines

if TYPE_CHECKING:
    from django.test import Client

COUNT = 1_000_000
MOST_MS, MOST_QUERIES = 200, 12
WORDS = Path(__file__).with_name("words.txt")
NAME = "desk"


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--open", type=int, help="how many are not ended; three in a hundred")
    parser.add_argument("--rounds", type=int, default=20, help="times each question is asked")
    asked = parser.parse_args(options)
    open_ones = asked.open or int(asked.count * desk_rows.OPEN_SHARE)
    with engines.running("postgres", profile="demo"):
        owner = engines.database_url("owner")
        base = f"{NAME}_{asked.count}_{open_ones}"
        os.environ["DATABASE_URL"] = url = search_base.with_database(owner, base)
        os.environ["DJANGO_SETTINGS_MODULE"] = search_base.SETTINGS
        if not desk_rows.is_filled(url):
            fill(owner, base, url, asked.count, open_ones)
        measure(asked.rounds)


def fill(owner: str, base: str, url: str, count: int, open_ones: int) -> None:
    """Make the database anew, step by step, saying how long each took."""
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{base}"')
        connection.execute(f'CREATE DATABASE "{base}"')
    search_base.manage("migrate", "-v0")
    with psycopg.connect(url, autocommit=True) as connection:
        words = WORDS.read_text().split()
        with desk_rows.without_indexes(connection):
            carry_out(connection, desk_rows.filling(words, count, open_ones))
        carry_out(connection, desk_rows.finishing())


def carry_out(connection: psycopg.Connection, steps: Iterator[desk_rows.Step]) -> None:
    for name, statement, values in steps:
        started = time.monotonic()
        connection.execute(statement, values)
        print(f"  {name}: {time.monotonic() - started:.1f} s", flush=True)


def set_up() -> Client:
    """Set Django up on the database of the bench; return a client of nobody's yet."""
    import django  # noqa: PLC0415  only now is it known which database

    django.setup()
    from django.contrib.staticfiles import storage  # noqa: PLC0415  settings are read now
    from django.test import Client  # noqa: PLC0415  settings are read now

    # The page is measured, not the manifest of static files, which a bench has not collected.
    storage.staticfiles_storage._wrapped = storage.StaticFilesStorage()
    return Client(headers={"host": "localhost"})


def measure(rounds: int) -> None:
    client = set_up()
    client.force_login(desk_rows.officer(), "cityweb.core.access.RoleBackend")
    print(f"{'câu hỏi':34}{'p50':>8}{'p95':>8}{'max':>8}{'CPU':>8}  truy vấn")
    every = Figures()
    for name, addresses in questions():
        figures = ask(client, addresses, rounds)
        every.add(figures)
        print(f"{name:34}{figures}", flush=True)
    print(f"{'tất cả':34}{every}")
    is_held = at(every.milliseconds, 0.95) <= MOST_MS and every.queries <= MOST_QUERIES
    print("ĐẠT" if is_held else "KHÔNG ĐẠT", f"(p95 ≤ {MOST_MS} ms, ≤ {MOST_QUERIES} truy vấn)")


@dataclass
class Figures:
    """What asking took by the clock, what it cost web and database in CPU, and the queries."""

    milliseconds: list[float] = field(default_factory=list)
    cpu_seconds: float = 0.0
    queries: int = 0

    def add(self, other: Figures) -> None:
        self.milliseconds += other.milliseconds
        self.cpu_seconds += other.cpu_seconds
        self.queries = max(self.queries, other.queries)

    def __str__(self) -> str:
        times = self.milliseconds
        cpu_ms = self.cpu_seconds * 1000 / len(times)
        return (
            f"{statistics.median(times):8.1f}{at(times, 0.95):8.1f}{max(times):8.1f}"
            f"{cpu_ms:8.1f}  {self.queries}"
        )


def questions() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what an officer asks for, by name; several addresses are asked in turn."""
    facts = desk_rows.facts()
    yield "đang xử lý, theo hạn", ["?"]
    yield "mọi ý kiến, mới trước", ["?state=all&sort=received"]
    yield "trang giữa của một triệu", [f"?state=all&sort=received&after={facts['middle']}"]
    yield "đã trả lời", ["?state=replied"]
    for colour in ("late", "soon", "fine", "paused"):
        yield f"thời hạn: {colour}", [f"?colour={colour}"]
    yield "thời hạn: late, mới trước", ["?colour=late&sort=received", "?heap=late"]
    yield "một lĩnh vực, theo hạn", [f"?category={pk}" for pk in facts["categories"]]
    yield "một phường, theo hạn", [f"?unit={pk}" for pk in facts["units"]]
    yield "một phường, tất cả", [f"?unit={pk}&state=all" for pk in facts["units"]]
    yield "tôi phụ trách", ["?assigned=me", "?heap=mine"]
    yield (
        "khẩn, quá hạn, một lĩnh vực",
        [f"?urgent=on&colour=late&category={pk}" for pk in facts["categories"]],
    )
    yield "loại hiếm, tất cả", ["?kind=praise&state=all", "?kind=dossier&state=all"]
    yield "từ rất thường gặp", [f"?q={word}" for word in facts["common"]]
    yield "hai từ thường gặp", [f"?q={one}+{two}" for one, two in facts["pairs"]]
    yield "từ hiếm", [f"?q={word}" for word in facts["rare"]]
    yield (
        "từ hiếm, một lĩnh vực, đã trả lời",
        [f"?q={word}&state=replied&category={facts['categories'][0]}" for word in facts["rare"]],
    )
    yield "một tuần cũ", ["?state=all&since=2024-03-04&until=2024-03-10"]


def ask(
    client: Client, addresses: Sequence[str], rounds: int, *, under: str = "/nghiep-vu/feedback/"
) -> Figures:
    """Ask each address in turn; whatever a process remembers is remembered before it is timed."""
    from django.db import connection  # noqa: PLC0415  as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  as above

    wanted = [f"{under}{address}" for address in addresses]
    client.get(wanted[0])
    with CaptureQueriesContext(connection) as seen:
        client.get(wanted[0])
    figures = Figures(queries=len(seen))
    pids = (os.getpid(), connection.connection.info.backend_pid)
    before = cpu.seconds_used(pids)
    for number in range(rounds):
        started = time.perf_counter()
        response = client.get(wanted[number % len(wanted)])
        figures.milliseconds.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{wanted[number % len(wanted)]}: {response.status_code}")
    figures.cpu_seconds = cpu.seconds_used(pids) - before
    return figures


def at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    main()
