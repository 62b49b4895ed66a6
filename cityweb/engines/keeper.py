"""The process that keeps one engine: starts it, starts it again, and ends with the last lease.

Run as `python -m cityweb.engines postgres demo` by whoever takes the first lease. It asks
for the lease file alone, again and again; getting it means that nobody needs the engine any more,
even if they were killed. It holds that lock until it is gone, so newcomers wait for a clean start.
"""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from types import ModuleType
from typing import IO

from cityweb.engines import homes, postgres, processes, redis
from cityweb.engines.errors import EngineError
from cityweb.engines.homes import Home
from cityweb.engines.places import Profile, engines_dir

ENGINES: dict[str, ModuleType] = {module.NAME: module for module in (postgres, redis)}

_PULSE = 0.2
_START_PATIENCE = 60
_STOP_PATIENCE = 20
_QUICK_DEATHS = 5
_QUICK_SECONDS = 30
_LOG_LIMIT = 5 * 2**20
_LONGEST_MESSAGE = 600
_WORD_SIZE = 4096


class Keeper:
    """One engine of one profile, from its first start to its last stop."""

    def __init__(self, engine: ModuleType, profile: Profile, word: IO[bytes]) -> None:
        self.engine = engine
        self.profile = profile
        self.word = word
        self.process: subprocess.Popen[bytes] | None = None
        self.log_path = engines_dir(profile) / f"{engine.NAME}.log"

    def run(self) -> None:
        """Keep the engine until nobody holds a lease. Raises `EngineError` when it cannot live."""
        self.report("starting")
        home = homes.settle(self.profile)
        self._check_room(home)
        self.engine.prepare(home)
        with self._open_log() as log, contextlib.ExitStack() as stack:
            stack.callback(self._stop)
            self._start(home, log)
            lease = stack.enter_context(lease_file(self.engine.NAME, self.profile).open("a+b"))
            deaths: deque[float] = deque(maxlen=_QUICK_DEATHS)
            while not taken(lease, fcntl.LOCK_EX):
                if self.process is None or self.process.poll() is not None:
                    deaths.append(time.monotonic())
                    if len(deaths) == _QUICK_DEATHS and deaths[-1] - deaths[0] < _QUICK_SECONDS:
                        raise EngineError(self._last_words(home))
                    self._start(home, log)
                time.sleep(_PULSE)
            self.report("stopping")
            self._stop()

    def _start(self, home: Home, log: IO[bytes]) -> None:
        """Start the server once everything of its predecessor is gone, and wait for its yes."""
        self.report("starting")
        processes.end_leftovers(self.engine.data_dir(home), self.engine.PROCESS_NAMES)
        self.process = processes.spawn(
            self.engine.command(home),
            log=log,
            account=home.account,
            death_signal=self.engine.STOP_SIGNAL,
            env=self.engine.environment(),
            cwd=self.engine.data_dir(home),
        )
        deadline = time.monotonic() + _START_PATIENCE
        while not self.engine.is_ready(home, self.process.pid):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise EngineError(self._last_words(home))
            time.sleep(0.02)
        self.report("ready")

    def _stop(self) -> None:
        if self.process is not None:
            processes.stop(self.process, self.engine.STOP_SIGNAL, patience=_STOP_PATIENCE)

    def report(self, state: str, message: str = "") -> None:
        """Leave word for those who wait, in the file whose lock shows that we live."""
        facts = {"pid": os.getpid(), "state": state, "message": message[:_LONGEST_MESSAGE]}
        # Always of one size, over the old word: that succeeds on a full disk too.
        said = json.dumps(facts, ensure_ascii=False).encode().ljust(_WORD_SIZE)
        os.pwrite(self.word.fileno(), said, 0)

    def _check_room(self, home: Home) -> None:
        facts = os.statvfs(home.folder)
        free = facts.f_bavail * facts.f_frsize // 2**20
        if free < self.engine.LEAST_FREE_MB:
            raise EngineError(
                f"Đĩa chứa {home.folder} chỉ còn trống {free} MB, "
                f"cần ít nhất {self.engine.LEAST_FREE_MB} MB."
            )

    def _open_log(self) -> IO[bytes]:
        is_long = self.log_path.exists() and self.log_path.stat().st_size > _LOG_LIMIT
        return self.log_path.open("wb" if is_long else "ab")

    def _last_words(self, home: Home) -> str:
        with self.log_path.open("rb") as log:
            log.seek(max(0, self.log_path.stat().st_size - 4000))
            said = log.read().decode(errors="replace")
        return str(self.engine.explain(said, str(home.folder)))


def lease_file(name: str, profile: Profile) -> Path:
    """Return the file whose shared locks are the leases."""
    return engines_dir(profile) / f"{name}.lease"


def keeper_file(name: str, profile: Profile) -> Path:
    """Return the file that the one living keeper holds locked and tells its state in."""
    return engines_dir(profile) / f"{name}.keeper"


def taken(file: IO[bytes], how: int) -> bool:
    """Try for a lock without waiting; tell whether it was had."""
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def taken_soon(word: IO[bytes]) -> bool:
    """Try for the keeper's lock; those who only look hold it for a moment."""
    for _ in range(20):
        if taken(word, fcntl.LOCK_EX):
            return True
        time.sleep(0.02)
    return False


def main(name: str, profile: Profile) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    homes.make_engines_dir(profile)
    path = keeper_file(name, profile)
    path.touch()
    with path.open("r+b") as word:
        if not taken_soon(word):
            return 0
        keeper = Keeper(ENGINES[name], profile, word)
        try:
            keeper.run()
        except EngineError as problem:
            keeper.report("failed", str(problem))
            return 1
        except OSError as problem:
            keeper.report("failed", f"{name}: {problem}")
            return 1
        keeper.report("stopped")
    return 0
