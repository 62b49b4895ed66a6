"""The shipped server on a database of its own, filled with the articles of the measurement."""

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

from bench import corpus
from bench.serving import Candidate, granian, only_newer
from cityweb import engines

ROOT = Path(__file__).parents[1]
SETTINGS = "cityweb.settings.demo"

# Imported articles come bare; the peer's have a picture, an author and two tags, so ours get them.
PICTURE = {
    "src": "/media/anh/2026/11/mau-960.webp",
    "srcset": "/media/anh/2026/11/mau-480.webp 480w, /media/anh/2026/11/mau-960.webp 960w",
    "width": 960, "height": 540, "alt": "Mẫu", "caption": "", "credit": "Ban Biên tập",
}  # fmt: skip
DRESS = """UPDATE news_livearticle SET picture = %(picture)s::jsonb, authors = 'Ban Biên tập',
    tags = ARRAY['Thành phố', (SELECT name FROM news_column WHERE id = main_column_id)]"""


@contextlib.contextmanager
def serve(*, port: int, workers: int, articles: Path) -> Iterator[Candidate]:
    """Serve the portal, filled with `articles`, for as long as the block runs."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "PORT": str(port)}
    stamp = engines.var_dir() / "filled"
    if only_newer(stamp, articles):
        fill(environment, articles)
        stamp.touch()
    manage(environment, "migrate", "-v0")
    manage(environment, "grant_app_role")
    manage(environment, "collectstatic", "--noinput", "-v0")
    # As in the demo, the web processes sign in without the owner's rights.
    environment["DATABASE_URL"] = engines.database_url("app")
    python = Path(sys.executable)
    with granian(
        python, "cityweb.wsgi:application", port=port, workers=workers, env=environment, cwd=ROOT
    ) as pid:
        yield Candidate("CityWeb", "localhost", port, (pid,), paths(articles))


def fill(environment: dict[str, str], articles: Path) -> None:
    """Empty our tables and import the articles, as a site that has been tended."""
    with psycopg.connect(engines.database_url("owner"), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    manage(environment, "migrate", "-v0")
    manage(environment, "import_articles", str(articles))
    with psycopg.connect(engines.database_url("owner"), autocommit=True) as connection:
        connection.execute(DRESS, {"picture": json.dumps(PICTURE)})
        connection.execute("VACUUM ANALYZE")


def manage(environment: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)  # noqa: S603


def paths(articles: Path) -> dict[str, list[str]]:
    """Return the addresses to ask for, by kind of page."""
    rows = corpus.sample(articles)
    sources = [row["url"] for row in rows]
    with psycopg.connect(engines.database_url("owner")) as connection:
        found = connection.execute(
            "SELECT article_id, slug FROM news_livearticle WHERE source_url = ANY(%s)", [sources]
        ).fetchall()
        columns = connection.execute(
            "SELECT slug FROM news_column WHERE id IN (SELECT column_id FROM news_placement)"
        ).fetchall()
    return {
        "home": ["/"],
        "article": [f"/bai-viet/{number}-{slug}/" for number, slug in found],
        "column": [f"/chuyen-muc/{slug}/" for (slug,) in columns],
        "search": [f"/tim-kiem/?q={quote(words)}" for words in corpus.queries(rows)],
    }
