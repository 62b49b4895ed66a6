"""The search of a Wagtail site on the first articles of the same file, asked page by page."""

from __future__ import annotations

import contextlib
import json
import os
import urllib.request
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from bench import search_corpus, wagtail
from cityweb import engines

COUNT = 10_000


@contextlib.contextmanager
def asked(articles: Path, *, port: int) -> Iterator[Callable[[str], list[int]]]:
    """Yield a search over the first `COUNT` articles: it reads the page and returns nothing."""
    few = articles.with_name(f"wagtail-{COUNT}.jsonl")
    if not few.exists():
        rows = islice(search_corpus.read(articles), COUNT)
        few.write_text("".join(json.dumps({"url": ""} | row) + "\n" for row in rows))
    # The peer has settings of its own.
    ours = os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    with (
        engines.running("postgres", profile="demo"),
        wagtail.serve(port=port, workers=1, articles=few) as site,
    ):

        def ask(typed: str) -> list[int]:
            urllib.request.urlopen(f"{site.address}/search/?q={quote(typed)}").read()  # noqa: S310
            return []

        yield ask
    if ours:
        os.environ["DJANGO_SETTINGS_MODULE"] = ours
