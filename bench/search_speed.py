"""How fast search answers at a million articles, beside tantivy on the same and Wagtail on few.

`python -m bench search [--source FILE…] [--count N] [--queries N]`. Queries are one to three words
that stand side by side in some article, and as many that were thrown together, by how common their
rarest word is. Overlap is the share of each first page that is also on the first page when every
match is ranked without any shortcut.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench import search_base, search_corpus, search_peer, search_wagtail
from cityweb import engines

COUNT = 1_000_000
SHOWN = 20
CLASSES = {"phổ biến": (0.05, 1.0), "trung bình": (0.001, 0.05), "hiếm": (0.0, 0.001)}
RANK_ALL = """
    WITH ranks AS MATERIALIZED (
        SELECT head::tsquery, body::int[], place
        FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS rank (head, body, place)
    )
    SELECT live_id FROM news_searchentry entry WHERE body @> %s::int[]
    ORDER BY (
        SELECT min(place) FROM ranks
        WHERE (ranks.head IS NULL OR entry.head @@ ranks.head)
          AND (ranks.body IS NULL OR entry.body @> ranks.body)
    ), published_at DESC, live_id DESC LIMIT %s
"""
_READ = 20_000


@dataclass(slots=True)
class Figures:
    """What the queries of one kind took, and how much of their first pages is right."""

    milliseconds: list[float] = field(default_factory=list)
    cpu_milliseconds: list[float] = field(default_factory=list)
    overlaps: list[float] = field(default_factory=list)

    def row(self) -> str:
        times = self.milliseconds
        spent = f"{p95(self.cpu_milliseconds):9.1f}" if self.cpu_milliseconds else "        –"
        overlap = f"{statistics.mean(self.overlaps):7.1%}" if self.overlaps else "      –"
        return (
            f"{statistics.median(times):9.1f}{p95(times):9.1f}{max(times):9.1f}{spent}  {overlap}"
        )


def p95(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", nargs="*", type=Path, default=[], help="articles to take apart")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--queries", type=int, default=40, help="queries of each kind")
    parser.add_argument("--checked", type=int, default=5, help="of these, compared with rank-all")
    parser.add_argument("--port", type=int, default=8320, help="where Wagtail may listen")
    parser.add_argument("--without-wagtail", action="store_true")
    asked = parser.parse_args(options)
    articles = engines.var_dir() / f"search-{asked.count}.jsonl.gz"
    articles.parent.mkdir(parents=True, exist_ok=True)
    if not articles.exists():
        search_corpus.write(articles, asked.source, asked.count)
    kinds = queries(articles, asked.queries)
    with search_base.filled("speed", [articles]):
        name = f"CityWeb, {asked.count:,} bài"
        print_table(name, kinds, ours, check=rank_all, checked=asked.checked, spent=our_cpu)
    peer = search_peer.index(articles, engines.var_dir() / f"tantivy-{asked.count}")
    if peer:
        print_table(f"tantivy, {asked.count:,} bài", kinds, peer, spent=time.process_time)
    if not asked.without_wagtail:
        with search_wagtail.asked(articles, port=asked.port) as page:
            name = f"Wagtail 8, {search_wagtail.COUNT:,} bài (cả trang, qua HTTP)"
            print_table(name, kinds, page)


def print_table(
    name: str,
    kinds: dict[str, list[str]],
    ask: Callable[[str], list[int]],
    *,
    check: Callable[[str], list[int]] | None = None,
    checked: int = 0,
    spent: Callable[[], float] | None = None,
) -> None:
    """Print a row a kind; `spent` tells the seconds of CPU, which a busy machine leaves alone."""
    print(f"\n{name}; ms một câu hỏi, trùng với xếp hạng tất cả")
    print(f"{'':36}{'p50':>9}{'p95':>9}{'max':>9}{'CPU p95':>9}")
    for kind, typed in kinds.items():
        figures = Figures()
        for number, each in enumerate(typed):
            started, before = time.perf_counter(), spent() if spent else 0.0
            found = ask(each)
            figures.milliseconds.append((time.perf_counter() - started) * 1000)
            if spent:
                figures.cpu_milliseconds.append((spent() - before) * 1000)
            if check and number < checked:
                right = check(each)
                figures.overlaps.append(len({*found} & {*right}) / len(right) if right else 1.0)
        print(f"  {kind:34}{figures.row()}", flush=True)


def queries(articles: Path, each: int) -> dict[str, list[str]]:
    """Return queries by kind, drawn from articles all over the file."""
    from cityweb.news.search.tokens import words  # noqa: PLC0415  after the settings are known

    rows = [row for number, row in enumerate(search_corpus.read(articles)) if number % 50 == 0]
    lines = [f"{row['title']} {row['lead']} {row['body']}" for row in rows[:_READ]]
    texts = [[word.folded for word in words(line)] for line in lines]
    seen = Counter(word for text in texts for word in set(text))
    rng = random.Random(3)  # noqa: S311
    kinds: dict[str, list[str]] = {}
    for name, (low, high) in CLASSES.items():
        some = [word for word, count in seen.items() if low < count / len(texts) <= high]
        for size in (1, 2, 3):
            runs = side_by_side(rng, texts, set(some), size, each)
            loose = [" ".join(rng.choices(some, k=size)) for _ in range(each)]
            kinds[f"{name}, {size} từ liền nhau"] = runs
            if size > 1:
                kinds[f"{name}, {size} từ bất kỳ"] = loose
    return kinds


def side_by_side(
    rng: random.Random, texts: Sequence[list[str]], some: set[str], size: int, count: int
) -> list[str]:
    """Return runs of `size` words of which one is among `some` and the others are not rarer."""
    found: list[str] = []
    for _ in range(count * 500):
        text = rng.choice(texts)
        at = rng.randrange(max(1, len(text) - size))
        run = text[at : at + size]
        if len(run) == size and any(word in some for word in run):
            found.append(" ".join(run))
        if len(found) == count:
            break
    return found


def ours(typed: str) -> list[int]:
    from cityweb.news import search  # noqa: PLC0415

    results = search.find(typed, site_id=search_base.site_id(), language="vi", limit=SHOWN)
    return [hit.article_id for hit in results.hits]


def our_cpu() -> float:
    """Return the seconds of CPU that this process and its backend have used."""
    from django.db import connection  # noqa: PLC0415

    connection.ensure_connection()
    backend = connection.connection.info.backend_pid
    nanoseconds = Path(f"/proc/{backend}/schedstat").read_text().split()[0]
    return time.process_time() + int(nanoseconds) / 1e9


def rank_all(typed: str) -> list[int]:
    """Return the first page of all matches, each ranked by itself, in one sort."""
    from django.db import connection  # noqa: PLC0415

    from cityweb.news.search import query, sql  # noqa: PLC0415

    asked = sql.Scope(search_base.site_id(), "vi")
    ranks = query.ranks(query.parse(typed))
    heads = [sql.head_of(rank, asked.prefix) for rank in ranks]
    bodies = [sql.body_of(rank, asked.prefix) for rank in ranks]
    with connection.cursor() as cursor:
        cursor.execute(RANK_ALL, [heads, bodies, bodies[-1], SHOWN])
        return [pk for (pk,) in cursor.fetchall()]


if __name__ == "__main__":
    main()
