"""Starting processes that never outlive their parent, and ending those that should be gone."""

import contextlib
import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

import psutil

from cityweb.engines.accounts import Account

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True)


def spawn(
    command: Sequence[str | Path],
    *,
    log: IO[bytes] | None = None,
    account: Account | None = None,
    death_signal: signal.Signals = signal.SIGTERM,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own that gets `death_signal` when we die.

    With `account` it runs as that user. Must be called from the main thread: the kernel sends the
    signal when the thread that forked ends.
    """
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=env,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=_tie_to_parent(os.getpid(), death_signal),  # runs after the change of user
        **(account.popen_options() if account else {}),
    )


def _tie_to_parent(parent: int, death_signal: signal.Signals) -> Callable[[], None]:
    def in_child() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return in_child


def stop(process: subprocess.Popen[bytes], by: signal.Signals, *, patience: float) -> None:
    """Ask the process to end, wait, then kill what is left of its group."""
    if process.poll() is None:
        process.send_signal(by)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
    kill_group(process)


def kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a process's own group, as workers whose master was killed."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def end_leftovers(folder: Path, names: Iterable[str], *, patience: float = 10) -> None:
    """End processes of these names that work in `folder`: left behind by a keeper that was killed.

    PostgreSQL's backends count as well: a new server cannot start before the last of them is gone.
    """
    left = [process for process in psutil.process_iter() if _works_in(process, folder, names)]
    for step in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        for process in left:
            try:
                process.send_signal(step)
            except psutil.NoSuchProcess:
                continue
        _, left = psutil.wait_procs(left, timeout=patience / 2)
        if not left:
            return


def _works_in(process: psutil.Process, folder: Path, names: Iterable[str]) -> bool:
    try:
        return process.name() in names and process.cwd() == str(folder)
    except psutil.Error:
        return False
