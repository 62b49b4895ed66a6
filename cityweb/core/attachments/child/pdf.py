"""PDF: everything that runs, sends, embeds or fetches is taken out and the file written anew.

A signed file is never rewritten: its bytes stay, or it is refused when it holds what we would have
taken out.
"""

import io
import logging
from typing import Any

import pdf_active
import pdf_bombs
import pikepdf
from verdict import Refusal, Result

_BLANK = b"\x00\t\n\x0c\r "
_SMALLEST = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def prepare() -> None:
    """Go once through the whole way, so that nothing is left to load."""
    logging.disable(logging.CRITICAL)
    run(_SMALLEST, {})


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the cleaned file, or no blob at all for a signed one that may stay as it is."""
    end = data.rfind(b"%%EOF")
    if not data.startswith(b"%PDF-") or end < 0:
        raise Refusal("unreadable")
    trailing = bool(data[end + 5 :].strip(_BLANK))
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return _judge(pdf, data, trailing=trailing)
    except pikepdf.PasswordError as problem:
        raise Refusal("encrypted") from problem
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as problem:
        raise Refusal("encrypted" if b"/Encrypt" in data else "unreadable") from problem


def _judge(pdf: pikepdf.Pdf, data: bytes, *, trailing: bool) -> Result:
    if pdf.is_encrypted:
        raise Refusal("encrypted")
    if not len(pdf.pages):
        raise Refusal("unreadable")
    survey = pdf_active.clean(pdf)
    pdf_bombs.refuse(survey.streams)
    if any(_covers(numbers, data) for numbers in survey.byte_ranges):
        if survey.found:
            raise Refusal("signed-active")
        if trailing or b"PK\x05\x06" in data[-66_000:]:
            raise Refusal("disguised")
        return Result(kind="pdf", more={"signed": True})
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        # Would load a parser of XMP, which a locked process cannot; only writes a version number.
        fix_metadata_version=False,
    )
    left = [*survey.found, *(["trailing-data"] if trailing else [])]
    return Result(kind="pdf", neutralised=left, blobs=[out.getvalue()])


def _covers(numbers: list[int], data: bytes) -> bool:
    """Tell whether a /ByteRange is that of a real signature: all but one hexadecimal string."""
    if len(numbers) != 4:
        return False
    start, length, after, rest = numbers
    gap = data[length:after]
    return (
        start == 0
        and 0 < length < after <= len(data)
        and rest > 0
        and after + rest <= len(data)
        and gap[:1] == b"<"
        and gap[-1:] == b">"
        and len(gap) > 200
        and not gap[1:-1].strip(b"0123456789abcdefABCDEF \r\n")
    )
