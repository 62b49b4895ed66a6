"""Captures made by hand, without a browser."""

import io
from datetime import UTC, datetime

from PIL import Image

from advertising.capture.looks import Look, Taken
from cityweb.core.browsing import DESKTOP, Exchange

AT = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)
URL = "http://bao-mau.example/trang?b=2&a=1"


def make_picture(colour="white", *, spot=None, size=(320, 240)):
    picture = Image.new("RGB", size, colour)
    if spot:
        picture.paste("red", (0, 0, spot, size[1]))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def make_exchange(number=1, url=URL, body=b"<h1>Trang</h1>", **more):
    facts = {
        "status": 200,
        "reason": "OK",
        "headers": [(b"Content-Type", b"text/html; charset=utf-8"), (b"X-Mau", b"1")],
        "is_whole": True,
        "address": "203.0.114.9",
    }
    sent = [(b"Host", b"bao-mau.example")]
    return Exchange(number, "GET", url, sent, AT, body=bytearray(body), **facts | more)


def make_taken(*exchanges):
    look = Look(DESKTOP, URL, AT, ended_at=AT, final_url=URL, title="Trang mẫu")
    look.pictures["screen"] = make_picture()
    look.source = "<html><h1>Trang</h1></html>"
    look.browser = "Chromium 130.0"
    look.recording.exchanges = list(exchanges or [make_exchange()])
    return Taken(URL, [look])
