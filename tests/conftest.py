"""Starts the tests' own engines, and says plainly which tests this machine cannot run."""

import contextlib
import gc
import os
import shutil
from pathlib import PurePath

import hypothesis
import pytest
from django.test import TransactionTestCase
from xdist.scheduler import LoadScopeScheduling

from cityweb import engines
from cityweb.core.models import Role
from cityweb.news import nav
from cityweb.news.reports import sitemaps
from tests import shared, template
from tests.people import make_person

_BUSY = ("engines", "browser")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
# Where a test does not say itself how many cases it tries.
hypothesis.settings.register_profile("slow", max_examples=600)
_RUNNING = pytest.StashKey[contextlib.ExitStack]()


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="also run the tests marked slow")
    parser.addoption("--browser", action="store_true", help="also run those that open Chromium")


def pytest_configure(config):
    """Keep PostgreSQL and Redis running for the whole run, unless others are named from outside."""
    if config.getoption("--slow"):
        hypothesis.settings.load_profile("slow")
    wanted = {"postgres": "DATABASE_URL", "redis": "REDIS_URL"}
    names = [name for name, variable in wanted.items() if not os.environ.get(variable)]
    stack = config.stash[_RUNNING] = contextlib.ExitStack()
    try:
        stack.enter_context(engines.running(*names, profile="test"))
    except engines.EngineError as problem:
        pytest.exit(str(problem), returncode=1)


def pytest_unconfigure(config):
    if _RUNNING in config.stash:
        config.stash[_RUNNING].close()


class ByFile(LoadScopeScheduling):
    """One worker runs a whole file, because its tests may share rows and what was made for them.

    Those of a busy folder follow each other: each of them starts a portal and keeps it busy.
    """

    def _split_scope(self, nodeid):
        file = PurePath(nodeid.partition("::")[0])
        folder = file.parent.name
        return folder if folder in _BUSY else str(file)


def pytest_xdist_make_scheduler(config, log):
    return ByFile(config, log)


def pytest_collection_modifyitems(config, items):
    """Leave out what this machine has no browser for, and the slow ones unless asked for."""
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker("browser")
        elif _commits(item):
            item.add_marker("slow")  # the database is copied anew after each of them
        if item.get_closest_marker("browser"):
            if not config.getoption("--browser"):
                item.add_marker(pytest.mark.skip(reason="opens a browser; run with --browser"))
            elif CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))
        if item.get_closest_marker("slow") and not config.getoption("--slow"):
            item.add_marker(pytest.mark.skip(reason="slow; run with --slow"))


def _commits(item):
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or (marker and marker.kwargs.get("transaction"))


def pytest_collection_finish(session):
    """What was imported stays for good: the collector need not walk through it again and again.

    Tests end in seconds and leave little behind, so that it may come by less often.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


def pytest_terminal_summary(terminalreporter, config):
    left_out = ""
    if CHROMIUM is None:
        left_out = "Không có Chromium: các phép thử trên trình duyệt đã được bỏ qua."
    elif not config.getoption("--browser"):
        left_out = "Chưa chạy các phép thử trên trình duyệt: thêm ARGS=--browser để chạy cả."
    if left_out:
        terminalreporter.write_line(left_out, yellow=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """Copy the test database instead of running every migration anew."""
    with django_db_blocker.unblock():
        template.use()


@pytest.fixture(scope="session", autouse=True)
def _what_was_committed_is_undone():
    """After a test that commits, the database is the template's copy again, reference rows too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: template.copy_again())
        yield


@pytest.fixture(scope="module")
def kept_rows(django_db_setup, django_db_blocker):
    """What `tests.shared` keeps for the tests of one file."""
    with shared.Kept(django_db_blocker) as kept:
        yield kept


@pytest.fixture(autouse=True)
def _shared_rows_as_they_were_made(request):
    if "kept_rows" in request.fixturenames:
        request.getfixturevalue("kept_rows").begin()


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """What a process remembers of sites and menus must not outlive the rows of one test."""
    nav.forget()
    sitemaps.shards.cache_clear()


@pytest.fixture(scope="session")
def chromium():
    """The path of the browser that tests marked `browser` open."""
    return CHROMIUM


@pytest.fixture
def citizen(client):
    """A browser that nobody signed in with."""
    return client


@pytest.fixture
def editor(db):
    return make_person(Role.EDITOR, full_name="Lê Thị Biên Tập")


@pytest.fixture
def board(db):
    """A member of the editorial board, who approves what editors write."""
    return make_person(Role.EDITORIAL_BOARD, full_name="Phạm Văn Duyệt")


@pytest.fixture
def officer(db):
    return make_person(Role.OFFICER, full_name="Trần Minh Châu")


@pytest.fixture
def administrator(db):
    return make_person(Role.ADMINISTRATOR, full_name="Ngô Quản Trị")


@pytest.fixture
def stranger(db):
    """Someone with an account and no role."""
    return make_person(full_name="Khách Vãng Lai")
