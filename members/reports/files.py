"""The periodic report as files: a workbook, a document to go on writing in, a PDF to hand over.

All three are made from the same `Report`, so that no figure differs between them.
"""

from __future__ import annotations

from datetime import datetime

from cityweb.core import exports, report_files
from cityweb.core.report_files import Head, Listed
from members.reports import periodic
from members.reports.periodic import Line, Report

ABOUT = "Theo dõi website thành viên"
LISTED = "kien-nghi"
"""The figure whose rows stand in the text itself."""
MOST_LISTED = 60


def workbook(report: Report) -> bytes:
    """Return the figures on a first sheet, and behind it a sheet with the rows of each."""
    figures = [one for chapter in report.chapters for one in chapter.figures]
    sheets = [("Số liệu", ("Chỉ tiêu", "Số lượng", "Tỷ lệ (%)"), periodic.rows(figures))]
    sheets += [
        (one.label, periodic.HEADER, [line.cells() for line in one.lines])
        for one in figures
        if one.lines
    ]
    return exports.book(sheets)


def pdf(report: Report, *, issuer: str, above: str, made_at: datetime) -> bytes:
    """Return the report set by Decree 30/2020, its number and day left open for the signer."""
    head = _head(report, issuer, above)
    return report_files.pdf(head, _chapters(report), _listed(report), made_at=made_at)


def document(report: Report, *, issuer: str, above: str) -> bytes:
    """Return the report as a document of a word processor, to be finished by hand."""
    return report_files.document(_head(report, issuer, above), _chapters(report), _listed(report))


def _head(report: Report, issuer: str, above: str) -> Head:
    return Head(ABOUT, str(report.period), report.until, issuer, above)


def _chapters(report: Report) -> list[report_files.Chapter]:
    return [
        report_files.Chapter(
            chapter.title,
            [report_files.Line(one.label, one.value, one.share) for one in chapter.figures],
        )
        for chapter in report.chapters
    ]


def _listed(report: Report) -> Listed:
    figure = report.figure(LISTED)
    lines = figure.lines[:MOST_LISTED] if figure else []
    return Listed("Kiến nghị chỉ đạo xử lý", [_said(line) for line in lines])


def _said(line: Line) -> str:
    since = f" Từ {report_files.day(line.since)}." if line.since else ""
    return f"{line.site.organisation.name}: {line.text}{since}"
