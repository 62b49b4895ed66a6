"""Mail of the demo: written to a folder instead of sent, one file each, and read on a desk page."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_binary_file, policy
from email.message import EmailMessage as Message
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

BACKEND = f"{__name__}.MailFiler"
MOST_LISTED = 200
_NAME = re.compile(r"\d{8}T\d{12}-[0-9A-Za-z-]{1,80}")
_UNSAFE = re.compile(r"[^0-9A-Za-z-]")


class MailFiler(BaseEmailBackend):
    """Writes each message below EMAIL_FILE_PATH, named by the moment and its Message-ID."""

    def open(self) -> bool:
        Path(settings.EMAIL_FILE_PATH).mkdir(parents=True, exist_ok=True)
        return True

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.open()
        for message in email_messages:
            written = message.message()
            name = _UNSAFE.sub("", str(written["Message-ID"]).partition("@")[0])[:80]
            moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            target = Path(settings.EMAIL_FILE_PATH) / f"{moment}-{name}.eml"
            part = target.with_suffix(".part")
            part.write_bytes(written.as_bytes(linesep="\r\n"))
            part.rename(target)
        return len(email_messages)


def is_in_use() -> bool:
    return settings.EMAIL_BACKEND == BACKEND


def names() -> list[str]:
    """Return the names of the newest mails, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    found = (path.stem for path in folder.glob("*.eml")) if folder.is_dir() else ()
    return sorted(filter(_NAME.fullmatch, found), reverse=True)[:MOST_LISTED]


def read(name: str) -> Message | None:
    """Return one mail, or nothing when there is none of that name."""
    if not _NAME.fullmatch(name):
        return None
    try:
        with (Path(settings.EMAIL_FILE_PATH) / f"{name}.eml").open("rb") as file:
            return message_from_binary_file(file, policy=policy.default)
    except FileNotFoundError:
        return None
