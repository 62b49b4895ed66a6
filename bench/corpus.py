"""The articles both sides of a measurement are filled with, the same ones in the same order.

`python -m bench.corpus OUT.jsonl [--source FILE.jsonl[.gz]] [--count N]` writes them in the format
`manage.py import_articles` reads. Without a source the text is synthetic: invented sentences of
real Vietnamese words, drawn by a fixed seed, common words common and rare words rare.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

COUNT = 10_000
SAMPLE = 200
COLUMNS = {
    "tin-noi-bat": "Tin nổi bật",
    "hoat-dong-lanh-dao": "Tin hoạt động của lãnh đạo Thành phố",
    "thoi-su": "Tin thời sự",
    "dat-dai-xay-dung": "Đất đai – Xây dựng",
    "cong-nghiep-thuong-mai": "Công nghiệp – Thương mại",
    "doanh-nghiep": "Doanh nghiệp",
    "van-hoa-the-thao-du-lich": "Văn hóa, thể thao, du lịch",
    "doi-ngoai": "Đối ngoại",
    "dinh-huong-phat-trien": "Định hướng – Phát triển",
    "so-lieu-kinh-te-xa-hoi": "Số liệu kinh tế – xã hội",
}
HANOI = timezone(timedelta(hours=7))
NEWEST = datetime(2026, 11, 1, 8, 0, tzinfo=HANOI)
LEAD_CHARACTERS = 300

WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
LINKS = ("và", "của", "trong", "cho", "với", "tại", "được", "đã", "sẽ", "về", "theo", "để", "các")


def articles(source: Path | None, count: int) -> Iterator[dict[str, str]]:
    """Yield `count` articles, newest first, spread evenly over the columns."""
    raw = read(source) if source else synthetic()
    for position, row in enumerate(itertools.islice(raw, count)):
        topic = tuple(COLUMNS)[position % len(COLUMNS)]
        shown_at = NEWEST - timedelta(minutes=47 * position)
        yield {
            "id": f"bench-{position:06d}",
            "title": row["title"],
            "lead": row["lead"],
            "body": row["body"],
            "topic": topic,
            "date": shown_at.isoformat(),
            "url": f"https://nguon.example/{position}",
        }


def read(source: Path) -> Iterator[dict[str, str]]:
    """Yield title, lead and body from JSON lines, over and over if there are too few."""
    with gzip.open(source, "rt") if source.suffix == ".gz" else source.open() as lines:
        rows = [json.loads(line) for line in lines]
    for row in itertools.cycle(rows):
        body = row.get("body") or row.get("lead") or ""
        first_sentence = body.split("\n")[0].split(". ")[0]
        yield {
            "title": (row.get("title") or first_sentence)[:200],
            "lead": (row.get("lead") or first_sentence)[:LEAD_CHARACTERS],
            "body": body,
        }


def synthetic() -> Iterator[dict[str, str]]:
    """Yield invented articles without end, the same ones every time.

    Each keeps to some twenty words of its own, so a search can tell one from another.
    """
    draw = random.Random(2026)  # noqa: S311  text to fill a table with
    weights = [1 / (rank + 3) for rank in range(len(WORDS))]

    def sentence(theme: list[str], length: int) -> str:
        words = draw.choices(theme, k=length)
        joined = " ".join(f"{word} {draw.choice(LINKS)}" for word in words[:-1])
        return f"{joined} {words[-1]}".capitalize()

    while True:
        theme = draw.choices(WORDS, weights, k=20)
        paragraphs = [
            ". ".join(sentence(theme, draw.randint(4, 9)) for _ in range(draw.randint(2, 4))) + "."
            for _ in range(draw.randint(4, 7))
        ]
        yield {
            "title": sentence(theme, 5),
            "lead": sentence(theme, 9) + ".",
            "body": "\n".join(paragraphs),
        }


def write(target: Path, source: Path | None, count: int) -> None:
    """Write the corpus as JSON lines; a half-written file never takes the name."""
    partial = target.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as lines:
        for article in articles(source, count):
            lines.write(json.dumps(article, ensure_ascii=False) + "\n")
    partial.replace(target)


def sample(corpus: Path, size: int = SAMPLE) -> list[dict[str, str]]:
    """Return articles from all over a written corpus, enough that no page is always the same."""
    with corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    # A step that shares no factor with the number of columns, so that every column is met.
    step = max(1, len(rows) // size) | 1
    return rows[::step][:size]


def queries(rows: list[dict[str, str]]) -> list[str]:
    """Return what people might look for: one to three words out of titles."""
    asked = [" ".join(row["title"].split()[2 : 3 + turn % 3]) for turn, row in enumerate(rows)]
    return [words for words in asked if words]


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Write the articles of a measurement as JSON lines."
    )
    parser.add_argument("target", type=Path)
    parser.add_argument("--source", type=Path, help="JSON lines, plain or gzipped; else synthetic")
    parser.add_argument("--count", type=int, default=COUNT)
    asked = parser.parse_args()
    write(asked.target, asked.source, asked.count)


if __name__ == "__main__":
    main()
