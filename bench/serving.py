"""Servers under measurement: what one is, how granian is started, whether it answers."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cityweb.engines import processes, var_dir

START_SECONDS = 60


@dataclass(frozen=True)
class Candidate:
    """A server that answers on loopback, and what to ask it for by kind of page."""

    name: str
    host: str
    port: int
    pids: tuple[int, ...]
    paths: Mapping[str, list[str]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def only_newer(stamp: Path, *sources: Path) -> bool:
    """Tell whether anything in `sources` changed since `stamp` was made."""
    if not stamp.exists():
        return True
    files = [file for source in sources for file in (source, *source.rglob("*.[ptj]*"))]
    return max(file.stat().st_mtime for file in files) > stamp.stat().st_mtime


@contextlib.contextmanager
def background(
    command: list[str | Path], *, log_name: str, env: Mapping[str, str], cwd: Path
) -> Iterator[int]:
    """Run a server while the block runs; yield its process number."""
    log_path = var_dir() / f"{log_name}.log"
    with log_path.open("wb") as log:
        process = processes.spawn(command, log=log, env=env, cwd=cwd)
        try:
            yield process.pid
        finally:
            processes.stop(process, signal.SIGTERM, patience=10)


@contextlib.contextmanager
def granian(
    python: Path, target: str, *, port: int, workers: int, env: Mapping[str, str], cwd: Path
) -> Iterator[int]:
    """Serve a WSGI application as `make demo` serves ours."""
    command = [python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    options = ["--blocking-threads", "4", "--no-ws", "--port", str(port)]
    options += ["--workers", str(workers), target]
    name = target.partition(".")[0]
    check_free(port)
    with background([*command, *options], log_name=name, env=env, cwd=cwd) as pid:
        wait_for(f"http://127.0.0.1:{port}/")
        yield pid


def check_free(port: int) -> None:
    """Stop when somebody listens: granian would share the port, and we would measure both."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            sys.exit(f"Cổng {port} đang được dùng; hãy chọn cổng khác bằng --port.")


def wait_for(address: str, host: str = "localhost") -> None:
    """Return once the server answers at all; raise TimeoutError if it does not in a minute."""
    ends_at = time.monotonic() + START_SECONDS
    request = urllib.request.Request(address, headers={"Host": host})  # noqa: S310 - loopback
    while time.monotonic() < ends_at:
        try:
            urllib.request.urlopen(request, timeout=5).close()  # noqa: S310
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no answer from {address} in {START_SECONDS} s; see {var_dir()}/*.log")
