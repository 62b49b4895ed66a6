"""Mends the head of an answer as browsers do, so that a site they show is not called broken.

The parser behind this is strict where a lax one lets requests be smuggled through proxies. We are
no proxy, and a header without a colon is no reason to tell a ward that its site is down.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# More is refused by the parser, and adding to it line by line would take long.
LONGEST_FOLDED = 20_000
_END = re.compile(rb"\r?\n\r?\n")
_LINE = re.compile(rb"\r?\n")
_STATUS = re.compile(
    rb"(?:HTTP/1\.(?P<minor>\d)|ICY)[ \t]+(?P<code>\d{3})(?P<reason>(?:[ \t].*)?)", re.I
)
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_STARTS = (b"HTTP/", b"ICY ")
_BODILESS = {204, 304}


class Head(NamedTuple):
    """A mended head with its closing blank line."""

    content: bytes
    code: int
    length: int | None
    """Of the body that follows; None where the answer itself says where it ends."""


def may_be_answer(start: bytes) -> bool:
    """Tell whether bytes can be the beginning of an answer."""
    start = start[:5].upper()
    return any(each.startswith(start) or start.startswith(each) for each in _STARTS)


def split(data: bytearray, *, known: int) -> tuple[bytes, bytes] | None:
    """Return a head and what follows its blank line; None where the head has not ended.

    Of the first `known` bytes it is known that no head ends in them.
    """
    end = _END.search(data, max(known - 3, 0))
    return (bytes(data[: end.start()]), bytes(data[end.end() :])) if end else None


def mend(head: bytes) -> Head | None:
    """Return `head` as a strict parser takes it; None where it is no head of an answer."""
    first, *lines = _LINE.split(head)
    status = _STATUS.fullmatch(first)
    if not status:
        return None
    code = int(status["code"])
    headers = _headers(lines)
    chunked = any(b"chunked" in value.lower() for value in _all(headers, b"transfer-encoding"))
    if chunked:
        headers = [each for each in headers if each[0].lower() != b"content-length"]
    headers = [
        (name, value)
        for name, value in headers
        if (name.lower(), value.lower()) != (b"transfer-encoding", b"identity")
    ]
    length, headers = _one_length(headers)
    version = b"HTTP/1.0" if status["minor"] == b"0" else b"HTTP/1.1"
    reason = _CONTROLS.sub(b"", status["reason"].strip())
    first = b"%b %d %b" % (version, code, reason)
    whole = b"\r\n".join([first, *(b"%b: %b" % each for each in headers), b"", b""])
    return Head(whole, code, 0 if code in _BODILESS else length)


def _headers(lines: list[bytes]) -> list[tuple[bytes, bytes]]:
    """Return names and values; what is no header is left out, folded lines are joined."""
    headers: list[tuple[bytes, bytes]] = []
    for line in lines:
        if line[:1] in b" \t" and headers:
            name, value = headers[-1]
            if len(value) < LONGEST_FOLDED:
                headers[-1] = (name, value + b" " + _CONTROLS.sub(b"", line.strip()))
            continue
        name, colon, value = line.partition(b":")
        if colon and _NAME.fullmatch(name := name.rstrip()):
            headers.append((name, _CONTROLS.sub(b"", value.strip())))
    return headers


def _all(headers: list[tuple[bytes, bytes]], name: bytes) -> list[bytes]:
    return [value for each, value in headers if each.lower() == name]


def _one_length(
    headers: list[tuple[bytes, bytes]],
) -> tuple[int | None, list[tuple[bytes, bytes]]]:
    """Return the length that is said, said once; where lengths differ, the parser may refuse."""
    said = [
        each.strip() for value in _all(headers, b"content-length") for each in value.split(b",")
    ]
    if len(set(said)) != 1 or not said[0].isdigit() or len(said[0]) > 18:
        return None, headers
    others = [each for each in headers if each[0].lower() != b"content-length"]
    return int(said[0]), [*others, (b"Content-Length", said[0])]
