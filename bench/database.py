"""Databases of their own for measuring, beside the demo's, used again by later runs once filled."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from cityweb import engines

if TYPE_CHECKING:
    from django.test import Client

ROOT = Path(__file__).parents[1]
SETTINGS = "cityweb.settings.demo"

_INDEXES = """
SELECT relname, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON oid = indexrelid
WHERE indrelid = ANY(%s::text[]::regclass[]) AND NOT indisunique AND NOT indisexclusion
"""
_FOLDER = """
SELECT current_setting('data_directory') || '/base/' || oid
FROM pg_database WHERE datname = current_database()
"""

Step = tuple[str, str, Sequence[Any] | Mapping[str, Any]]
"""Its name, a statement and the values for it."""


@contextlib.contextmanager
def running(name: str) -> Iterator[str]:
    """Keep an engine running; Django and its commands use its database `name`; yield its address.

    Nothing makes sure that the database is there: see `make_anew`.
    """
    with engines.running("postgres", profile="demo"):
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
        os.environ["DATABASE_URL"] = url = _address(name)
        yield url


def make_anew(name: str) -> None:
    """Make the database with all tables, after `running`; what it held is gone."""
    with psycopg.connect(engines.database_url("owner"), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    manage("migrate", "-v0")


def manage(*command: str) -> None:
    """Run a command of the portal, as an operator would, on the database in use."""
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True)  # noqa: S603


def is_filled(url: str, stamp: str = "") -> bool:
    """Tell whether an earlier run filled the database to the end, with what `stamp` names."""
    with contextlib.suppress(psycopg.Error), psycopg.connect(url) as connection:
        return connection.execute("SELECT stamp FROM bench_stamp").fetchone() == (stamp,)
    return False


@contextlib.contextmanager
def without_indexes(connection: psycopg.Connection, tables: Sequence[str]) -> Iterator[None]:
    """Take the plain indexes away while rows are poured in, and build them once afterwards."""
    rows = connection.execute(_INDEXES, [list(tables)]).fetchall()
    for name, _ in rows:
        connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    yield
    carry_out(connection, [(f"chỉ mục {name}", definition, ()) for name, definition in rows])


def cool(url: str) -> None:
    """Take the database's files out of the machine's memory, as if nobody had asked for long.

    What the engine holds itself goes when it is started anew, as it is for each bench.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        (folder,) = connection.execute(_FOLDER).fetchone()
    for path in Path(folder).iterdir():
        file = os.open(path, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)


def finish(connection: psycopg.Connection, stamp: str = "") -> None:
    """Leave the database ready to be asked, and say that it is whole."""
    connection.execute("VACUUM ANALYZE")
    connection.execute("CREATE TABLE bench_stamp AS SELECT %s::text AS stamp", [stamp])


def carry_out(connection: psycopg.Connection, steps: Iterable[Step]) -> None:
    """Do every step, saying how long it took."""
    for name, statement, values in steps:
        started = time.monotonic()
        connection.execute(statement, values or None)
        print(f"  {name}: {time.monotonic() - started:.1f} s", flush=True)


def ready_client() -> Client:
    """Set Django up on the database in use; return a client of nobody's yet."""
    import django  # noqa: PLC0415  only now is it known which database

    django.setup()
    from django.contrib.staticfiles import storage  # noqa: PLC0415  settings are read now
    from django.test import Client  # noqa: PLC0415  settings are read now

    # The page is measured, not the manifest of static files, which a bench has not collected.
    storage.staticfiles_storage._wrapped = storage.StaticFilesStorage()
    return Client(headers={"host": "localhost"})


def name_of(url: str) -> str:
    """Return the name of the database an address leads to."""
    return urlsplit(url).path.removeprefix("/")


def _address(name: str) -> str:
    before, mark, options = engines.database_url("owner").partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{options}"
