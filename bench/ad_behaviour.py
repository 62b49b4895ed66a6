"""How true the measures of advertisements are: the zoo and further composed pages, by their truth.

`python -m bench ad_behaviour [--unseen [FILE]] [--load] [--only WORD] [--repeats N]` plays the
pages on this machine and measures each in Chromium; `--load` keeps every core busy meanwhile,
`--unseen` takes the pages composed by hand, or those of one file, in place of the zoo and its kind.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import multiprocessing
import os
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
django.setup()

from advertising.behaviour.measures import Behaviour  # noqa: E402  after Django woke
from advertising.behaviour.measuring import measure  # noqa: E402  after Django woke
from advertising.behaviour.verdicts import Standard, judge  # noqa: E402  after Django woke
from advertising.demo.zoo import ZOO, Animal, pages, server  # noqa: E402  after Django woke
from bench.ad_pages import Composed, unseen  # noqa: E402  after Django woke
from cityweb.core.browsing import DESKTOP, PHONE, View  # noqa: E402  after Django woke
from cityweb.core.fetch import Rules  # noqa: E402  after Django woke

PORT = 8797
# As from 15 February 2026 on.
STANDARDS = {
    code: Standard(code, "", limit)
    for code, limit in (
        ("F1", None), ("F2", None), ("F5A", 0.0), ("F5B", 5.0), ("F6", 1.0), ("F7", None),
    )
}  # fmt: skip
TRUE_WITHIN = 0.1
NOT_MEASURED = 9.9


def further() -> list[Animal]:
    """Return pages that were not looked at while the measuring was made."""
    looks = itertools.cycle(
        [
            {"place": "bottom", "sign": "Đóng", "size": 28},
            {"place": "corner", "sign": "✕", "fades": True},
            {"place": "overlay", "sign": "Bỏ qua", "mark": "popup-ads"},
            {"place": "popup", "sign": "x", "size": 26, "mark": "quangcao"},
        ]
    )
    waits = itertools.cycle(["absent", "deaf", "disabled", "countdown", "covered"])
    found = [
        Animal(f"them-{n}", f"Chờ {delay} giây", delay=delay, wait=next(waits), motion=motion,
               appears=appears, **next(looks))
        for n, (delay, motion, appears) in enumerate(
            [(d, m, a) for d in (0.6, 1.7, 2.5, 4.3, 6.7) for m, a in (("", 0.2), ("video", 1.5),
                                                                       ("gif", 0.8), ("css", 0.5))]
        )
    ]  # fmt: skip
    found += [
        replace(Animal(f"ngay-{n}", "Tắt được ngay", motion=motion), **next(looks))
        for n, motion in enumerate(("", "gif", "video", "css", ""))
    ]
    found += [
        replace(Animal(f"kep-{n}", "Hai lần", clicks=2, delay=delay), **next(looks))
        for n, delay in enumerate((0.0, 1.2, 3.4))
    ]
    found += [
        replace(Animal(f"gia-{n}", "Giả", fake=fake), **next(looks))
        for n, fake in enumerate(("window", "covered", "missing", "window"))
    ]
    return found


@dataclass
class Tally:
    """How the measures of all pages compare with the truth."""

    errors: list[float] = field(default_factory=list)
    spreads: list[float] = field(default_factory=list)
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", action="store_true")
    parser.add_argument("--unseen", nargs="?", const="all", metavar="FILE")
    parser.add_argument("--phone", action="store_true", help="as a phone sees it")
    parser.add_argument("--only", default="", help="words of codes, with commas between")
    parser.add_argument("--port", type=int, default=PORT, help="where the pages are played")
    parser.add_argument("--part", default="0/1", help="i/n: every n-th page, starting at i")
    parser.add_argument("--repeats", type=int, default=4)
    asked = parser.parse_args(options)
    start, step = map(int, asked.part.split("/"))
    made, parts = (
        unseen(asked.unseen)
        if asked.unseen
        else ([_composed(each) for each in (*ZOO, *further())], {})
    )
    words = asked.only.split(",")
    chosen = [each for each in made if any(word in each.code for word in words)][start::step]
    with busy() if asked.load else idle():
        view = PHONE if asked.phone else DESKTOP
        tally = asyncio.run(_all(chosen, parts, asked.repeats, view, asked.port))
    _report(tally, len(chosen))


def _composed(animal: Animal) -> Composed:
    delay = animal.delay if animal.is_over and animal.closes else None
    return Composed(animal.code, pages.page(animal), delay, frozenset(truth(animal)), frozenset())


async def _all(
    chosen: list[Composed], parts: dict[str, str], repeats: int, view: View, port: int
) -> Tally:
    texts = parts | {each.code: each.html for each in chosen}
    tally = Tally()
    rules = Rules(frozenset({80, 443, port}), "bench", frozenset({server.SUFFIX}))
    async with await server.open_up(port, texts.get):
        for page in chosen:
            begun = time.monotonic()
            seen, _ = await measure(
                server.address(page.code, port), view=view, repeats=repeats, rules=rules
            )
            tally.seconds.append(time.monotonic() - begun)
            print(_hold(page, seen, tally), flush=True)
    return tally


def _hold(page: Composed, seen: Behaviour, tally: Tally) -> str:
    found = verdicts(seen)
    # What officers alone judge is no question to the machine.
    missed, false = (page.fails & STANDARDS.keys()) - found, found - page.fails - page.either
    if missed or false:
        tally.wrong.append(page.code)
    else:
        tally.right += 1
    tally.false += [f"{page.code}:{code}" for code in false]
    delays = [each.delay for each in seen.over if each.delay]
    delay = max(delays, key=lambda one: one.best, default=None)
    truly = "–" if page.delay is None else f"{page.delay:.1f}"
    if page.delay is not None:
        tally.errors.append(delay.best - page.delay if delay else NOT_MEASURED)
        tally.spreads.append(delay.high - delay.low if delay else 0.0)
    said = f"{delay.best:5.2f} [{delay.low:.2f}; {delay.high:.2f}]" if delay else "–"
    odd = f"  ĐÚNG RA {sorted(page.fails)}" if missed or false else ""
    return f"{page.code:20} thật {truly:4} đo {said:22} vi phạm {sorted(found)}{odd}"


def verdicts(seen: Behaviour) -> set[str]:
    """Return the rules that the page fails by what was measured."""
    return {each.code for each in judge(seen, STANDARDS) if each.result == "fail"}


def truth(animal: Animal) -> set[str]:
    """Return the rules that the page fails as it was composed."""
    if animal.place == "none":
        return set()
    failed = set() if animal.label else {"F1"}
    if not animal.is_over:
        return failed
    if animal.fake == "missing":
        failed.add("F2")
    elif animal.fake:
        failed |= {"F2", "F6"}
    if animal.closes:
        moves = animal.motion != ""
        if animal.delay > (5.0 if moves else 0.0):
            failed.add("F5B" if moves else "F5A")
        if animal.clicks > 1:
            failed.add("F6")
    return failed if animal.report else failed | {"F7"}


def _report(tally: Tally, pages: int) -> None:
    off = [abs(each) for each in tally.errors]
    within = sum(each <= TRUE_WITHIN for each in off)
    print(f"\n{pages} trang, {statistics.median(tally.seconds):.0f} giây một trang (trung vị)")
    if off:
        print(
            f"thời gian chờ: {within}/{len(off)} trong ±{TRUE_WITHIN} giây; lệch lớn nhất "
            f"{max(off):.3f}, trung vị {statistics.median(off):.3f}; bề rộng trung vị "
            f"{statistics.median(tally.spreads):.3f}"
        )
    print(f"kết luận đúng cả trang: {tally.right}/{pages}; sai: {tally.wrong}")
    print(f"kết tội oan: {tally.false or 0}")


@contextmanager
def idle():
    """Leave the machine as it is."""
    yield


@contextmanager
def busy():
    """Keep every core busy meanwhile."""
    burners = [
        multiprocessing.Process(target=_burn, daemon=True)
        for _ in range(os.cpu_count() or 2)
    ]  # fmt: skip
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()


def _burn() -> None:
    while True:
        sum(range(10_000))
