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
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bench import cpu, database, desk_rows
from bench.figures import Figures, Table

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
    with database.running(f"{NAME}_{asked.count}_{open_ones}") as url:
        if not database.is_filled(url):
            fill(url, asked.count, open_ones)
        measure(asked.rounds)


def fill(url: str, count: int, open_ones: int) -> None:
    """Make the database anew, step by step, saying how long each took."""
    database.make_anew(database.name_of(url))
    with psycopg.connect(url, autocommit=True) as connection:
        words = WORDS.read_text().split()
        with database.without_indexes(connection, desk_rows.TABLES):
            database.carry_out(connection, desk_rows.filling(words, count, open_ones))
        database.finish(connection)


def measure(rounds: int) -> None:
    client = database.ready_client()
    client.force_login(desk_rows.officer(), "cityweb.core.access.RoleBackend")
    table = Table(MOST_MS, MOST_QUERIES)
    table.rows(questions(), lambda addresses: ask(client, addresses, rounds))
    table.end()


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


if __name__ == "__main__":
    main()
