"""Mail that no person wrote: bounces and automatic answers; and what our mail server says of it."""

import re
from email import policy
from email.message import Message
from email.parser import BytesHeaderParser

from django.conf import settings

from cityweb.core.mailin import headers
from cityweb.core.mailin.bodies import content_of, inner, walk
from cityweb.core.mailin.facts import Bounce, Verdict

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_SYSTEM = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|mailer)@.{1,200}")
_AWAY = re.compile(
    r"(?:\[[^\]]{0,40}\]\s*)?(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?reply\s*:"
    r"|auto(?:matic)?[- ]?response\s*:|autoreply|away from|on (?:vacation|leave)"
    r"|(?:thư )?trả lời tự động|tự động trả lời|thư tự động|phản hồi tự động"
    r"|(?:thông báo )?(?:vắng mặt|nghỉ phép|đang đi công tác))",
    re.IGNORECASE,
)
_MARKS = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Autoresponder")
_COMMENT = re.compile(r"\([^()]{0,300}\)")
_METHOD = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]{1,12})\b")


def bounce_of(message: Message) -> Bounce | None:
    """Return what a delivery report says, or nothing when the message is none."""
    report = message.get_param("report-type")
    if message.get_content_type() == "multipart/report" and report == "delivery-status":
        return _report(message)
    # Old servers write prose, but with the empty sender that no person has.
    has_no_sender = headers.plain(message, "Return-Path") == "<>"
    senders = [address for _, address in headers.addresses(message, "From")]
    if has_no_sender and (not senders or _SYSTEM.fullmatch(senders[0])):
        return Bounce(message_id=_original_id(message))
    return None


def _report(message: Message) -> Bounce:
    fields: dict[str, str] = {}
    for part in walk(message):
        if part.get_content_type() == "message/delivery-status":
            for name in ("Action", "Status", "Final-Recipient"):
                found = (headers.plain(block, name) for block in inner(part)[:5])
                fields[name] = next(filter(None, found), "")
    status = _STATUS.search(fields.get("Status", ""))
    action = fields.get("Action", "").lower()
    return Bounce(
        status=status[1] if status else "",
        is_final=action == "failed" or (not action and bool(status) and status[1][0] == "5"),
        message_id=_original_id(message),
        recipient=fields.get("Final-Recipient", "").rpartition(";")[2].strip().lower(),
    )


def _original_id(message: Message) -> str:
    for part in walk(message):
        kind = part.get_content_type()
        if kind == "message/rfc822" and part is not message and inner(part):
            return next(iter(headers.message_ids(inner(part)[0], "Message-ID")), "")
        if kind == "text/rfc822-headers":
            head = BytesHeaderParser(policy=policy.compat32).parsebytes(content_of(part))
            return next(iter(headers.message_ids(head, "Message-ID")), "")
    return next(iter(headers.message_ids(message, "In-Reply-To")), "")


def is_auto_reply(message: Message) -> bool:
    """Tell whether a program answered in a person's absence."""
    submitted = headers.plain(message, "Auto-Submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if any(headers.plain(message, name) for name in _MARKS):
        return True
    if headers.plain(message, "Precedence").lower() in {"auto_reply", "auto-reply", "bulk", "junk"}:
        return True
    return bool(_AWAY.match(headers.plain(message, "Subject")))


def verdict_of(message: Message) -> Verdict:
    """Return what our own mail server (`MAIL_IN_AUTHSERV`) found out about the sender.

    Only its topmost field counts: those below may have come with the message.
    """
    ours = settings.MAIL_IN_AUTHSERV.lower()
    value = next(headers.fields(message, "Authentication-Results"), "")[: headers.LONGEST].lower()
    server, _, results = value.partition(";")
    if not ours or server.split()[:1] != [ours]:
        return Verdict()
    found: dict[str, str] = {}
    for method, result in _METHOD.findall(_COMMENT.sub("", results)):
        # Several signatures: one that holds is enough.
        if found.get(method) != "pass":
            found[method] = result
    return Verdict(**found)
