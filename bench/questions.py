"""What one read of an article costs, asked through the ORM and as a prepared question.

`python -m bench questions`, on the articles that `python -m bench web` has filled in.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence

import django
import psutil

from bench import cpu
from cityweb import engines

ROUNDS = 5
READS = 300
DISTINCT = 200


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="bench questions", description=__doc__)
    parser.parse_args(arguments)
    usual = str(engines.var_dir())
    os.environ["CITYWEB_VAR"] = f"{usual}/bench"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
    try:
        with engines.running("postgres"):
            django.setup()
            compare()
    finally:
        os.environ["CITYWEB_VAR"] = usual


def compare() -> None:
    """Read the same articles both ways; print the best of a few rounds, in microseconds."""
    # Only now: models can be imported once Django is set up.
    from django.db import connection  # noqa: PLC0415

    from cityweb.news.models import LiveArticle  # noqa: PLC0415
    from cityweb.news.reports import articles  # noqa: PLC0415

    found = list(LiveArticle.objects.values_list("pk", "site_id")[:DISTINCT])
    if not found:
        raise SystemExit("Chưa có bài nào: hãy chạy `make bench ARGS=web` trước.")
    backend = psutil.Process(connection.connection.info.backend_pid)
    ways: dict[str, Callable[[int, int], object]] = {
        "ORM": lambda pk, site: articles.with_translations().filter(pk=pk, site=site).first(),
        "Prepared": articles.article,
    }
    print(f"{'một bài viết, µs':20}{'Python':>10}{'PostgreSQL':>12}")
    for name, read in ways.items():
        python, database = min(cost(read, found, backend) for _ in range(ROUNDS))
        print(f"{name:20}{python:10.0f}{database:12.0f}")


def cost(
    read: Callable[[int, int], object], found: list[tuple[int, int]], backend: psutil.Process
) -> tuple[float, float]:
    """Return the CPU microseconds a read takes here and in the database."""
    before, begun = cpu.seconds_of(backend), time.process_time()
    for turn in range(READS):
        read(*found[turn % len(found)])
    here = time.process_time() - begun
    return here / READS * 1e6, (cpu.seconds_of(backend) - before) / READS * 1e6
