"""A database of its own for measuring search, filled by the same command an operator would use."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import django
import psycopg

from bench import database


@contextlib.contextmanager
def filled(name: str, files: Sequence[Path]) -> Iterator[None]:
    """Keep an engine running whose database `search_<name>` holds the articles of `files`.

    What an earlier run filled from the same files is used again.
    """
    with database.running(f"search_{name}") as url:
        django.setup()
        if not database.is_filled(url, digest(files)):
            fill(url, files)
        yield


def fill(url: str, files: Sequence[Path]) -> None:
    database.make_anew(database.name_of(url))
    for file in files:
        started = time.monotonic()
        database.manage("import_articles", str(file))
        print(f"{file.name}: {time.monotonic() - started:.1f} s")
    with psycopg.connect(url, autocommit=True) as connection:
        database.finish(connection, digest(files))


def digest(files: Sequence[Path]) -> str:
    facts = "".join(f"{file.resolve()}{file.stat().st_size}" for file in files)
    return hashlib.sha256(facts.encode()).hexdigest()


def site_id() -> int:
    from cityweb.news.models import Site  # noqa: PLC0415  after django.setup()

    return Site.objects.values_list("pk", flat=True).get(is_default=True)
