"""Header fields of strangers: short, decoded, and never a second line."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses
from itertools import islice

from cityweb.core import text

LONGEST = 4000
LONGEST_ADDRESS = 254
MOST_ADDRESSES = 50
MOST_REFERENCES = 50
_MESSAGE_ID = re.compile(r"<[^<>\s]{3,250}>")
_ADDRESS = re.compile(r"[^@\s<>\"]{1,64}@[^@\s<>\"]{1,189}")


def plain(message: Message, name: str) -> str:
    """Return the first field of that name as one decoded line, cut to `LONGEST` characters."""
    return next(map(decoded, fields(message, name)), "")


def fields(message: Message, name: str) -> Iterator[str]:
    """Yield every field of that name as it came, unfolded, eight-bit letters read as text."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            unfolded = " ".join(str(value).split())
            yield decode_bytes(unfolded.encode("utf-8", "surrogateescape"), None)


def decoded(value: str) -> str:
    """Return a raw field as readable text; what cannot be decoded is replaced, never refused."""
    value = value[:LONGEST]
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        pieces = [(value, None)]
    words = "".join(
        piece if isinstance(piece, str) else decode_bytes(piece, charset)
        for piece, charset in pieces
    )
    return " ".join(text.clean(words).split())


def decode_bytes(content: bytes, charset: str | None) -> str:
    """Return bytes as text in the charset they claim, or in the one they are most likely in."""
    for candidate in (charset, "utf-8"):
        try:
            if candidate:
                return content.decode(candidate)
        except (LookupError, UnicodeError, ValueError):
            continue
    # What old Vietnamese mail programs wrote without saying so.
    return content.decode("cp1258", "replace")


def addresses(message: Message, *names: str) -> list[tuple[str, str]]:
    """Return (name, address) for every address in these fields that looks like one, each once."""
    found: dict[str, str] = {}
    for name in names:
        # Undecoded: an encoded word may hide a comma or an angle bracket.
        values = [value[:LONGEST] for value in islice(fields(message, name), 5)]
        for display, address in getaddresses(values):
            address = address.strip().lower()
            if _ADDRESS.fullmatch(address) and len(found) < MOST_ADDRESSES:
                found.setdefault(address, decoded(display))
    return [(display, address) for address, display in found.items()]


def message_ids(message: Message, name: str) -> tuple[str, ...]:
    """Return the message ids in a field, the last ones where there are many."""
    value = " ".join(each[-LONGEST * 4 :] for each in islice(fields(message, name), 3))
    return tuple(_MESSAGE_ID.findall(value)[-MOST_REFERENCES:])
