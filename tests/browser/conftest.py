"""A real Chromium in front of the whole demo: web, database, worker and beat.

The demo runs on a folder of its own that is thrown away. PORTAL_URL names one that runs already.
"""

import os
import re
import signal
import socket
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.db import connections
from lxml import html
from playwright.sync_api import sync_playwright

from cityweb.engines import processes

ROOT = Path(__file__).parents[2]
START_SECONDS = 180
PATIENCE_MS = 10_000
# What the demo opens of itself would only be in the way.
WITHOUT_BROWSERS = {"MEMBERS_PICTURES": "0", "AD_SAMPLE_CAPTURES": "0"}


@pytest.fixture(scope="package")
def portal(tmp_path_factory):
    """The address of a running demo, as http://localhost:port."""
    if os.environ.get("PORTAL_URL"):
        yield os.environ["PORTAL_URL"].rstrip("/")
        return
    folder = tmp_path_factory.mktemp("portal")
    port = free_port()
    engine_addresses = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in engine_addresses}
    log_path = folder / "demo.log"
    with log_path.open("wb") as log:
        demo = processes.spawn(
            [sys.executable, "manage.py", "demo"],
            log=log,
            env={**kept, **WITHOUT_BROWSERS, "PORT": str(port), "CITYWEB_VAR": str(folder)},
            cwd=ROOT,
        )
        try:
            wait_until_ready(f"http://localhost:{port}", demo, log_path)
            yield f"http://localhost:{port}"
        finally:
            processes.stop(demo, signal.SIGTERM, patience=60)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(address, demo, log_path):
    ends_at = time.monotonic() + START_SECONDS
    while time.monotonic() < ends_at and demo.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz/ready", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the demo did not get ready:\n{log_path.read_text()[-4000:]}")


@pytest.fixture(scope="package")
def browser(chromium):
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
    # While the driver's loop of events runs, Django keeps other connections for this thread. Those
    # of before would be found again afterwards, cut off: the database was made anew meanwhile.
    connections.close_all()
    with sync_playwright() as driver:
        window = driver.chromium.launch(executable_path=chromium, args=arguments)
        yield window
        window.close()


@pytest.fixture
def visit(browser, portal):
    """Open a page in a fresh browser profile: `visit("/path/", width=360)`; returns the page."""
    profiles = []

    def open_page(path="/", *, width=1280, status=None, **profile_options):
        profile = browser.new_context(
            base_url=portal,
            viewport={"width": width, "height": 800},
            locale="vi-VN",
            **profile_options,
        )
        profile.set_default_timeout(PATIENCE_MS)
        profiles.append(profile)
        page = profile.new_page()
        answer = page.goto(path)
        usual = 404 if path == ADDRESSES["not found"] else 200
        assert answer.status == (status or usual), path
        return page

    yield open_page
    for profile in profiles:
        profile.close()


LINKS_ON_HOME = {
    "column": r"^/chuyen-muc/[\w-]+/$",
    "article": r"^/bai-viet/[\w-]+/$",
    "campaign": r"^/chuyen-de/[\w-]+/$",
    "static page": r"^/trang/[\w/-]+/$",
    "English column": r"^/en/chuyen-muc/[\w-]+/$",
    "English article": r"^/en/bai-viet/[\w-]+/$",
}
ADDRESSES = {
    "home": "/",
    "English home": "/en/",
    "search": "/tim-kiem/?q=thanh+pho",
    "search without results": "/tim-kiem/?q=zzqxw",
    "site map": "/so-do-cong/",
    "not found": "/khong-co-trang-nay/",
    "mailboxes": "/gop-y/",
    "mailbox": "/gop-y/quy-dinh-hanh-chinh/",
    "look-up": "/gop-y/tra-cuu/",
    "answers": "/gop-y/hoi-dap/?linh-vuc=giao-thong",
    "licences": "/giay-phep/?q=song&tinh_trang=valid",
    "English licences": "/en/giay-phep/",
    "digests of licences": "/giay-phep/niem-phong/",
    "verification": "/xac-minh/?so=1/GP-SKHCN",
    "sign-in": "/tai-khoan/dang-nhap/",
    "forgotten password": "/tai-khoan/mat-khau/quen/",
}


@pytest.fixture(scope="package")
def address_of(portal):
    """Return one address for a kind of page; pages of content are those the home page links to."""
    links = {
        prefix: html.fromstring(urllib.request.urlopen(portal + prefix).read()).xpath("//a/@href")
        for prefix in ("/", "/en/")
    }

    def find(kind):
        if kind in ADDRESSES:
            return ADDRESSES[kind]
        home = "/en/" if kind.startswith("English") else "/"
        return next(link for link in links[home] if re.match(LINKS_ON_HOME[kind], link))

    return find
