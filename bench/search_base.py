"""A database of its own for measuring search, filled by the same command an operator would use."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import django
import psycopg

from cityweb import engines

ROOT = Path(__file__).parents[1]
SETTINGS = "cityweb.settings.demo"


@contextlib.contextmanager
def filled(name: str, files: Sequence[Path]) -> Iterator[None]:
    """Keep an engine running whose database `search_<name>` holds the articles of `files`.

    What an earlier run filled from the same files is used again.
    """
    with engines.running("postgres", profile="demo"):
        base = f"search_{name}"
        owner = engines.database_url("owner")
        os.environ["DATABASE_URL"] = url = with_database(owner, base)
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
        django.setup()
        if stamp(url) != digest(files):
            fill(owner, base, url, files)
        yield


def fill(owner: str, base: str, url: str, files: Sequence[Path]) -> None:
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{base}"')
        connection.execute(f'CREATE DATABASE "{base}"')
    manage("migrate", "-v0")
    for file in files:
        started = time.monotonic()
        manage("import_articles", str(file))
        print(f"{file.name}: {time.monotonic() - started:.1f} s")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        connection.execute("CREATE TABLE bench_stamp AS SELECT %s::text AS digest", [digest(files)])


def manage(*command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True)  # noqa: S603


def stamp(url: str) -> str:
    with contextlib.suppress(psycopg.Error), psycopg.connect(url) as connection:
        return connection.execute("SELECT digest FROM bench_stamp").fetchone()[0]
    return ""


def digest(files: Sequence[Path]) -> str:
    facts = "".join(f"{file.resolve()}{file.stat().st_size}" for file in files)
    return hashlib.sha256(facts.encode()).hexdigest()


def with_database(url: str, name: str) -> str:
    before, mark, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{options}"


def site_id() -> int:
    from cityweb.news.models import Site  # noqa: PLC0415  after django.setup()

    return Site.objects.values_list("pk", flat=True).get(is_default=True)
