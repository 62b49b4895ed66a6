"""The whole demo on a machine: it comes up, heals, keeps its data, and leaves nothing behind."""

import contextlib
import signal

import psutil
import pytest

from tests.engines.conftest import HEALING, eventually, is_ready, lives, start_demo

pytestmark = pytest.mark.slow


def family(process):
    return psutil.Process(process.pid).children(recursive=True)


def test_every_child_may_be_killed(demo, port):
    for child in psutil.Process(demo.pid).children():
        child.kill()
        eventually(lambda child=child: not lives(child) and is_ready(port), within=HEALING)
    eventually(lambda: is_ready(port, "/"), within=HEALING)


def test_a_second_start_is_refused_and_a_stop_is_clean(demo, port):
    second = start_demo(port)
    assert second.wait(60) != 0
    everyone = family(demo)
    demo.send_signal(signal.SIGINT)
    assert demo.wait(30) == 0
    assert not any(lives(process) for process in everyone)


def test_killing_the_demo_leaves_no_orphans(demo):
    everyone = family(demo)
    for process in everyone:
        with contextlib.suppress(psutil.NoSuchProcess):  # a child that did its work meanwhile
            if "worker" in process.cmdline():
                process.suspend()  # deaf to all but SIGKILL, as one that hangs in a task
    demo.kill()
    demo.wait()
    eventually(lambda: not any(lives(process) for process in everyone), within=60)
