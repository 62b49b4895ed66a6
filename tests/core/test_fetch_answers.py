"""What comes back: text, headers, validators, walls, and one verdict a line on the command line."""

import io
import json
import os
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from django.core.management import call_command
from multidict import CIMultiDict, CIMultiDictProxy

from cityweb.core.fetch import Concern, Failure, charsets, walls
from tests.core import fetch_world as world

ROOT = Path(__file__).resolve().parents[2]


def test_an_answer_is_told_whole():
    head = world.OK + b'ETag: "v1"\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n'
    fetched = world.ask_site(world.answer(head=head), "/tin")
    assert fetched.is_ok
    assert (fetched.status, fetched.address) == (200, "127.0.0.1")
    assert fetched.final_url.endswith("/tin")
    assert fetched.text() == world.HTML.decode()
    assert fetched.headers["etag"] == '"v1"'
    assert fetched.headers.getall("Set-Cookie") == ["a=1", "b=2"]
    assert 0 <= fetched.elapsed_ms < 5000
    assert (fetched.tls, fetched.reason) == (None, "")


@pytest.mark.parametrize(
    ("etag", "sent"), [('"v1"', True), ("", False), ('"v\r\nHost: x"', False), ("é", False)]
)
def test_what_has_not_changed_is_not_sent_again(etag, sent):
    seen = []

    async def reply(reader, writer):
        writer.write(b"HTTP/1.1 304 Not Modified\r\n\r\n")

    async def once():
        async with world.site(reply) as here, world.fetching(here.port) as fetcher:
            fetched = await fetcher.fetch(
                f"http://site.test:{here.port}/",
                etag=etag,
                last_modified="Mon, 23 Nov 2026 01:00:00 GMT",
                headers={"Referer": "https://x.vn/"},
            )
            seen.extend(here.requests)
            return fetched

    fetched = world.asyncio.run(once())
    assert fetched.is_unchanged
    request = seen[0].lower()
    assert (b"\r\nif-none-match: " in request) is sent
    assert b"\r\nif-modified-since: mon, 23 nov 2026 01:00:00 gmt\r\n" in request
    assert b"\r\nreferer: https://x.vn/\r\n" in request


def test_a_feed_is_an_answer_where_no_page_was_wanted():
    feed = world.answer(b"<rss/>", head=b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n")
    assert world.ask_site(feed).failure is Failure.NOT_HTML
    assert world.ask_site(feed, page=False).is_ok


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Tin tức".encode(), "text/html; charset=utf-8", "Tin tức"),
        ("Tin tức".encode(), "text/html", "Tin tức"),
        ("\ufeffTin tức".encode(), "text/html; charset=windows-1252", "Tin tức"),
        ("Tin tức".encode("utf-16"), "text/html", "Tin tức"),
        ("Tin tức".encode("utf-16-le"), "text/html; charset=utf-16le", "Tin tức"),
        ("Đươ\u0300ng".encode("cp1258"), "text/html; charset=windows-1258", "Đường"),
        ("Đươ\u0300ng phô\u0301".encode("cp1258"), "text/html", "Đường phố"),
        (unicodedata.normalize("NFD", "Đường phố").encode(), "text/html", "Đường phố"),
        (b"<meta charset='utf-16'>a", "", "<meta charset='utf-16'>a"),
        ("<meta charset=gbk>中".encode("gbk"), "text/html", "<meta charset=gbk>中"),
        ("a\u0111".encode() + b"\xff", "text/html; charset=UTF-8", "ađ\ufffd"),
        ("Tin tức mới ".encode() * 50 + b"\xe1", "text/html", "Tin tức mới " * 50 + "\ufffd"),
        (b"x", "text/html; charset=punycode", "x"),
        (b"\\u0041", "text/html; charset=unicode_escape", "\\u0041"),
        (b"x", "text/html; charset=" + "a" * 5000, "x"),
        (b"", "", ""),
    ],
)
def test_text_is_read_in_the_encoding_it_must_have(body, content_type, text):
    assert charsets.decode(body, content_type) == text


def test_a_million_marks_on_one_letter_take_no_time():
    marks = "a" + "\u0301\u0323" * 300_000
    started = time.process_time()
    assert charsets.decode(marks.encode(), "text/html").startswith("ạ")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("body", "page"),
    [
        (b"\xef\xbb\xbf \n<!DOCTYPE html>", True),
        (b"<?xml version='1.0'?>\n<!-- a --> <!-- b --><html xmlns='x'>", True),
        (b"<TITLE>x</TITLE>", True),
        (b"<?xml version='1.0'?><rss/>", False),
        (b"<!-- never closed <html>", False),
        (b"<!---->" * 1000, False),
        (b"<htmlx>", False),
        (b"x<html>", False),
    ],
)
def test_a_page_without_a_kind_is_known_by_its_beginning(body, page):
    fetched = world.ask_site(world.answer(body, head=b"HTTP/1.1 200 OK\r\n"))
    assert fetched.is_ok is page


def test_no_byte_of_a_strange_header_breaks_what_is_said():
    strange = world.answer(head=b"HTTP/1.1 200 OK\r\nContent-Type: \xff\xfe/\x80; x\r\n")
    fetched = world.ask_site(strange)
    assert fetched.failure is Failure.NOT_HTML
    assert fetched.reason.encode()


def headers(**values):
    return CIMultiDictProxy(CIMultiDict({k.replace("_", "-"): v for k, v in values.items()}))


WALLS = [
    (429, {}, b"slow down", Failure.RATE_LIMITED),
    (403, {"cf_mitigated": "challenge"}, b"<title>Just a moment...</title>", Failure.CHALLENGED),
    (503, {}, b"<title>Just a moment...</title>", Failure.CHALLENGED),
    (403, {}, b"<title>Attention Required! | Cloudflare</title>", Failure.CHALLENGED),
    (200, {}, b"<script>document.cookie='D1N=ab';location.reload()</script>".replace(b"'", b'"'),
     Failure.CHALLENGED),
    (200, {}, b"<script src='/aes.js'></script><script>slowAES.decrypt</script>",
     Failure.CHALLENGED),
    (403, {}, b"<form><div class='g-recaptcha'></div></form>", Failure.CHALLENGED),
    (200, {}, b"The requested URL was rejected. Your support ID is: 1", Failure.BLOCKED),
    (403, {}, b"<h1>Access Denied</h1> Reference&#32;#18.1 Reference #18.1", Failure.BLOCKED),
    (406, {}, b"<h1>Not Acceptable!</h1> Mod_Security", Failure.BLOCKED),
    (403, {}, b"<title>Web Page Blocked!</title> FortiGuard", Failure.BLOCKED),
    (403, {"x_sucuri_block": "1"}, b"no", Failure.BLOCKED),
    (403, {}, b"<h1>403 Forbidden</h1> nginx", None),
    (503, {}, "Hệ thống đang bảo trì".encode(), None),
    (404, {}, b"captcha", None),
    (200, {}, b"<p>Tin" * 2000 + b"<div class=g-recaptcha>", None),
    (200, {}, "<p>Tập huấn về web application firewall, wordfence".encode(), None),
]  # fmt: skip


@pytest.mark.parametrize(("status", "said", "body", "failure"), WALLS)
def test_walls_are_told_from_sites(status, said, body, failure):
    assert walls.behind(status, headers(**said), body) is failure
    if failure:
        assert failure.concern is Concern.UNMEASURABLE


def test_one_verdict_a_line_in_order():
    out = io.StringIO()
    asked = [
        "http://10.0.0.1/",
        "x",
        "-v",
        "",
        "http://a b/",
        "a" * 100_000,
        "http://\udcff/",
        "\x01",
    ]
    call_command("check_url", "--", *asked, stdout=out)
    verdicts = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [each["url"] for each in verdicts] == [
        each.replace("\udcff", "\ufffd") for each in asked
    ]
    assert [each["ok"] for each in verdicts] == [False] * len(asked)
    assert verdicts[0]["failure"] == "off_limits"
    assert {each["failure"] for each in verdicts[1:]} == {"bad_url"}
    assert all(each["reason"] and each["fix"] and each["status"] is None for each in verdicts)


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_command_needs_no_database_and_takes_any_argument(encoding):
    asked = [b"-x", b"--settings=no.such", b"\xff\xfe", b"http://127.0.0.1/", b"-h"]
    done = subprocess.run(
        [sys.executable, "manage.py", "check_url", "--", *asked],
        cwd=ROOT, capture_output=True, timeout=60, check=False,
        env={**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
             "DJANGO_SETTINGS_MODULE": "cityweb.settings.demo", "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    verdicts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["failure"] for each in verdicts] == [
        "bad_url", "bad_url", "bad_url", "off_limits", "bad_url",
    ]  # fmt: skip
