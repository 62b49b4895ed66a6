"""What an operator sees when something is missing: one sentence and an exit code, no traceback."""

import os
import socket
import subprocess
import sys

import pytest

from cityweb import engines
from cityweb.engines import places


def manage(*arguments, **environment):
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=places.ROOT,
        env={**env, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


pytestmark = pytest.mark.slow


@pytest.fixture
def taken_port():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def assert_one_sentence(result, words):
    assert result.returncode != 0
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_dead_database(clone):
    dead = "postgresql://someone:secret@127.0.0.1:1/nothing"
    result = manage("showmigrations", DATABASE_URL=dead)
    assert_one_sentence(result, "Không dùng được cơ sở dữ liệu")
    assert "secret" not in result.stderr


def test_an_address_that_is_no_database(clone):
    assert_one_sentence(manage("showmigrations", DATABASE_URL="mysql://x/y"), "DATABASE_URL")


def test_a_port_in_use(clone, taken_port):
    result = manage("demo", PORT=str(taken_port))
    assert_one_sentence(result, f"Cổng {taken_port} đang được chương trình khác dùng")


def test_a_port_that_is_no_number(clone):
    assert_one_sentence(manage("demo", PORT="tám nghìn"), "PORT phải là số nguyên")


def test_a_disk_without_room(clone, monkeypatch):
    class Full:
        f_bavail, f_frsize = 3, 4096

    monkeypatch.setattr(os, "statvfs", lambda path: Full)
    with pytest.raises(engines.EngineError, match="đã đầy"), engines.running("redis"):
        pytest.fail("it started where nothing can be written")
