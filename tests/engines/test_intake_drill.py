"""Letters sent while every process is shot: none lost, none twice, no file damaged, all mailed."""

import sys

import pytest

from bench.intake_drill import UNCOUNTED, drill

pytestmark = pytest.mark.slow


@pytest.fixture
def uncounted(monkeypatch):
    for name, value in UNCOUNTED.items():
        monkeypatch.setenv(name, value)


def test_what_was_accepted_is_kept_and_told(uncounted, demo, clone, port):
    count = drill(demo, clone, port, submissions=100, kills=5)
    sys.stdout.write(f"{count}\n")
    assert count.accepted == 100 and sum(count.kills.values()) == 5
    assert count.faults == []
