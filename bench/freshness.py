"""How often the newest day of news is read right, beside htmldate on the same pages.

`python -m bench freshness [FOLDER]` reads our composed pages, or a folder of pages with a file
`labels.csv` of the columns file, url, day (empty where no day is proved) and, if wanted, today.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from htmldate import find_date

from members.freshness import newest_news_date
from tests.members import cases, habits, held_out, portals, strange, themes, tour
from tests.members.composed import TODAY

Reader = Callable[["Labelled"], date | None]


@dataclass(frozen=True)
class Labelled:
    """A page with the day that a person reads on it."""

    name: str
    html: str
    url: str
    day: date | None
    today: date


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="pages with labels.csv")
    parser.add_argument("--wrong", action="store_true", help="name the pages that we read wrong")
    parser.add_argument("--only", default="", help="pages with this word in their name")
    parser.add_argument("--news", type=Path, help="bài báo thật, .jsonl.gz có title, body")
    asked = parser.parse_args(options)
    if asked.news:
        of_newspaper(asked.news)
        return
    for name, every in sets(asked.folder).items():
        pages = [page for page in every if asked.only in page.name]
        if not pages:
            continue
        weight = sum(len(page.html.encode()) for page in pages) / len(pages) / 1024
        dateless = sum(page.day is None for page in pages)
        print(
            f"{name}: {len(pages)} trang, {dateless} không có ngày tin, {weight:.0f} KB một trang"
        )
        for reader, read in READERS.items():
            measure(reader, read, pages, names_wrong=asked.wrong and reader == "members")


def of_newspaper(path: Path) -> None:
    """Print how often the text of real articles is taken for a day, without a line of its own."""
    day, counts = date(2024, 7, 15), Counter[str]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            said = json.loads(line)
            title = escape(said["title"] or said["body"].split(".")[0][:90])
            body = "".join(f"<p>{escape(one)}</p>" for one in said["body"].splitlines() if one)
            url = f"https://a.gov.vn/tin-tuc/{said['slug'][:80]}-{number}881.html"
            for note in ("", f"<p>{day:%d/%m/%Y} 08:30</p>"):
                html = themes.frame(f"<h1>{title}</h1>{note}{body}", title=title)
                found = newest_news_date(html, url=url, today=TODAY)
                is_right = (found.day if found else None) == (day if note else None)
                counts[f"{'có dòng ngày' if note else 'không có ngày'}, {is_right}"] += 1
    print(f"chữ của báo thật {path.name}: {dict(counts)}")


def sets(folder: Path | None) -> dict[str, list[Labelled]]:
    if folder is not None:
        return {folder.name: of_folder(folder)}
    return {
        "bộ soạn thứ nhất": of_cases(cases.every_case()),
        "bộ soạn thứ hai": of_cases(held_out.every_case()),
        "bộ soạn thứ ba": of_cases(habits.every_case()),
        "bộ soạn thứ tư": of_cases(themes.every_case()),
        "bộ soạn thứ năm": of_cases(tour.every_case()),
        "bộ soạn thứ sáu": of_cases(strange.every_case()),
        "trang nguyên vẹn": of_cases(portals.every_case()),
    }


def of_cases(rows: list[cases.Case]) -> list[Labelled]:
    return [Labelled(row.name, row.html, row.url, row.day, TODAY) for row in rows]


def of_folder(folder: Path) -> list[Labelled]:
    with (folder / "labels.csv").open(encoding="utf-8-sig", newline="") as labels:
        return [
            Labelled(
                name=row["file"],
                html=(folder / row["file"]).read_text("utf-8", errors="replace"),
                url=row["url"],
                day=date.fromisoformat(row["day"]) if row["day"] else None,
                today=date.fromisoformat(row.get("today") or TODAY.isoformat()),
            )
            for row in csv.DictReader(labels)
        ]


def measure(name: str, read: Reader, pages: list[Labelled], *, names_wrong: bool) -> None:
    """Print how many days are right, newer than the truth or invented, and the time of a page."""
    right = fresh = invented = 0
    slowest = 0.0
    begin = time.process_time()
    for page in pages:
        start = time.process_time()
        day = read(page)
        slowest = max(slowest, time.process_time() - start)
        right += day == page.day
        fresh += day is not None and (page.day is None or day > page.day)
        invented += day is not None and page.day is None
        if names_wrong and day != page.day:
            print(f"    {page.name}: {day}, đúng ra {page.day}")
    spent = (time.process_time() - begin) / len(pages)
    print(
        f"  {name:24} đúng {right / len(pages):.3f} ({right}/{len(pages)}), mới hơn thật {fresh}, "
        f"bịa ngày {invented}, {spent * 1000:.1f} ms một trang, lâu nhất {slowest * 1000:.0f} ms"
    )


def ours(page: Labelled) -> date | None:
    found = newest_news_date(page.html, url=page.url, today=page.today)
    return found.day if found else None


def theirs(page: Labelled, *, extensive: bool) -> date | None:
    found = find_date(
        page.html,
        url=page.url,
        extensive_search=extensive,
        original_date=True,
        max_date=page.today.isoformat(),
    )
    return date.fromisoformat(found) if found else None


READERS: dict[str, Reader] = {
    "members": ours,
    "htmldate": lambda page: theirs(page, extensive=False),
    "htmldate extensive": lambda page: theirs(page, extensive=True),
}


if __name__ == "__main__":
    main()
