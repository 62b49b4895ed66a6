"""How long a capture takes, and whether its archive gives the picture again: over the whole zoo.

`python -m bench captures [--only WORD] [--part i/n]`. The captures that the demo brings along are
shown again too, and lists are asked: how many requests a second are held against 60,000 rules.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
django.setup()

from advertising.behaviour.lists import Lists  # noqa: E402  after Django woke
from advertising.capture import files  # noqa: E402  after Django woke
from advertising.capture.replaying import replay  # noqa: E402  after Django woke
from advertising.capture.taking import take  # noqa: E402  after Django woke
from advertising.demo.zoo import ZOO, server  # noqa: E402  after Django woke
from cityweb.core.fetch import Rules  # noqa: E402  after Django woke

PORT, RULES, ASKED = 8796, 60_000, 20_000
_SCREEN = "-screen.png"


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--part", default="0/1", help="i/n: every n-th page, starting at i")
    asked = parser.parse_args(options)
    start, step = map(int, asked.part.split("/"))
    codes = [animal.code for animal in ZOO if asked.only in animal.code][start::step]
    _lists()
    asyncio.run(_all(codes))
    _stored(asked.only)


def _lists() -> None:
    chance = random.Random(1)  # noqa: S311  no secret
    words = [f"{chance.getrandbits(40):x}" for _ in range(RULES)]
    shapes = (
        "||{}.example^",
        "/{}/*$image,script",
        "##.{}",
        "||ads.{}.vn^$third-party",
        "-{}-ads.",
    )
    begun = time.monotonic()
    lists = Lists(["\n".join(shapes[n % 5].format(word) for n, word in enumerate(words))])
    built = time.monotonic() - begun
    urls = [
        f"https://{'ads.' if n % 3 else ''}{chance.choice(words)}.{'vn' if n % 2 else 'example'}/a/"
        f"{chance.getrandbits(60):x}/hinh.png?x={n}"
        for n in range(ASKED)
    ]
    begun = time.monotonic()
    hits = sum(bool(lists.rule_of(url, page="https://bao.example/", kind="Image")) for url in urls)
    rate = ASKED / (time.monotonic() - begun)
    print(f"{RULES} quy tắc: dựng {built:.1f} giây; {rate:,.0f} yêu cầu/giây, {hits} trúng")


async def _all(codes: list[str]) -> None:
    seconds, alike, differ = [], [], []
    rules = Rules(frozenset({80, 443, PORT}), "bench", frozenset({server.SUFFIX}))
    async with await server.open_up(PORT):
        for code in codes:
            begun = time.monotonic()
            taken = await take([server.address(code, PORT)], rules=rules)
            made = await asyncio.to_thread(files.bundle, taken)
            seconds.append(time.monotonic() - begun)
            by_name = {file.name: file.data for file in made.files}
            screens = {look.key: look.pictures["screen"] for look in taken.looks}
            with ThreadPoolExecutor(1) as pool:
                again = await asyncio.get_running_loop().run_in_executor(
                    pool, replay, by_name["capture.wacz"], screens
                )
            alike += [each.alike for each in again]
            differ += [f"{code}:{each.view}" for each in again if not each.matches]
            said = ", ".join(f"{each.view} {each.alike:.3f}" for each in again)
            print(f"{code:18} {seconds[-1]:5.1f} giây  {said}", flush=True)
    print(
        f"\n{len(codes)} trang: trung vị {statistics.median(seconds):.1f} giây một trang, lâu nhất "
        f"{max(seconds):.1f}; xem lại khớp {len(alike) - len(differ)}/{len(alike)}, kém nhất "
        f"{min(alike):.3f}; khác: {differ or 0}"
    )


def _stored(only: str) -> None:
    for path in sorted(Path(settings.CAPTURES_STORED_IN).glob("*.zip")):
        if only not in path.name:
            continue
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if name.endswith(_SCREEN)]
            screens = {name.removesuffix(_SCREEN): package.read(name) for name in names}
            again = replay(package.read("capture.wacz"), screens)
        said = ", ".join(
            f"{one.view} {one.alike:.3f}{'' if one.matches else ' KHÁC'}" for one in again
        )
        print(f"bản chụp lưu sẵn {path.stem}: {said}")
