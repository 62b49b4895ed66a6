"""What stands behind `manage.py demo`: the steps before the start, and the portal's processes."""

import hashlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException  # noqa: TID251  our own server, on this machine
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cityweb import engines
from cityweb.celery import app
from cityweb.core import health
from cityweb.engines.leases import last_word, wake
from cityweb.engines.supervisor import Child, restart

Say = Callable[[str], None]

_FORK = get_context("fork")
_STATIC_STAMP = ".made-from"
_READY_PATIENCE = 15.0
_WEB_PATIENCE = 8.0
_LOOK_EVERY = 10.0
_WAKE_EVERY = 2.0


def prepare(*, say: Say) -> None:
    """Bring database, static files and sample data up to date; what is already so costs nothing."""
    if health.check_broker() != health.FINE:
        raise CommandError(f"Không kết nối được Redis ở {settings.CELERY_BROKER_URL}.")
    with side_by_side(lambda: _collect_static(say)):
        if _waiting_migrations():
            say("Tạo bảng trong cơ sở dữ liệu…")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("grant_app_role")
    unfinished = settings.VAR / "samples-unfinished"
    if unfinished.exists() or not get_user_model().objects.exists():
        say("Nạp dữ liệu mẫu…")
        unfinished.touch()
        with side_by_side(*map(_load, settings.DEMO_LOADERS)):
            pass
        unfinished.unlink()
    connection.close()
    # Its heartbeat shows at once that a worker works, without waiting for the first tick of beat.
    app.send_task("cityweb.core.tasks.worker_heartbeat", expires=60, queue=settings.CLOCK_QUEUE)


def _load(loaders: Sequence[str]) -> Callable[[], None]:
    def load() -> None:
        for loader in loaders:
            call_command(loader)

    return load


@contextmanager
def side_by_side(*errands: Callable[[], None]) -> Iterator[None]:
    """Do errands in processes of their own while inside, and wait for them.

    Raises `CommandError` when one of them failed. What is asked to stop takes them along.
    """
    # A connection cannot be shared: each process opens its own.
    connection.close()
    processes = [_FORK.Process(target=_do, args=[errand], daemon=True) for errand in errands]
    for process in processes:
        process.start()
    try:
        yield
        for process in processes:
            process.join()
    finally:
        # They would hold the engines after us.
        for process in processes:
            process.terminate()
            process.join()
    if any(process.exitcode for process in processes):
        raise CommandError("Chuẩn bị bản chạy thử không xong; xem lỗi in ở trên.")


def _do(errand: Callable[[], None]) -> None:
    # Ctrl-C reaches the whole group of the terminal; whoever started us decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    errand()


def _waiting_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _collect_static(say: Say) -> None:
    """Collect and compress the static files if any of them changed since the last time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / _STATIC_STAMP
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    say("Gom và nén tệp tĩnh…")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest.hexdigest())


class Portal:
    """The processes of the portal, and the watch over them."""

    def __init__(self, host: str, port: int, engine_names: list[str], *, say: Say) -> None:
        self.host = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
        self.port = port
        self.engine_names = engine_names
        self.say = say
        env = _environment()
        self.web = Child("web", [sys.executable, "-m", "granian", *_web_options(host, port)], env)
        celery = [sys.executable, "-m", "celery", "--quiet", "-A", "cityweb.celery:app"]
        alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        env = {**env, "PYTHONWARNINGS": "ignore:You're running the worker with superuser"}
        # Whoever opens the first page is waited for least: the others start behind it.
        self.is_open = False
        self.opens_until = time.monotonic() + _WEB_PATIENCE
        behind: dict[str, Any] = {"may_start": lambda: self.is_open}
        # Asked to end, it would finish what it is at, with engines that are going too.
        self.worker = Child(
            "worker",
            [*celery, "worker", "--concurrency", "2", *alone],
            env,
            signal.SIGKILL,
            **behind,
        )
        self.beat = Child("beat", [*celery, "beat"], env, **behind)
        self.others = [
            Child(name, [sys.executable, *words], env, **behind)
            for name, words in settings.DEMO_CHILDREN.items()
        ]
        self.announces_until = time.monotonic() + _READY_PATIENCE
        self.is_announced = False
        # Read before the start: once the portal runs, no lost database may stop its supervisor.
        self.welcome = _welcome(port)
        self.wakes_at = 0.0
        self.has_terminal = os.isatty(0)
        self.looks_at = 0.0

    @property
    def children(self) -> list[Child]:
        return [self.web, self.worker, self.beat, *self.others]

    def look_after(self) -> None:
        """Say once that the portal is there; wake dead engines; restart who is silent.

        Raises `KeyboardInterrupt` when the terminal is gone: make gets that signal, and keeps it.
        """
        if self.has_terminal and not os.isatty(0):
            raise KeyboardInterrupt
        now = time.monotonic()
        if now >= self.wakes_at:
            self._wake_engines(now)
        if not self.is_open:
            self.is_open = now >= self.opens_until or self._answers("/healthz/live")
        if not self.is_announced:
            is_late = now >= self.announces_until
            if self._answers("/healthz/ready") or (is_late and self._answers("/healthz/live")):
                self.is_announced = True
                self.looks_at = now + _LOOK_EVERY
                self.say(self.welcome)
        elif now >= self.looks_at:
            self.looks_at = now + _LOOK_EVERY
            self._restart_the_silent()

    def _wake_engines(self, now: float) -> None:
        """Start an engine whose keeper is gone, and say why; on a full disk every few seconds."""
        for name in self.engine_names:
            word = last_word(name, "demo").get("message") or "bị tắt"
            try:
                if wake(name, "demo"):
                    self.say(f"{name} đã dừng ({word}), khởi động lại.")
                    self.wakes_at = now + _WAKE_EVERY
            except engines.EngineError as problem:
                self.say(str(problem))
                self.wakes_at = now + _WAKE_EVERY

    def _answers(self, path: str) -> bool:
        link = HTTPConnection(self.host, self.port, timeout=2)
        try:
            link.request("GET", path)
            return link.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            link.close()

    def _restart_the_silent(self) -> None:
        """A process can live and do nothing: only its heartbeat in the database proves progress."""
        for child in (self.worker, self.beat):
            if time.monotonic() - child.started_at < health.LONGEST_SILENCE.total_seconds():
                continue
            if health.check_heartbeat(child.name) not in {health.FINE, health.UNKNOWN}:
                self.say(f"{child.name} im lặng quá lâu, khởi động lại.")
                restart(child)
        connection.close()


def _web_options(host: str, port: int) -> list[str]:
    """Two workers of few threads: each thread holds a database connection of its own."""
    return [
        *("--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--no-ws"),
        *("--host", host, "--port", str(port), "--respawn-failed-workers"),
        *("--workers-kill-timeout", "3", "--log-level", "warning", "cityweb.wsgi:application"),
    ]


def _welcome(port: int) -> str:
    """Return the addresses and the sample people, as the last thing on the screen."""
    lines = [
        "",
        f"  Hochiminh CityWeb   http://localhost:{port}/",
        f"  ICT-HCM             http://ict-hcm.localhost:{port}/",
        f"  Quản trị, biên tập  http://localhost:{port}/admin/",
        f"  Bàn nghiệp vụ       http://localhost:{port}/nghiep-vu/",
        "",
    ]
    password = getattr(settings, "DEMO_PASSWORD", None)
    people = get_user_model().objects.filter(grants__isnull=False, is_active=True).distinct()
    if password:
        lines += [f"  {user.email:<34} {user.full_name}, {user.position}" for user in people[:30]]
        lines += ["", f"  Mật khẩu chung: {password}"]
    connection.close()
    return "\n".join([*lines, "  Bấm Ctrl-C để dừng.", ""])


def _environment() -> dict[str, str]:
    """Who talks to strangers signs in to the database without the owner's rights."""
    env = {"DATABASE_URL": engines.database_url("app"), "REDIS_URL": engines.redis_url()}
    chosen = {name: os.environ[name] for name in env if os.environ.get(name)}
    return {**os.environ, **env, **chosen}
