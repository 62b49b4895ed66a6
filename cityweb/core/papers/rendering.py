"""Typesets papers: a Typst template, facts of the platform and data of the app become PDF/A-3b.

The same sheet always gives the same bytes. Text of strangers travels as JSON and is never part of
Typst source, so that nothing in it can be run.
"""

import io
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst

from cityweb.core.papers.lettering import settable, settable_all

_HERE = Path(__file__).parent
# Templates name each other from here: `#import "/cityweb/core/papers/typst/parts.typ"`.
_ROOT = _HERE.parents[2]
_STANDARD = "a-3b"
# A compiler remembers what it was given last; one paper at a time is asked of it.
_TURN = threading.Lock()


@dataclass(frozen=True)
class Sheet:
    """All that one paper is made of. `made_at` is what the file says about its own birth.

    A draft has no day, and dots where its number will stand. Without `code` there is no QR, without
    `attachment_name` the data are not inside the file.
    """

    template: str
    data: Mapping[str, Any]
    number: str
    issuer: str
    place: str
    made_at: datetime
    day: date | None = None
    code: str | None = None
    verify_at: str = ""
    is_draft: bool = False
    is_test: bool = False
    attachment_name: str = ""

    def facts(self) -> dict[str, Any]:
        """Return what the template is told by the platform."""
        attachment = canonical(self.data) if self.attachment_name else None
        return {
            "issuer": settable(self.issuer),
            "place": settable(self.place),
            "number": settable(self.number),
            "day": self.day.isoformat() if self.day else None,
            "code": self.code,
            "verify-at": self.verify_at,
            "qr": _qr(self.verify_at + self.code) if self.code else None,
            "is-draft": self.is_draft,
            "is-test": self.is_test,
            "attachment": attachment,
            "attachment-name": self.attachment_name,
        }


@dataclass(frozen=True)
class Place:
    """Where a signature will be seen, in points from the upper left corner of its page."""

    name: str
    page: int
    x: float
    y: float
    width: float
    height: float
    page_height: float


@dataclass(frozen=True)
class Rendered:
    """A typeset paper, and where it wants its signatures, by name ("person", "seal")."""

    pdf: bytes
    places: dict[str, Place] = field(default_factory=dict)


def canonical(data: Mapping[str, Any]) -> str:
    """Return the data as the one JSON text that stands for it."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def render(sheet: Sheet) -> Rendered:
    """Return the paper as PDF/A-3b with its fonts inside.

    Raises `typst.TypstError` when the data lacks what the template asks for.
    """
    return typeset(sheet.template, sheet.facts(), sheet.data, made_at=sheet.made_at)


def typeset(
    template: str, facts: Mapping[str, Any], data: Mapping[str, Any], *, made_at: datetime
) -> Rendered:
    """Let one template read `facts`, which are ours, and `data`, which may be a stranger's."""
    inputs = {
        "facts": json.dumps(facts, ensure_ascii=False),
        "data": json.dumps(settable_all(data), ensure_ascii=False),
    }
    with _TURN:
        compiler = _compiler()
        pdf = compiler.compile(
            input=str(_ROOT / template),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=_STANDARD,
            timestamp=int(made_at.timestamp()),
        )
        places = json.loads(compiler.query("<signature-place>", field="value", format="json"))
    return Rendered(pdf, {place["name"]: Place(**place) for place in places})


@cache
def _compiler() -> typst.Compiler:
    """Return the one compiler of this process, which knows the shipped typeface and no other."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_HERE / "fonts")],
    )
    return typst.Compiler(root=str(_ROOT), font_paths=fonts)


def _qr(address: str) -> str:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()
