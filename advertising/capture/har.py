"""Writes what passed the proxy as browsers' network panels export it (HAR 1.2)."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from advertising.capture.looks import Look
from cityweb.core.browsing import Exchange
from cityweb.core.browsing.exchanges import Header

# Larger bodies are in the archive; here they would only stand a second time.
MOST_TEXT = 64 * 1024


def har(look: Look) -> dict[str, Any]:
    """Return one look with all its requests, the stopped ones too."""
    page = {
        "startedDateTime": look.started_at.isoformat(),
        "id": look.view.name,
        "title": look.title or look.url,
        "pageTimings": {},
    }
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "CityWeb", "version": "1"},
            "browser": dict(zip(("name", "version"), look.browser.split(" ", 1), strict=False)),
            "pages": [page],
            "entries": [_entry(each, look.view.name) for each in look.recording.exchanges],
        }
    }


def _entry(exchange: Exchange, page: str) -> dict[str, Any]:
    steps = {
        "blocked": -1,
        "dns": exchange.dns_ms,
        "connect": exchange.connect_ms,
        "ssl": exchange.tls_ms,
        "send": 0,
        "wait": max(exchange.wait_ms, 0),
        "receive": max(exchange.receive_ms, 0),
    }
    entry = {
        "pageref": page,
        "startedDateTime": exchange.started_at.isoformat(),
        "time": round(sum(each for each in steps.values() if each > 0), 1),
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        "timings": steps,
        "serverIPAddress": exchange.address,
    }
    return entry | {"comment": exchange.stopped} if exchange.stopped else entry


def _request(exchange: Exchange) -> dict[str, Any]:
    query = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    return {
        "method": exchange.method,
        "url": exchange.url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(exchange.sent),
        "queryString": [{"name": name, "value": value} for name, value in query],
        "headersSize": -1,
        "bodySize": len(exchange.body_sent),
    }


def _response(exchange: Exchange) -> dict[str, Any]:
    return {
        "status": exchange.status,
        "statusText": exchange.reason,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(exchange.headers),
        "content": _content(exchange),
        "redirectURL": exchange.header("Location"),
        "headersSize": -1,
        "bodySize": len(exchange.body),
    }


def _content(exchange: Exchange) -> dict[str, Any]:
    content = {
        "size": len(exchange.body),
        "mimeType": exchange.header("Content-Type") or "x-unknown",
    }
    if not exchange.body or len(exchange.body) > MOST_TEXT or exchange.header("Content-Encoding"):
        return content
    try:
        return content | {"text": exchange.body.decode()}
    except UnicodeDecodeError:
        packed = base64.b64encode(exchange.body).decode()
        return content | {"text": packed, "encoding": "base64"}


def _headers(headers: list[Header]) -> list[dict[str, str]]:
    return [
        {"name": name.decode("latin-1"), "value": value.decode("latin-1")}
        for name, value in headers
    ]
