"""`running`: the engines run while anybody is inside, whatever becomes of the others."""

import contextlib
import fcntl
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from typing import IO, Any

from cityweb.engines import homes
from cityweb.engines.errors import EngineError
from cityweb.engines.keeper import keeper_file, lease_file, taken
from cityweb.engines.places import ROOT, Profile, engines_dir

_BLINK = 0.02
_START_PATIENCE = 90
_STOP_PATIENCE = 30
_TRIES = 5

_keepers: list[subprocess.Popen[bytes]] = []


@contextlib.contextmanager
def running(*names: str, profile: Profile = "demo") -> Iterator[None]:
    """Keep these engines ("postgres", "redis") running while inside.

    Starts what does not run yet, shares what does, and returns after they stopped if nobody else
    is using them. Raises `EngineError` with one sentence when an engine cannot be had.
    """
    homes.make_engines_dir(profile)
    with contextlib.ExitStack() as stack:
        leases = {
            name: stack.enter_context(lease_file(name, profile).open("a+b")) for name in names
        }
        stack.callback(_leave, leases, profile)
        for name, lease in leases.items():
            _wait_for_lease(name, lease)
        keepers = {name: wake(name, profile) for name in names}
        for name, keeper in keepers.items():
            _wait_until_ready(name, profile, keeper)
        yield


def wake(name: str, profile: Profile) -> subprocess.Popen[bytes] | None:
    """Start the engine's keeper unless one lives. Whoever calls this holds a lease."""
    _keepers[:] = [keeper for keeper in _keepers if keeper.poll() is None]  # buries the dead
    if _is_kept(name, profile):
        return None
    homes.refuse_full_disk(engines_dir(profile))
    with (engines_dir(profile) / "keeper.log").open("ab") as log:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "cityweb.engines", name, profile],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C at the terminal is not meant for it
        )
    _keepers.append(keeper)
    return keeper


def _is_kept(name: str, profile: Profile) -> bool:
    with keeper_file(name, profile).open("a+b") as file:
        return not taken(file, fcntl.LOCK_SH)


def _wait_for_lease(name: str, lease: IO[bytes]) -> None:
    """Take a lease; a keeper that is just ending holds it back until all is gone."""
    deadline = time.monotonic() + _STOP_PATIENCE
    while not taken(lease, fcntl.LOCK_SH):
        if time.monotonic() > deadline:
            raise EngineError(f"{name} của lần chạy trước chưa dừng xong; hãy thử lại sau ít giây.")
        time.sleep(_BLINK)


def _wait_until_ready(name: str, profile: Profile, keeper: subprocess.Popen[bytes] | None) -> None:
    deadline = time.monotonic() + _START_PATIENCE
    tries = 1
    while time.monotonic() < deadline:
        is_kept = _is_kept(name, profile)
        word = last_word(name, profile)
        if is_kept and word.get("state") == "ready":
            return
        if not is_kept and (keeper is None or keeper.poll() is not None):
            if keeper is not None and word.get("pid") == keeper.pid:
                raise EngineError(word["message"] or f"{name} đã dừng ngay sau khi khởi động.")
            if tries == _TRIES:
                break
            tries += 1
            keeper = wake(name, profile)
        time.sleep(_BLINK)
    raise EngineError(
        f"{name} không khởi động được; xem {engines_dir(profile) / 'keeper.log'} để biết lý do."
    )


def last_word(name: str, profile: Profile) -> dict[str, Any]:
    """Return what the keeper last said, or nothing while it is speaking."""
    try:
        said = json.loads(keeper_file(name, profile).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _leave(leases: Mapping[str, IO[bytes]], profile: Profile) -> None:
    """Give the leases back, and wait for the end of what only we were using."""
    for lease in leases.values():
        fcntl.flock(lease, fcntl.LOCK_UN)
    deadline = time.monotonic() + _STOP_PATIENCE
    for name, lease in leases.items():
        while time.monotonic() < deadline and _is_kept(name, profile):
            if _is_used_by_others(name, profile, lease):
                break
            time.sleep(_BLINK)


def _is_used_by_others(name: str, profile: Profile, lease: IO[bytes]) -> bool:
    """Tell a lease of another from the lock of a keeper that is ending."""
    for _ in range(3):
        if taken(lease, fcntl.LOCK_EX):
            fcntl.flock(lease, fcntl.LOCK_UN)
            return False
        if last_word(name, profile).get("state") in {"stopping", "stopped", None}:
            return False
        time.sleep(_BLINK)
    return True
