"""Pictures, sounds and fonts inside office files: nothing else under their names."""

import re

import markup
from verdict import Refusal

_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"L\0\0\0\x01\x14\2")
_CONTAINERS = (b"\xd0\xcf\x11\xe0", b"PK\3\4", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MSCF")
_DOCUMENTS = (b"%PDF", b"%!PS", b"{\\rtf", b"FWS", b"CWS", b"ZWS", b"<", b"#!")
# Fonts are veiled by a key, so that any two or three bytes may begin one.
_FONTS = {"odttf", "fntdata", "ttf", "otf"}
# A metafile's record that hands a procedure of its own to the printer.
_ABORT_PROCEDURE = b"\x26\x06\x09\x00"
_RUNNING = frozenset({"script", "handler", "foreignObject", "iframe", "embed", "object", "set"})
_ADDRESSES = frozenset({"href", "src"})
_PICTURE_INSIDE = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_STYLE_FROM_ELSEWHERE = re.compile(
    rb"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/))", re.IGNORECASE
)


def check(data: bytes, extension: str) -> None:
    """Raise `Refusal("embedded-object")` for what is no picture, sound or font, or for one that
    acts; "external-content" for a drawing that fetches."""
    if extension == "svg":
        _check_drawing(data)
    elif (
        data.startswith((*_PROGRAMS, *_CONTAINERS))
        or (extension not in _FONTS and data[:64].lstrip().startswith(_DOCUMENTS))
        or extension == "wmf"
        and _ABORT_PROCEDURE in data
    ):
        raise Refusal("embedded-object")


def _check_drawing(data: bytes) -> None:
    if re.search(rb"\son\w+\s*=", data, re.IGNORECASE):
        raise Refusal("embedded-object")
    for name, attributes, _ in markup.elements(data, _RUNNING, _ADDRESSES):
        if name in _RUNNING:
            raise Refusal("embedded-object")
        for key, value in attributes.items():
            target = value.strip()
            if key.rpartition(":")[2] not in _ADDRESSES or not target or target.startswith("#"):
                continue
            if name == "a" and re.match(r"https?://|mailto:", target, re.IGNORECASE):
                continue
            if not _PICTURE_INSIDE.match(target):
                raise Refusal("external-content")
    if _STYLE_FROM_ELSEWHERE.search(data):
        raise Refusal("external-content")
