"""The supervisor's promise: children come back, and none outlives it."""

import signal
import subprocess
import sys
import time

import psutil
import pytest

from cityweb.engines import EngineError
from cityweb.engines.supervisor import Child, supervise
from tests.engines.conftest import eventually, lives

# A master with two workers, as granian is; the workers do not notice when the master is killed.
MASTER = "import subprocess; [subprocess.Popen(['sleep', '60']) for _ in 'ab'][0].wait()"
SCRIPT = f"""
import os, sys
from cityweb.engines.supervisor import Child, supervise
child = Child("master", [sys.executable, "-c", {MASTER!r}], dict(os.environ))
supervise([child], on_pulse=lambda: None)
print("clean end", flush=True)
"""


@pytest.fixture
def supervisor():
    process = subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE)
    eventually(lambda: len(family(process)) == 3)
    yield process
    left = family(process)
    process.kill()
    process.wait()
    for orphan in left:
        if orphan.is_running():
            orphan.kill()
    process.stdout.close()


def family(process):
    try:
        return psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def test_a_killed_master_comes_back_without_its_old_workers(supervisor):
    before = family(supervisor)
    master = next(p for p in before if p.ppid() == supervisor.pid)
    master.kill()
    eventually(lambda: len(family(supervisor)) == 3 and master not in family(supervisor))
    eventually(lambda: not any(lives(process) for process in before))


@pytest.mark.parametrize("order", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_stop_ends_everyone(supervisor, order):
    everyone = family(supervisor)
    asked_at = time.monotonic()
    supervisor.send_signal(order)
    assert supervisor.communicate(timeout=15)[0] == b"clean end\n"
    assert supervisor.returncode == 0
    assert time.monotonic() - asked_at < 5
    assert not any(lives(process) for process in everyone)


def test_a_killed_supervisor_leaves_no_master(supervisor):
    master = next(p for p in family(supervisor) if p.ppid() == supervisor.pid)
    supervisor.kill()
    supervisor.wait()
    eventually(lambda: not lives(master))


def test_a_child_that_cannot_live_is_given_up_with_its_name():
    child = Child("web", ["false"], {})
    child.short_lives = 5
    with pytest.raises(EngineError, match="web cứ dừng"):
        supervise([child], on_pulse=lambda: None)


def test_a_child_that_is_shot_again_and_again_is_never_given_up():
    child = Child("web", ["sleep", "60"], {})
    for _ in range(8):
        child.start()
        child.process.kill()
        child.process.wait()
        child.bury()
    assert child.rests_until <= time.monotonic()
