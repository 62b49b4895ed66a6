"""The text of a message and the files that came with it, out of whatever tree of parts it is."""

import re
from collections.abc import Iterator
from email.message import Message
from html import unescape

import nh3

from cityweb.core import text
from cityweb.core.mailin.facts import Enclosure
from cityweb.core.mailin.headers import decode_bytes, decoded

MOST_PARTS = 200
MOST_ENCLOSURES = 20
LONGEST_TEXT = 200_000
LONGEST_NAME = 150
_BREAKS = {"p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "pre"}
_TAG = re.compile(r"<(/?)([a-z0-9]{1,10})[^<>]{0,200}>|\r?\n")
_UNSAFE_NAME = re.compile(r"[/\\:*?\"<>|]+")


def is_enclosure(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() != "text" and not part.is_multipart()


def text_of(part: Message) -> str:
    """Return what a person reads in `part`: its plain text, or text made of its HTML."""
    kind = part.get_content_type()
    if part.is_multipart() and not kind.startswith("message/"):
        children = inner(part)
        if kind == "multipart/alternative":
            return _best(children)
        if kind == "multipart/related":
            children = children[:1]
        texts = (text_of(child) for child in children[:MOST_PARTS])
        return "\n\n".join(each for each in texts if each)
    if is_enclosure(part) or kind not in {"text/plain", "text/html"}:
        return ""
    content = decode_bytes(content_of(part), part.get_content_charset())[: LONGEST_TEXT * 2]
    return tidy(html_to_text(content) if kind == "text/html" else content)


def _best(children: list[Message]) -> str:
    """Return the plain alternative; a sender who left it empty meant the other one."""
    order = {"text/plain": 0, "text/html": 2}
    ranked = sorted(children[:MOST_PARTS], key=lambda child: order.get(child.get_content_type(), 1))
    return next((each for each in map(text_of, ranked) if each), "")


def enclosures(message: Message) -> Iterator[Enclosure]:
    """Yield the files of a message, forwarded messages among them, in their order."""
    for part in walk(message):
        if part.get_content_type() == "message/rfc822" and part is not message:
            for forwarded in inner(part)[:1]:
                yield Enclosure(_name(part) or "thu-chuyen-tiep.eml", forwarded.as_bytes())
        elif is_enclosure(part):
            content = content_of(part)
            if content:
                yield Enclosure(_name(part) or "tep-khong-ten", content)


def walk(message: Message) -> Iterator[Message]:
    """Yield the parts of a message, but not those of messages inside it; at most `MOST_PARTS`."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        yield part
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed(inner(part)[:MOST_PARTS]))


def inner(part: Message) -> list[Message]:
    """Return the parts directly below `part`; broken mail has text where parts should be."""
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if part.is_multipart() else []


def has_too_many(message: Message) -> bool:
    return sum(1 for _ in walk(message)) >= MOST_PARTS


def html_to_text(html: str) -> str:
    """Return the words of an HTML mail, line by line, quotations marked with ">".

    The cleaner is a real parser in a memory-safe language; what it leaves is simple enough to read
    by its tags.
    """
    safe = nh3.clean(
        html,
        tags={*_BREAKS, "blockquote"},
        attributes={},
        clean_content_tags={"script", "style", "head", "title"},
    )
    lines, depth, start = [""], 0, 0
    for match in _TAG.finditer(safe):
        lines[-1] += safe[start : match.start()]
        start = match.end()
        closing, tag = match.group(1), match.group(2)
        if tag is None:
            lines[-1] += " "
        elif tag == "blockquote":
            depth = max(0, depth + (-1 if closing else 1))
            lines.append(">" * min(depth, 9))
        elif tag in _BREAKS:
            lines.append(">" * min(depth, 9))
    lines[-1] += safe[start:]
    return unescape("\n".join(" ".join(line.split()) for line in lines))


def tidy(value: str) -> str:
    """Return text with one kind of line end, no trailing blanks and no two empty lines together."""
    lines = (line.rstrip() for line in text.clean(value).replace("\xa0", " ").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def content_of(part: Message) -> bytes:
    """Return the decoded bytes of a part; nothing where there are none."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name(part: Message) -> str:
    try:
        given = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        given = ""
    return _UNSAFE_NAME.sub("_", decoded(given)).strip(". ")[-LONGEST_NAME:]
