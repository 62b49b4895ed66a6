"""How often search finds an article by its own words, on articles of a file.

`python -m bench.search_quality FILE.jsonl[.gz]… [--sample N]` imports the files into a database of
its own and asks for each article by its title in every spelling, by four words of the title
without diacritics, and by six words of its lead.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import unicodedata
from collections.abc import Callable
from itertools import product
from pathlib import Path

import django

from bench import database, search_base

Ask = Callable[[str], str | None]
TONES = "\u0300\u0301\u0303\u0309\u0323"


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=1_000, help="articles asked for a line")
    asked = parser.parse_args(options)
    with search_base.filled("quality", asked.files):
        measure(asked.sample)


def measure(size: int) -> None:
    """Print recall@10 for each way of asking."""
    from cityweb.core.text import fold  # noqa: PLC0415  after django.setup()
    from cityweb.news.models import LiveArticle  # noqa: PLC0415

    rows = list(LiveArticle.objects.values_list("pk", "title", "lead", "body").order_by("pk"))
    rng = random.Random(7)  # noqa: S311
    drawn = rng.sample(rows, min(size, len(rows)))
    leads = [(pk, lead or re.sub(r"<[^>]*>", " ", body)[:300]) for pk, _, lead, body in drawn]
    titles = [(pk, title) for pk, title, _, _ in drawn]
    six = lambda line: window(rng, line, 6)  # noqa: E731
    ways: list[tuple[str, list[tuple[int, str]], Ask]] = [
        ("nhan đề", titles, str),
        ("nhan đề, không dấu", titles, fold),
        ("nhan đề, CHỮ HOA", titles, str.upper),
        ("nhan đề, NFD", titles, lambda line: unicodedata.normalize("NFD", line)),
        ("nhan đề, dấu đặt kiểu khác", titles, moved),
        ("bốn từ của nhan đề, không dấu", titles, lambda line: window(rng, fold(line), 4)),
        ("sáu từ của tóm tắt", leads, six),
        ("sáu từ của tóm tắt, không dấu", leads, lambda line: six(fold(line))),
    ]
    print(f"{len(rows)} bài, hỏi {len(drawn)} bài mỗi dòng; tìm thấy trong 10 kết quả đầu:")
    for name, articles, ask in ways:
        pairs = [(pk, typed) for pk, line in articles if (typed := ask(line))]
        found = sum(pk in first_ten(typed) for pk, typed in pairs)
        print(f"  {name:32} {found / max(1, len(pairs)):.4f}  ({found}/{len(pairs)})")


def first_ten(typed: str) -> list[int]:
    from cityweb.news import search  # noqa: PLC0415

    site = search_base.site_id()
    results = search.find(typed, site_id=site, language="vi", limit=10)
    return [hit.article_id for hit in results.hits]


def window(rng: random.Random, line: str, size: int) -> str | None:
    """Return `size` words of `line` that follow each other, if it has as many."""
    found = line.split()
    if len(found) < size:
        return None
    start = rng.randrange(len(found) - size + 1)
    return " ".join(found[start : start + size])


def moved(line: str) -> str:
    """Return `line` with the tone of oa, oe and uy on the other of the two letters."""
    nfc = unicodedata.normalize
    swaps = {}
    for (first, second), tone in product(("oa", "oe", "uy"), TONES):
        one, other = nfc("NFC", first + tone + second), nfc("NFC", first + second + tone)
        swaps |= {one: other, other: one}
    return re.sub("|".join(swaps), lambda found: swaps[found[0]], line)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", database.SETTINGS)
    django.setup()
    main()
