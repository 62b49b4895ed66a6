"""The report of a period as files: a workbook with the rows behind it, a document, a PDF."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.conf import settings

from advertising.reports import period
from advertising.reports.period import Figure, Span
from cityweb.core import exports, report_files
from cityweb.core.models import Organisation, User
from cityweb.core.report_files import Chapter, Head, Line

ABOUT = "Kiểm tra, xử lý vi phạm về quảng cáo trên mạng"
WORKBOOK, DOCUMENT, PDF = exports.XLSX, "docx", "pdf"
KINDS = (WORKBOOK, DOCUMENT, PDF)
Counted = tuple[Figure, int]


def made(kind: str, user: User, span: Span, body: Organisation, now: datetime) -> bytes:
    """Return the file of that kind, counting what this person may see.

    Raises `KeyError` for another kind.
    """
    if kind == WORKBOOK:
        return _workbook(user, span)
    head, chapters = _head(span, body, now), _chapters(user, span)
    if kind == DOCUMENT:
        return report_files.document(head, chapters, None)
    if kind == PDF:
        return report_files.pdf(head, chapters, None, made_at=now)
    raise KeyError(kind)


def _workbook(user: User, span: Span) -> bytes:
    counted = _counted(user, span)
    numbers = [(one.group, one.title, value) for one, value in counted]
    behind = [
        (one.title, period.HEADER, period.lines(one, user, span)) for one, value in counted if value
    ]
    return exports.book([("Số liệu", ("Nhóm", "Chỉ tiêu", "Số"), numbers), *behind])


def _counted(user: User, span: Span) -> Sequence[Counted]:
    return [(one, one.value(user, span)) for one in period.figures()]


def _chapters(user: User, span: Span) -> list[Chapter]:
    groups = groupby(_counted(user, span), key=lambda row: row[0].group)
    return [Chapter(name, [Line(one.title, value) for one, value in rows]) for name, rows in groups]


def _head(span: Span, body: Organisation, now: datetime) -> Head:
    about = f"{ABOUT}, {span.department}" if span.department else ABOUT
    above = f"Ủy ban nhân dân {settings.OFFICE_CITY}"
    return Head(about, span.words, now, body.name.removesuffix(f" {settings.OFFICE_CITY}"), above)
