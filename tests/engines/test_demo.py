"""The whole demo on a machine: it comes up, heals, keeps its data, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection, HTTPException

import psutil
import pytest

from cityweb.engines import places
from tests.engines.conftest import eventually, lives

pytestmark = pytest.mark.slow
COLD_START = 240
HEALING = 180


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def demo(clone, port):
    process = start(port)
    eventually(lambda: is_ready(port), within=COLD_START)
    yield process
    process.send_signal(signal.SIGTERM)
    process.wait(60)


def start(port):
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=places.ROOT,
        env={**env, "PORT": str(port)},
    )


def is_ready(port, path="/healthz/ready"):
    link = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        link.request("GET", path)
        return link.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        link.close()


def family(process):
    return psutil.Process(process.pid).children(recursive=True)


def test_every_child_may_be_killed(demo, port):
    for child in psutil.Process(demo.pid).children():
        child.kill()
        eventually(lambda child=child: not lives(child) and is_ready(port), within=HEALING)
    assert is_ready(port, "/")


def test_a_second_start_is_refused_and_a_stop_is_clean(demo, port):
    second = start(port)
    assert second.wait(60) != 0
    everyone = family(demo)
    demo.send_signal(signal.SIGINT)
    assert demo.wait(30) == 0
    assert not any(lives(process) for process in everyone)


def test_killing_the_demo_leaves_no_orphans(demo):
    everyone = family(demo)
    demo.kill()
    demo.wait()
    eventually(lambda: not any(lives(process) for process in everyone), within=60)
