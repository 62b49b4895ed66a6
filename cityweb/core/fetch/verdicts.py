"""Names what happened: from an answer that came, or from the error that came in its place."""

from __future__ import annotations

import codecs
import logging
import re
import ssl
from collections.abc import Iterator

import aiohttp
from aiohttp.http_exceptions import LineTooLong, TransferEncodingError

from cityweb.core.fetch import walls
from cityweb.core.fetch.failures import Failure, Fault
from cityweb.core.fetch.results import Headers
from cityweb.core.fetch.visits import Stage, Visit

logger = logging.getLogger(__name__)

_BY_STATUS = {
    401: Failure.UNAUTHORIZED,
    403: Failure.FORBIDDEN,
    404: Failure.NOT_FOUND,
    410: Failure.NOT_FOUND,
    502: Failure.BAD_GATEWAY,
    503: Failure.UNAVAILABLE,
    504: Failure.GATEWAY_TIMEOUT,
}
_HTML_TYPES = {"text/html", "application/xhtml+xml"}
_HTML_START = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body|title|meta)\b", re.IGNORECASE)
_BEFORE_HTML = {b"<!--": b"-->", b"<?": b"?>"}
HEAD = 4096


def of_answer(status: int, headers: Headers, body: bytes, *, page: bool) -> Fault | None:
    """Return what is wrong with an answer; nothing where a reader would be content.

    With `page` an answer must be a web page with something on it.
    """
    if wall := walls.behind(status, headers, body):
        return Fault(wall)
    if status == 304:
        return None
    if not 200 <= status < 300:
        return Fault(_of_status(status), "" if status in _BY_STATUS else f"mã {status}")
    if page and not body.strip():
        return Fault(Failure.EMPTY)
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if page and kind not in _HTML_TYPES and (kind or not _looks_like_html(body[:HEAD])):
        return Fault(Failure.NOT_HTML, kind[:60])
    return None


def _looks_like_html(head: bytes) -> bool:
    """Tell whether a page begins here, after declarations and comments."""
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    while end := next((e for start, e in _BEFORE_HTML.items() if head.startswith(start)), b""):
        head = head.partition(end)[2].lstrip()
    return bool(_HTML_START.match(head))


def _of_status(status: int) -> Failure:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    kinds = {4: Failure.CLIENT_ERROR, 5: Failure.SERVER_ERROR}
    return kinds.get(status // 100, Failure.ODD_STATUS)


def of_error(error: Exception, visit: Visit | None) -> Fault:
    """Return what an error while asking says about the site."""
    if isinstance(error, Fault):
        # A new one: the old one holds on to everything that was at hand when it was raised.
        return Fault(error.failure, error.detail)
    if visit and visit.stopped:
        return visit.stopped
    if isinstance(error, TimeoutError):
        return Fault((visit.stage if visit else Stage.NAME).value)
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Fault(Failure.TLS_HANDSHAKE)
    if any(isinstance(cause, ConnectionResetError | BrokenPipeError) for cause in causes):
        return Fault(Failure.RESET)
    if isinstance(error, aiohttp.ClientResponseError):
        return Fault(_of_bad_answer(causes))
    if isinstance(error, aiohttp.ClientPayloadError):
        garbled = any(_is_garbled(cause) for cause in causes)
        return Fault(Failure.BAD_HTTP if garbled else Failure.TRUNCATED)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Fault(Failure.CLOSED)
    if isinstance(error, aiohttp.ClientOSError | OSError):
        return Fault(Failure.RESET)
    # Foreign bytes went through foreign parsers; whatever they trip over, the round goes on.
    logger.warning("an answer could not be read: %s", type(error).__name__)
    return Fault(Failure.BAD_HTTP)


def _of_bad_answer(causes: list[BaseException]) -> Failure:
    too_long = any(isinstance(cause, LineTooLong) for cause in causes)
    too_many = any("Too many headers" in str(cause) for cause in causes)
    return Failure.HEADERS_TOO_LARGE if too_long or too_many else Failure.BAD_HTTP


def _is_garbled(cause: BaseException) -> bool:
    return isinstance(cause, TransferEncodingError) and "Not enough" not in str(cause)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 10:
        yield error
        error, seen = error.__cause__ or error.__context__, seen + 1
