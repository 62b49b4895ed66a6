"""The virus scanner: clamd by its INSTREAM protocol, where a setting names one."""

import enum
import logging
import socket
import struct
from typing import IO

from django.conf import settings

from cityweb.core.attachments import sniffing
from cityweb.core.attachments.verdicts import refusal
from cityweb.core.errors import Refused

logger = logging.getLogger(__name__)

_CHUNK = 64 * 1024
_LONGEST_ANSWER = 4096
# The industry's harmless test file; refused whether or not there is a scanner.
_EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class Finding(enum.Enum):
    """What is known after a scan. NO_ANSWER is never treated as clean."""

    CLEAN = "clean"
    INFECTED = "infected"
    NO_ANSWER = "no-answer"
    NOT_ASKED = "not-asked"


def infected() -> Refused:
    return refusal("infected")


def scan(source: IO[bytes]) -> Finding:
    """Return what the scanner says of the bytes; NOT_ASKED where none is configured.

    Whatever goes wrong on the way is NO_ANSWER: the file waits in quarantine.
    """
    address = settings.CLAMAV_ADDRESS
    if not address:
        return Finding.NOT_ASKED
    source.seek(0)
    try:
        answer = _ask(address, source)
    except OSError as problem:
        logger.warning("the virus scanner does not answer: %s", type(problem).__name__)
        return Finding.NO_ANSWER
    if answer.endswith(b" FOUND"):
        return Finding.INFECTED
    if answer == b"stream: OK":
        return Finding.CLEAN
    logger.warning("the virus scanner could not scan: %r", answer[:80])
    return Finding.NO_ANSWER


def holds_test_virus(source: IO[bytes]) -> bool:
    """Tell whether the bytes hold the EICAR test string anywhere."""
    return sniffing.holds(source, _EICAR)


def _ask(address: str, source: IO[bytes]) -> bytes:
    with _connect(address) as link:
        link.sendall(b"zINSTREAM\0")
        while chunk := source.read(_CHUNK):
            link.sendall(struct.pack(">I", len(chunk)) + chunk)
        link.sendall(struct.pack(">I", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
            part = link.recv(_LONGEST_ANSWER)
            if not part:
                break
            answer += part
    return answer.rstrip(b"\0\n")


def _connect(address: str) -> socket.socket:
    """Open a socket to "/path/of/socket" or "host:port"."""
    if address.startswith("/"):
        link = socket.socket(socket.AF_UNIX)
        link.settimeout(settings.CLAMAV_SECONDS)
        try:
            link.connect(address)
        except OSError:
            link.close()
            raise
        return link
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=settings.CLAMAV_SECONDS)
