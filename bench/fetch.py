"""`make bench ARGS=fetch`: what asking sites costs, beside `curl -Z` and aiohttp as it comes.

First a mix of hostile sites, asked by ours alone: is every one called by its name, how long, how
much memory, how long is the loop held up. Then healthy home pages over HTTPS, each under a name of
its own, asked by the three in turn. Everything stays on loopback.
"""

import argparse
import asyncio
import json
import os
import resource
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import certifi
import django
import psutil
from aiohttp.abc import AbstractResolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cityweb.settings.demo")
django.setup()

from bench import fetch_sites, serving  # noqa: E402
from cityweb.core.fetch import Failure, Fetched, Fetcher, Rules  # noqa: E402
from tests.core.fetch_world import Authority  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
AT_ONCE = 200


def main(options: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=fetch", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="số trang mỗi lần đo")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--port", type=int, default=8290)
    chosen = parser.parse_args(options)
    # First, while this process is small: what pages took is not given back to the system.
    hostile(chosen.count)
    with tempfile.TemporaryDirectory() as folder:
        healthy(Path(folder), chosen.count, chosen.rounds, chosen.port)


def healthy(folder: Path, count: int, rounds: int, port: int) -> None:
    """Ask `count` healthy sites by each of the three, in turn."""
    authority = Authority(folder)
    authority.server("*.bench.test")
    (chain,) = folder.glob("[*]*.pem")
    urls = [f"https://s{number}.bench.test:{port}/" for number in range(count)]
    asking: dict[str, Callable[[], int]] = {
        "core.fetch": lambda: asyncio.run(ours(urls, port, authority.ca_file)),
        "aiohttp": lambda: asyncio.run(bare(urls, authority.ca_file)),
        "curl -Z": lambda: curl(urls, folder, port, authority.ca_file),
    }
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in asking}
    with granian(chain, port):
        for _ in range(rounds):
            for name, ask in asking.items():
                figures[name].append(timed(ask, count))
    middle = {
        name: tuple(map(statistics.median, zip(*each, strict=True)))
        for name, each in figures.items()
    }
    print(f"{count} trang chủ HTTPS khỏe, {AT_ONCE} cùng lúc, trung vị của {rounds} lượt:")
    for name, (cpu, wall) in middle.items():
        ratio = middle["core.fetch"][0] / cpu
        print(
            f"  {name:10}  {cpu:6.2f} CPU-s  {wall:6.2f} s  "
            f"(mỗi 1.000 trang {cpu * 1000 / count:.2f} CPU-s; core.fetch gấp {ratio:.2f})"
        )


def timed(ask: Callable[[], int], count: int) -> tuple[float, float]:
    """Return the CPU seconds and the seconds that `ask` took; every page must have come."""
    started, used = time.perf_counter(), spent()
    came = ask()
    if came != count:
        sys.exit(f"Chỉ {came}/{count} trang trả lời.")
    return spent() - used, time.perf_counter() - started


def spent() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def rules(ports: Iterable[int], ca_file: Path | str = "") -> Rules:
    return Rules(
        ports=frozenset(ports),
        user_agent="CityWebMonitor/1.0 (bench)",
        loopback_hosts=frozenset({".bench.test"}),
        ca_file=str(ca_file),
    )


async def ours(urls: list[str], port: int, ca_file: Path) -> int:
    async with Fetcher(rules([port], ca_file), at_once=AT_ONCE) as fetcher:

        async def one(url: str) -> bool:
            return (await fetcher.fetch(url)).is_ok

        return sum(await asyncio.gather(*map(one, urls)))


class _Here(AbstractResolver):
    """Leads every name to this machine."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[dict]:
        return [
            {
                "hostname": host,
                "host": "127.0.0.1",
                "port": port,
                "family": 2,
                "proto": 6,
                "flags": 0,
            }
        ]

    async def close(self) -> None:
        """Hold nothing."""


async def bare(urls: list[str], ca_file: Path) -> int:
    trust = ssl.create_default_context(cafile=certifi.where())
    trust.load_verify_locations(ca_file)
    connector = aiohttp.TCPConnector(limit=AT_ONCE, ssl=trust, resolver=_Here())
    async with aiohttp.ClientSession(connector=connector) as session:

        async def one(url: str) -> bool:
            async with session.get(url) as response:
                return response.status == 200 and bool(await response.read())

        return sum(await asyncio.gather(*map(one, urls)))


def curl(urls: list[str], folder: Path, port: int, ca_file: Path) -> int:
    script = folder / "curl.txt"
    script.write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls))
    done = subprocess.run(  # noqa: S603 - our own arguments
        ["curl", "-Z", "--parallel-max", str(AT_ONCE), "--silent", "--compressed", "--http1.1",
         "--cacert", str(ca_file), "--connect-to", f"::127.0.0.1:{port}",
         "--write-out", "%{http_code}\n", "--config", str(script)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return done.stdout.split().count("200")


@contextmanager
def granian(chain: Path, port: int) -> Iterator[None]:
    serving.check_free(port)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "2", "--no-ws"]
    command += ["--ssl-certificate", str(chain), "--ssl-keyfile", str(chain), "--http", "1"]
    command += ["bench.fetch_pages:application"]
    with serving.background(command, log_name="bench-fetch", env=dict(os.environ), cwd=ROOT):
        wait_for(port)
        yield


def wait_for(port: int) -> None:
    ends_at = time.monotonic() + serving.START_SECONDS
    while time.monotonic() < ends_at:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on {port}")


def hostile(count: int) -> None:
    """Ask `count` sites that misbehave, each kind as often as the others."""
    command = [sys.executable, "-m", "bench.fetch_sites"]
    with subprocess.Popen(  # noqa: S603 - our own arguments
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
    ) as sites:
        ports = json.loads(sites.stdout.readline())
        names = list(ports)
        asked = [names[number % len(names)] for number in range(count)]
        started, used = time.perf_counter(), spent()
        seen, memory, lag = asyncio.run(ask_hostile(asked, ports))
        took, cpu = time.perf_counter() - started, spent() - used
        sites.stdin.close()
    expected = {name: failure for name, (_, failure) in fetch_sites.kinds().items()}
    wrong = Counter(
        (name, failure) for name, failure in zip(asked, seen, strict=True)
        if failure is not expected[name]
    )  # fmt: skip
    print(
        f"{count} trang phá rối, {len(names)} kiểu, {AT_ONCE} cùng lúc: {took:.1f} s, "
        f"{cpu:.1f} CPU-s, thêm {memory / 2**20:.0f} MB, vòng lặp chậm nhất {lag * 1000:.0f} ms, "
        f"gọi sai tên {sum(wrong.values())} {dict(wrong) or ''}"
    )


async def ask_hostile(
    asked: list[str], ports: dict[str, int]
) -> tuple[list[Failure | None], int, float]:
    """Return the class of each visit, the most memory over the start, the longest hold-up."""
    process, worst = psutil.Process(), [0, 0.0]
    async with Fetcher(rules(ports.values()), at_once=AT_ONCE) as fetcher:
        base = process.memory_info().rss

        async def watch() -> None:
            while True:
                before = time.perf_counter()
                await asyncio.sleep(0.01)
                worst[1] = max(worst[1], time.perf_counter() - before - 0.01)
                worst[0] = max(worst[0], process.memory_info().rss - base)

        async def one(number: int, kind: str) -> Failure | None:
            url = f"http://s{number}.bench.test:{ports[kind]}/"
            fetched: Fetched = await fetcher.fetch(url)
            return fetched.failure

        watching = asyncio.create_task(watch())
        seen = await asyncio.gather(*(one(*each) for each in enumerate(asked)))
        watching.cancel()
    return seen, worst[0], worst[1]
