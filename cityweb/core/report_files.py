"""A report in figures as files: a document to go on writing in, a PDF to hand over.

Both are made from the same chapters, so that no figure differs between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.utils import timezone

from cityweb.core.papers import rendering

TEMPLATE = "cityweb/core/papers/typst/report.typ"


@dataclass(frozen=True)
class Head:
    """Who reports on what: `about` follows the word "Báo cáo"."""

    about: str
    period: str
    until: datetime
    issuer: str
    above: str = ""


@dataclass(frozen=True)
class Line:
    """One figure as it is written; `share` is its part of a whole in per cent."""

    label: str
    value: int
    share: float | None = None

    @property
    def in_percent(self) -> str:
        return "" if self.share is None else f"{self.share:.1f} %".replace(".", ",")


@dataclass(frozen=True)
class Chapter:
    title: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Listed:
    """What is written out behind the figures, under a title."""

    title: str
    sentences: Sequence[str]


def pdf(
    head: Head, chapters: Sequence[Chapter], listed: Listed | None, *, made_at: datetime
) -> bytes:
    """Return the report set by Decree 30/2020, its number and day left open for the signer."""
    sheet = rendering.Sheet(
        template=TEMPLATE,
        data=_data(head, chapters, listed),
        number="……/BC",
        issuer=head.issuer,
        place=settings.OFFICE_CITY,
        made_at=made_at,
    )
    return rendering.render(sheet).pdf


def _data(head: Head, chapters: Sequence[Chapter], listed: Listed | None) -> dict[str, object]:
    return {
        "above": head.above,
        "body": head.issuer,
        "about": head.about,
        "period": head.period.lower(),
        "until": day(head.until),
        "chapters": [
            {
                "title": chapter.title,
                "figures": [
                    {"label": one.label, "value": str(one.value), "share": one.in_percent}
                    for one in chapter.lines
                ],
            }
            for chapter in chapters
        ],
        "listed_title": listed.title if listed else "",
        "listed": list(listed.sentences) if listed else [],
    }


def document(head: Head, chapters: Sequence[Chapter], listed: Listed | None) -> bytes:
    """Return the report as a document of a word processor, to be finished by hand."""
    # Its library is heavy and few workers ever need it.
    written: bytes = import_module("cityweb.core.report_document").written(head, chapters, listed)
    return written


def day(at: datetime) -> str:
    """Return the day of a moment as reports write it."""
    return f"{timezone.localtime(at):%d/%m/%Y}"
