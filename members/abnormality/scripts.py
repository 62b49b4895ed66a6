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

from members.abnormality import literals

LONGEST_SCRIPT = 200_000
ROUNDS = 4
MOST_PIECES = 4
SHORTEST_SAID = 9
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.){0,20000})\"|'((?:[^'\\\n]|\\.){0,20000})'|`([^`]{0,20000})`"
)
_QUOTED = r"[\"']([^\"'\n]{0,20000})[\"']"
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(/))")
_CODES = re.compile(r"String\.fromCharCode\(([\d\s,x0-9a-fA-F]{1,20000})\)")
_APPLIED = re.compile(
    r"fromCharCode(?:\.apply\([^,()]{1,20},\s{0,4}|\(\.{3})\[([\d\s,x0-9a-fA-F]{1,20000})\]\)"
)
_NUMBERS = re.compile(r"\[((?:\s{0,2}\d{1,5}\s{0,2},){11,4000}\s{0,2}\d{1,5}\s{0,2})\]")
_KEYED = re.compile(r"\[\s{0,4}[\"']([A-Za-z_$][\w$]{0,60})[\"']\s{0,4}\](?=\s{0,4}[.=(\[])")
_TABLE = re.compile(
    r"(?<![\w$])([A-Za-z_$][\w$]{0,40})\s{0,4}=\s{0,4}\[((?:\s{0,4}" + r"[\"'][^\"'\n]{0,2000}[\"']"
    r"\s{0,4},?){1,400})\]"
)
_PACKED = re.compile(
    r"\}\(\s{0,4}(?:'((?:[^'\\]|\\.){1,60000})'|\"((?:[^\"\\]|\\.){1,60000})\")"
    r"\s{0,4},\s{0,4}(\d{1,2})\s{0,4},\s{0,4}\d{1,5}\s{0,4},"
    r"\s{0,4}[\"']([^\"']{0,60000})[\"']\.split\([\"']\|[\"']\)"
)
_SPELLED = re.compile(r"https?://|<(?:a|script|iframe)\s", re.I)
_FURTHEST_SHIFT = 40
_ATOB = re.compile(r"(?:window\.)?atob\(\s{0,4}" + _QUOTED + r"\s{0,4}\)")
_PERCENT = re.compile(
    r"(?:decodeURIComponent|decodeURI|unescape)\(\s{0,4}" + _QUOTED + r"\s{0,4}\)"
)
_ITEM = r"[\"'][^\"'\n]{0,200}[\"']"
_JOINED = re.compile(
    r"\[\s{0,4}(" + _ITEM + r"(?:\s{0,4},\s{0,4}" + _ITEM + r"){0,400})"
    r"\s{0,4}\]\.join\(\s?[\"']([./]?)[\"']\s?\)"
)
_EITHER = r"(?:\"([^\"\n]{0,20000})\"|'([^'\n]{0,20000})')"
_TURNED = re.compile(_EITHER + r"\.split\(\s?[\"']{2}\s?\)\.reverse\(\)\.join\(\s?[\"']{2}\s?\)")
_REPLACED = re.compile(_QUOTED + r"\.replace\(\s?/([^/\n\\]{1,4})/g\s?,\s?[\"']{2}\s?\)")
_PLUS = re.compile(r"([\"'])\s{0,4}\+\s{0,40}\1")
_PLUS_MIXED = re.compile(
    r"\"\s{0,4}\+\s{0,4}'([^'\"\n]{0,2000})'|'\s{0,4}\+\s{0,4}\"([^'\"\n]{0,2000})\""
)
_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]{4,200}(?:[/?#][^\s\"'<>\\]{0,400})?")
# Signs that honest scripts write with per cent too: markup, quotes, what parts an address.
_USUAL = re.compile(r"%(?:2[0-9A-Fa-f]|3[A-Fa-f]|5[B-Eb-e]|7[B-Db-d])")
_SLASHES = re.compile(r"\\(?:/|u002[fF]|x2[fF])")
_LINK = re.compile(r"<a\s", re.I)
# A literal that could only be read once decoded; somewhere in its script stands atob.
_CODED = re.compile(r"(?<!atob\()[\"']([A-Za-z0-9+/]{24,20000}={0,2})[\"']")
_COOKIE_SENT = re.compile(
    r"((?:https?:)?//[\w.-]{4,200}/?[^\s\"'<>\\`]{0,200})[\"'`]?\s{0,4}(?:\+|\$\{|,)[^;\n]{0,60}document\.cookie"
)
_IMPORTED = re.compile(r"importScripts\(\s{0,3}[\"'`]((?:https?:)?//[^\"'`\s]{4,300})")
_PUSHED = re.compile(r"domain[\"']?\s{0,3}:\s{0,3}[\"']([\w.-]{4,100})[\"'][^{}]{0,80}zoneId")
_TRACES = ("cookie", ".action", "querySelectorAll", "eval", "Function", "importScripts", "zoneId")
_PREFIXED = re.compile(r"[\"'`](?:https?:)?//[\"'`]\s{0,3}\+")
_BARE_HOST = re.compile(r"[\"'`]((?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,12})[\"'`]")
_FETCHES = re.compile(r"\bfetch\(|XMLHttpRequest|\$\.(?:get|ajax|post)\(")
_RUNS = re.compile(r"\beval\b|\bFunction\b(?!\.)")
# Where a script leads forms, or all links of a page.
_LED = re.compile(
    r"(?:\.action|querySelectorAll\([\"']a[\w\[\]]{0,10}[\"']\)[^;{}]{0,80}\.href|\ba\.href)\s{0,3}=\s{0,3}[\"'`]"
    r"((?:https?:)?//[^\"'`\s]{4,300})"
)
_TITLED = re.compile(r"document\.title\s{0,4}=\s{0,4}[\"'`]([^\"'`\n]{4,400})")
_MARKUP = re.compile(r"<[^<>]{0,1000}>")


@lru_cache(maxsize=32)
def undone(code: str) -> str:
    """Return a script with its usual disguises undone, in bounded time."""
    code = code[:LONGEST_SCRIPT]
    if "\\" in code:
        code = _ESCAPE.sub(_character, code)
    for _ in range(ROUNDS):
        before = code
        if "_0x" in code or "]" in code and "location" in code:
            code = _looked_up(code)
        for sign, pattern, rewrite in _DISGUISES:
            if sign in code:
                code = pattern.sub(rewrite, code)
        if code == before:
            break
    told = dict.fromkeys(
        one for one in (*literals.revealed(code), *_in_pieces(code)) if one not in code
    )
    more = "\n".join(_literal(one) for one in told)
    return (
        f"{code[: 2 * LONGEST_SCRIPT]}\n{more[:LONGEST_SCRIPT]}"
        if more
        else code[: 2 * LONGEST_SCRIPT]
    )


def spoken(code: str) -> Iterator[str]:
    """Yield the strings of a script that hold words, without their markup."""
    for match in _STRING.finditer(undone(code)):
        text = match[1] or match[2] or match[3] or ""
        if len(text) >= SHORTEST_SAID and (" " in text or "//" in text or not text.isascii()):
            yield _MARKUP.sub(_only_addresses, html.unescape(text))


def titles_in(code: str) -> list[str]:
    """Return what a script has the window call the page."""
    return _TITLED.findall(undone(code))[:5] if "title" in code else []


def of_data(source: str) -> str:
    """Return the script that a data address carries in itself."""
    head, _, body = source[:LONGEST_SCRIPT].partition(",")
    if not head.rstrip().endswith("base64"):
        return unquote(body)
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def hides_links(code: str) -> bool:
    """Tell whether a script writes links that are to be seen only once its disguises are undone."""
    return _LINK.search(code) is None and _LINK.search(undone(code)) is not None


def disguised_addresses(code: str) -> list[str]:
    """Return the addresses that a script names only once its disguises are undone."""
    clear = undone(code)
    if "//" not in clear:
        return []
    plain = _USUAL.sub(lambda match: unquote(match[0]), _SLASHES.sub("/", code))
    return [one for one in dict.fromkeys(addresses_in(clear[:200_000])) if one not in plain]


def ordered_code(code: str) -> list[str]:
    """Return the addresses from which a script runs whatever code comes, or sends cookies to."""
    if not any(word in code for word in _TRACES):
        return []
    clear = undone(code)
    found = [*_COOKIE_SENT.findall(clear), *_IMPORTED.findall(clear), *_LED.findall(clear)]
    found += [f"https://{host}" for host in _PUSHED.findall(clear)]
    if _FETCHES.search(clear) and _RUNS.search(clear):
        found += addresses_in(clear)
    return found[:10]


def bare_hosts(code: str) -> list[str]:
    """Return the hosts that a script holds as literals of their own, to make addresses of."""
    if not _PREFIXED.search(code):
        return []
    return list(dict.fromkeys(_BARE_HOST.findall(undone(code))))[:20]


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
    if not numbers:
        return match[0]
    signs = (int(one, 16 if one.startswith("0x") else 10) for one in numbers)
    return _literal("".join(chr(one) for one in signs if one < 0xD800))


def _from_numbers(match: re.Match[str]) -> str:
    """Decode a list of numbers that spells an address or markup, each moved by the same step."""
    numbers = [int(one) for one in re.findall(r"\d{1,5}", match[1])]
    for step in range(-_FURTHEST_SHIFT, _FURTHEST_SHIFT + 1):
        signs = [one - step for one in numbers]
        if all(9 <= one < 0xD800 for one in signs):
            text = "".join(map(chr, signs))
            if _SPELLED.search(text):
                return _literal(text)
    return match[0]


def _by_name(match: re.Match[str]) -> str:
    return f".{match[1]}"


def _looked_up(code: str) -> str:
    """Return a script in which strings stand where it looked them up in a list by number."""
    for name, items in _TABLE.findall(code)[:10]:
        strings = re.findall(r"[\"']([^\"'\n]{0,2000})[\"']", items)

        def put(match: re.Match[str], strings: list[str] = strings) -> str:
            place = int(match[1], 16 if match[1].startswith("0x") else 10)
            return _literal(strings[place]) if place < len(strings) else match[0]

        code = re.sub(
            rf"(?<![\w$]){re.escape(name)}\[\s?(0x[0-9a-f]{{1,4}}|\d{{1,4}})\s?\]", put, code
        )
    return code


def _in_pieces(code: str) -> Iterator[str]:
    """Yield the addresses that lie in neighbouring strings of one list."""
    if "http" not in code and "//" not in code:
        return
    for _, items in _TABLE.findall(code)[:20]:
        strings = re.findall(r"[\"']([^\"'\n]{0,2000})[\"']", items)
        for place, one in enumerate(strings):
            if one.startswith(("http", "//")) and "." not in one:
                whole = "".join(strings[place : place + MOST_PIECES])
                yield from _ADDRESS.findall(whole)[:1]


def _unpacked(match: re.Match[str]) -> str:
    """Return what the usual packer packed: words that stand for numbers of a base."""
    base, names = int(match[3]), match[4].split("|")
    if not 2 <= base <= 62:
        return match[0]

    def word(found: re.Match[str]) -> str:
        place = 0
        for sign in found[0]:
            value = _DIGITS.find(sign)
            if not 0 <= value < base:
                return found[0]
            place = place * base + value
        return names[place] if place < len(names) and names[place] else found[0]

    said = (match[1] or match[2]).replace("\\'", "'").replace('\\"', '"')
    return "}(" + re.sub(r"\b\w{1,6}\b", word, said) + ",("


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
    return _literal(match[2].join(re.findall(r"[\"']([^\"'\n]{0,200})[\"']", match[1])))


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
    ("fromCharCode", _APPLIED, _from_codes),
    ("fromCharCode", _NUMBERS, _from_numbers),
    (".split(", _PACKED, _unpacked),
    ("]", _KEYED, _by_name),
    ("atob", _ATOB, _from_base64),
    ("atob", _CODED, _from_coded),
    ("%", _PERCENT, _from_percents),
    ("].join", _JOINED, _from_list),
    ("reverse()", _TURNED, _from_behind),
    (".replace(", _REPLACED, _without),
    ("+", _PLUS, _one_string),
    ("+", _PLUS_MIXED, _one_quote),
)
