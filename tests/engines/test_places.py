"""Addresses of the embedded engines: short, private to the clone, the same for every process."""

import os

import pytest

from cityweb import engines
from cityweb.engines import places

SOCKET_LIMIT = 108


@pytest.fixture
def deep(tmp_path):
    return tmp_path.joinpath(*["một thư mục rất sâu"] * 12)


def test_sockets_stay_short_however_deep_the_clone_lies(deep, monkeypatch):
    monkeypatch.setenv("CITYWEB_VAR", str(deep))
    assert len(str(deep)) > 200
    for profile in ("demo", "test"):
        postgres = places.socket_dir(profile) / ".s.PGSQL.5432.lock"
        assert len(os.fsencode(postgres)) < SOCKET_LIMIT
        assert len(os.fsencode(places.redis_socket(profile))) < SOCKET_LIMIT


def test_two_clones_never_meet(tmp_path, monkeypatch):
    addresses = set()
    for clone in ("one", "two"):
        monkeypatch.setenv("CITYWEB_VAR", str(tmp_path / clone))
        for profile in ("demo", "test"):
            addresses |= {engines.database_url(profile=profile), engines.redis_url(profile)}
    assert len(addresses) == 8


def test_a_clone_reached_by_two_paths_is_one_clone(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.setenv("CITYWEB_VAR", str(tmp_path / "real"))
    direct = engines.database_url()
    monkeypatch.setenv("CITYWEB_VAR", str(tmp_path / "link"))
    assert engines.database_url() == direct


def test_the_address_does_not_follow_tmpdir(tmp_path, monkeypatch):
    before = engines.database_url()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert engines.database_url() == before


def test_web_and_workers_sign_in_as_another_role():
    assert "user=cityweb_app" in engines.database_url("app")
    assert engines.database_url("app") != engines.database_url("owner")
