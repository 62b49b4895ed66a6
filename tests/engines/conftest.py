"""A clone's folder of its own for each test, the demo running in it, and patience that ends."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil
import pytest

from cityweb.engines import places

COLD_START = 240
HEALING = 180


def eventually(true, *, within=15.0):
    """Wait until `true()` holds; fail the test when it does not in time."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.02)


def lives(process):
    """Tell whether it still runs; a dead process that nobody has buried yet does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def processes_of(folder):
    """Return the engine processes that work below the folder, keepers and children alike."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd().startswith(str(folder)):
                found.append(process)
        except psutil.Error:
            continue
    return found


# Browsers that the demo opens for its sample data would only be in the way.
WITHOUT_BROWSERS = {"MEMBERS_PICTURES": "0", "AD_SAMPLE_CAPTURES": "0"}


def start_demo(port, **environment):
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=places.ROOT,
        env={**env, **WITHOUT_BROWSERS, "PORT": str(port), **environment},
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


@contextlib.contextmanager
def own_folder():
    """Yield a var folder that nobody else uses; its sockets are taken away afterwards."""
    # Not below pytest's own folder: each run of pytest closes that to all others again.
    folder = Path(tempfile.mkdtemp(prefix="cityweb-clone-"))
    folder.chmod(0o711)
    var = folder / "var"
    try:
        yield var
        eventually(lambda: not processes_of(var))
    finally:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CITYWEB_VAR", str(var))
            for profile in ("demo", "test"):
                shutil.rmtree(places.socket_dir(profile), ignore_errors=True)
        shutil.rmtree(folder)


@contextlib.contextmanager
def running_demo(port, **environment):
    process = start_demo(port, **environment)
    try:
        eventually(lambda: is_ready(port), within=COLD_START)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def furnished():
    """The var folder of a demo that ran once, to copy: loading the samples takes its time."""
    with own_folder() as var:
        with running_demo(free_port(), CITYWEB_VAR=str(var)):
            pass
        yield var


@pytest.fixture
def clone(monkeypatch):
    """The var folder of a clone that nobody else uses."""
    with own_folder() as var:
        monkeypatch.setenv("CITYWEB_VAR", str(var))
        yield var


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def demo(furnished, clone, port):
    subprocess.run(["cp", "-a", furnished, clone], check=True)
    with running_demo(port) as process:
        yield process
