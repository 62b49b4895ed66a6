"""Mails put while writer, worker and Redis are killed: none missing, none sent as two mails."""

import contextlib
import random
import re
import subprocess
import sys
import time
from collections import defaultdict
from email import message_from_bytes, policy

import psutil
import pytest

from cityweb import engines
from cityweb.engines import places
from cityweb.engines.leases import wake
from tests.engines.conftest import processes_of

pytestmark = pytest.mark.slow
ROUNDS = 4
# The last lease of a killed worker ends, and the sweep comes by.
CALM = 300
CELERY = ["-m", "celery", "--quiet", "-A", "cityweb.celery:app"]


def start(*words):
    return psutil.Popen([sys.executable, *words], cwd=places.ROOT)


def kill(process):
    """Kill a process and its children at once: nothing is finished, nothing is told."""
    for each in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            each.kill()
    process.wait()


@pytest.fixture
def office(clone, monkeypatch):
    """PostgreSQL, Redis and beat of a fresh machine, with tables and without sample data."""
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    monkeypatch.setenv("OUTBOX_LEASE_SECONDS", "10")
    with engines.running("postgres", "redis"):
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=places.ROOT, check=True)
        beat = start(*CELERY, "beat")
        yield clone
        kill(beat)


def start_worker():
    return start(*CELERY, "worker", "--concurrency", "2", "--without-gossip", "--without-mingle")


def begin_writing(promised):
    first = max(promised, default=0) + 1_000
    return subprocess.Popen(
        [sys.executable, "-m", "tests.engines.mail_writer", str(first)],
        cwd=places.ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def write_for(seconds, promised):
    """Let a writer work and kill it; remember what it had committed."""
    writer = begin_writing(promised)
    promised.append(int(writer.stdout.readline()))
    time.sleep(seconds)
    writer.kill()
    promised += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    writer.wait()


def kill_redis(var):
    for process in processes_of(var):
        with contextlib.suppress(psutil.NoSuchProcess):
            if process.name() == "redis-server":
                process.kill()


def sent(var):
    """Return the numbers of the mails written, each with the Message-IDs it was written under."""
    found = defaultdict(set)
    for path in (var / "mail").glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        match = re.search(r"Thư diễn tập số (\d+)\.", mail.get_body().get_content())
        if match:
            found[int(match[1])].add(mail["Message-ID"])
    return found


def wait_for_all(promised, var, worker):
    """Wait until every promised mail is there, as long as that may take; return the last worker.

    A worker of Celery may live and do nothing after Redis came back. In the demo the supervisor
    restarts who is silent for a minute; here the drill does.
    """
    deadline, restart_at = time.monotonic() + CALM, time.monotonic() + 30
    while not set(promised) <= set(sent(var)):
        assert time.monotonic() < deadline, f"missing: {set(promised) - set(sent(var))}"
        if time.monotonic() > restart_at:
            kill(worker)
            worker, restart_at = start_worker(), time.monotonic() + 30
        time.sleep(2)
    return worker


def test_no_mail_is_lost_and_none_becomes_two(office):
    chance, promised, worker = random.Random(2026), [], start_worker()
    try:
        for number in range(ROUNDS):
            if number % 3 == 2:
                kill_redis(office)
            write_for(chance.uniform(0.2, 2), promised)
            wake("redis", "demo")
            if number % 2:
                kill(worker)
                worker = start_worker()
        worker = wait_for_all(promised, office, worker)
    finally:
        kill(worker)
    assert len(promised) > ROUNDS * 3
    assert all(len(names) == 1 for names in sent(office).values())
    copies = len(list((office / "mail").glob("*.eml"))) - len(sent(office))
    sys.stdout.write(f"{len(promised)} promised, 0 missing, {copies} second copies\n")
