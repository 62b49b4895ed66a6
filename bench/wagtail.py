"""The Wagtail site in `peers/wagtail`: its environment, its database, its server."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from bench import corpus
from bench.serving import Candidate, granian, only_newer
from cityweb import engines

SITE = Path(__file__).parent / "peers" / "wagtail"
DATABASE = "wagtail"


@contextlib.contextmanager
def serve(*, port: int, workers: int, articles: Path) -> Iterator[Candidate]:
    """Serve the peer, filled with `articles`, for as long as the block runs.

    Needs the embedded engine running: the peer gets a database of its own in the same server.
    """
    home = engines.var_dir() / "wagtail"
    python = home / ".venv" / "bin" / "python"
    install(python)
    environment = surroundings(home)
    if only_newer(home / "filled", articles, SITE):
        fill(python, environment, articles)
        (home / "filled").touch()
    with granian(
        python, "peer.wsgi:application", port=port, workers=workers, env=environment, cwd=SITE
    ) as pid:
        yield Candidate("Wagtail 8", "localhost", port, (pid,), paths(articles))


def install(python: Path) -> None:
    """Make the peer's own environment; nothing of it reaches ours."""
    requirements = SITE / "requirements.txt"
    stamp = python.parents[1] / "installed"
    if not only_newer(stamp, requirements):
        return
    uv = [sys.executable, "-m", "uv"]
    run([*uv, "venv", "-q", "--allow-existing", str(python.parents[1])])
    run(
        [
            *uv,
            "pip",
            "install",
            "-q",
            "--python",
            str(python),
            "--require-hashes",
            "-r",
            requirements,
        ]
    )
    stamp.touch()


def surroundings(home: Path) -> dict[str, str]:
    with psycopg.connect(engines.database_url("owner")) as connection:
        info = connection.info
        return {
            **os.environ,
            "PEER_STATE": str(home),
            "PEER_DB_HOST": info.host,
            "PEER_DB_PORT": str(info.port),
            "PEER_DB_USER": info.user,
            "PEER_DB_PASSWORD": info.password,
            "PEER_DB_NAME": DATABASE,
            "PYTHONPATH": str(SITE),
        }


def fill(python: Path, environment: dict[str, str], articles: Path) -> None:
    """Make the peer's database anew and load the articles, as a site that has been tended."""
    database = sql.Identifier(DATABASE)
    with psycopg.connect(engines.database_url("owner"), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(database))
    manage = [python, SITE / "manage.py"]
    run([*manage, "migrate", "-v0"], env=environment)
    columns = json.dumps(corpus.COLUMNS)
    run([*manage, "load_corpus", articles, "--columns", columns], env=environment)
    run([*manage, "update_index", "-v0"], env=environment)
    with psycopg.connect(dbname_url(), autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def dbname_url() -> str:
    with psycopg.connect(engines.database_url("owner")) as connection:
        info = connection.info
        parameters = {**info.get_parameters(), "dbname": DATABASE}
    return psycopg.conninfo.make_conninfo(**parameters)


def paths(articles: Path) -> dict[str, list[str]]:
    """Return the addresses to ask for, by kind of page."""
    rows = corpus.sample(articles)
    return {
        "home": ["/"],
        "article": [f"/{row['topic']}/{row['id']}/" for row in rows],
        "column": [f"/{slug}/" for slug in corpus.COLUMNS],
        "search": [f"/search/?q={quote(words)}" for words in corpus.queries(rows)],
    }


def run(command: list[str | Path], env: dict[str, str] | None = None) -> None:
    subprocess.run(command, env=env, check=True)  # noqa: S603 - our own arguments
