"""Addresses and markup hidden in single literals of a script, whatever code is to undo them.

Who reads a script without running it need not follow the code: an address begins alike wherever
it is hidden. Each literal is turned round, read as digits, as letters moved along the alphabet or
as numbers moved by one key, and kept where an address or markup appears.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from itertools import islice

MOST_LITERALS = 400
MOST_ROWS = 40
LONGEST_TURNED = 300
LONGEST = 20_000
SHORTEST_NUMBERS = 8
SHORTEST_CODED = 12
MOST_KEYS = 40

_LITERAL = re.compile(r"\"([^\"\\\n]{8,20000})\"|'([^'\\\n]{8,20000})'|`([^`\\]{8,20000})`")
_SHORT = re.compile(r"[\"']([\w!@#$%^&*-]{1,24})[\"']")
_NUMBERS = re.compile(
    r"[\[(]\s{0,4}((?:(?:0x)?[0-9a-fA-F]{1,5}\s{0,3},\s{0,3}){7,4000}(?:0x)?[0-9a-fA-F]{1,5})\s{0,4},?[\])]"
)
_LISTED = re.compile(r"^\s{0,3}-?\d{1,5}(?:\s{0,2}[^\w\s]?\s{0,2}-?\d{1,5}){7,4000}\s{0,3}$")
_NUMBER = re.compile(r"0x[0-9a-fA-F]{1,5}|\d{1,5}")
_HEX_LISTED = re.compile(
    r"^\s{0,3}(?:0x)?[0-9a-fA-F]{2}(?:\s{0,2}[^\w\s]?\s{0,2}(?:0x)?[0-9a-fA-F]{2}){7,4000}\s{0,3}$"
)
_ROW = re.compile(r"\[((?:\s{0,3}[\"'][A-Za-z0-9+/]{2,80}={0,2}[\"']\s{0,3},?){2,60})\]")
_HEX = re.compile(r"^(?:[\\%]?x?[0-9a-fA-F]{2}){8,10000}$")
_BASE64 = re.compile(r"^[A-Za-z0-9+/_-]{12,20000}={0,2}$")
_FOUND = re.compile(
    r"https?://[\w.-]{4,}|//[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}[/\"'?]|<(?:a|script|iframe|meta)\s",
    re.I,
)
_ADDRESS = re.compile(r"https?://[\w.-]{4,200}(?:[/?#][^\s\"'<>\\]{0,400})?", re.I)
_TAIL = re.compile(r"(?<![\w./?=&%~+-])[\w./?=&%~+-]{4,300}$")
_CODED = re.compile(r"aHR0c[A-Za-z0-9+/_-]{8,600}={0,2}")
_DIGITS = re.compile(r"68747470[0-9a-fA-F]{12,800}")
_BACKWARDS = re.compile(r"//:s?ptth", re.I)
_ROTATED = re.compile(r"uggcf?://|//:f?cggu", re.I)
# How "http" looks when each sign was moved by one step, or crossed with one key.
_STEPS, _CROSSINGS = (12, 0, -4), (ord("h") ^ ord("t"), 0, ord("t") ^ ord("p"))


def revealed(code: str) -> Iterator[str]:
    """Yield what literals of a script say once they are read in the usual hidden ways."""
    keys = [key.encode() for key in dict.fromkeys(islice(_SHORT.findall(code), MOST_KEYS))]
    for match in islice(_LITERAL.finditer(code), MOST_LITERALS):
        text = match[1] or match[2] or match[3] or ""
        yield from filter(_FOUND.search, _readings(text, keys))
    for match in islice(_ROW.finditer(code), MOST_ROWS):
        pieces = re.findall(r"[\"']([^\"']{2,90})[\"']", match[1])
        told = b"".join(map(_decoded, pieces)).decode("utf-8", "replace")
        yield from filter(_FOUND.search, (told, told[::-1]))
    for match in islice(_NUMBERS.finditer(code), MOST_LITERALS):
        numbers = [int(one, 16 if "x" in one else 10) for one in _NUMBER.findall(match[1])]
        yield from filter(_FOUND.search, _of_numbers(numbers, keys))


def veiled(html: str) -> list[str]:
    """Return the addresses that stand anywhere in a page turned round, in base64 or in hex."""
    found = []
    for match in islice(_BACKWARDS.finditer(html), MOST_ROWS):
        if before := _TAIL.search(html[max(0, match.start() - LONGEST_TURNED) : match.start()]):
            found.append((before[0] + match[0])[::-1])
    for one in _CODED.findall(html)[:MOST_ROWS] if "aHR0c" in html else ():
        found.append(_decoded(one).decode("utf-8", "replace"))
    for one in _DIGITS.findall(html)[:MOST_ROWS] if "68747470" in html else ():
        found.append(bytes.fromhex(one[: len(one) // 2 * 2]).decode("utf-8", "replace"))
    return [match[0] for one in found if (match := _ADDRESS.match(one)) is not None]


def _readings(text: str, keys: list[bytes]) -> Iterator[str]:
    if _BACKWARDS.search(text):
        yield text[::-1]
    if _ROTATED.search(text):
        plain = codecs.decode(text, "rot13")
        yield plain if "//:" not in plain else plain[::-1]
    if _LISTED.match(text):
        yield from _of_numbers([int(one) for one in re.findall(r"\d{1,5}", text)], keys)
        return
    if _HEX_LISTED.match(text):
        yield from _of_numbers(
            [int(one, 16) for one in re.findall(r"[0-9a-fA-F]{2}(?!x)", text)], keys
        )
        return
    if _HEX.match(text):
        digits = re.sub(r"[\\%x]", "", text)
        yield from _of_bytes(bytes.fromhex(digits) if len(digits) % 2 == 0 else b"", keys)
    for one in (text, text[::-1]):
        if _BASE64.match(one) and not one.isalpha():
            yield from _of_bytes(_decoded(one), keys)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(
            text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4),
            altchars=b"-_" if "-" in text or "_" in text else None,
        )
    except (binascii.Error, ValueError):
        return b""


def _of_bytes(raw: bytes, keys: list[bytes]) -> Iterator[str]:
    if not raw:
        return
    plain = raw.decode("utf-8", "replace")
    yield plain
    if _BACKWARDS.search(plain):
        yield plain[::-1]
    if _BASE64.match(plain) and not plain.isalpha():
        yield _decoded(plain).decode("utf-8", "replace")
    if "�" in plain or not _FOUND.search(plain):
        yield from _of_numbers(list(raw), keys)


def _of_numbers(numbers: list[int], keys: list[bytes]) -> Iterator[str]:
    """Yield what numbers say as they are, turned round, moved by one step, crossed with a key."""
    if len(numbers) < SHORTEST_NUMBERS:
        return
    for row in (numbers, numbers[::-1]):
        yield _spelled(row)
        for at in range(len(row) - 3):
            one, two, three, four = row[at : at + 4]
            if (two - one, three - two, four - three) == _STEPS and one != ord("h"):
                yield _spelled([number - (one - ord("h")) for number in row])
                break
            if (one ^ two, two ^ three, three ^ four) == _CROSSINGS and one != ord("h"):
                yield _spelled([number ^ one ^ ord("h") for number in row])
                break
    if max(numbers) < 256:
        for key in keys:
            head = "".join(chr(one ^ key[at % len(key)]) for at, one in enumerate(numbers[:4]))
            if len(key) > 1 and head.startswith(("http", "//", "<")):
                yield _spelled([one ^ key[at % len(key)] for at, one in enumerate(numbers)])


def _spelled(numbers: list[int]) -> str:
    return "".join(chr(one) if 9 <= one < 0xD800 else " " for one in numbers[:LONGEST])
