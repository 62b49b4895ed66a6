"""A million articles out of a few thousand: sentences of real ones, put together anew.

How common each word and each pair of words is stays as it is in real text; names and numbers that
occur in a handful of articles only are added. Drawn by a fixed seed.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from bench import corpus

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
MOST_SENTENCES = 40


def write(target: Path, sources: Sequence[Path], count: int) -> None:
    """Write `count` articles for `manage.py import_articles`, newest first over ten years."""
    partial = target.with_suffix(".partial")
    step = timedelta(days=3650) / count
    with gzip.open(partial, "wt", compresslevel=1, encoding="utf-8") as out:
        for number, row in enumerate(articles(sources, count)):
            row["id"] = f"tim-{number:07d}"
            row["date"] = (corpus.NEWEST - step * number).isoformat()
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    partial.rename(target)


def articles(sources: Sequence[Path], count: int) -> Iterator[dict[str, str]]:
    """Yield articles made of the sentences of `sources`; without any, of invented ones."""
    rng = random.Random(20261101)  # noqa: S311  to be drawn again, not to be secret
    titles, leads, sentences = texts(sources)
    names = sorted({word for line in sentences for word in line.split() if word.istitle()})
    topics = list(corpus.COLUMNS)
    for number in range(count):
        # Half of the sentences come from a window that wanders: subjects have their season.
        season = int(number / count * len(sentences))
        body = [
            sentences[(season + rng.randrange(max(1, len(sentences) // 20))) % len(sentences)]
            if rng.random() < 0.5
            else rng.choice(sentences)
            for _ in range(min(MOST_SENTENCES, 3 + int(rng.expovariate(0.1))))
        ]
        if rng.random() < 0.5:
            body.append(f"{' '.join(rng.choices(names, k=3))} {rng.randrange(100_000)}.")
        yield {
            "title": title(rng, titles),
            "lead": rng.choice(leads),
            "body": "\n".join(body),
            "topic": rng.choice(topics),
        }


def title(rng: random.Random, titles: Sequence[Sequence[str]]) -> str:
    """Return the first half of one title and the second half of another."""
    one, other = rng.choice(titles), rng.choice(titles)
    return " ".join([*one[: (len(one) + 1) // 2], *other[len(other) // 2 :]])


def texts(sources: Sequence[Path]) -> tuple[list[list[str]], list[str], list[str]]:
    """Return titles as words, leads, and the sentences of bodies."""
    rows = [row for source in sources for row in read(source)]
    if not rows:
        rows = [row for _, row in zip(range(5_000), corpus.synthetic(), strict=False)]
    titles = [row["title"].split() for row in rows if row.get("title")]
    leads = [row["lead"] for row in rows if row.get("lead")]
    bodies = (line for row in rows for line in (row.get("body") or "").splitlines())
    sentences = [one for line in bodies for one in SENTENCE_END.split(line) if len(one) > 20]
    return titles, leads or sentences, sentences or leads


def read(source: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a JSON lines file, compressed or not."""
    with gzip.open(source, "rt") if source.suffix == ".gz" else source.open() as lines:
        for line in lines:
            yield json.loads(line)
