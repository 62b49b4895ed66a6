"""Sends one mail item by SMTP, or by whatever EMAIL_BACKEND stands for it.

Between the moment a mail server accepts a message and our COMMIT a process may die; then the mail
goes out again, with the same Message-ID, and the reader's mail program shows it once.
"""

import smtplib
from email.errors import MessageError
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from cityweb.core import attachments, mailin
from cityweb.core.errors import Refused
from cityweb.core.models.attachments import Attachment
from cityweb.core.models.outbox import OutboxItem
from cityweb.core.outbox.line import Line
from cityweb.core.outbox.running import GiveUp, TryLater

TOO_LARGE = 552

_line = Line()


def send(item: OutboxItem) -> None:
    """Send the mail of `item`. Raises `TryLater` or `GiveUp` with the server's code, no more."""
    message = compose(item)
    try:
        _line.send(message)
    except smtplib.SMTPRecipientsRefused as refused:
        ((code, _words),) = refused.recipients.values()
        raise _verdict(code) from None
    except smtplib.SMTPDataError as refused:
        raise _verdict(refused.smtp_code) from None
    except smtplib.SMTPSenderRefused as refused:
        # Who we are is a matter of settings, which somebody will mend; our size is not.
        if refused.smtp_code == TOO_LARGE:
            raise GiveUp("SMTP 552") from None
        raise TryLater(f"SMTP {refused.smtp_code}") from None
    except smtplib.SMTPNotSupportedError:
        raise GiveUp("the mail server cannot send to such an address") from None
    except smtplib.SMTPResponseException as refused:
        raise TryLater(f"SMTP {refused.smtp_code}") from None
    except (OSError, smtplib.SMTPException) as problem:
        raise TryLater(type(problem).__qualname__) from None
    except (ValueError, MessageError):
        # Of the address or a header, which will not become better; the words may hold it.
        raise GiveUp("the mail cannot be written as it is") from None
    if not item.facts.get("is_kept", True):
        OutboxItem.objects.filter(pk=item.pk).update(payload="")


def compose(item: OutboxItem) -> EmailMessage:
    """Return the message of `item`, the same one each time but for its date."""
    letter = item.facts
    if not letter:
        raise GiveUp("forgotten")
    reply_to = letter["reply_to"]
    # Bounces come back to the hashed address, so that they find the case they belong to.
    is_ours = bool(reply_to and mailin.read_reply_address(reply_to))
    message = EmailMessage(
        subject=letter["subject"],
        body=letter["body"],
        from_email=reply_to if is_ours else settings.DEFAULT_FROM_EMAIL,
        to=[letter["to"]],
        reply_to=[reply_to] if reply_to else [],
        headers={
            "From": settings.DEFAULT_FROM_EMAIL,
            "Message-ID": message_id(item),
            "Auto-Submitted": "auto-generated",
            # Exchange listens to this one only.
            "X-Auto-Response-Suppress": "OOF, AutoReply",
        },
    )
    for attachment in Attachment.objects.filter(pk__in=letter["attachments"]).select_related(
        "file"
    ):
        message.attach(attachment.name, _bytes_of(attachment), attachment.file.media_type)
    return message


def _bytes_of(attachment: Attachment) -> bytes:
    try:
        with attachments.open_bytes(attachment) as file:
            return file.read()
    except Refused as refused:
        raise TryLater(f"attachment {refused.code}") from None


def message_id(item: OutboxItem) -> str:
    """Return the Message-ID that `item` has for ever."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{item.uuid}@{domain}>"


def _verdict(code: int) -> TryLater:
    """Turn an answer into what to do. Its words may quote the address, so only the code is kept."""
    return (GiveUp if 500 <= code < 600 else TryLater)(f"SMTP {code}")
