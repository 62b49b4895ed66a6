"""Whether pages that mean harm stay inside their bounds: time, memory, and where they get to.

`sudo python -m bench hostile [--only WORD]` moves into an empty network of its own in which every
address that is not of the open internet leads to a trap; the table says who fell into it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
django.setup()

from advertising.capture import files  # noqa: E402  after Django woke
from advertising.capture.taking import take  # noqa: E402  after Django woke
from bench.hostile_pages import NEAR, PAGES, PORT, TRAPS, Trap, serve  # noqa: E402  after Django woke
from cityweb.core.fetch import Rules  # noqa: E402  after Django woke

MOST_SECONDS, MOST_BYTES = 60.0, 1.5e9
_INSIDE = "CITYWEB_BENCH_INSIDE"


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    asked = parser.parse_args(options)
    if not os.environ.get(_INSIDE):
        words = [sys.executable, "-m", "bench", "hostile", *(options or [])]
        inside = ["unshare", "--net", "env", f"{_INSIDE}=1", *words]
        sys.exit(subprocess.run(inside, check=False).returncode)  # noqa: S603  our own words
    _build_network()
    asyncio.run(_all([code for code in PAGES if asked.only in code]))


def _build_network() -> None:
    """Let every near address lead to this machine, where the trap is."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)  # noqa: S607
    for address in NEAR:
        long = 128 if ":" in address else 32
        subprocess.run(["ip", "address", "add", f"{address}/{long}", "dev", "lo"], check=True)  # noqa: S603, S607


async def _all(codes: list[str]) -> None:
    trap = Trap()
    await trap.open()
    # The trap works: what goes straight to it is counted.
    _, writer = await asyncio.open_connection(NEAR[0], TRAPS[-1])
    writer.close()
    await asyncio.sleep(0.1)
    print(f"bẫy thử: {len(trap.caught)} kết nối ({trap.caught[0]})")
    trap.caught.clear()
    ports = frozenset({80, 443, PORT, *TRAPS})
    rules = Rules(ports, "bench", frozenset({".ac-y.localhost"}))
    worst = (0.0, 0.0)
    async with await serve():
        for code in codes:
            begun = time.monotonic()
            taken = await take([f"http://trang.ac-y.localhost:{PORT}/{code}"], rules=rules)
            seconds = time.monotonic() - begun
            memory = max(look.most_memory for look in taken.looks)
            worst = max(worst[0], seconds), max(worst[1], memory)
            stopped = sum(len(look.recording.stopped) for look in taken.looks)
            made = await asyncio.to_thread(files.bundle, taken)
            size = sum(len(file.data) for file in made.files) >> 20
            print(
                f"{code:14} {seconds:5.1f} giây  {memory / 1e6:6.0f} MB  {stopped:4} bị chặn  "
                f"{size:3} MB chứng cứ  bẫy {len(trap.caught)}",
                flush=True,
            )
    print(
        f"\nlâu nhất {worst[0]:.1f}/{MOST_SECONDS:.0f} giây; bộ nhớ nhiều nhất "
        f"{worst[1] / 1e9:.2f}/{MOST_BYTES / 1e9:.1f} GB; vào bẫy: {trap.caught or 0}"
    )
