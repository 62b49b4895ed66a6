"""`manage.py demo`: the whole portal on this machine until Ctrl-C. What `make demo` runs."""

import errno
import fcntl
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cityweb import engines
from cityweb.core import demo
from cityweb.engines.supervisor import STOP_SIGNALS, supervise


class Command(BaseCommand):
    help = "Chạy toàn bộ cổng với dữ liệu mẫu cho đến khi bấm Ctrl-C."
    requires_system_checks: list[str] = []

    def handle(self, **_options: Any) -> None:
        host, port = os.environ.get("BIND") or "127.0.0.1", settings.PORT
        wanted = {"postgres": "DATABASE_URL", "redis": "REDIS_URL"}
        names = [name for name, variable in wanted.items() if not os.environ.get(variable)]
        # Until the children run, a request to stop is an interruption like Ctrl-C.
        for number in STOP_SIGNALS:
            signal.signal(number, _interrupt)
        try:
            with _alone(), _errors_in_one_sentence():
                _check_port(host, port)
                with _known_at(port), engines.running(*names):
                    demo.prepare(say=self.say)
                    portal = demo.Portal(host, port, names, say=self.say)
                    supervise(portal.children, on_pulse=portal.look_after)
        except KeyboardInterrupt:
            pass
        with suppress(OSError):  # the terminal may be gone
            self.say("Đã dừng.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _known_at(port: int) -> Iterator[None]:
    """Let commands beside this demo see the sample sites where it plays them."""
    settings.PORT_FILE.write_text(str(port))
    try:
        yield
    finally:
        settings.PORT_FILE.unlink(missing_ok=True)


@contextmanager
def _alone() -> Iterator[None]:
    """Refuse a second demo of the same clone."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR / "demo.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError("Bản này đang chạy rồi; hãy dừng nó bằng Ctrl-C trước.") from None
        yield


@contextmanager
def _errors_in_one_sentence() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise CommandError(f"Đĩa chứa {settings.VAR} đã đầy.") from problem
        raise


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # A connection of the last run that lingers in the kernel does not count as "in use".
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            reason = {
                errno.EADDRINUSE: f"Cổng {port} đang được chương trình khác dùng; hãy chọn cổng "
                f"khác, ví dụ: make demo PORT={port + 1 if port < 65535 else 8000}.",
                errno.EACCES: f"Không có quyền mở cổng {port}; hãy chọn cổng từ 1024 trở lên.",
            }.get(problem.errno or 0, f"Không mở được {host}:{port}: {problem.strerror}.")
            raise CommandError(reason) from problem
