"""Plain text and CSV: UTF-8 without what terminals, browsers and spreadsheets would act on."""

import csv
import io
import re
from typing import Any

from verdict import Refusal, Result

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"
_MARKUP = re.compile(
    r"<(?:!doctype|html|script|svg|iframe|object|embed|\?php|\?xml|%|\?=)|\A\s*(?:#!|\{\\rtf|%!PS|%PDF)",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
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
    body = text.removeprefix(_BOM)
    first_line = body.partition("\n")[0]
    mark = max(",;\t", key=first_line.count)
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=mark))
    except csv.Error as problem:
        raise Refusal("unreadable") from problem
    safe = [[_safe(cell) for cell in row] for row in rows]
    if safe == rows:
        return text
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows(safe)
    return (_BOM if body != text else "") + out.getvalue()


def _safe(cell: str) -> str:
    bare = cell.lstrip(" \u00a0\n")
    if bare.startswith(_FORMULA) and not _NUMBER.match(bare):
        return f"'{cell}"
    return cell
