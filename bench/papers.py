"""Papers on one core: set, signed twice, judged; and whether a long day of them eats memory.

    make bench ARGS=papers

Every paper has another number, so that nothing is remembered from the one before. At the end a
signed licence is shown to those programs of others that this machine has.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.test")
ROUNDS = 5


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="bench papers", description=__doc__)
    parser.add_argument("--papers", type=int, default=100)
    parser.add_argument("--signed", type=int, default=20)
    parser.add_argument("--flips", type=int, default=0, help="bits to flip within a signature")
    asked = parser.parse_args(arguments)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    django.setup()
    from tests.core import papers  # noqa: PLC0415  needs Django

    sheets = {
        "giấy phép (2 trang A4)": papers.sheet(),
        "giấy tiếp nhận (1 trang A5)": papers.sheet(papers.SLIP, papers.SLIP_DATA),
    }
    for name, sheet in sheets.items():
        show_rate(name, sheet, asked.papers)
    show_signing(asked.signed)
    data = papers.signed()
    show("xác minh trong tiến trình con", lambda _: papers.judge(data), min(asked.signed, 8))
    show_foreign(data)
    if asked.flips:
        show_flips(asked.flips)


def show_rate(name: str, sheet: object, count: int) -> None:
    """Print papers a second of processor time, which other work on the machine does not distort."""
    from cityweb.core.papers import rendering  # noqa: PLC0415  needs Django

    rendering.render(sheet)
    before = memory()
    rates = []
    for turn in range(ROUNDS):
        started = time.process_time()
        for number in range(count):
            rendering.render(replace(sheet, number=f"{turn * count + number}/GP-SVHTT"))
        rates.append(count / (time.process_time() - started))
    print(
        f"{name}: {statistics.median(rates):.0f} tờ/giây CPU "
        f"({min(rates):.0f}–{max(rates):.0f}), "
        f"bộ nhớ +{memory() - before} MB sau {ROUNDS * count} tờ"
    )


def show_signing(count: int) -> None:
    from tests.core import papers  # noqa: PLC0415  needs Django

    person, seal = papers.two_keys()
    papers.sign(person, seal)
    show("ký hai lần (cá nhân, cơ quan)", lambda _: papers.sign(person, seal), count)


def show_flips(most: int) -> None:
    """Flip bits of the hole that no digest covers, evenly all over it, and count what passes."""
    from cityweb.core.attachments import sandbox  # noqa: PLC0415  needs Django
    from tests.core import papers  # noqa: PLC0415  needs Django

    sandbox.run_on_bytes = papers.judged_here
    data = papers.signed_slip()
    first = data.rindex(b"/Contents <") + len(b"/Contents <")
    bits = [(place, bit) for place in range(first - 1, data.index(b">", first) + 1)
            for bit in range(8)]  # fmt: skip
    chosen = bits[:: max(1, len(bits) // most)]
    passed = 0
    for place, bit in chosen:
        changed = bytearray(data)
        changed[place] ^= 1 << bit
        passed += papers.judge(bytes(changed)).is_valid
    print(f"lật {len(chosen)} bit trong vùng chữ ký: {passed} lần lọt")


def show(name: str, deed: Callable[[int], object], count: int) -> None:
    """Print the time by the clock and by the processor, children included."""
    clock, cpu = [], []
    for turn in range(count):
        started, used = time.perf_counter(), processor()
        deed(turn)
        clock.append((time.perf_counter() - started) * 1000)
        cpu.append((processor() - used) * 1000)
    print(
        f"{name}: {statistics.median(cpu):.0f} ms CPU, {statistics.median(clock):.0f} ms đồng hồ "
        f"(trung vị của {count})"
    )


def processor() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def memory() -> int:
    """Return what the process holds now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


def show_foreign(data: bytes) -> None:
    """Let programs that none of us wrote judge the signed licence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "giay-phep.pdf"
        path.write_bytes(data)
        for command in (["qpdf", "--check"], ["pdfsig", "-nocert"], ["pdffonts"]):
            if shutil.which(command[0]) is None:
                print(f"{command[0]}: máy này không có")
                continue
            done = subprocess.run(  # noqa: S603 - our own arguments
                [*command, str(path)], capture_output=True, text=True, timeout=60
            )
            print(f"{' '.join(command)}: mã {done.returncode}\n{done.stdout.strip()}")
