"""Drive a server over loopback for a few seconds and say how fast it answered.

wrk (Debian package) does it when present; else a small loader of threads, which itself costs so
much that its figures compare servers slower than about 1,000 requests/s only.
"""

from __future__ import annotations

import http.client
import itertools
import os
import re
import shutil
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 8
ROTATE = Path(__file__).with_name("rotate.lua")
UNIT_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Load:
    """What one run saw: answers, speed, and how long an answer took."""

    requests: int
    per_second: float
    p50_ms: float
    p99_ms: float
    failures: int


def name() -> str:
    return "wrk" if shutil.which("wrk") else "bundled Python loader"


def run(host: str, port: int, paths: list[str], seconds: int) -> Load:
    """Ask for `paths` in turn over `CONNECTIONS` kept connections."""
    if shutil.which("wrk"):
        return run_wrk(host, port, paths, seconds)
    return run_threads(host, port, paths, seconds)


def run_wrk(host: str, port: int, paths: list[str], seconds: int) -> Load:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*command, "-s", str(ROTATE), "-H", f"Host: {host}", f"http://127.0.0.1:{port}/"],
        env={**os.environ, "BENCH_PATHS": "\n".join(paths)},
        capture_output=True, text=True, check=True, timeout=seconds + 30,
    )  # fmt: skip
    return read_wrk(done.stdout)


def read_wrk(printed: str) -> Load:
    """Read the figures out of wrk's report."""

    def number(pattern: str) -> float:
        found = re.search(pattern, printed)
        return float(found[1]) if found else 0.0

    def milliseconds(percentile: int) -> float:
        found = re.search(rf"^\s+{percentile}%\s+([\d.]+)(us|ms|s|m)\s*$", printed, re.MULTILINE)
        return float(found[1]) * UNIT_MS[found[2]] if found else 0.0

    broken = re.search(
        r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", printed
    )
    return Load(
        requests=int(number(r"(\d+) requests in")),
        per_second=number(r"Requests/sec:\s+([\d.]+)"),
        p50_ms=milliseconds(50),
        p99_ms=milliseconds(99),
        failures=int(number(r"Non-2xx or 3xx responses: (\d+)"))
        + (sum(map(int, broken.groups())) if broken else 0),
    )


def run_threads(host: str, port: int, paths: list[str], seconds: int) -> Load:
    took_ms: list[float] = []
    failed: list[int] = []
    ends_at = time.perf_counter() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        for path in itertools.cycle(paths):
            started = time.perf_counter()
            if started > ends_at:
                return connection.close()
            connection.request("GET", path, headers={"Host": host})
            response = connection.getresponse()
            response.read()
            took_ms.append((time.perf_counter() - started) * 1000)
            if response.status >= http.client.BAD_REQUEST:
                failed.append(response.status)

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cuts = statistics.quantiles(took_ms, n=100)
    return Load(len(took_ms), len(took_ms) / seconds, cuts[49], cuts[98], len(failed))
