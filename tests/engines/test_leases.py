"""Who needs an engine has it; when nobody does, nothing is left of it, whoever was killed."""

import os
import signal
import subprocess
import sys

import psutil
import psycopg
import pytest
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from cityweb import engines
from cityweb.engines import leases, places
from tests.engines.conftest import eventually, lives, processes_of

HOLDER = """
import sys, time
from cityweb import engines
with engines.running("redis"):
    print("inside", flush=True)
    time.sleep(60)
"""


def redis_answers():
    once = Retry(NoBackoff(), 0)
    try:
        return Redis(unix_socket_path=str(places.redis_socket("demo")), retry=once).ping()
    except RedisError:
        return False


def redis_pid(clone):
    return next(p.pid for p in processes_of(clone) if p.name() == "redis-server")


pytestmark = pytest.mark.slow


@pytest.fixture
def holder(clone):
    """Another process that is using Redis."""
    other = subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"inside\n"
    yield other
    other.kill()
    other.wait()
    other.stdout.close()


def test_postgres_keeps_what_was_committed_when_it_is_killed(clone):
    with engines.running("postgres"):
        with psycopg.connect(engines.database_url()) as link:
            link.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        master = next(p for p in processes_of(clone) if p.cmdline()[0].endswith("/postgres"))
        with psycopg.connect(engines.database_url()) as busy:
            assert busy.info.backend_pid
            master.kill()
            eventually(lambda: postgres_answers("SELECT answer FROM kept") == 42)
    assert not processes_of(clone)


def postgres_answers(question):
    try:
        with psycopg.connect(engines.database_url()) as link:
            return link.execute(question).fetchone()[0]
    except psycopg.OperationalError:
        return None


def test_the_database_is_what_the_portal_needs(clone):
    with engines.running("postgres"):
        assert postgres_answers("SELECT lower('ĐẤT ĐAI Ở ẤP')") == "đất đai ở ấp"
        assert postgres_answers("SHOW server_encoding") == "UTF8"
        assert postgres_answers("SHOW fsync") == "on"
        assert postgres_answers("SHOW listen_addresses") == ""
        with psycopg.connect(engines.database_url("app")) as link:
            row = link.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            assert row.fetchone() == (False,)


def test_the_last_one_out_stops_the_engine(clone, holder):
    with engines.running("redis"):
        assert redis_answers()
    assert redis_answers(), "the other one still needs it"
    holder.terminate()
    eventually(lambda: not processes_of(clone))
    assert not redis_answers()


def test_a_killed_holder_leaves_nothing_running(clone, holder):
    holder.kill()
    eventually(lambda: not processes_of(clone))


def test_a_killed_server_comes_back(clone):
    with engines.running("redis"):
        first = redis_pid(clone)
        os.kill(first, signal.SIGKILL)
        eventually(lambda: not psutil.pid_exists(first) and redis_answers())
        assert redis_pid(clone) != first


def test_a_killed_keeper_takes_its_server_along_and_can_be_woken(clone):
    with engines.running("redis"):
        server = psutil.Process(redis_pid(clone))
        server.parent().kill()
        eventually(lambda: not lives(server))
        leases.wake("redis", "demo")
        eventually(redis_answers)


def test_a_folder_that_others_may_enter_is_refused(clone):
    sockets = places.socket_dir("demo")
    sockets.mkdir(mode=0o755)
    sockets.chmod(0o755)
    assert_redis_is_refused()


def test_a_link_in_place_of_the_folder_is_refused(clone, tmp_path):
    sockets = places.socket_dir("demo")
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    sockets.symlink_to(tmp_path / "elsewhere")
    try:
        assert_redis_is_refused()
    finally:
        sockets.unlink()


def assert_redis_is_refused():
    refused = pytest.raises(engines.EngineError, match="không phải thư mục riêng")
    with refused, engines.running("redis"):
        pytest.fail("it trusted a folder that another user could have made")
