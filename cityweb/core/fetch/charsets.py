"""The text of a page, in whatever encoding it came: what it says, else what it must be."""

from __future__ import annotations

import codecs
import re
import unicodedata

# What browsers know (WHATWG Encoding), as far as Python does. Codecs that are no encodings of text,
# or that take long over little, are not reachable by any name.
_KNOWN = {
    "utf-8": ("utf8", "unicode-1-1-utf-8"),
    "utf-16-le": ("utf-16", "utf-16le", "unicode"),
    "utf-16-be": ("utf-16be",),
    "cp1252": ("windows-1252", "cp1252", "iso-8859-1", "latin1", "ascii", "us-ascii"),
    "cp1258": ("windows-1258", "cp1258", "x-cp1258"),
    "cp1250": ("windows-1250", "cp1250"),
    "cp1251": ("windows-1251", "cp1251"),
    "iso8859-15": ("iso-8859-15", "latin9"),
    "koi8-r": ("koi8-r",),
    "gb18030": ("gb18030", "gbk", "gb2312"),
    "big5": ("big5",),
    "euc-jp": ("euc-jp",),
    "shift_jis": ("shift_jis", "shift-jis", "sjis"),
    "euc-kr": ("euc-kr", "ks_c_5601-1987"),
}
_CODECS = {label: codec for codec, labels in _KNOWN.items() for label in (codec, *labels)}
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAID = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{1,30})""", re.IGNORECASE)
_MARKED = re.compile("[\x00-\x7f]?[^\x00-\x7f]{1,100}")
HEAD = 2048
SAMPLE = 64 * 1024


def decode(body: bytes, content_type: str) -> str:
    """Return `body` as text in NFC; bytes that fit no encoding become the replacement character."""
    text = _decoded(body, content_type)
    if unicodedata.is_normalized("NFC", text):
        return text
    # Bit by bit: a million marks on one letter would take hours to put in order.
    return _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def _decoded(body: bytes, content_type: str) -> str:
    for mark, codec in _MARKS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    said = _said(content_type.encode("utf-8", "replace")) or _said_in_page(body)
    try:
        return body.decode("utf-8") if said in {"", "utf-8"} else body.decode(said, "replace")
    except UnicodeDecodeError:
        # Said to be UTF-8 and broken, or nothing said: old Vietnamese pages are in windows-1258.
        return body.decode("utf-8" if said or _mostly_utf8(body) else "cp1258", "replace")


def _said(text: bytes) -> str:
    match = _SAID.search(text)
    return _CODECS.get(match[1].decode().lower(), "") if match else ""


def _said_in_page(body: bytes) -> str:
    said = _said(body[:HEAD])
    # A page that could say it in ASCII is not in UTF-16, whatever it says.
    return "utf-8" if said.startswith("utf-16") else said


def _mostly_utf8(body: bytes) -> bool:
    """Tell whether broken bytes are few: a cut letter does not make another encoding."""
    text = body[:SAMPLE].decode("utf-8", "replace")
    return text.count("\ufffd") * 20 <= sum(1 for letter in text if letter > "\x7f")
