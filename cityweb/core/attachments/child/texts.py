"""Plain text and CSV: UTF-8 without what terminals, browsers and spreadsheets would act on."""

import csv
import io
import re
from typing import Any

from verdict import Refusal, Result

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"
_MARKUP = re.compile(
    r"<(?:!doctype|!entity|\?php|\?xml|%|\?=|(?:\w{1,20}:)?(?:html|script|svg|iframe|object|embed)\b)"
    r"|<(?:head|body|meta|link|base|img|style|form|input|button|table|frame|frameset|applet|math"
    r"|video|audio|details|marquee|template)(?:\s[^<>]{0,2000})?/?>"
    r"|<a\s[^<>]{0,2000}href|<(?:hta|jsp|xsl|xs|ms|x|o|v):\w"
    # The same in letters that an old reader takes for another alphabet.
    r"|\+ADw-"
    # Files of other programs that open by what they say: tables, queries, shortcuts, settings.
    r"|\A\s*(?:#!|\{\\rtf|%!PS|%PDF|ID;P|WEB\r?\n1\r?\n|\[InternetShortcut\]|\[Desktop Entry\]"
    r"|Windows Registry Editor|REGEDIT4|MIME-Version:|!<arch>)",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# What a spreadsheet passes over before it looks whether a cell computes.
_PASSED_OVER = re.compile("[\\s\u200b-\u200d\u2060\ufeff]+")
_SEPARATORS = ",;\t|"
_NUMBER = re.compile(r"[+-]?[\d.,\s]{1,40}%?\Z")


def prepare() -> None:
    """Have every codec and the CSV reader at hand."""
    run("a,b\r\n1,2\r\n".encode("utf-16"), {"kind": "csv"})


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the text as UTF-8; no blob when it was harmless UTF-8 already."""
    text, left = _decoded(data)
    if _MARKUP.search(text):
        raise Refusal("markup")
    bare = _CONTROLS.sub("", text)
    if bare != text:
        left.append("controls")
    if job["kind"] == "csv":
        disarmed = _disarmed(bare)
        if disarmed != bare:
            left.append("formula")
        bare = disarmed
    return Result(kind=job["kind"], neutralised=left, blobs=[bare.encode()] if left else [])


def _decoded(data: bytes) -> tuple[str, list[str]]:
    is_utf16 = data.startswith(_UTF16)
    try:
        text = data.decode("utf-16" if is_utf16 else "utf-8")
    except UnicodeDecodeError as problem:
        raise Refusal("not-text") from problem
    if "\0" in text:
        raise Refusal("not-text")
    return (text, ["encoding"]) if is_utf16 else (text, [])


def _disarmed(text: str) -> str:
    """Return the table with an apostrophe before every cell that a spreadsheet would compute."""
    body = safe = text.removeprefix(_BOM)
    first_line = body.partition("\n")[0].rstrip("\r")
    marks = sorted(_SEPARATORS, key=first_line.count, reverse=True)
    stated = re.fullmatch(r'"?sep=(.)"?', first_line, re.IGNORECASE)
    if stated and stated[1] not in marks:
        marks.append(stated[1])
    # Which sign parts the cells is up to the spreadsheet of whoever opens the table.
    for place, mark in enumerate(marks):
        if place == 0 or _computes_behind(mark, safe):
            safe = _disarmed_by(safe, mark, has_first=place == 0)
    return text if safe == body else (_BOM if body != text else "") + safe


def _computes_behind(mark: str, body: str) -> bool:
    """Tell whether something that may compute stands behind this sign; cheaper than reading."""
    found = rf"{re.escape(mark)}[\s\"'\u200b-\u200d\u2060\ufeff]{{0,40}}[=+\-@＝＋－＠]"  # noqa: RUF001
    return re.search(found, body) is not None


def _disarmed_by(body: str, mark: str, *, has_first: bool) -> str:
    """Return the table with its cells made safe; the first of a row only where asked for."""
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=mark))
    except (csv.Error, ValueError) as problem:
        raise Refusal("unreadable") from problem
    safe = [
        [_safe(cell) if place or has_first else cell for place, cell in enumerate(row)]
        for row in rows
    ]
    if safe == rows:
        return body
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows(safe)
    return out.getvalue()


def _safe(cell: str) -> str:
    passed = _PASSED_OVER.match(cell)
    bare = cell[passed.end() :] if passed else cell
    if (bare.startswith(_FORMULA) and not _NUMBER.match(bare)) or cell.startswith(("\t", "\r")):
        return f"'{cell}"
    return cell
