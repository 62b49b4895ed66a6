"""Keeps a few children running until told to stop, and leaves nobody behind.

No library was found that restarts children, ties their lives to ours and ends whole groups: honcho
restarts nothing, supervisor and circus leave orphans when they are killed.
"""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cityweb.engines import processes
from cityweb.engines.errors import EngineError

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_PULSE = 0.5
_PATIENCE = 6.0
_SHORT_LIFE = 10.0
_SHORT_LIVES = 6
_LONGEST_PAUSE = 8.0


@dataclass
class Child:
    """One process to keep: its name, how it is started, and what it gets when we are killed.

    It is not started before `may_start` says so.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    death_signal: signal.Signals = signal.SIGTERM
    may_start: Callable[[], bool] = lambda: True
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    short_lives: int = 0
    rests_until: float = field(default=0.0)

    def start(self) -> None:
        self.process = processes.spawn(self.command, env=self.env, death_signal=self.death_signal)
        self.started_at = time.monotonic()

    def is_dead(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def bury(self) -> None:
        """Kill what outlived the process, and rest before the next start if it lived but a moment.

        Raises `EngineError` when it keeps dying young by itself; who is shot is not to blame.
        """
        if self.process is None:
            return
        was_shot = self.process.poll() == -signal.SIGKILL
        processes.kill_group(self.process)
        self.process = None
        is_short = time.monotonic() - self.started_at < _SHORT_LIFE and not was_shot
        self.short_lives = self.short_lives + 1 if is_short else 0
        if self.short_lives == _SHORT_LIVES:
            raise EngineError(f"{self.name} cứ dừng ngay sau khi khởi động; xem lỗi in ở trên.")
        pause = min(2.0 ** (self.short_lives - 2), _LONGEST_PAUSE) if self.short_lives > 1 else 0
        self.rests_until = time.monotonic() + pause


def supervise(children: Sequence[Child], *, on_pulse: Callable[[], None]) -> None:
    """Run until SIGINT, SIGTERM or SIGHUP comes, then stop all children within seconds.

    A child that dies, by whatever hand, is started again. `on_pulse` is called twice a second.
    Must be called from the main thread.
    """
    waking = {*STOP_SIGNALS, signal.SIGCHLD}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waking)
    try:
        while True:
            for child in children:
                _keep_alive(child)
            on_pulse()
            heard = signal.sigtimedwait(waking, _PULSE)
            if heard is not None and heard.si_signo in STOP_SIGNALS:
                return
    finally:
        _stop_all(children)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def restart(child: Child) -> None:
    """End a child that is alive but no longer works; the next pulse starts it again."""
    if child.process is not None:
        processes.stop(child.process, signal.SIGTERM, patience=_PATIENCE)


def _keep_alive(child: Child) -> None:
    if child.is_dead():
        child.bury()
        if time.monotonic() >= child.rests_until and child.may_start():
            child.start()


def _stop_all(children: Sequence[Child]) -> None:
    """Ask all at once, then wait for each: together they take no longer than the slowest."""
    living = [child.process for child in children if child.process is not None]
    for process in living:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + _PATIENCE
    for process in living:
        processes.stop(process, signal.SIGTERM, patience=max(0.1, deadline - time.monotonic()))
