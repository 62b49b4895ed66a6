"""Writes what passed the proxy as a web archive (WARC 1.1, ISO 28500)."""

from __future__ import annotations

import io
from datetime import datetime

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from advertising.capture.looks import Look
from cityweb.core.browsing import Exchange
from cityweb.core.browsing.exchanges import Header

SOFTWARE = "CityWeb"
# Marks of how bytes travelled: the body is kept without them.
_RENAMED = {"transfer-encoding": "X-Archive-Orig-Transfer-Encoding"}


def warc(look: Look) -> bytes:
    """Return the answered exchanges of one look, compressed record by record."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    writer.write_record(
        writer.create_warcinfo_record(
            f"{look.key}.warc.gz",
            {"software": SOFTWARE, "format": "WARC File Format 1.1", "isPartOf": look.url},
        )
    )
    for exchange in look.recording.exchanges:
        if exchange.is_answered:
            answer = _answer(writer, exchange)
            writer.write_request_response_pair(_request(writer, exchange), answer)
    return out.getvalue()


def stamp(moment: datetime) -> str:
    """Return a moment as archives write it, to the microsecond."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _answer(writer: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    about = {"WARC-Date": stamp(exchange.started_at)}
    if exchange.address:
        about["WARC-IP-Address"] = exchange.address
    if not exchange.is_whole:
        about["WARC-Truncated"] = "length" if exchange.stopped else "disconnect"
    line = f"{exchange.status} {exchange.reason}".strip()
    return writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(bytes(exchange.body)),
        http_headers=StatusAndHeaders(line, _headers(exchange.headers), protocol="HTTP/1.1"),
        warc_headers_dict=about,
    )


def _request(writer: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    path = "/" + exchange.url.partition("://")[2].partition("/")[2]
    return writer.create_warc_record(
        exchange.url,
        "request",
        payload=io.BytesIO(exchange.body_sent),
        http_headers=StatusAndHeaders(
            f"{exchange.method} {path} HTTP/1.1", _headers(exchange.sent), is_http_request=True
        ),
        warc_headers_dict={"WARC-Date": stamp(exchange.started_at)},
    )


def _headers(headers: list[Header]) -> list[tuple[str, str]]:
    named = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
    return [(_RENAMED.get(name.lower(), name), value) for name, value in named]
