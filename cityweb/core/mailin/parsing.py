"""Reads raw mail, whatever it is: bounded in size, parts and depth, and never refused."""

from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser

from cityweb.core.mailin import bodies, headers, quoting, recognising
from cityweb.core.mailin.facts import Mail

MOST_BYTES = 30 * 1024 * 1024
MOST_HEADER_BYTES = 256 * 1024
# How many trees of parts a message may hold: Python's parser goes down them by recursion.
MOST_TREES = 40


def parse(raw: bytes) -> Mail:
    """Return what `raw` says. What is too much is left out and named in `Mail.defects`.

    The same bytes always give the same facts, and hostile ones cost no more than honest ones.
    """
    defects = _excess(raw)
    message = _header_only(raw) if defects else _whole(raw)
    if message is None:
        message, defects = _header_only(raw), ["too-complex"]
    senders = headers.addresses(message, "From")
    facts = {
        "message_id": next(iter(headers.message_ids(message, "Message-ID")), ""),
        "in_reply_to": next(iter(headers.message_ids(message, "In-Reply-To")), ""),
        "references": headers.message_ids(message, "References"),
        "sender_name": senders[0][0] if senders else "",
        "sender": senders[0][1] if senders else "",
        "recipients": tuple(
            address
            for _, address in headers.addresses(
                message, "Delivered-To", "X-Original-To", "To", "Cc"
            )
        ),
        "subject": headers.plain(message, "Subject"),
        "is_auto_reply": recognising.is_auto_reply(message),
        "verdict": recognising.verdict_of(message),
        "has_one_sender": len(senders) == len(list(headers.fields(message, "From"))) == 1,
    }
    if defects:
        return Mail(**facts, defects=tuple(defects))
    return _with_body(message, facts)


def _with_body(message: Message, facts: dict[str, object]) -> Mail:
    defects = []
    body = bodies.text_of(message)
    if len(body) > bodies.LONGEST_TEXT:
        defects.append("text-cut")
    if bodies.has_too_many(message):
        defects.append("too-many-parts")
    files = list(bodies.enclosures(message))
    if len(files) > bodies.MOST_ENCLOSURES:
        defects.append("too-many-enclosures")
    own, quoted = quoting.split(body[: bodies.LONGEST_TEXT])
    bounce = recognising.bounce_of(message)
    return Mail(
        **facts,
        text=own,
        quoted=quoted,
        bounce=bounce,
        # What a report encloses is our own message.
        enclosures=() if bounce else tuple(files[: bodies.MOST_ENCLOSURES]),
        defects=tuple(defects),
    )


def _excess(raw: bytes) -> list[str]:
    if len(raw) > MOST_BYTES:
        return ["too-large"]
    lower = raw.lower()
    trees = lower.count(b"multipart/") + lower.count(b"message/rfc822")
    return ["too-complex"] if trees > MOST_TREES or _header_end(raw) > MOST_HEADER_BYTES else []


def _header_end(raw: bytes) -> int:
    ends = [at for at in (raw.find(b"\r\n\r\n"), raw.find(b"\n\n")) if at >= 0]
    return min(ends, default=len(raw))


def _header_only(raw: bytes) -> Message:
    head = raw[: min(_header_end(raw), MOST_HEADER_BYTES)]
    return BytesHeaderParser(policy=policy.compat32).parsebytes(head)


def _whole(raw: bytes) -> Message | None:
    try:
        return message_from_bytes(raw, policy=policy.compat32)
    except RecursionError:
        return None
