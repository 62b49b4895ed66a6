"""Reads scripts without running them: what their strings say once put together.

Only what a disguise usually is made of is undone: escapes, atob, fromCharCode, percent signs,
strings split, joined or turned round. What still hides then is not found here.
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import unquote

LONGEST_SCRIPT = 200_000
ROUNDS = 4
SHORTEST_SAID = 12

_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.){0,20000})\"|'((?:[^'\\\n]|\\.){0,20000})'|`([^`]{0,20000})`"
)
_QUOTED = r"[\"']([^\"'\n]{0,20000})[\"']"
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(/))")
_CODES = re.compile(r"String\.fromCharCode\(([\d\s,x0-9a-fA-F]{1,20000})\)")
_ATOB = re.compile(r"(?:window\.)?atob\(\s{0,4}" + _QUOTED + r"\s{0,4}\)")
_PERCENT = re.compile(
    r"(?:decodeURIComponent|decodeURI|unescape)\(\s{0,4}" + _QUOTED + r"\s{0,4}\)"
)
_ITEM = r"[\"'][^\"'\n]{0,200}[\"']"
_JOINED = re.compile(
    r"\[\s{0,4}(" + _ITEM + r"(?:\s{0,4},\s{0,4}" + _ITEM + r"){0,400})"
    r"\s{0,4}\]\.join\(\s?[\"']{2}\s?\)"
)
_EITHER = r"(?:\"([^\"\n]{0,20000})\"|'([^'\n]{0,20000})')"
_TURNED = re.compile(_EITHER + r"\.split\(\s?[\"']{2}\s?\)\.reverse\(\)\.join\(\s?[\"']{2}\s?\)")
_REPLACED = re.compile(_QUOTED + r"\.replace\(\s?/([^/\n\\]{1,4})/g\s?,\s?[\"']{2}\s?\)")
_PLUS = re.compile(r"([\"'])\s{0,4}\+\s{0,40}\1")
_PLUS_MIXED = re.compile(
    r"\"\s{0,4}\+\s{0,4}'([^'\"\n]{0,2000})'|'\s{0,4}\+\s{0,4}\"([^'\"\n]{0,2000})\""
)
_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]{4,200}(?:[/?#][^\s\"'<>\\]{0,400})?")
_LINK = re.compile(r"<a\s", re.I)
# A literal that could only be read once decoded; somewhere in its script stands atob.
_CODED = re.compile(r"[\"']([A-Za-z0-9+/]{24,20000}={0,2})[\"']")
_MARKUP = re.compile(r"<[^<>]{0,1000}>")


@lru_cache(maxsize=32)
def undone(code: str) -> str:
    """Return a script with its usual disguises undone, in bounded time."""
    code = code[:LONGEST_SCRIPT]
    if "\\" in code:
        code = _ESCAPE.sub(_character, code)
    for _ in range(ROUNDS):
        before = code
        for sign, pattern, rewrite in _DISGUISES:
            if sign in code:
                code = pattern.sub(rewrite, code)
        if code == before:
            break
    return code[: 2 * LONGEST_SCRIPT]


def spoken(code: str) -> Iterator[str]:
    """Yield the strings of a script that hold words, without their markup."""
    for match in _STRING.finditer(undone(code)):
        text = match[1] or match[2] or match[3] or ""
        if len(text) >= SHORTEST_SAID and (" " in text or "//" in text):
            yield _MARKUP.sub(_only_addresses, html.unescape(text))


def hides_links(code: str) -> bool:
    """Tell whether a script writes links that are to be seen only once its disguises are undone."""
    return _LINK.search(code) is None and _LINK.search(undone(code)) is not None


def addresses_in(text: str) -> list[str]:
    """Return the whole addresses that a string names."""
    return _ADDRESS.findall(text[:20_000])[:50]


def _only_addresses(match: re.Match[str]) -> str:
    return " ".join(["", *addresses_in(match[0]), ""])


def _character(match: re.Match[str]) -> str:
    if match[4]:
        return "/"
    number = int(match[1] or match[2] or match[3], 16)
    sign = chr(number) if number < 0x110000 else ""
    return " " if sign in "\"'\\\n\r" or 0xD800 <= number < 0xE000 else sign


def _literal(text: str) -> str:
    """Return text as a literal that the patterns of this module can read."""
    return json.dumps(text.replace('"', "'").replace("\\", "/"), ensure_ascii=False)


def _from_codes(match: re.Match[str]) -> str:
    numbers = re.findall(r"0x[0-9a-fA-F]{1,6}|\d{1,7}", match[1])
    signs = (int(one, 16 if one.startswith("0x") else 10) for one in numbers)
    return _literal("".join(chr(one) for one in signs if one < 0xD800))


def _from_base64(match: re.Match[str]) -> str:
    try:
        raw = base64.b64decode(match[1] + "=" * (-len(match[1]) % 4))
    except (binascii.Error, ValueError):
        return '""'
    return _literal(raw.decode("utf-8", "replace"))


def _from_coded(match: re.Match[str]) -> str:
    """Decode a literal that holds markup or an address; leave any other as it stands."""
    said = _from_base64(match)
    return said if "<" in said or "//" in said else match[0]


def _from_percents(match: re.Match[str]) -> str:
    return _literal(unquote(match[1]))


def _from_list(match: re.Match[str]) -> str:
    return _literal("".join(re.findall(r"[\"']([^\"'\n]{0,200})[\"']", match[1])))


def _from_behind(match: re.Match[str]) -> str:
    return _literal((match[1] or match[2] or "")[::-1])


def _without(match: re.Match[str]) -> str:
    return _literal(match[1].replace(match[2], ""))


def _one_string(_: re.Match[str]) -> str:
    return ""


def _one_quote(match: re.Match[str]) -> str:
    return f'{match[1]}"' if match[1] is not None else f"{match[2]}'"


_DISGUISES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("fromCharCode", _CODES, _from_codes),
    ("atob", _ATOB, _from_base64),
    ("atob", _CODED, _from_coded),
    ("%", _PERCENT, _from_percents),
    ("].join", _JOINED, _from_list),
    ("reverse()", _TURNED, _from_behind),
    (".replace(", _REPLACED, _without),
    ("+", _PLUS, _one_string),
    ("+", _PLUS_MIXED, _one_quote),
)
