"""Fetches mail from a maildir folder or an IMAP mailbox, named as an address in `MAIL_IN`.

`maildir:///var/mail/gopy` · `imaps://user:password@mail.example/INBOX`. A message is taken off its
place only after it was kept here for good, so it is fetched twice rather than never.
"""

import imaplib
import logging
import mailbox
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cityweb.core.mailin import keeping
from cityweb.core.mailin.parsing import MOST_BYTES

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 100
SECONDS_A_CALL = 20

Fetched = tuple[bytes, Callable[[], object]]


def poll() -> int:
    """Keep what has arrived and hand on all that waits; return how many were handled.

    Safe to run twice and at once. Raises `OSError` or `imaplib.IMAP4.error` when the mailbox does
    not answer; what was kept before is handed on all the same.
    """
    try:
        if settings.MAIL_IN:
            for raw, take_off in _fetch(settings.MAIL_IN):
                keeping.keep(raw)
                take_off()
    finally:
        handled = keeping.handle_waiting() if settings.MAIL_IN_HANDLER else 0
    return handled


def _fetch(address: str) -> Iterator[Fetched]:
    scheme = urlsplit(address).scheme
    if scheme == "maildir":
        return _from_maildir(Path(unquote(urlsplit(address).path)))
    if scheme in {"imap", "imaps"}:
        return _from_imap(address)
    raise ImproperlyConfigured("MAIL_IN phải bắt đầu bằng maildir://, imaps:// hoặc imap://")


def _from_maildir(folder: Path) -> Iterator[Fetched]:
    box = mailbox.Maildir(folder, create=False)
    for key in sorted(box.keys())[:MOST_AT_ONCE]:
        # Another poll may be there already.
        with suppress(KeyError, FileNotFoundError):
            with box.get_file(key) as file:
                raw = file.read(MOST_BYTES + 1)
            if len(raw) > MOST_BYTES:
                logger.error("a mail of more than %d bytes is left in the maildir", MOST_BYTES)
                continue
            yield raw, lambda key=key: box.discard(key)


def _from_imap(address: str) -> Iterator[Fetched]:
    with _signed_in(address) as server:
        _, found = server.uid("SEARCH", "UNSEEN")
        for uid in found[0].split()[:MOST_AT_ONCE]:
            size = _size(server, uid)
            if size > MOST_BYTES:
                logger.error("a mail of %d bytes is left in the mailbox", size)
                server.uid("STORE", uid, "+FLAGS", "(\\Seen)")
                continue
            _, parts = server.uid("FETCH", uid, "(BODY.PEEK[])")
            for part in parts:
                if isinstance(part, tuple):
                    yield part[1], lambda uid=uid: server.uid("STORE", uid, "+FLAGS", "(\\Seen)")


def _size(server: imaplib.IMAP4, uid: bytes) -> int:
    _, answer = server.uid("FETCH", uid, "(RFC822.SIZE)")
    words = answer[0].rstrip(b")").split() if answer and answer[0] else [b"0"]
    return int(words[-1]) if words[-1].isdigit() else 0


@contextmanager
def _signed_in(address: str) -> Iterator[imaplib.IMAP4]:
    parts = urlsplit(address)
    kind = imaplib.IMAP4_SSL if parts.scheme == "imaps" else imaplib.IMAP4
    port = parts.port or (993 if parts.scheme == "imaps" else 143)
    server = kind(parts.hostname or "", port, timeout=SECONDS_A_CALL)
    try:
        server.login(unquote(parts.username or ""), unquote(parts.password or ""))
        status, _ = server.select(unquote(parts.path.strip("/")) or "INBOX")
        if status != "OK":
            raise imaplib.IMAP4.error("the mailbox cannot be opened")
        yield server
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            server.logout()
