"""tantivy on the same articles: an engine built for nothing but search, as a measure."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bench import search_corpus

SHOWN = 20
_HEAP = 256 * 1024 * 1024


def index(articles: Path, folder: Path) -> Callable[[str], list[int]] | None:
    """Return a search over `articles`, folded words of title, lead and body, ranked by BM25.

    Nothing where the package is not installed.
    """
    try:
        import tantivy  # noqa: PLC0415  a tool of measuring only
    except ImportError:
        print("tantivy chưa được cài: bỏ qua.")
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True)
    for name in ("title", "lead", "body"):
        builder.add_text_field(name)
    schema = builder.build()
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    engine = tantivy.Index(schema, path=str(folder))
    if is_new:
        _fill(tantivy, engine, articles)
    engine.reload()
    searcher = engine.searcher()

    def ask(typed: str) -> list[int]:
        query = engine.parse_query(typed, ["title", "lead", "body"], conjunction_by_default=True)
        found = searcher.search(query, SHOWN).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return ask


def _fill(tantivy: object, engine: object, articles: Path) -> None:
    from cityweb.news.search.tokens import words  # noqa: PLC0415

    started = time.monotonic()
    writer = engine.writer(_HEAP, 1)
    for number, row in enumerate(search_corpus.read(articles)):
        document = tantivy.Document(id=number)
        for name in ("title", "lead", "body"):
            document.add_text(name, " ".join(word.folded for word in words(row[name])))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    print(f"tantivy: lập chỉ mục trong {time.monotonic() - started:.0f} s")
