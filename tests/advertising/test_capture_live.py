"""Chromium itself: what a capture holds, and that a page can neither escape nor hold it up."""

import json
import time

import pytest
from django.core.management import call_command

from advertising.capture.replaying import replay
from tests.advertising.played import playing

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = """<!doctype html><title>Trang mẫu</title><h1>Xin chào</h1><p id=p></p>
<img src="http://10.0.0.1/kin.png"><script>p.textContent = Math.random();
fetch("http://169.254.169.254/latest/").catch(() => 0);</script>"""
HOSTILE = """<!doctype html><title>Kẹt</title><h1>Kẹt</h1><script>
setInterval(() => alert("xin"), 5); setTimeout(() => { while (1) {} }, 900)</script>"""


def capture(path, settings, tmp_path):
    with playing({"/": PAGE, "/ket": HOSTILE}) as port:
        settings.FETCH_PORTS = [80, 443, port]
        settings.FETCH_LOOPBACK_HOSTS = ["mau.localhost"]
        call_command(
            "capture", f"http://mau.localhost:{port}{path}", output=tmp_path, view=["desktop"]
        )
    return json.loads((tmp_path / "provenance.json").read_bytes())


def test_a_page_is_kept_and_shown_again_from_its_archive(settings, tmp_path):
    made = capture("/", settings, tmp_path)
    (look,) = made["looks"]
    assert look["title"] == "Trang mẫu" and not look["error"]
    assert {row["url"].split("/")[2] for row in look["blocked"]} >= {"10.0.0.1", "169.254.169.254"}
    assert look["confinement"]["user"] != "root"
    stored = (tmp_path / "desktop-screen.png").read_bytes()
    (again,) = replay((tmp_path / "capture.wacz").read_bytes(), {"desktop": stored})
    assert again.matches, again.alike


def test_a_page_that_never_ends_is_left_in_time(settings, tmp_path):
    begun = time.monotonic()
    made = capture("/ket", settings, tmp_path)
    assert time.monotonic() - begun < 60
    assert made["looks"][0]["dialogs"][0] == "alert: xin"
    assert (tmp_path / "desktop.har").exists()
