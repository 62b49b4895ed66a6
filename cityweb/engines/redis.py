"""Redis from the wheel: a broker that may be empty at any time, so it writes nothing to disk."""

import signal
import socket
from pathlib import Path

from cityweb.engines.homes import Home
from cityweb.engines.places import redis_socket

NAME = "redis"
PROCESS_NAMES = ("redis-server",)
STOP_SIGNAL = signal.SIGTERM
LEAST_FREE_MB = 5


def data_dir(home: Home) -> Path:
    return home.folder / "redis"


def prepare(home: Home) -> None:
    """Make the folder it works in."""
    home.own_folder("redis")


def command(home: Home) -> list[str | Path]:
    options = {
        "port": "0",
        "unixsocket": str(redis_socket(home.profile)),
        "unixsocketperm": "700",
        "dir": str(data_dir(home)),
        "save": "",
        "appendonly": "no",
        "maxmemory": "256mb",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
        "daemonize": "no",
    }
    pairs = [part for name, value in options.items() for part in (f"--{name}", value)]
    return [home.redis_server, *pairs]


def environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


def is_ready(home: Home, pid: int) -> bool:
    """Tell whether it answers."""
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(1)
        try:
            link.connect(str(redis_socket(home.profile)))
            link.sendall(b"PING\r\n")
            return link.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def explain(output: str, where: str) -> str:
    """Return one sentence for what the server's own words mean."""
    lines = [line for line in output.splitlines() if line.strip()]
    return f"Redis ở {where} không chạy được: {(lines or ['không rõ lý do'])[-1].strip()}"
