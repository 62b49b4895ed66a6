"""How rightly and how fast the oddities of a page are told, over the labelled sets of the tests.

`make bench ARGS=abnormality`; with `--listed FILE` the operator's block-list joins the made-up one,
with `--news FILE…` (packed JSON lines of title and body or lead) newspapers are read as clean.
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from members.abnormality import Portrait, defaced, injected, keywords, portrait, redirected
from tests.members import (
    abnormal_held_out,
    abnormal_later,
    abnormal_pages,
    abnormal_reported,
    cases,
    crossed,
    first_met,
    forensic,
    habits,
    held_out,
    portals,
    takeovers,
    takeovers_held_out,
    themes,
    tour,
    unlike_clean,
    unlike_planted,
    veiled,
)
from tests.members.abnormal_pages import HERE, LISTED, page

NEWS_PAGES = (cases, held_out, habits, portals, themes, tour)
ROUNDS = 15


def main(options: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=abnormality")
    parser.add_argument("--listed", type=Path, help="tệp tên miền bị chặn, mỗi dòng một tên")
    parser.add_argument("--news", type=Path, nargs="*", default=[], help="bài báo, .jsonl.gz")
    chosen = parser.parse_args(options)
    listed = LISTED
    if chosen.listed:
        listed = LISTED | frozenset(chosen.listed.read_text("utf-8").split())
    for name, pages in (
        ("thứ nhất", abnormal_pages),
        ("thứ hai", abnormal_held_out),
        ("thứ ba", abnormal_later),
        ("thứ tư", abnormal_reported),
    ):
        hits = [_alarms(html, listed) for _, html in pages.planted_cases()]
        false = [_alarms(html, listed) for _, html in pages.clean_cases()]
        print(f"chèn, bộ {name}: thấy {sum(hits)}/{len(hits)}, báo nhầm {sum(false)}/{len(false)}")
    for name, planted, clean in (
        ("thứ năm", unlike_planted, unlike_clean),
        ("thứ sáu", crossed, crossed),
        ("thứ bảy", forensic, forensic),
        ("thứ tám", first_met, first_met),
        ("thứ chín", veiled, veiled),
    ):
        hits = [_alarms(html, listed, moves=True) for _, html in planted.planted_cases()]
        false = [_alarms(html, listed, moves=True) for _, html in clean.clean_cases()]
        print(f"chèn, bộ {name}: thấy {sum(hits)}/{len(hits)}, báo nhầm {sum(false)}/{len(false)}")
    usual = [case.html for pages in NEWS_PAGES for case in pages.every_case()]
    false = sum(_alarms(html, listed) for html in usual)
    print(f"chèn, trang thường của các bộ ngày tin: báo nhầm {false}/{len(usual)}")
    for path in chosen.news:
        alarms = [_alarms(html, listed) for html in _of_newspaper(path)]
        print(f"chèn, báo thật {path.name}: báo nhầm {sum(alarms)}/{len(alarms)}")
    _takeovers()
    html = page(news=takeovers.NEWS * 36)
    spent = min(_cpu_ms(html, listed) for _ in range(ROUNDS))
    print(
        f"một trang {len(html.encode()) // 1000} KB: {spent:.1f} ms CPU (nhanh nhất {ROUNDS} lần)"
    )


def _of_newspaper(path: Path) -> Iterator[str]:
    """Yield a page for every article, one for every dozen where there are only leads."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pieces = [json.loads(line) for line in lines]
    size = 1 if "body" in pieces[0] else 12
    for start in range(0, len(pieces), size):
        yield page("".join(map(_piece, pieces[start : start + size])))


def _piece(said: dict[str, str]) -> str:
    paragraphs = (said.get("body") or said.get("lead") or "").splitlines()
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    title = escape(said.get("title") or "")
    return f"<h3><a href='/tin/{escape(str(said['id']))}'>{title}</a></h3>{body}"


def _takeovers() -> None:
    first = [portrait(html, url=HERE) for html in takeovers.life(3)]
    print("thay nội dung, bộ thứ nhất:", _share(takeovers.HACKED.values(), first))
    for name, site in takeovers_held_out.SITES.items():
        past = [portrait(site(week), url=HERE) for week in range(3)]
        taken = [one(site) if callable(one) else one for one in takeovers_held_out.TAKEN.values()]
        usual = [one(site) for one in takeovers_held_out.ORDINARY.values()]
        print(f"thay nội dung, bộ thứ hai, {name}:", _share(taken, past), end="")
        print(", đổi thường ngày:", _share(usual, past))


def _share(pages: Iterable[str], past: list[Portrait]) -> str:
    told = [any(not one.is_mild for one in defaced(html, past=past, url=HERE)) for html in pages]
    return f"báo {sum(told)}/{len(told)}"


def _alarms(html: str, listed: frozenset[str], *, moves: bool = False) -> bool:
    found = injected(html, url=HERE, keywords=keywords.default(), blocked_domains=listed)
    if moves:
        found += redirected([HERE], html, home=HERE)
    return any(not one.is_mild for one in found)


def _cpu_ms(html: str, listed: frozenset[str]) -> float:
    begin = time.process_time()
    _alarms(html, listed)
    return (time.process_time() - begin) * 1_000
